"""Extraction shared by many processes on many machines, by Dask. Needs the extra `cluster`.

A collection is cut into pieces of about equal size (`pieces.py`); a worker makes one partition of a dataset of each
(`work.py`); the client keeps a bounded number of pieces on their way (`run.py`).
"""
