"""What of the phrase that names a source is given as the source."""

import re
from collections.abc import Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.phrase_words import DETERMINER, SPOKESPERSON, STATEMENT, TIME, WORD
from peacetalks_cli.german.speech.source_phrase import NameAt

_GENITIVE_LINK = re.compile(r"(?:der|des|von|vom|dieser)\s")
# 'Koordinationsstab für Kriegsgefangene', 'Amt für Statistik': what it is for belongs to its name.
_BODY = re.compile(
    r"(?:(?:stab|amt|institut|zentrum|büro|rat|verband|departement|ministerium|kommissariat)(?:e?s)?|stelle|agentur|"
    r"kommission|gesellschaft|stiftung|direktion|beauftragte[rn]?)$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r" für (?:[a-zäöüß][\w-]+(?:e|en) )?[A-ZÄÖÜ][\w-]+(?: und (?:[A-ZÄÖÜ][\w-]*e )?[A-ZÄÖÜ][\w-]+)?")
# Who counts and reckons for an organization, of which many work there: its name is the source.
_THREATENED = re.compile(r"\s(?:bedroht|betroffen|abhängig|geprägt|überzeugt|entfernt|bewohnt|erfasst|verursacht)\b")
_OF_WHAT = re.compile(  # 'die Bilanz der Tagung', 'eine Analyse der Lage': what it is about, not whose it is
    r"(?:\b|[a-zäöüß])(?:[Tt]agung|[Jj]ahre?s|[Mm]onats|[Ww]oche|[Ss]itzung|[Kk]onferenz|[Ss]aison|Lage|Daten|Zahlen|Opfer|[Kk]osten|Schäden|"
    r"Fälle|Situation|Ereignisse|Bilder|Aufnahmen|Unfälle|Vorfälle|Anfrage)$"
)
_STAFF = re.compile(
    r"(?:beobachter|analysten|analytiker|[a-zäöü]nomen|forscher|experten|wissenschaftler|statistiker|gra(?:f|ph)en|logen|fachleuten?|"
    r"rechercheuren?|prüfer|gutachter|auswerter|historiker|juristen|journalisten)n?$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:[Zz]eitung|[Ss]ender|[Pp]ortal|[Aa]gentur|[Mm]agazin|[Bb]latt)s?[ \u00a0]"
    r"[„«»\"“](?P<name>[^„“”«»\"\n]{2,40})[“”«»\"]"
)


def reduced(text: str, phrase: Interval, names: Sequence[NameAt], *, nearest_last: bool = False) -> Interval:
    """What of a source phrase is given as the source: the person's name, the organization's, or adjective and noun.

    'ukrainischen Vize-Ministerpräsidenten Oleksij Kuleba' is Oleksij Kuleba; 'der ukrainischen Luftwaffe' loses its
    article; 'Issats Sprecher' stays. `nearest_last`: of two names the last is meant.
    """
    inside = [name for name in names if phrase[0] <= name.start and name.end <= phrase[1]]
    if (title := _TITLED.search(text, phrase[0], min(len(text), phrase[1] + 40))) and title.start() < phrase[1]:
        return title.span("name")
    people = [name for name in inside if name.label == "PER"]
    if people:
        return _person(text, phrase, people[-1])
    head = _head(text, phrase)
    organization = next((name for name in inside if name.label == "ORG"), None)
    if organization and (span := _organization(text, head, organization)):
        return span
    noun = text[_noun_start(text, head) : head[1]]
    owner = _owner(text, head[1], phrase[1])
    if owner and _THREATENED.match(text, owner[1]):
        owner = None  # 'laut einer Studie von Wassermangel bedroht'
    if owner and STATEMENT.fullmatch(noun) and not _OF_WHAT.search(text, *_head(text, owner)):
        return reduced(text, owner, names)
    if _STAFF.search(noun):
        if organization:
            return organization.start, organization.end
        if owner and text.startswith(" von ", head[1]) and text[head[1] + 5].isupper():
            return reduced(text, owner, names)  # 'Kartografen von Deep State'
    if owner and SPOKESPERSON.match(noun):
        return head[0], _head(text, owner)[1]
    if nearest_last and inside and inside[-1].end == phrase[1]:
        return inside[-1].start, inside[-1].end
    purpose = _PURPOSE.match(text, head[1]) if _BODY.search(noun) else None
    return head[0], purpose.end() if purpose else head[1]


def _person(text: str, phrase: Interval, person: NameAt) -> Interval:
    """The name; with the noun that it owns, where the phrase goes on: 'Issats Sprecher'."""
    rest = text[person.end : phrase[1]].strip(' “”"«»')
    if rest and rest[0].isupper() and text[person.end - 1] in "s’'":
        noun = WORD.search(text, person.end, phrase[1])
        if noun and not STATEMENT.match(noun.group()):
            return person.start, noun.end()
    return person.start, person.end


def _organization(text: str, head: Interval, name: NameAt) -> Interval | None:
    """The organization's name, unless it only owns the head; 'Sprecher der Hamas' stays whole."""
    if name.start <= head[0] or not _GENITIVE_LINK.search(text, head[1], name.start):
        return name.start, name.end
    return (head[0], name.end) if SPOKESPERSON.match(text[_noun_start(text, head) : head[1]]) else None


def _head(text: str, phrase: Interval) -> Interval:
    """Adjectives and noun without the article; a run of capitalised words counts as one noun."""
    start = end = -1
    for word in WORD.finditer(text, *phrase):
        written = word.group()
        if end >= 0 and not (written[0].isupper() and word.start() - end == 1):
            break
        if (
            start < 0
            and DETERMINER.match(written)
            and not written.casefold().startswith(("beide", "mehrere", "einige"))
        ):
            continue
        start = word.start() if start < 0 else start
        if written[0].isupper() and not DETERMINER.match(written):
            end = word.end()
    return (start, end) if end >= 0 else phrase


def _noun_start(text: str, head: Interval) -> int:
    at = text.rfind(" ", head[0], head[1])
    return head[0] if at < 0 else at + 1


def _owner(text: str, start: int, end: int) -> Interval | None:
    """The genitive or von-phrase after a head."""
    link = re.compile(r"\s(?:der|des|von(?:\s(?:der|dem|den))?|vom|dieser|seiner|ihrer|aus(?:\s(?:der|dem))?)\s").match(
        text, start
    )
    if not link or link.end() >= end or TIME.match(text, link.end()):
        return None
    return link.end(), end
