"""Whom a description stands for: 'der Minister' for the minister named before, 'die Behörde' for the office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.name_lists import is_inhabitant, is_person_noun, is_role
from peacetalks_cli.annotate.name_organizations import is_agency
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.first_names import is_of_man
from peacetalks_cli.german.inflection import nominative
from peacetalks_cli.german.speech.source_phrase import NameAt

_DEFINITE = re.compile(r"\b(?P<article>der|die|das|dem|des|dieser|diese|dieses)\s$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:der|des|von|vom|für|aus|eines|einer|beim|im|in)\b|,\s[A-ZÄÖÜ]")
_ROLE_BEFORE = re.compile(r"(?P<noun>[A-ZÄÖÜ][\w-]+)\s$")
_ROLE_AFTER = re.compile(
    r"(?:\s\([^)]{1,20}\))?,\s(?:(?:der|die|ein|eine)\s)?(?:[a-zäöüß][\w-]*\s)?(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
_BODY = re.compile(
    r"(?:behörde|amt|ministerium|organisation|konzern|unternehmen|agentur|verband|versorger|betreiber|zeitung|sender|"
    r"institut|kommission|firma|hersteller|werk|ressort|dienst|hilfswerk|magazin|blatt|portal)[se]?$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:Behörde|Amt|Amts|Organisation|Konzerns?|Unternehmens?|Agentur|Verbands?|Instituts?|Hilfswerks?|Firma|Versorgers?|"
    r"Betreibers?)$"
)
_ANONYMOUS = re.compile(
    r"(?:sprecher|insider|zeug|polizist|beamt|diplomat|vertreter|offiziell|einwohner|bewohner)", re.IGNORECASE
)
_MANY = re.compile(
    r"(?:sprecher|insider|zeug|vertreter|offiziell|beamt)", re.IGNORECASE
)  # of whom nobody tells the names
_RELATION = re.compile(
    r"(?:^|[a-zäöüß])(?:[Mm]ann|[Tt]ochter|[Mm]utter|[Ss]chwester|[Kk]och|[Ää]rztin|[Bb]äuerin|[Zz]eugin|[Kk]öchin|[Aa]lte|[Jj]üngere|[Ää]ltere|"
    r"[Gg]erettete|[Vv]erletzte)$"
)
# Whose sister, neighbour or friend: somebody beside the person that was named.
_BESIDE_ONE = re.compile(
    r"(?:^|[a-zäöüß])(?:[Ss]chwester|[Bb]ruder|[Nn]achbar(?:in)?|[Ff]reund(?:in)?|[Kk]olleg(?:e|in)|[Aa]utor(?:in)?)$"
)
_OF_MAN_BEFORE = re.compile(
    r"\b(?:[Dd]em|[Dd]en|[Ee]inem|[Ee]inen|[Zz]um|[Bb]eim|[Vv]om)\s(?:[a-zäöüß]+en\s)?(?!Mädchen|Ehepaar|Paar)[A-ZÄÖÜ][\w-]*(?<!in)\s$"
)
_MEDIUM = re.compile(
    r"(?:Blatt|Zeitung|Tageszeitung|Magazin|Nachrichtenmagazin|Sender|Portal|Nachrichtenportal)(?:e?s)?$"
)
_TRADE = re.compile(
    r"^(?:Mediziner|Arzt|Ärztin|Chirurg|Anwalt|Anwältin|Polizist|Lehrer|Pfarrer|Bauer|Landwirt|Fischer|Bürgermeister|Gouverneur|Landrat|Botschafter|Richter|Staatsanwalt|Bischof)(?:s|in)?$"
)
_CALLED_MEDIUM = re.compile(r"(?:[Zz]eitung|[Mm]agazins?|[Ss]enders?|[Pp]ortals?|[Bb]latte?s?)\s$")
_MARKS = '„“”"»«'
_WOMEN = {"Frau", "Tochter", "Mutter", "Schwester", "Tante", "Oma", "Großmutter", "Schwiegertochter", "Schwiegermutter"}
_OF_WOMEN = re.compile(r"\b(?:Schwestern|Töchter|Frauen|\w+innen)\s$")
_GOVERNING = ("nach", "laut", "unter", "gem", "zufolge", "beruf", "berief", "hieß", "heißt")
_BESIDE = ("vize", "ex-", "ex", "alt-", "stellvertretend")
_ADJECTIVE_BEFORE = re.compile(r"(?P<adjective>[a-zäöüß][\w-]+)\s[A-ZÄÖÜ][\w-]+\s$")
_OF_COUNTRY = ("sche", "schen", "scher", "ische", "ischen")
_COUNTRY = re.compile(r"sche[nr]?$")
_STEM = 5  # letters by which adjectives are compared
_FAR = 40  # sentences before a description in which the role of its person is named
_NEAR = 3


def meant(passage: Passage, source: Interval, sentence: int) -> Interval | None:
    """The name that the description at `source` stands for, None where it is no such description or may be anybody."""
    text = passage.text
    article = _DEFINITE.search(text, max(0, source[0] - 8), source[0])
    if (
        article is None
        or _GOES_ON.match(text, source[1])
        or passage.names_in(*source)
        or " für " in text[slice(*source)]
    ):
        return None
    noun = text[slice(*source)].rpartition(" ")[2]
    if _BODY.search(noun):
        return _body(passage, source, sentence, noun)
    if not _is_one_person(noun, article["article"]):
        return None
    singular = nominative(noun, article["article"].lower())
    adjective = text[slice(*source)].split()[0]
    before = list(_people(passage, source[0], sentence))
    for person in before:
        if any(_is_same(singular, role) for role in roles(text, person)) and _may_be(text, person, adjective):
            return person.start, person.end
    return None if _BESIDE_ONE.search(noun) else _only_person(passage, source, sentence, singular)


_OF_WOMEN_ALONE = (
    "erin",
    "istin",
    "ärin",
    "login",
    "antin",
    "eurin",
    "nomin",
    "grafin",
    "ändin",
    "ienin",
)  # no 'Medizin'


@dataclass(frozen=True, slots=True)
class Described:
    """A description of one person, a woman or not. `goes_on`: it says whose or of what ('Schwiegersohn des …')."""

    is_woman: bool
    goes_on: bool


def of_one_person(passage: Passage, source: Interval, sentence: int, cue: str) -> Described | None:
    """What the description at `source` says of its person, None where nobody named may be meant by it."""
    text = passage.text
    article = _DEFINITE.search(text, max(0, source[0] - 8), source[0])
    noun = text[slice(*source)].rpartition(" ")[2]
    if article is None or passage.names_in(*source) or not _is_one_person(noun, article["article"]):
        return None
    if article["article"].lower() == "der" and cue.casefold().startswith(_GOVERNING) and not noun.endswith("in"):
        return None  # 'nach Ansicht der Experten'
    if _BESIDE_ONE.search(noun) or _ANONYMOUS.search(noun) or _is_introduced(passage, source[0], sentence, noun):
        return None
    if _TRADE.search(noun) and _has_roles(passage, source[0], sentence):
        return None
    goes_on = _GOES_ON.match(text, source[1]) is not None
    if goes_on and article.start() != passage.sentences[sentence][0]:
        return None
    is_woman = noun.endswith("in") or noun in _WOMEN or article["article"].lower() in ("die", "diese")
    return Described(is_woman, goes_on)


def _is_one_person(noun: str, article: str) -> bool:
    """Whether a noun after its article says what one person is: der Minister, die Ministerin, die Abgeordnete."""
    is_woman = article.lower() == "die" and noun.endswith(_OF_WOMEN_ALONE)
    if not (is_woman or is_role(noun) or is_person_noun(noun) or is_inhabitant(noun) or _RELATION.search(noun)):
        return False
    if article.lower() == "der" and noun.endswith("en"):
        return False  # 'der Experten'
    if article.lower() in ("die", "diese"):
        return noun.endswith(("in", "e", "frau")) or noun in _WOMEN
    return True


def roles(text: str, person: NameAt) -> Iterator[str]:
    """The nouns beside a name that say what the person is, in the nominative."""
    if before := _ROLE_BEFORE.search(text, max(0, person.start - 60), person.start):
        yield nominative(before["noun"])
    if (after := _ROLE_AFTER.match(text, person.end)) and (is_role(after["noun"]) or is_person_noun(after["noun"])):
        yield nominative(after["noun"])


def is_woman(text: str, person: NameAt) -> bool | None:
    """As the role beside the name or the first name says, None where neither does."""
    for role in roles(text, person):
        if is_role(role) or is_person_noun(role):
            return role.endswith("in") or role == "Frau"
    if _OF_WOMEN.search(text, max(0, person.start - 16), person.start):
        return True
    if _OF_MAN_BEFORE.search(text, max(0, person.start - 50), person.start):
        return False
    first = text[person.start : person.end].split()
    if len(first) < 2:
        return None
    if is_of_man(first[0]):
        return False
    return True if first[0].endswith("a") else None


def is_woman_by_any(passage: Passage, person: NameAt) -> bool | None:
    """The same; where a mere surname says nothing, as another mention of it with a first name says."""
    known = is_woman(passage.text, person)
    surname = passage.text[person.start : person.end]
    if known is not None or " " in surname:
        return known
    full = (name for name in passage.names if name.label == "PER" and name.end - name.start > len(surname) + 1)
    same = (name for name in full if passage.text.endswith(f" {surname}", name.start, name.end))
    return next((found for name in same if (found := is_woman(passage.text, name)) is not None), None)


def _people(passage: Passage, before: int, sentence: int) -> Iterator[NameAt]:
    """The people named before, the last first."""
    start = passage.sentences[max(0, sentence - _FAR)][0]
    return (name for name in reversed(passage.names_in(start, before)) if name.label == "PER")


def _is_same(noun: str, role: str) -> bool:
    """Minister and Verteidigungsminister, US-Präsident and Präsident; no Vizeminister."""
    short, long = sorted((noun.casefold(), role.casefold()), key=len)
    return len(short) > 3 and long.endswith(short) and not long.removesuffix(short).startswith(_BESIDE)


def _may_be(text: str, person: NameAt, adjective: str) -> bool:
    """Not so the Russian minister for 'der türkische Minister'."""
    before = _ADJECTIVE_BEFORE.search(text, max(0, person.start - 70), person.start)
    if before is None or not adjective.endswith(_OF_COUNTRY) or not _COUNTRY.search(before["adjective"]):
        return True
    return before["adjective"].casefold()[:_STEM] == adjective.casefold()[:_STEM]


def _only_person(passage: Passage, source: Interval, sentence: int, noun: str) -> Interval | None:
    """The only person named in the paragraph so far, at most three sentences before."""
    if _ANONYMOUS.search(noun) and (_MANY.search(noun) or _is_introduced(passage, source[0], sentence, noun)):
        return None
    first = sentence
    while first > max(0, sentence - _NEAR) and passage.same_paragraph(first - 1, sentence):
        first -= 1
    people = _people_from(passage, first, source[0]) or _people_from(passage, max(0, first - _NEAR), source[0])
    surnames = {passage.text[name.start : name.end].split()[-1].rstrip("s’'") for name in people}
    if len(surnames) != 1:
        return None
    if _TRADE.search(noun) and _has_roles(passage, source[0], sentence):
        return None
    known = is_woman(passage.text, people[0])
    if known is not None and known != noun.endswith("in"):
        return None
    return people[-1].start, people[-1].end


def _has_roles(passage: Passage, before: int, sentence: int) -> bool:
    """Whether the last person named is called something else: 'der Mediziner' is not the secretary-general."""
    last = next(_people(passage, before, sentence), None)
    return last is not None and any(is_role(role) for role in roles(passage.text, last))


def _is_introduced(passage: Passage, before: int, sentence: int, noun: str) -> bool:
    """Whether somebody without a name was called so before: 'ein Diplomat', 'mehrere Diplomaten'."""
    start = passage.sentences[max(0, sentence - _FAR)][0]
    return re.search(rf"(?<!\b[Dd]er )(?<!\b[Dd]ie )\b{re.escape(noun)}", passage.text[start:before]) is not None


def _people_from(passage: Passage, sentence: int, end: int) -> list[NameAt]:
    return [name for name in passage.names_in(passage.sentences[sentence][0], end) if name.label == "PER"]


def _body(passage: Passage, source: Interval, sentence: int, noun: str) -> Interval | None:
    """The organization whose name ends as the noun does: 'das Ministerium' for the Innenministerium."""
    start = passage.sentences[max(0, sentence - _FAR)][0]
    wanted = noun.casefold().removesuffix("s")
    for name in reversed(passage.names_in(start, source[0])):
        written = passage.text[name.start : name.end].casefold()
        if (
            name.label == "ORG"
            and " " not in written
            and written.removesuffix("s").endswith(wanted)
            and written != wanted
        ):
            return name.start, name.end
    if _MEDIUM.match(noun) and (medium := _medium(passage, source, sentence)):
        return medium
    if not _GENERIC.match(noun):
        return None
    return _longer(passage, source, sentence, wanted) or _only_body(passage, source, sentence)


def _paragraph(passage: Passage, sentence: int) -> int:
    """Where the paragraph begins, at most three sentences before."""
    first = sentence
    while first > max(0, sentence - _NEAR) and passage.same_paragraph(first - 1, sentence):
        first -= 1
    return passage.sentences[first][0]


def _longer(passage: Passage, source: Interval, sentence: int, wanted: str) -> Interval | None:
    """The compound before that ends as the noun does: 'die Behörde' for the Gesundheitsbehörde."""
    start = _paragraph(passage, sentence)
    found = re.finditer(rf"\b[A-ZÄÖÜ][\w-]+{wanted}\b", passage.text[start : source[0]])
    spans = [(start + one.start(), start + one.end()) for one in found]
    if spans and (
        name := next((one for one in passage.names if one.start == spans[-1][1] + 1 and one.label == "ORG"), None)
    ):
        return name.start, name.end  # 'die Katastrophenbehörde Afad'
    return spans[-1] if len({passage.text[slice(*span)] for span in spans}) == 1 else None


def _medium(passage: Passage, source: Interval, sentence: int) -> Interval | None:
    """The only organization in the paragraph that is in quotation marks, or called a newspaper."""
    start, text = _paragraph(passage, sentence), passage.text
    named = [
        name
        for name in passage.names_in(start, source[0])
        if name.label == "ORG" and (text[name.start - 1] in _MARKS or _CALLED_MEDIUM.search(text, start, name.start))
    ]
    return (named[-1].start, named[-1].end) if len({text[one.start : one.end] for one in named}) == 1 else None


def _only_body(passage: Passage, source: Interval, sentence: int) -> Interval | None:
    """The only organization named in the paragraph so far."""
    first = sentence
    while first > max(0, sentence - _NEAR) and passage.same_paragraph(first - 1, sentence):
        first -= 1
    named = [name for name in passage.names_in(passage.sentences[first][0], source[0]) if name.label == "ORG"]
    if len({passage.text[name.start : name.end] for name in named}) != 1 or is_agency(
        passage.text[named[0].start : named[0].end]
    ):
        return None
    return named[-1].start, named[-1].end
