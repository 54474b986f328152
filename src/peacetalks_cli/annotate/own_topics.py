"""A pipeline that knows a user's own topics."""

from peacetalks_cli.annotate.numbers import Numbers
from peacetalks_cli.annotate.pipeline import Annotator
from peacetalks_cli.facts import Pipeline
from peacetalks_cli.german.figures import topics


def with_topics(annotator: Annotator, own: str) -> Annotator:
    """The annotator with the rows of `own`, a TOML text, before ours; its version says so.

    Raises ValueError if the text is no such table.
    """
    component = annotator.nlp.get_pipe("peacetalks_numbers")
    assert isinstance(component, Numbers)
    component.use(topics.load(own))
    name, version = annotator.pipeline.name, annotator.pipeline.version
    return Annotator(annotator.nlp, Pipeline(name, f"{version}+{topics.digest(own)}"))
