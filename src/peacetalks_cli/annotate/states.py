"""What a figure is about: by its noun, by what became of what it counts, by the figure that it goes on with."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate.antecedents import VON_WHOLE
from peacetalks_cli.annotate.clauses import AMONG, PART_OF, further, own_clause
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.annotate.shared_fates import (
    FATES,
    FIXED,
    among_those,
    giver_of,
    is_contrasted,
    is_inside,
    is_part_of,
    noun_of,
    same_people,
    told_before,
)
from peacetalks_cli.annotate.topic_form import by_form, without_noun
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location
from peacetalks_cli.german.figures.topics import StateRow, Topics
from peacetalks_cli.german.figures.units import Unit

_AFFECTED = re.compile(r"\b[Bb]etroffen\b")  # 'Der Strom fiel aus. Betroffen waren 2.300 Haushalte'
_COSTS = re.compile(r"(?:Kosten|Schulden|Schaden|Hilfen?|Umsatz|Gewinn|Verlust|Budget|Einnahmen|Ausgaben)$")
_WOMEN_AND_MEN = re.compile(r"Frauen und Männern?$|Männern? und Frauen$")
_CAPTIVE = re.compile(r"(?:[Gg]efangen|Haft\b|[Gg]eisel|[Gg]efängnis|fest(?:genommen|nahm|nehm)|verhaftet|inhaftiert)")
_REMAINS = re.compile(
    r"\b(?P<of>Leichen|Leichname|Überresten?|Gebeinen?)\s(?:von|der)\s"
    r"(?:(?:rund|etwa|insgesamt|mindestens|weiteren|mehr als)\s){0,2}$"
)
_RATE = re.compile(r"(?:[Qq]uote|[Aa]nteil|[Zz]ustimmung|[Ww]ert|[Ii]nflation|[Rr]ate)\b")
_THEIR_NUMBER = re.compile(r"\b(?:[Ii]hre|[Dd]eren)\s(?:Gesamtz|Z)ahl\b")
_CONNECTED = re.compile(r"(?:[Hh]aushalt|[Kk]und(?:e|in)|[Aa]nschl[uü]ss|[Aa]bonnent|[Vv]erbraucher)")
_AFFECTED_ONES = re.compile(r"\b(?:betroffene|stromlose|unversorgte)[nr]?\s")
_POWER = re.compile(r"(?:Strom|Umspannwerk|\bLicht\b|Stromnetz|Blackout)")
_ALIVE = re.compile(r"\b(?:ausgeflogen|unverletzt|entk[ao]m\w*|fest(?=[.,;])|eingeschlossen|harr\w+|befreit)\b")
_MEN = re.compile(
    r"(?:^|\s)(?:Männern?|Mann|Burschen|Freiwilligen?|(?:Nordkoreaner|Amerikaner|Serbe|Kurde|Kolumbianer|Nepalese|Araber|Eritreer|Israeli)n?s?)$"
)
_UNIT = re.compile(
    r"(?:[Bb]rigade|[Bb]ataillon|[Rr]egiment|[Tt]ruppe|[Ss]treitkräfte|[Aa]rmee|Bundeswehr|Bundesheer|[Ss]oldat)"
)
_LIVES = re.compile(
    r"\b(?:leb(?:en|t|ten|te)|wohn(?:en|t|ten|te)|untergebracht|untergekommen|aufgenommen|Zuflucht|angekommen|"
    r"eingetroffen|gemeldet|registriert|zähl(?:t|te|en|ten)|versorgt|beherberg(?:t|te|en|ten))\b"
)
_FROM = (" aus ", " aus der ", " aus dem ", " aus den ")
_FROM_THERE = re.compile(r"\saus\s(?:de[rmn]\s)?(?P<country>[A-ZÄÖÜ][\wäöüß-]+)")
_AGAINST = re.compile(r"\b(?:auf|gegen|neben|für)\s(?:(?:rund|etwa|mindestens|die|diese)\s)?$")
_SINGULAR = re.compile(r"\s(?:ist|wurde|wird|war|starb|kam)\s")
_NOUN_NEXT = re.compile(r"\s(?:[a-zäöüß]+e[nr]?\s)?[A-ZÄÖÜ]")
_WEAPONS = frozenset({"drones", "missiles"})


def decide(
    passage: Passage,
    figure: Figure,
    before: Sequence[Figure],
    following: Sequence[Figure],
    topics: Topics,
    frames: Sequence[Interval] = (),
) -> None:
    """Sets topic and detail. `before`, `following`: the other figures of the sentence, and earlier ones; `frames`:
    what of the sentence only says who speaks."""
    noun = noun_of(passage, figure)
    if topic := by_form(passage, figure, noun):
        figure.topic = topic
        return
    source = figure.of
    figure.noun_topic = _of_noun(passage, figure, noun, topics) if noun else _lent(passage, source, topics)
    if noun and figure.numeral.scale >= 10**6 and _COSTS.match(noun):
        figure.counted, figure.topic = None, "money"
        return
    if noun == "Punkte" and _is_of_rate(passage, figure, before):
        figure.counted, figure.topic, figure.unit = None, "percentage", Unit("%", "percentage", figure.end)
        return
    figure.topic = figure.noun_topic or (source.topic if source and source.topic not in FIXED else "other")
    same_sentence = [other for other in before if other.sentence == figure.sentence]
    if noun and _WOMEN_AND_MEN.match(noun) and _UNIT.search(passage.text, *passage.sentences[figure.sentence]):
        figure.noun_topic = figure.topic = "troops"
    if noun and _is_cut_off(passage, figure, noun):
        figure.topic, figure.detail, figure.has_state = "outage", "power", True
        return
    row = _state(passage, figure, same_sentence, following, topics, frames)
    if row and row.topic == "prisoners" and noun is None and source and _is_of_dead(passage, source):
        figure.topic, figure.has_state = "killed", True  # '3.000 Leichname …, 7.000 habe man schon übergeben'
        return
    if row:
        figure.topic, figure.detail, figure.has_state = row.topic, row.detail, True
        return
    if noun and (fate := among_those(passage, figure, topics) or told_before(passage, figure, topics)):
        figure.topic, figure.has_state = fate, True
        return
    same = same_people(passage, figure, before)
    giver = same or giver_of(passage, figure, same_sentence, before)
    is_part = same is not None or (
        giver is not None
        and giver.topic in FATES
        and is_part_of(passage, figure, own_clause(passage, figure, same_sentence, following)[0])
    )
    if giver and giver.topic == "killed" and not is_part and _ALIVE.search(passage.text, *passage.part_of(figure)):
        return  # 'Vier Bergleute sind tot, elf sitzen noch fest'
    if giver and not is_part and is_contrasted(passage, figure, giver):
        return
    if giver and (is_part or giver.has_state) and giver.topic not in FIXED:
        figure.topic, figure.detail, figure.has_state = giver.topic, giver.detail, True
    elif figure.topic == "other" and noun is None and not source:
        figure.topic = without_noun(passage, figure, same_sentence)


def _is_cut_off(passage: Passage, figure: Figure, noun: str) -> bool:
    """'drei Viertel der 12.600 betroffenen Haushalte', where the text speaks of power."""
    if figure.counted is None or not _CONNECTED.search(noun):
        return False
    is_hit = _AFFECTED_ONES.search(passage.text, figure.end, figure.counted[0])
    return bool(is_hit and _POWER.search(passage.around(figure.sentence, 2)))


def _is_of_dead(passage: Passage, figure: Figure) -> bool:
    """Whether a figure counts the dead themselves: 'die Leichname von 3.000 Soldaten', '6.000 Gefallene'."""
    if figure.topic != "killed":
        return False
    return figure.noun_topic == "killed" or bool(_REMAINS.search(passage.text, max(0, figure.start - 60), figure.start))


def _is_of_rate(passage: Passage, figure: Figure, before: Sequence[Figure]) -> bool:
    """'die Quote sinke um zwölf Punkte': after a percentage, points are of it."""
    last = before[-1] if before else None
    if last is None or last.topic != "percentage" or figure.sentence - last.sentence > 1:
        return False
    return last.sentence == figure.sentence or _RATE.search(passage.text, *passage.part_of(figure)) is not None


def _lent(passage: Passage, source: Figure | None, topics: Topics) -> str | None:
    """What the noun of the figure that it goes on with says; of one that comes later nothing has been decided yet."""
    if source is None or source.noun_topic or source.unit or source.counted is None:
        return source.noun_topic if source else None
    return _of_noun(passage, source, passage.text[slice(*source.counted)], topics)


def _of_noun(passage: Passage, figure: Figure, noun: str, topics: Topics) -> str:
    sentence = passage.text[slice(*passage.sentences[figure.sentence])]
    return topics.of_noun(noun, sentence, passage.around(figure.sentence, 2))


def _state(
    passage: Passage,
    figure: Figure,
    before: Sequence[Figure],
    following: Sequence[Figure],
    topics: Topics,
    frames: Sequence[Interval],
) -> StateRow | None:
    """The state row for the clause of the figure, else of the clauses that it is coordinated with."""
    whom, noun = _whom(figure), noun_of(passage, figure)
    if noun and noun.startswith("Überleb"):
        return None
    if _is_whole(passage, figure, before, following):
        return None
    if remains := _REMAINS.search(passage.text, max(0, figure.start - 60), figure.start):
        figure.state_at = remains.span("of")
        return topics.of_state(whom, "tot")
    text, around = passage.text, passage.around(figure.sentence, 4)
    own = _with_number(passage, figure, own_clause(passage, figure, before, following))
    if row := topics.of_state(whom, text[slice(*own)], around):
        is_there = row.topic == "outage" and is_inside(passage, figure, before)
        if is_there or _is_of_one(passage, figure, own) or _is_untrue(passage, figure, row, own):
            return None
        figure.state_at = _phrase(text, row, own)
        return row
    if whom in _WEAPONS:
        return topics.of_state(whom, text[slice(*passage.sentences[figure.sentence])], around)
    # 'Es gebe drei Tote, elf weitere würden mit Verbrennungen behandelt'
    fate = topics.of_state("people", text[slice(*own)], around) if noun is None and whom == "killed" else None
    if fate and fate.topic in ("wounded", "missing"):
        figure.state_at = _phrase(text, fate, own)
        return fate
    if AMONG.match(text, own[0]):
        return None
    if figure.sentence and _AFFECTED.search(text, *passage.sentences[figure.sentence]):
        row = topics.of_state(whom or "people", text[slice(*passage.sentences[figure.sentence - 1])], around)
        return row if row and row.topic == "outage" else None
    elsewhere = _said_before(passage, figure)
    for part in [elsewhere] if elsewhere else further(passage, figure, own, frames, following):
        if row := topics.of_state(whom or ("people" if elsewhere else None), text[slice(*part)], around):
            said = _phrase(text, row, part)
            # '800 Haushalte ohne Strom und 120 Keller'
            is_of_other = row.topic == "outage" and any(said[0] - other.noun_end == 1 for other in before)
            if is_of_other or _is_untrue(passage, figure, row, part):
                continue
            figure.state_at = said
            return row
    return None


def _whom(figure: Figure) -> str | None:
    """The topic of what a state may retype; of a figure without a noun also what it goes on with."""
    whom, giver = figure.noun_topic, figure.of
    if giver and giver.topic == "troops" and whom == "people" and figure.counted is None:
        return "troops"  # 'Sechs Männer sind an der Front, zwei fielen'
    return figure.topic if whom is None and figure.topic in _WEAPONS else whom


def _with_number(passage: Passage, figure: Figure, own: Interval) -> Interval:
    """The clause from its number on: 'die Zahl der getöteten oder verletzten Soldaten'."""
    start = passage.sentences[figure.sentence][0]
    if figure.counted is None or not start <= figure.counted[0] < figure.start:
        return own
    number = passage.text.rfind("ahl der ", start, figure.counted[0])
    return (number, own[1]) if 0 <= number < own[0] else own


def _is_untrue(passage: Passage, figure: Figure, row: StateRow, clause: Interval) -> bool:
    """'340 verschleppte Kinder' were taken away, but are no prisoners; only men and nations are troops at a front."""
    if row.topic == "troops":
        counted = noun_of(passage, figure) or (noun_of(passage, figure.of) if figure.of else None) or ""
        return not (_MEN.search(counted) or location.home_of(counted))
    noun = noun_of(passage, figure) or (noun_of(passage, figure.of) if figure.of else None)
    is_child = noun is not None and noun.endswith(("Kinder", "Kindern", "Waisen"))
    return row.topic == "prisoners" and is_child and not _CAPTIVE.search(passage.text, *clause)


def _is_of_one(passage: Passage, figure: Figure, clause: Interval) -> bool:
    """'Beim Angriff auf vier Männer ist einer getötet worden': the verb is that of somebody else."""
    if figure.numeral.value <= 1 or not _AGAINST.search(passage.text, max(0, figure.start - 30), figure.start):
        return False
    return bool(_SINGULAR.search(passage.text, figure.noun_end, clause[1]))


def _said_before(passage: Passage, figure: Figure) -> Interval | None:
    """The sentence whose noun the figure counts: 'Wie viele sind tot? Vier.', 'Man schätzt ihre Zahl auf 300.'"""
    start = passage.sentences[figure.sentence][0]
    if figure.counted and figure.counted[1] <= start:
        return passage.sentences[passage.sentence_at(figure.counted[0])]
    if figure.counted and figure.counted[1] < figure.start and ":" in passage.text[figure.counted[1] : figure.start]:
        holds = (part for part in passage.parts(figure.sentence) if part[0] < figure.counted[1] <= part[1])
        return next(holds, None)  # 'An der Grenze waren Verletzte ausgetauscht worden: jeweils 250'
    if figure.counted is None and figure.sentence and _THEIR_NUMBER.search(passage.text, start, figure.start):
        return passage.sentences[figure.sentence - 1]
    return None


def _is_whole(passage: Passage, figure: Figure, before: Sequence[Figure], following: Sequence[Figure]) -> bool:
    """Of 'drei ihrer fünf Kinder ertranken' the five: what became of a part is not said of the whole."""
    if _is_divided(passage, figure, following):
        return True
    last = before[-1] if before else None
    is_weapon = figure.noun_topic in _WEAPONS or figure.topic in _WEAPONS
    return last is not None and not is_weapon and PART_OF.fullmatch(passage.text, last.end, figure.start) is not None


def _is_divided(passage: Passage, figure: Figure, following: Sequence[Figure]) -> bool:
    """Of 'Von 120 Patienten starben elf' the 120."""
    if not following or figure.noun_topic in _WEAPONS or following[0].unit:
        return False
    start = passage.sentences[figure.sentence][0]
    if passage.text.startswith(", d", figure.noun_end):  # 'Von 600 Ukrainern, die über die Grenze kamen, sind 90 hier'
        return False
    return VON_WHOLE.search(passage.text, start, figure.start) is not None and (
        _NOUN_NEXT.match(passage.text, following[0].end) is None
    )


def _phrase(text: str, row: StateRow, clause: Interval) -> Interval:
    """The words of the row in the clause."""
    found = row.pattern.search(text, *clause)
    return found.span() if found else clause


def from_abroad(passage: Passage, figure: Figure) -> None:
    """'1.450 Ukrainer leben im Landkreis': who lives in another country than their own is displaced."""
    if figure.topic != "people" or figure.has_state:
        return
    noun = noun_of(passage, figure)
    if noun is None and figure.of and figure.of.topic == "displaced" and not figure.of.has_state:
        figure.topic = "displaced"  # '612 Menschen aus Syrien leben hier, 171 mehr als im Mai'
        return
    home = location.home_of(noun) if noun else None
    if home is None and figure.counted and (origin := _FROM_THERE.match(passage.text, figure.counted[1])):
        home = location.country(origin["country"])
    if home is None or not _LIVES.search(passage.text, *passage.sentences[figure.sentence]):
        return
    is_origin = figure.place is not None and passage.text.endswith(_FROM, 0, figure.place[0])
    where = passage.text[slice(*figure.place)] if figure.place and not is_origin else None
    if where is None or location.country(where) != home:
        figure.topic = "displaced"
