"""Articles and what is said of them all as one page: HTML that needs nothing beside it.

The templates escape by themselves; what comes from an article goes through `visible`, too. The page forbids itself,
by a Content-Security-Policy with the digests of its own style and script, to load or to run anything else.
"""

from peacetalks_cli.render.html.labels import Language
from peacetalks_cli.render.html.pages import Overview, Report, Shown, Texts, article

__all__ = ["Language", "Overview", "Report", "Shown", "Texts", "article"]
