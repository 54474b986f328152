"""Time expressions of a German text: where they stand, and their TIMEX3 type, value and modifier."""

from peacetalks_cli.german.timex.finding import explain, find

__all__ = ["explain", "find"]
