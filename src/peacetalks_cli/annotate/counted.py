"""What a figure counts: its noun, or the figure that it goes on with."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate import spoken
from peacetalks_cli.annotate.antecedent_shares import OF_THEM, share_before
from peacetalks_cli.annotate.antecedents import antecedent, partitive
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Date, Interval
from peacetalks_cli.german.figures import noun_phrase
from peacetalks_cli.german.numerals import IN_SERIES
from peacetalks_cli.german.speech.phrase_words import NOT_NOUN
from peacetalks_cli.german.speech.source_phrase import NameAt

_S = "[ \u00a0\u202f\u2009]"
_NUMBER_OF = re.compile(
    rf"\b(?:[Zz]ahl|[Aa]nzahl|[Ss]umme|[Gg]esamtzahl){_S}(?:der|von){_S}(?:(?:in|im|am|an|auf|bei|aus|seit|durch){_S}(?:\w+{_S}){{1,3}}?"
    rf"(?=[a-zäöüß]+en{_S}(?:(?:und|oder){_S}[a-zäöüß]+en{_S})?(?:[a-zäöüß]+en{_S})?[A-ZÄÖÜ]|(?:Get|Verl|Verw|Verm|Gef|Gest)\w+en\b))?"
    rf"(?:(?!(?:in|im|am|an|auf|bei|aus|seit|durch|zwischen|von|mit|nach){_S})[a-zäöüß]\w+{_S}){{0,4}}(?P<noun>[A-ZÄÖÜ][\w-]*\w)(?=[^.;:]{{0,60}}$|[^.,;:\d]{{0,100}}$|(?:[^.,;:\d]|\d+\.?){{0,100}}$)"
)
_THAT_OF = re.compile(
    rf"\b[Zz]ahl{_S}[^;:]{{0,120}}\b(?:jene|die|diejenige){_S}de[rs]{_S}(?:[a-zäöüß]+{_S})?(?P<noun>[A-ZÄÖÜ][\w-]*\w)\b[^,.;:\d]{{0,40}}$"
)
_NUMBER_WORD = re.compile(
    r"\b(?P<noun>(?:Opfer|Toten|Todes|Todesopfer|Verletzten|Teilnehmer|Einwohner|Flüchtlings|Mitglieder|Truppen|Besucher|Vermissten|Kranken)zahl(?:en)?)\b(?=[^.;:]{0,90}$)"
)
_CHANGED = re.compile(
    rf"\b(?:die|den|das|ihre|ihren|seine|seinen|der){_S}(?:[a-zäöüß]+e[nr]?{_S})?(?P<noun>[A-ZÄÖÜ][\w-]+\w){_S}(?:[^,.;:]{{0,40}}{_S})?auf{_S}(?:(?:je|rund|etwa|höchstens|maximal|mindestens|insgesamt){_S})*$"
)
_CHANGES = re.compile(
    rf"{_S}(?:zu{_S})?(?:begrenzen|erhöhen|senken|reduzieren|verringern|aufstocken|angehoben|begrenzt|erhöht|gesenkt|reduziert|verringert|aufgestockt|beschränk\w+|stieg|sank|anheben)\b"
)
_OF_STUFF = re.compile(rf"{_S}an{_S}(?=(?:[a-zäöüß]+en{_S})?[A-ZÄÖÜ]\w+)(?!\w+{_S}(?:die|das|den)\b)")
_OF_PAY = re.compile(
    rf"{_S}(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Gg]ebühr|[Pp]ension|[Rr]ente|[Ee]intritt|[Ss]trafe|[Bb]usse|[Bb]uße|[Mm]iete|[Ll]ohn|[Gg]ehalt|"
    rf"[Ss]teuer|[Ss]old|[Pp]rämie|[Kk]aution|[Zz]uschlag|[Ff]örderung|[Ll]ösegeld|[Mm]aut|[Pp]fand|[Tt]rinkgeld|[Kk]indergeld|[Zz]oll)(?:en|n)?\b"
)
_EXTENTS = re.compile(
    r"(?:[Ee]ntfernung|Luftlinie|Umkreis|[Ll]änge|[Bb]reite|[Tt]iefe|[Hh]öhe|[Aa]bstand|[Dd]urchmesser|[Rr]eichweite|Richtung|"
    r"[Dd]istanz|Radius|Stand|Vorsprung|Rückstand|Flussufer|Ufer|Marke|Verspätung|Lauf)$"
)
_AMOUNTS = re.compile(r"(?:[Gg]ewicht\w*|[Mm]enge|[Ll]adung|[Ll]ast|[Uu]mfang|[Mm]asse)$")
_LABELLED = re.compile(
    rf"(?:^|\n|[.!?]{_S})(?:[A-ZÄÖÜ][a-zäöüß]+e{_S})?(?P<noun>[A-ZÄÖÜ][a-zäöüß-]+\w)"
    rf"(?:{_S}(?:bis|in|im|am|an|seit|auf|zum|zur|mit|ohne|nach|vor|für|von|bei){_S}[\w{_S[1:-1]}]{{2,30}})?:{_S}?(?:(?:rund|etwa|bisher|mindestens|insgesamt){_S}){{0,2}}$"
)
_LABEL_END = re.compile(r"\s*(?:[.,;:!?()\n+–-]|$)")
_ARE_ALL = re.compile(
    rf"{_S}(?:sind|seien|waren|wären)(?={_S}(?:[a-zäöüß]+e{_S})?[A-ZÄÖÜ][\w-]+(?:[.,;!)“”»]|{_S}gewesen\b))"
)
_EN_NEXT = re.compile(rf"{_S}(?!seien|waren|wären)[a-zäöüß]+en{_S}(?=[A-ZÄÖÜ])")  # 'drei davon betreffen Gebiete'
_VERB_NEXT = re.compile(rf"{_S}[a-zäöüß]+ten{_S}")
_APPOSED = re.compile(
    rf"(?P<noun>[A-ZÄÖÜ][\w-]*\w),{_S}(?:(?:rund|etwa|fast|gut|knapp|mehr als|über|je|jeweils|jede[rs]?){_S})?$"
)
_AWAY = re.compile(rf"{_S}(?:weit{_S})?entfernt")
_WEIGHS = re.compile(rf"{_S}(?:schwer|lang|breit|hoch|tief|groß|gross|dick|weit)\b")
_SO_MANY = re.compile(
    rf"\b[Ss]o{_S}viele[nr]?{_S}(?:[a-zäöüß]+e[nr]?{_S})?(?P<noun>[A-ZÄÖÜ][\w-]+)[^.:;?!\n]{{0,90}}:{_S}"
    rf"(?:(?:rund|etwa|fast|genau|mehr als){_S})?$"
)
_PIECES = re.compile(
    rf"{_S}(?:Stück|Stk\.?|Exemplare)(?:[.,;]|{_S}(?:im|pro|am|in|auf|sind|waren|wurden|davon|hab\w+|hat|hatte\w*|seien|liegen|kosten|gingen|gehen|fehlen)\b)"
)
_APPOSED_FAR = re.compile(
    rf"(?P<noun>[A-ZÄÖÜ][\w-]+),{_S}(?:die|denen|deren){_S}[^,.;:\d]{{3,90}},{_S}"
    rf"(?:(?:rund|etwa|fast|insgesamt|mehr als|gut|knapp){_S})?$"
)
_SO_SAYS = re.compile(rf"[,.;]|{_S}(?:nach|laut|insgesamt|an{_S}der{_S}Zahl|sind|waren|wurden)\b")
_VON_THOSE = re.compile(
    rf"Von{_S}(?:den|diesen|allen|ihren|seinen){_S}{spoken.ADJECTIVES}(?P<noun>[A-ZÄÖÜ][\w-]+){_S}[^,.;:\d]{{2,60}}$"
)
_OF_BODY = re.compile(r"köpfig|stöckig|geschoss?ig|geschoßig")
_FORMS = re.compile(r"(?:mal|malige?|fache?|prozentige?)[nrsm]?$|köpfig$")
_NAMED_BEFORE = re.compile(r"(?P<noun>[A-ZÄÖÜ]\w+), (?:die|der|das)\s$")  # 'die nächste Runde, die vierte in …'
_GOES_ON = re.compile(r"[,.;)]|\s(?:in|im|seit|dieser|von|nach|auf|unter|bei|binnen|innerhalb|am|an|vor)\b")
_NEAR = 40  # characters of a sentence before its figure
_LIMIT = 120


def count(passage: Passage, figure: Figure, before: Sequence[Figure], following: Figure | None) -> None:
    """Sets the noun counted, or the earlier figure whose noun it is.

    `before`: the figures so far; `following`: the next one.
    """
    if figure.numeral.kind == "times" and _OF_BODY.search(figure.numeral.rest):
        figure.counted = _body(passage, figure, following)
    if figure.is_age or figure.numeral.kind == "times" or _FORMS.match(figure.numeral.rest):
        return
    text, limit = passage.text, min(passage.sentences[figure.sentence][1], figure.end + _LIMIT)
    if limit <= figure.end and IN_SERIES.match(
        text, figure.end + 1
    ):  # 'EU einigt sich auf 21. Paket' seems to end there
        limit = figure.end + _NEAR
    taken = _Taken(passage, figure, following)
    if _PIECES.match(text, figure.end) and _pieces(passage, figure, before, following):
        return
    if figure.unit:
        figure.counted = _measured(text, passage.sentences[figure.sentence][0], figure, limit, taken)
        if figure.counted is None and figure.unit.topic == "money" and (whole := partitive(passage, figure, before)):
            figure.counted = whole.counted  # 'Von 300 Milliarden Dollar an Reserven liegen 185 Milliarden Euro hier'
        if figure.counted is None and figure.unit.topic == "percentage":
            figure.of = share_before(passage, figure, before)
        return
    if figure.numeral.kind == "fraction":
        figure.counted = noun_phrase.of_which(text, figure.end, limit, taken)
    else:
        end = _after_rest(text, figure)
        figure.counted = noun_phrase.of_which(text, end, limit, taken) or noun_phrase.head(text, end, limit, taken)
        if figure.numeral.kind == "vague":
            figure.counted = figure.counted or noun_phrase.of_many(text, end, limit, taken)
        figure.counted = figure.counted or _of_them(text, end, limit, taken)
        if figure.counted is None and figure.numeral.rest:
            figure.counted = (figure.numeral.end + 1, end)
    if figure.counted is None:
        _bare(passage, figure, before, following)


def _of_them(text: str, end: int, limit: int, taken: "_Taken") -> Interval | None:
    """The noun of '21 davon Kinder', 'acht von ihnen seien Kinder'; none of '18 davon verbüßten Strafen'."""
    among = OF_THEM.match(text, end)
    if among is None or _VERB_NEXT.match(text, among.end()) or _EN_NEXT.match(text, among.end()):
        return None
    are = _ARE_ALL.match(text, among.end())
    return noun_phrase.head(text, (are or among).end(), limit, taken)


def _bare(passage: Passage, figure: Figure, before: Sequence[Figure], following: Figure | None) -> None:
    """What a figure without a noun counts: a noun that stands before it, or that of another figure."""
    if figure.numeral.kind in ("cardinal", "fraction") and (divided := spoken.out_of(passage, figure)):
        is_numbered = any(divided[0] <= other.noun_end <= divided[1] for other in before[-3:])
        figure.counted = None if is_numbered else divided
        if figure.counted:
            return
    if whole := partitive(passage, figure, before):
        figure.of = whole
        return
    if (listed := spoken.listed(passage, figure)) and not (before and before[-1].end > listed[1]):
        figure.counted = listed
        return
    # A noun that the sentence itself counts comes before one of an earlier figure.
    if figure.numeral.kind in ("cardinal", "vague", "ordinal"):
        figure.counted = _noun_before(passage, figure) or spoken.asked_for(passage, figure)
        figure.counted = figure.counted or spoken.after_colon(passage, figure)
        if figure.counted is None and OF_THEM.match(passage.text, figure.end):
            figure.counted = spoken.quantified(passage, figure, before[-1].noun_end if before else 0)
    figure.of = None if figure.counted else antecedent(passage, figure, before, following)
    if figure.counted is None and figure.of is None and figure.numeral.kind == "cardinal":
        said = spoken.told_of(passage, figure) or spoken.number_said(passage, figure)
        figure.counted = said or spoken.goes_on(passage, figure)
        last = before[-1] if before else None
        if figure.counted is None and last and last.numeral.kind == "ordinal" and last.counted:
            is_near = figure.sentence - last.sentence <= 1 and passage.same_paragraph(last.sentence, figure.sentence)
            is_few = figure.numeral.value <= max(
                60, 3 * last.numeral.value
            )  # 'die siebte Übergabe. Diesmal waren es 943'
            if is_near and is_few and spoken.is_of_series(passage, figure):
                figure.counted = last.counted  # 'der vierte Konvoi. Gebraucht würden zwanzig'


def _body(passage: Passage, figure: Figure, following: Figure | None) -> Interval | None:
    """Whom 'achtköpfig' counts: 'ein achtköpfiges Team', 'die Abordnung, sechsköpfig, …'."""
    taken = _Taken(passage, figure, following)
    if noun := noun_phrase.adjacent(passage.text, figure.end, figure.end + _LIMIT, taken):
        return noun
    before = _APPOSED.search(passage.text, max(0, figure.start - 60), figure.start)
    return before.span("noun") if before else None


def _after_rest(text: str, figure: Figure) -> int:
    """The end of the word that the numeral is a part of ('28-Punkte-Plan')."""
    return figure.end + len(figure.numeral.rest) + 1 if figure.numeral.rest else figure.end


class _Taken:
    """Whether a word belongs to a date, to the next figure, or to the name of a person or an organization."""

    def __init__(self, passage: Passage, figure: Figure, following: Figure | None) -> None:
        self._passage = passage
        self._next = following.start if following else len(passage.text)
        self._figure = figure

    def __call__(self, start: int, end: int) -> bool:
        if start >= self._next:
            return True
        begin = max(0, start - 40)
        near: list[Date | NameAt] = [*self._passage.dates_in(begin, end), *self._passage.names_in(begin, end + 40)]
        return any(one.start < end and start < one.end for one in near)


def _of_those(text: str, start: int, figure: Figure, taken: _Taken) -> Interval | None:
    """'Von den Befragten sind 40 Prozent dafür': the noun that the sentence, which begins at `start`, divides first."""
    found = _VON_THOSE.match(text, start, figure.start)
    return found.span("noun") if found and not taken(*found.span("noun")) else None


def _measured(text: str, start: int, figure: Figure, limit: int, taken: _Taken) -> Interval | None:
    """What is measured: '60 Prozent der Haushalte', '500 Tonnen Getreide'."""
    if figure.unit is None or figure.is_age:
        return None
    if extended := noun_phrase.extended(text, figure.end, limit, taken):
        return extended
    if _WEIGHS.match(text, figure.end) and (before := _APPOSED.search(text, max(0, figure.start - 60), figure.start)):
        return None if taken(*before.span("noun")) else before.span("noun")  # 'ein Transformator, 200 Tonnen schwer'
    if figure.unit.topic == "money":
        stuff = _OF_STUFF.match(text, figure.end)
        end = stuff.end() - 1 if stuff else figure.end
        return noun_phrase.adjacent(text, end, limit, taken) if stuff or _OF_PAY.match(text, end) else None
    if not figure.unit.names_stuff:
        return None
    if figure.unit.topic == "distance":
        if _AWAY.match(text, figure.end):
            return None  # 'die 60 Kilometer entfernte Stadt'
        measured = noun_phrase.adjacent(text, figure.end, limit, taken)
        if measured is None or _EXTENTS.search(text, *measured):  # 'ein Korridor von drei Kilometern Breite'
            measured = noun_phrase.before_von(text, figure.start)
        return measured if measured and not _EXTENTS.search(text, *measured) else None
    if figure.unit.topic == "percentage":
        found = noun_phrase.of_which(text, figure.end, limit, lambda *_: False)
        found = found or (noun_phrase.adjacent(text, figure.end, limit, taken) if figure.unit.name == "%" else None)
        return found or noun_phrase.before_von(text, figure.start) or _of_those(text, start, figure, taken)
    found = noun_phrase.adjacent(text, figure.end, limit, taken)
    found = noun_phrase.coordinated(text, found, limit, taken) if found else None
    if found is None and figure.unit.name == "t":
        found = noun_phrase.before_von(text, figure.start)
        return None if found and _AMOUNTS.search(text, *found) else found
    return found or (noun_phrase.before_von(text, figure.start) if figure.unit.topic == "energy" else None)


def _pieces(passage: Passage, figure: Figure, before: Sequence[Figure], following: Figure | None) -> bool:
    """'Das Werk baut Drohnen, 2700 Stück im Monat': sets what a noun before names; False where there is none."""
    _bare(passage, figure, before, following)
    if figure.counted is None and figure.of is None:
        begin = passage.sentences[max(0, figure.sentence - 2)][0]
        crowds = list(spoken.CROWD.finditer(passage.text, begin, figure.start))
        figure.counted = crowds[-1].span() if crowds else spoken.wares(passage, figure)
    return figure.counted is not None or figure.of is not None


def _noun_before(passage: Passage, figure: Figure) -> Interval | None:
    """'Die Zahl der Toten stieg auf 14', 'Opferzahl: 14'."""
    start = passage.sentences[figure.sentence][0]
    window = passage.text[max(start, figure.start - 110) : figure.start]
    offset = max(start, figure.start - 110)
    if figure.numeral.kind == "ordinal":
        named = _NAMED_BEFORE.search(passage.text, max(0, figure.start - 60), figure.start)
        return (
            named.span("noun") if named and _GOES_ON.match(passage.text, figure.end) else spoken.event(passage, figure)
        )
    label = _LABELLED.search(passage.text, max(0, figure.start - 60), figure.start)
    if label and label["noun"] not in NOT_NOUN and _LABEL_END.match(passage.text, figure.end):
        is_speaker = bool(passage.names_in(*label.span("noun"))) or figure.numeral.scale >= 10**6
        return None if is_speaker else label.span("noun")
    far = _APPOSED_FAR.search(passage.text, max(start, figure.start - 150), figure.start)
    if far and _SO_SAYS.match(passage.text, figure.end) and not passage.names_in(*far.span("noun")):
        return far.span("noun")  # 'die Pilger, die jeden Sommer kommen, eine halbe Million nach Angaben …'
    if many := _SO_MANY.search(passage.text, max(start, figure.start - 140), figure.start):
        return many.span("noun")
    for pattern in (
        _THAT_OF,
        _NUMBER_OF,
        _NUMBER_WORD,
        _CHANGED if _CHANGES.match(passage.text, figure.end) else _NUMBER_OF,
    ):
        if found := pattern.search(window):
            return offset + found.start("noun"), offset + found.end("noun")
    return None
