"""Finds names, dates and numbers in articles. The only room that knows spaCy.

Importing this package imports spaCy, which takes over a second: only `extract` does so, and late.
"""

from peacetalks_cli.annotate.own_topics import with_topics
from peacetalks_cli.annotate.pipeline import Annotation, Annotator, load

__all__ = ["Annotation", "Annotator", "load", "with_topics"]
