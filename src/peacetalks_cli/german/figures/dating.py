"""What a date says where it stands: when something is, or since when, than when, between when, of what."""

import re

from peacetalks_cli.facts import Interval

_S = "[ \u00a0\u202f]"
_REACH = 90  # characters before a date in which a word may govern it
# What may stand between a preposition and a date that belongs to its phrase: 'seit dem Fall von Mariupol im Mai'.
_PHRASE = (
    rf"(?:(?:d(?:e[mrns]|ie|as)|eine[mnrs]?|von|vom|im|in|am|um|und|noch|schon|etwa|gegen|\d+:\d+|dem{_S}Jahr|"
    rf"[a-zäöüß]+e[nmrs](?={_S}[A-ZÄÖÜ])|[A-ZÄÖÜ][\w/-]*|\d{{4}}(?={_S}und)){_S}){{0,6}}$"
)
_SINCE = re.compile(rf"\b[Ss]eit{_S}{_PHRASE}")
_COMPARED = re.compile(
    rf"(?:(?<=\w{_S})(?:als|wie)|\b[Gg]egenüber|\b(?:[Vv]erglichen|[Ii]m{_S}Vergleich|[Ii]m{_S}Gegensatz){_S}(?:mit|zu[mr]?)|"
    rf"\b[Ii]m{_S}Vergleich)"
    rf"{_S}(?:(?:zuletzt|zu|vor|zur|zum|Ende|Anfang|Mitte){_S})?{_PHRASE}"
)
_WITH = re.compile(rf"{_S}(?:mit|bei){_S}(?:[a-zäöüß]+{_S}){{0,2}}")
_BEFORE_OR_AFTER = re.compile(
    rf"\b(?:[Vv]or|[Nn]ach)(?!{_S}(?:eigene[nr]{_S})?(?:Angaben?|\w*[Aa]nsicht|Auskunft|\w*[Zz]ählung|Darstellung|\w+ungen|\w*[Bb]ericht\w*|Worten))"
    rf"{_S}{_PHRASE}"
)
_STILL = re.compile(rf"{_S}(?:noch|bereits|schon){_S}")  # 'nach den Angriffen waren am Dienstag noch …'
_A_LENGTH = re.compile(
    rf"(?:\S+{_S}){{0,3}}(?:Jahr|Monat|Woche|Tag|Stunde|Minute|Jahrzehnt|Jahrhundert|Quartal)(?:e[nrs]?|n|es)?\b|"
    r"kurzem|längerem"
)
_DIRECTLY = re.compile(rf"\b(?:[Vv]or|[Nn]ach|[Ii]n){_S}(?:\w+{_S})?$")
_COUNTED_NEXT = re.compile(rf"\S+{_S}(?:[a-zäöüß]+e[nr]?{_S})?")
_OF = re.compile(rf"\b[A-ZÄÖÜ][\w-]*[a-zäöüß]{_S}(?:von|vom|aus{_S}dem{_S}Jahr|aus|des{_S}Jahres){_S}$")
_DETERMINER = (
    r"(?:[Dd](?:er|ie|as|em|en|es)|eine?[mnrs]?|[Ss]eine?[mnrs]?|[Ii]hre?[mnrs]?|[Dd]iese[mnrs]?|"
    r"zum|zur|beim|vom|[Nn]ach|[Ll]aut)"
)
_IN_ATTRIBUTE = re.compile(
    rf"\b(?:{_DETERMINER}|im|am){_S}(?:(?:noch|bereits|schon|erst|eigentlich|ursprünglich){_S})?"
    rf"(?:am|im|in|vor|bis|seit|ab|für|um|zu){_S}(?:der{_S}|den{_S}|dem{_S})?$"
)
_ATTRIBUTE_OF_YEAR = re.compile(rf"\b{_DETERMINER}{_S}(?:(?:noch|bereits|schon|erst){_S})?$")
_BARE = re.compile(r"\d{4}|heuer|heute|gestern|morgen")
_PARTICIPLE = re.compile(
    rf"(?:{_S}[\wäöüß.-]+){{0,4}}?{_S}[a-zäöüß]*(?:t|en|end)e[nmrs]?{_S}(?=(?:[\wäöüß-]+e[nmrs]?{_S}){{0,2}}[A-ZÄÖÜ])"
)
_YEAR = re.compile(r"(?:.*\D)?\d{4}")
_NO_HOUR = re.compile(r"(?!.*Uhr).*\D.*")
_TO = re.compile(rf"{_S}?(?:bis|[–—-]|/){_S}?(?:(?:zu[mr]?|in|Ende|Anfang|Mitte|hin){_S}){{0,2}}$")
_DASHED = re.compile(r"\d[-–]$")
_AND = re.compile(rf"{_S}und{_S}(?:(?:de[mr]|Ende|Anfang|Mitte|im|am){_S}){{0,2}}$")
_BETWEEN = re.compile(rf"\b[Zz]wischen{_S}(?:\w+{_S}){{0,2}}$")
_TO_ANOTHER = re.compile(rf"{_S}(?:auf|nach|gegenüber|statt){_S}(?:[a-zäöüß]+{_S}){{0,2}}")
_FROM_ANOTHER = re.compile(rf"\b(?:auf|nach|gegenüber|statt|gegen|von){_S}(?:\S+{_S}){{0,3}}$")
_NEAR = 40  # characters behind a figure in which a date is of it
_ALONE = re.compile(rf"(?:[Ii]m|[Aa]m|[Ii]n|[Ss]tand|[Ii]m{_S}Jahr)?{_S}?(?:Jahr{_S})?$")
_OWN_TIME = re.compile(
    rf"\b(?:bisher|bislang|seither|seitdem|inzwischen|mittlerweile|derzeit|aktuell|jährlich|täglich|damals|einst|früher|jemals|"
    rf"(?:in|während){_S}den{_S}(?:vergangenen|letzten|nächsten|kommenden)|im{_S}(?:zweiten|dritten|vierten)(?={_S}\d)|binnen|innerhalb|pro{_S}(?:Jahr|Tag|Monat|Woche))\b",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(rf"\b(?:[Ss]eit|[Nn]ach){_S}(?:(?:de[mnr]|seine[mnr]|ihre[mnr]){_S})?$")
_SIZE_BEFORE = re.compile(
    rf"[A-ZÄÖÜ][\w-]*{_S}(?:mit|über|unter|ab)(?:{_S}(?:rund|etwa|knapp|fast|gut|mehr|als|insgesamt|seinen|ihren)){{0,3}}{_S}$"
)
_SIZE = re.compile(r"\w*(?:[Ee]inwohner|[Mm]itarbeiter|[Bb]eschäftigt|[Mm]itglied|[Zz]immer|[Ss]itzplätze|[Bb]ewohner)")
_OF_SO_MANY = re.compile(r"-[a-zäöüß]+ig(?:e[nmrs]?)?\b")  # '28-seitig'
_MEASURED_THING = re.compile(rf"{_S}[a-zäöüß]{{3,20}}ende[nmrs]?{_S}[A-ZÄÖÜ]")
_SAYING = re.compile(r"\b(?:verlautete|hieß|hiess|bekanntgegeben|mitteilten?|bekannt\s(?:gab|wurde))\b")
_PLANNED = re.compile(
    r"\b(?:soll(?:en)?|will|wollen|wird|werden|geplant|vorgesehen|voraussichtlich|möchten?|müssen|muss|müsse)\b"
)
_STARTED = re.compile(
    r"\b(?:begann\w*|beginn(?:t|en)|begonnen\w*|gegründet\w*|geboren\w*|eröffnet\w*|entstand\w*|erbaut\w*|errichtet\w*|Jahrgang|Baujahr)\b"
)
_CONTENT = re.compile(r"(?:nachdem|bevor|ehe|weil|obwohl|dass|ob|da|damit|wie)\s|um\s(?=.{1,200}\szu\s)")
_CONTENT_FIRST = re.compile(r"\s?(?:Nachdem|Bevor|Ehe|Weil|Obwohl|Dass|Da|Damit)\s")
_RELATIVE = re.compile(
    r"(?:(?:in|mit|auf|bei|aus|von|an|nach|vor|über|für|durch|um)\s)?"
    r"(?:der|die|das|dem|den|deren|dessen|denen|welche[mnrs]?|wo|worin)\s"
)


def since(text: str, sentence: Interval, date: Interval) -> bool:
    """Whether a date is only when something began: 'seit Juli', 'seit dem Fall von Mariupol im Mai 2022'."""
    return _SINCE.search(text, max(sentence[0], date[0] - _REACH), date[0]) is not None


def compared(text: str, part: Interval, date: Interval) -> bool:
    """Whether a date is what something is compared with: 'mehr als im Vorjahr', 'gegenüber 2014'."""
    return _COMPARED.search(text, max(part[0], date[0] - _REACH), date[0]) is not None


def is_of_compared(text: str, date: Interval, start: int) -> bool:
    """Whether the figure at `start` is the one of the date compared with: 'gegenüber dem Jahr davor mit 255'."""
    return _WITH.fullmatch(text, date[1], start) is not None


def beside(text: str, sentence: Interval, date: Interval, start: int) -> bool:
    """Whether something is before or after a date: 'nach der Wahl 2013', 'vor Freitag'; not 'vor drei Tagen', and not
    for a figure at `start` within that phrase: 'nach dem zweiten Treffen am Freitag'."""
    low = max(sentence[0], date[0] - _REACH)
    if _DIRECTLY.search(text, low, date[0]) and _A_LENGTH.fullmatch(text, *date):
        return False
    found = _BEFORE_OR_AFTER.search(text, low, date[0])
    return found is not None and not found.start() < start < date[0] and not _STILL.match(text, date[1])


def span(text: str, date: Interval, before: Interval | None, after: Interval | None) -> bool:
    """Whether a date is one end of a time: 'zwischen 2008 und 2014', 'vom 3. bis 7. Juni'. The dates beside it."""
    if _DASHED.search(text, max(0, date[0] - 2), date[0]):
        return True
    for first, second in ((before, date), (date, after)):
        if first is None or second is None or not 0 < second[0] - first[1] < 20:
            continue
        if _TO.match(text, first[1], second[0]):
            # '2024 bis Ende November', 'am Mittwoch bis 15 Uhr'
            is_year, is_hour = (_same(form, text, first, second) for form in (_YEAR, _NO_HOUR))
            return not is_year and not is_hour
        if _AND.match(text, first[1], second[0]) and _BETWEEN.search(text, max(0, first[0] - 30), first[0]):
            return True
    return False


def _same(form: re.Pattern[str], text: str, first: Interval, second: Interval) -> bool:
    """Whether the first has a form and the second has not, so that the second is within the first."""
    return form.fullmatch(text, *first) is not None and form.fullmatch(text, *second) is None


def attribute(text: str, part: Interval, date: Interval, start: int) -> bool:
    """Whether a date only tells which thing is meant, and not the one that the figure at `start` counts:
    'das Triple von 2013', 'in ihrem am Montag veröffentlichten Bericht', 'der 1972 geborene Wirt'."""
    low = max(part[0], date[0] - _REACH)
    if of := _OF.search(text, low, date[0]):
        return not (start < of.start() and _COUNTED_NEXT.fullmatch(text, start, of.start()))
    is_bare = _BARE.fullmatch(text, *date) and _ATTRIBUTE_OF_YEAR.search(text, low, date[0])
    if not is_bare and not _IN_ATTRIBUTE.search(text, low, date[0]):
        return False
    participle = _PARTICIPLE.match(text, date[1])
    return participle is not None and not date[1] < start <= participle.end()


def is_of_other(text: str, date: Interval, start: int, others: list[int]) -> bool:
    """Whether a date is that of another figure which the one at `start` changes from or to: 'von 300 im Jahr 2014 auf
    500', '500 nach 300 im Jahr davor'. `others`: where the figures of the sentence start."""
    if date[1] > start:
        return any(start < other < date[0] and _FROM_ANOTHER.search(text, start, other) for other in others)
    if not _TO_ANOTHER.fullmatch(text, date[1], start):
        return False
    return any(0 < date[0] - other < _NEAR and "," not in text[other + 4 : date[0]] for other in others)


def is_alone(text: str, part: Interval, date: Interval) -> bool:
    """Whether a part of a sentence is in brackets and has nothing but the date."""
    is_bracket = text[max(0, part[0] - 1) : part[0]] == "(" and text[date[1] : date[1] + 1] == ")"
    return is_bracket and _ALONE.match(text, part[0], date[0]) is not None


def has_own_time(text: str, part: Interval) -> bool:
    """Whether a part of a sentence is about a time of its own, without a date: 'bisher', 'in den letzten Tagen'."""
    return _OWN_TIME.search(text, *part) is not None


def is_property(text: str, start: int, end: int, noun: str | None, *, is_measure: bool) -> bool:
    """Whether the figure [start, end) tells what a thing is like, whenever: 'eine Gemeinde über 10.000 Einwohner', 'die
    fünf Hektar umfassende Anlage'. `noun`: what it counts; `is_measure`: it has a unit."""
    if _OF_SO_MANY.match(text, end):
        return True
    if is_measure:
        return _MEASURED_THING.match(text, end) is not None
    is_size = noun is not None and _SIZE.match(noun) is not None
    return is_size and _SIZE_BEFORE.search(text, max(0, start - _REACH), start) is not None


def is_since(text: str, start: int) -> bool:
    """Whether what begins at `start` is an event since or after which something is: 'seit der elften Runde'."""
    return _SINCE_THEN.search(text, max(0, start - _NEAR), start) is not None


def is_saying(text: str, part: Interval) -> bool:
    """Whether a part of a sentence says, in words that name no speaker, that something was made known."""
    return _SAYING.search(text, *part) is not None


def is_planned(text: str, part: Interval) -> bool:
    return _PLANNED.search(text, *part) is not None


def is_beginning(text: str, part: Interval) -> bool:
    """Whether a part of a sentence says when something began to be."""
    return _STARTED.search(text, *part) is not None


def is_content(text: str, part: Interval) -> bool:
    """Whether a part is a clause with a conjunction that makes its time another one: 'dass', 'Weil', 'nachdem'."""
    if _CONTENT_FIRST.match(text, *part):
        return True
    return text[max(0, part[0] - 2) : part[0]] == ", " and _CONTENT.match(text, *part) is not None


def is_relative(text: str, part: Interval) -> bool:
    """Whether a part is a relative clause."""
    return text[max(0, part[0] - 2) : part[0]] == ", " and _RELATIVE.match(text, *part) is not None
