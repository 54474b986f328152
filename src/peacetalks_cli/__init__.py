"""peacetalks: people, places, dates and figures from German news articles."""

__version__ = "0.1.0"
