"""Names that the form of a line shows: the paper in the first line, towns before local items, sites of the net."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate.letters import PERSON, letters
from peacetalks_cli.annotate.letters import PLACE as PLACE_KIND
from peacetalks_cli.annotate.lexicon import FIRST_NAME, PLACE, lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.german.gazetteer import lookup

_DAYS = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
_MONTHS = r"(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_ISSUE = rf"(?:{_DAYS}\b|\d\d?\. ?(?:{_MONTHS}|\d\d?\.)|Nr\. ?\d|Nummer \d|Ausgabe\b|Jahrgang\b|Heft \d)"
# The paper, a border (comma, stroke, wide space, new line) and the day or the number of the issue.
_HEADER = re.compile(
    r"\s{0,9}(?P<name>[^\W\d_][^\n\t,|·•/–—:;!?„“\"()]{2,40}?)"
    r"(?P<border>, | (?=Nr\.|Ausgabe|Jahrgang)|\s*[|·•/–—]\s*|\s{2,20}|\t|\n)"
    rf"(?={_ISSUE})"
)
_PAPER = re.compile(
    r"(?:\w*(?:zeitung|blatt|bote|kurier|merkur|anzeiger|nachrichten|post|presse|rundschau|echo|allgemeine|volksfreund|"
    r"stimme|journal|magazin|tagwacht|express|woche|spiegel|tribüne|kreisblatt|chronik|welt|zeit|bund|falter|furche|"
    r"standard|courier|tagespost|generalanzeiger|landbote|neuigkeiten|times|news|observer|wirtschaft))s?",
    re.IGNORECASE,
)
_RUBRIC = re.compile(
    r"\b(?:Lokales|LOKALES|Seite \d|S\. \d|Nr\. ?\d|Ausgabe|Politik|POLITIK|Ausland|Inland|Region|extra)\b"
)
_LONGEST_NAME: Final = 5  # words
_LONGEST_LINE: Final = 120  # characters
_SITE = re.compile(
    r"(?!www\.)[^\W_][\w-]{1,30}(?:\.[^\W\d_][\w-]{1,20})?\.(?:de|at|ch|com|org|net|li|eu|tv|ua|ru|by|pl|uk|info|news|online|media|today)s?"
)
_BEFORE_ADDRESS: Final = {"unter", "Unter", "http", "https", "@", "Mail", "E-Mail", "Internet", "/"}
_LEAST_ITEMS: Final = 2
_LONGEST_BYLINE: Final = 7  # tokens


def header(doc: Doc) -> Iterator[Span]:
    """The paper in the first line: DIE WOCHE, 18. August 1995; Teckbote | Freitag, 3. März; not: Linz, 3. Mai."""
    text = doc[: min(len(doc), 40)].text
    found = _HEADER.match(text)
    if not found:
        return
    name = found["name"].strip()
    words = name.split()
    if len(words) > _LONGEST_NAME or lookup(name) or (len(words) == 1 and lexicon().classes_of(words[0]) & PLACE):
        return
    line = text[: (text.find("\n", found.end()) + 1 or len(text))][:_LONGEST_LINE]
    is_paper = words[0] in {"DIE", "DER", "DAS"} or any(_PAPER.fullmatch(part) for part in re.split(r"[\s-]", name))
    is_set_apart = found["border"].strip() in {"|", "·", "•"} or found["border"].startswith("  ")
    if not (is_paper or is_set_apart or _RUBRIC.search(line[found.end("name") :])):
        return
    span = doc.char_span(found.start("name"), found.start("name") + len(name), alignment_mode="contract")
    if span is not None and len(span):
        yield span.start, span.end, "ORG"


def items(doc: Doc, words: Sequence[str], capitalised: Sequence[int]) -> Iterator[Span]:
    """Lana. Der Gemeinderat …, Tramin. Zu einem Brand …: towns at the head of lines, where there are several."""
    heads = [at for at in capitalised if _is_head(doc, words, at)]
    known = [at for at in heads if lookup(words[at]) or lexicon().classes_of(words[at]) & PLACE]
    if len(heads) < _LEAST_ITEMS or not known:
        return
    for at in heads:
        shares = letters().shares(words[at])
        if at in known or (not lexicon().knows(words[at].lower()) and shares[PLACE_KIND] > shares[PERSON]):
            yield at, at + 1, "LOC"


def _is_head(doc: Doc, words: Sequence[str], at: int) -> bool:
    if at + 2 >= len(words) or words[at + 1] != "." or (at and "\n" not in words[at - 1]) or not doc[at].is_title:
        return False
    follows = words[at + 2]
    return (follows[:1].isupper() or follows[:1] in "„»«0123456789") and not lexicon().is_noun(words[at])


def bylines(words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """Aus Mae Sot Sabine Brandes, alone in its line: the place that somebody writes from, and who it is."""
    for at in capitalised:
        if words[at] != "Aus" or (at and "\n" not in words[at - 1]):
            continue
        end = at + 1
        while end < len(words) and end - at <= _LONGEST_BYLINE and words[end].replace("-", "").isalpha():
            end += 1
        has_ended = end == len(words) or "\n" in words[end]
        first = next((each for each in range(end - 2, at + 1, -1) if _is_given(words[each])), None)
        if not has_ended or first is None or not all(word[:1].isupper() for word in words[at:end]):
            continue
        if first - 1 > at + 1 and _is_given(words[first - 1]) and not lookup(" ".join(words[at + 1 : first])):
            first -= 1
        yield at + 1, first, "LOC"
        yield first, end, "PER"


def _is_given(word: str) -> bool:
    return bool(lexicon().classes_of(word) & FIRST_NAME)


def sites(words: Sequence[str]) -> Iterator[Span]:
    """ORF.at, tagesschau.de: what a medium in the net is called; not an address for more: unter www.ort.de."""
    for at, word in enumerate(words):
        if "." in word and _SITE.fullmatch(word) and (not at or words[at - 1] not in _BEFORE_ADDRESS):
            yield at, at + 1, "ORG"
