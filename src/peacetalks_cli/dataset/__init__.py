"""Facts of many articles as files that other engines read: Parquet, a table a kind, or JSONL, partition by partition.

A dataset is a folder or a URL (s3://…) with a folder for each table, in which each partition has one file, and a
folder `_manifest` that says of each partition what it was made of. A partition is there when its manifest is: it is
written last. Needs pyarrow and fsspec (the extra `cluster`).
"""
