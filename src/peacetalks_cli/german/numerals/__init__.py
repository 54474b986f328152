"""German numerals: words and digits to numbers, numbers to where they stand in a text."""

from peacetalks_cli.german.numerals.parsing import IN_SERIES, Kind, Numeral, find, value

__all__ = ["IN_SERIES", "Kind", "Numeral", "find", "value"]
