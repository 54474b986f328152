"""Imported once by the process that local workers are forked from: all that a worker needs, the pipeline loaded."""

import gc
from contextlib import suppress

import distributed  # noqa: F401
import pyarrow.parquet  # noqa: F401

from peacetalks_cli.cluster.work import versions
from peacetalks_cli.errors import ModelError
from peacetalks_cli.extract import extract_all
from peacetalks_cli.facts import Article

_TEXT = "Kiew (23.01.2026) – In der Stadt starben am Freitag drei Menschen, sagte Bürgermeister Vitali Klitschko."

with suppress(ModelError):  # the first article will say so
    list(extract_all([Article(_TEXT, "")]))  # loads the tables, too
versions(None)
gc.collect()
gc.freeze()  # what never dies need not be looked through again and again, and stays shared memory
