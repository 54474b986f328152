"""Whose age a bare number is: 'Hanna (43)', 'die Lehrerin, 41, …', 'mit 33 Jahren', 'Solomija ist neun'."""

import re

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.german.figures import noun_phrase
from peacetalks_cli.german.figures.topics import Topics

_S = "[ \u00a0\u202f\u2009]"
_BRACKETED = re.compile(rf"{_S}\((?:\d\d?{_S}und{_S}|\d\d?,{_S})?$")  # 'ein Ehepaar (71 und 69)'
_BRACKET_END = re.compile(rf"\)|,?{_S}(?:und{_S})?\d\d?\)")
_NOUN_BRACKET = re.compile(rf"[A-ZÄÖÜ]\w+{_S}\((?:\d\d?{_S}und{_S}|\d\d?,{_S})?$")
_TITLE_BETWEEN = re.compile(rf",{_S}[A-ZÄÖÜ][\w-]+,{_S}$")  # 'Iryna Tkatschenko, Buchhalterin, 41, …'
_THING = re.compile(
    r"(?:[Kk]rieg|[Kk]onflikt|[Hh]aft|[Pp]ause|zeit|[Vv]ertrag|[Ff]rist|ung|[Hh]errschaft|[Tt]radition|[Gg]eschichte|jubiläum|"
    r"[Pp]rogramm|[Ss]tudium|[Ll]ehre|[Ee]xil|[Ff]rieden|strafe|[Pp]lan|[Mm]andat|[Aa]bkommen|[Dd]iktatur|[Ss]uche|[Bb]lockade|"
    r"[Tt]iefs?|[Hh]ochs?|[Rr]endite|[Aa]nleihen?|[Aa]bwesenheit|[Aa]rbeit|[Ee]rfahrung|[Ee]he|[Kk]ampf|[Pp]eriode|[Vv]isum|[Rr]egime|"
    r"[Bb]estehen|(?<!Mol)[Dd]auer|[Kk]ooperation|[Ss]treit|[Ee]mbargo|[Mm]oratorium|[Rr]hythmus|[Kk]arriere|[Pp]rojekt|[Bb]ewährung)s?$"
)
_PEOPLE = frozenset({"people", "troops", "displaced", "prisoners", "killed", "wounded"})
_OLDEST = 120
_APPOSED_END = re.compile(r"[,;]\s|[.!?](?:\s|$|[“\"»«])")
_CHUNK = re.compile(r"(?:^|[,.;:!?»«“„\"\n]\s?)(?P<words>[^,.;:!?\d\n]{3,70}), $")
_NOUN = re.compile(r"\b(?!(?:Die|Der|Das|Den|Dem|Ein|Eine|In|Im|Am|Bei)\b)[A-ZÄÖÜ][\w-]*[a-zäöüß]\w*")
_AT_AGE = re.compile(rf"\b[Mm]it{_S}(?:erst{_S}|nur{_S}|gerade{_S})?$")
_YEARS = re.compile(rf"{_S}Jahren(?![\w-])(?!{_S}(?:[A-ZÄÖÜ]|auf{_S}Bewährung))")
_IS_NOW = re.compile(
    rf"{_S}(?:ist|war|wird|wurde){_S}(?:(?:erst|gerade|heute|jetzt|damals|inzwischen|fast|schon){_S}){{0,2}}$"
)
_IS_END = re.compile(rf"[,.;!]|{_S}und{_S}(?!\d)")
_OVER_AGE = re.compile(
    rf"(?P<who>[A-ZÄÖÜ]\w+){_S}(?:ist|sei|sind|seien|war|waren){_S}(?:\w+{_S})?(?:über|unter|um{_S}die|knapp){_S}$"
)

# 'fast die Hälfte über 70', 'ein Rekrut unter 30'
_PART_OVER = re.compile(
    rf"\b(?:Hälfte|Drittel|Viertel|meisten|Mehrheit|Großteil){_S}(?:\w+{_S})?(?:über|unter|um{_S}die|knapp){_S}$"
)
_KIND_OVER = re.compile(rf"\b(?P<who>[A-ZÄÖÜ]\w+){_S}(?:über|unter){_S}$")
_SAYS = re.compile(rf"\b(?:so|sagte?|laut|erklärte?|meinte?){_S}(?:[A-ZÄÖÜ]\w+{_S})?$")
_LEAST_BARE = 4  # years: of a bare number that only a verb makes an age
# What may follow a bare age: the end of its part of the sentence, or the rest of the verb.
_CLOSES = re.compile(rf"[,.;:!?)“”\"»«–]|{_S}(?:und|oder|als|geworden|gewesen|werden|aber|sein)\b|$")
_TURNED = re.compile(rf"{_S}geworden\b")
_OF_MANY = re.compile(r"\b(?:sind|seien|waren|wären|wurden|[Dd]araus|[Aa]us|es|zu|auf|Zahl)\b")
_VERB = r"(?:ist|war|sei|wäre|wird|wurde|werde|würde)"
_WHEN = (
    rf"(?:(?:heute|jetzt|erst|gerade|damals|da|inzwischen|fast|schon|bereits|nun|mittlerweile|knapp|eben|noch|"
    rf"bald){_S}){{0,2}}"
)
_IN_TIME = (
    rf"(?:(?:im|am|in|an|zu){_S}(?:[a-zäöüß]+{_S})?[A-ZÄÖÜ]\w+{_S}|"
    rf"(?:nächste[ns]?|dieses|kommende[ns]?|vorige[ns]?){_S}\w+{_S})?"
)
_HE_IS = re.compile(
    rf"(?:\b[Ee]r|\b[Ss]ie|\b[Ii]ch|(?<=, )(?:der|die)){_S}{_VERB}{_S}{_WHEN}{_IN_TIME}$|"
    rf"\b{_VERB}{_S}(?:er|sie|ich){_S}{_WHEN}{_IN_TIME}$"
)
_SOMEBODY_IS = re.compile(
    rf"\b(?P<who>[A-ZÄÖÜ][\w-]+){_S}{_VERB}{_S}{_WHEN}{_IN_TIME}$|"
    rf"\b{_VERB}{_S}(?:(?:der|die|sein|seine|ihr|ihre){_S})?(?P<name>[A-ZÄÖÜ][\w-]+){_S}{_WHEN}{_IN_TIME}$"
)
_BECOMES = re.compile(rf"\b(?:wird|wurde|werde){_S}{_WHEN}{_IN_TIME}$")
_WITH = re.compile(rf"\b[Mm]it{_S}(?:erst{_S}|nur{_S}|gerade{_S}|schon{_S}|knapp{_S}|kaum{_S})?$")
_DOES = re.compile(
    rf"{_S}(?:hatte|hat|habe|war|ist|sei|wurde|wird|kam|ging|zog|verließ|verliess|verlor|starb|dürfte|darf|durfte|"
    rf"konnte|kann|musste|muss|sollte|heiratete|trat|machte|floh|lernte|las|schrieb|gründete|übernahm|"
    rf"arbeitete|studierte|saß|sass|wanderte|verstarb|promovierte|debütierte){_S}"
    rf"(?:man|der|die|sein|seine|ihr|ihre|[A-ZÄÖÜ]\w+|am|im|in|nach|schon)\b|{_S}[a-zäöüß]+{_S}(?:er|sie|ich)\b"
)
_LIVED = re.compile(
    rf"\b(?:starb|verstarb|heiratete|gestorben|verstorben|stirbt){_S}(?:\w+{_S}){{0,4}}mit{_S}(?:nur{_S}|erst{_S}|knapp{_S})?$"
)
_CAME = re.compile(rf"\b(?:er|sie|ich|der|die|schon|bereits){_S}mit{_S}(?:nur{_S}|erst{_S}|gerade{_S})?$")
_TO_LIFE = re.compile(
    rf"{_S}(?:nach{_S}[A-ZÄÖÜ]|als{_S}|ins{_S}|zum{_S}|zur{_S}|in{_S}(?:die|den|das|ein|eine|einen){_S}|in{_S}Pension|in{_S}Rente|"
    rf"eingezogen|Mutter|Vater|Witwe)"
)
_ALL_OVER = re.compile(
    rf"\b(?:[Aa]lle|[Kk]eine[rs]?|[Nn]iemand|[Ee]iner|[Ee]ine|[Jj]ede[rs]?|[Vv]iele|[Mm]anche|[Ww]er|[Ww]ir|[Ss]ie|[Ee]r){_S}"
    rf"(?:(?:war|waren|ist|sind|sei|seien|sogar|davon|von{_S}ihnen|bereits|schon|weit){_S}){{0,2}}"
    rf"(?:über|unter|um{_S}die|knapp){_S}$"
)
_AROUND = re.compile(rf"\b(?:Anfang|Mitte|Ende){_S}$")
_TENS = frozenset(range(20, 100, 10))


def is_age(passage: Passage, figure: Figure, topics: Topics) -> bool:
    """Whether the bare number, which no unit follows, is the age of the person named or called before it."""
    text, start, end = passage.text, figure.start, figure.numeral.end
    if not 0 < figure.numeral.value < _OLDEST or figure.numeral.scale != 1:
        return False
    if _AT_AGE.search(text, max(0, start - 14), start) and _YEARS.match(text, end):
        return True
    if _is_of_named(passage, figure):
        return True
    if _IS_END.match(text, end) and figure.numeral.value > 10 and text[start:end].isdecimal():
        of_part = _PART_OVER.search(text, max(0, start - 40), start)
        of_kind = _KIND_OVER.search(text, max(0, start - 40), start)
        if of_part or (of_kind and topics.of_noun(of_kind["who"]) in _PEOPLE):
            return True
    if _CLOSES.match(text, end) and _is_said_of_somebody(passage, figure, topics):
        return True
    if figure.numeral.value >= _LEAST_BARE and _is_at_age(text, start, end):
        return True
    over = _OVER_AGE.search(text, max(0, start - 60), start) if _IS_END.match(text, end) else None
    if over and topics.of_noun(over["who"]) in _PEOPLE and figure.numeral.value > 10:
        return True
    return text[start:end].isdecimal() and _is_apposed(passage, figure, topics)


def _is_said_of_somebody(passage: Passage, figure: Figure, topics: Topics) -> bool:
    """'da war sie 32', 'der Bub sei erst sieben', 'wird am Montag 20', 'ist 77 geworden', 'alle über siebzig'."""
    text, start, value = passage.text, figure.start, figure.numeral.value
    window = max(passage.sentences[figure.sentence][0], start - 60)
    if _HE_IS.search(text, window, start):
        return value >= _LEAST_BARE or text[start].isalpha()
    if value < _LEAST_BARE:
        return False
    if _AROUND.search(text, window, start) and value in _TENS:
        return True
    if _TURNED.match(text, figure.numeral.end):
        return not _OF_MANY.search(text, *passage.part_of(figure))
    if value in _TENS and _ALL_OVER.search(text, window, start):
        return True
    if somebody := _SOMEBODY_IS.search(text, window, start):
        who = somebody.lastgroup or "who"
        is_named = any(name.label == "PER" for name in passage.names_in(*somebody.span(who)))
        return is_named or somebody[who].endswith("in") or topics.of_noun(somebody[who]) in _PEOPLE
    return bool(_BECOMES.search(text, window, start)) and not _OF_MANY.search(text, window, start)


def _is_at_age(text: str, start: int, end: int) -> bool:
    """'Mit 17 hatte sie …', 'er starb mit 83', 'der mit 20 nach Wien kam'."""
    window = max(0, start - 60)
    if not _WITH.search(text, max(0, start - 14), start):
        return False
    if _LIVED.search(text, window, start) and _CLOSES.match(text, end):
        return True
    return bool(_DOES.match(text, end) or (_CAME.search(text, window, start) and _TO_LIFE.match(text, end)))


def _is_of_named(passage: Passage, figure: Figure) -> bool:
    """'Solomija ist neun.'"""
    before = _IS_NOW.search(passage.text, max(0, figure.start - 40), figure.start)
    if before is None or not _IS_END.match(passage.text, figure.numeral.end):
        return False
    return any(
        name.end == before.start() and name.label == "PER"
        for name in passage.names_in(before.start() - 50, before.start())
    )


def _is_apposed(passage: Passage, figure: Figure, topics: Topics) -> bool:
    """'Die Lehrerin, 41, hat …', 'Halyna Moros, Schneiderin aus Konotop, 54.'"""
    if not _APPOSED_END.match(passage.text, figure.numeral.end):
        return False
    begin = max(passage.sentences[figure.sentence][0], figure.start - 75)
    chunk = _CHUNK.search(passage.text[begin : figure.start])
    if chunk is None:
        return False
    start, end = begin + chunk.start("words"), begin + chunk.end("words")
    if any(name.label == "PER" for name in passage.names_in(start, end)):
        return True
    nouns = [noun.group() for noun in _NOUN.finditer(passage.text, start, end)]
    return any(noun.endswith("in") or topics.of_noun(noun) in ("people", "troops") for noun in nouns)


def is_somebody(text: str, figure: Figure, topics: Topics) -> bool:
    """Whether '-jährig' is of a person: a noun of its own, or before a noun that lasts no years."""
    end = figure.end
    word_end = re.compile(r"[\w-]*").match(text, end).end()  # type: ignore[union-attr]
    if text[figure.numeral.end : word_end].lstrip("-")[:1].isupper() or text[figure.start].isupper():
        return True
    noun = noun_phrase.adjacent(text, word_end, len(text), lambda *_: False)
    written = text[slice(*noun)] if noun else ""
    if topics.of_noun(written) in _PEOPLE:
        return True
    return figure.numeral.value < 100 and not _THING.search(written)


def follows_person(passage: Passage, figure: Figure) -> bool:
    """'Hanna (43)', 'Hanna Moros, 43,': a person's name, then a bracket or a comma, then the bare number."""
    title = _TITLE_BETWEEN.search(passage.text, max(0, figure.start - 50), figure.start)
    for gap in (2, 1, figure.start - title.start() if title else 1):
        at = figure.start - gap
        if (at > 0 and passage.text[at : figure.start] in (" (", ", ", "(")) or (title and gap > 2):
            names = passage.names_in(max(0, at - 60), at)
            if names and names[-1].end == at and names[-1].label == "PER":
                if _SAYS.search(text := passage.text, max(0, names[-1].start - 20), names[-1].start):
                    return text[at] == " "  # 'Gebraucht würden, so Lopes, zwanzig'
                return 0 < figure.numeral.value < 120
    text, start, end = passage.text, figure.start, figure.numeral.end
    bracket = _BRACKETED.search(text, max(0, start - 10), start) and _BRACKET_END.match(text, end)
    word = _NOUN_BRACKET.search(text, max(0, start - 50), start)
    return bool(bracket and word and 0 < figure.numeral.value < 110 and passage.text[figure.start].isdigit())
