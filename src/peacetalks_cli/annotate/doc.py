"""What the components read from a Doc and leave on it.

Values live on the Doc, never on `Span._`: spans with the same offsets share their extensions.
"""

from spacy.tokens import Doc

from peacetalks_cli.facts import Article, Date, Interval, Lines, Number


def register() -> None:
    """Declares the extensions; may be called often.

    `published`: ISO date of the article or None. `masked`: header intervals, in which nothing is looked for.
    `dates`, `numbers`: what `peacetalks_dates` and `peacetalks_numbers` found, in order of `start`. `text`: that of
    the Doc, which spaCy puts together anew each time it is asked.
    """
    for name, default in (("published", None), ("masked", ()), ("dates", ()), ("numbers", ()), ("text", None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def prepare(doc: Doc, article: Article) -> Doc:
    doc._.text = article.text
    doc._.published = article.published
    doc._.masked = article.masked
    return doc


def published(doc: Doc) -> str | None:
    value: str | None = doc._.published
    return value


def masked(doc: Doc) -> tuple[Interval, ...]:
    value: tuple[Interval, ...] = doc._.masked
    return value


def dates(doc: Doc) -> tuple[Date, ...]:
    value: tuple[Date, ...] = doc._.dates
    return value


def numbers(doc: Doc) -> tuple[Number, ...]:
    value: tuple[Number, ...] = doc._.numbers
    return value


def text(doc: Doc) -> str:
    if doc._.text is None:
        doc._.text = doc.text
    value: str = doc._.text
    return value


def lines(doc: Doc) -> Lines:
    return Lines.of(text(doc))


register()
