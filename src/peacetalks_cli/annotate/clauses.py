"""The parts of a sentence that say what became of what a figure counts: its own, and those it shares."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval

AMONG = re.compile(r"\s*(?:darunter|davon|hiervon|(?:unter|von)\s(?:ihnen|denen))\b", re.IGNORECASE)
PART_OF = re.compile(
    r"\s(?:von|(?:von\s)?(?:de[rn]|ihre[rn]|seine[rn]|diese[rn]|unsere[rn])|deren|dessen)\s(?:(?:rund|etwa|insgesamt|einst|früher|zuvor|ursprünglich|damals|zuletzt|knapp|fast|gut|mehr\sals)\s){0,2}"
)
_RELATIVE = re.compile(r"\s*(?:die|der|das|welche|in denen|bei denen|deren)\s")
_RESUMES = re.compile(
    r"\s*(?:wurden?|würden?|sind|seien|war(?:en)?|ist|sei|soll(?:t?en?)?|haben|hatten?|h[aä]tten|habe|werden|konnten?|k[aä]men|starben?|"
    r"müss(?:t?en)|mussten?|dürf(?:t?en)|bleiben|blieben|such(?:en|t|ten|te)|gelten|galten|fehl(?:en|ten|t|te)|sitzen|saßen|sässen)\b"
)
_FUNCTION_WORDS = (
    "der die das den dem des ein eine einen einem einer eines und oder sowie in im an am auf aus bei beim mit "
    "nach von vom vor "
    "zu zum zur über unter um für gegen durch ohne bis seit wegen als wie auch noch nur etwa rund knapp mehr "
    "mindestens bereits "
    "schon zudem insgesamt allein weitere weiteren anderen andere teils zum teil so laut darunter davon "
    "nun dann denn wenn ihnen gestern binnen neben zwischen oben unten "
    "selbst jetzt zuletzt dort erst fast meist heute dagegen hingegen inzwischen zusammen drüben draußen dabei "
    "allen vielen einigen ihren seinen diesen jenen längst vorerst einst derzeit damit mitten sonst "
    "dritte zweite erste "
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_PAST_WORDS = (
    "nahm kam lag ging lief blieb fiel flog zog fuhr schloss ließ liess traf half stieg sank trug schlug hielt riss "
    "schoss griff brach sprach warf verlor fing rief schrieb floh sah las saß bat stieß"
)
_PAST = frozenset(_PAST_WORDS.split())
_FINITE_WORDS = (
    "laufen liefen drohen drohten stehen standen liegen lagen leben lebten warten fehlen fehlten haben hatten erhalten "
    "erhielten bekommen bekamen fordern forderten führen führten tragen trugen kommen kamen gibt gelten galten"
)
_FINITE = frozenset(_FINITE_WORDS.split())
_LOWER = re.compile(r"(?<![\w-])[a-zäöüß]+(?![\w-])")
_SHORT = 4  # characters of a part that is only an age
_AUXILIARY_WORDS = (
    "wurden wurde waren war sind ist seien sei haben hat hatten hatte habe sollen werden wird kamen kommen"
)
# 'zwölf wurden schwer, 30 leicht verletzt': the verb comes with the second.
_GAPPED = re.compile(r"\b(?:schwer|leicht|mittelschwer|lebensgefährlich|tödlich)\s?$")
_AUXILIARY = frozenset(_AUXILIARY_WORDS.split())
_OWN_VERB = re.compile(
    r"\s(?:(?:weitere|andere|davon)\s)?"
    r"(?:wurden?|würden?|werden|waren?|sind|seien|st[aeü]rben|gelten|galten|h[aä]tten|haben|kamen|k[äo]men|erlitten|l[aäie]+gen|blieben)\b"
)
# '82 Bewohner wurden in vier Vierteln erschossen': the verb comes after the place and the means
_IN_SO_MANY = re.compile(
    r"\s(?:in|an|aus|bei|binnen|innerhalb\svon|durch)\s(?:(?:den|diesen|rund|etwa|insgesamt|mindestens|mehr\sals|nur)\s){0,2}$"
)


def own_clause(passage: Passage, figure: Figure, before: Sequence[Figure], following: Sequence[Figure]) -> Interval:
    """The part of the sentence that the figure stands in, without what belongs to its neighbours."""
    start, end = _over_brackets(passage, figure)
    for other in before:
        if start <= other.start < figure.start and not other.is_age:
            start = other.noun_end
    for other in following:
        if figure.start < other.start < end and not _is_adverbial(other):
            if PART_OF.fullmatch(passage.text, figure.end, other.start):  # 'drei ihrer fünf Kinder ertranken'
                continue
            if _IN_SO_MANY.search(passage.text, max(figure.end, other.start - 40), other.start):
                continue
            end = other.start
            break
    for other in following:
        if other.is_age and other.start >= end and _is_joined(passage, end, other.start):
            end = passage.part_of(other)[1]  # 'zwei Hirten im Alter von 17 und 22 Jahren ums Leben'
    if figure.noun_end > end:  # 'drei Soldatinnen und Soldaten ums Leben'
        end = next((part[1] for part in passage.parts(figure.sentence) if part[1] >= figure.noun_end), figure.noun_end)
    return start, end


def _is_joined(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but 'und' stands between."""
    return passage.text[start:end].strip() in ("", "und", "oder", "bis")


def _over_brackets(passage: Passage, figure: Figure) -> Interval:
    """The part of the figure; what a bracket interrupts goes on after it ('Häuser sind laut Werk (KWO) ohne Strom')."""
    parts, text = passage.parts(figure.sentence), passage.text
    start, end = passage.part_of(figure)
    at = parts.index((start, end))
    while (
        at + 2 < len(parts) and text[end : parts[at + 1][0]] == "(" and text[parts[at + 1][1] : parts[at + 2][0]] == ")"
    ):
        at += 2
        end = parts[at][1]
    return start, end


def _is_adverbial(figure: Figure) -> bool:
    """Ages, and what only says how cold, how far, the how manieth time it is: the clause goes on after it."""
    is_place = figure.unit is not None and figure.unit.topic in ("temperature", "distance")
    return figure.is_age or is_place or figure.numeral.kind == "ordinal"


def further(
    passage: Passage, figure: Figure, clause: Interval, frames: Sequence[Interval], following: Sequence[Figure]
) -> list[Interval]:
    """Parts beside its `clause` to look in: what follows while it has no verb of its own, then what went before.

    `frames`: what only says who speaks; `following`: the figures of the sentence that come later.
    """
    text, parts = passage.text, passage.parts(figure.sentence)
    after = [part for part in parts if part[0] >= clause[1]]
    previous = [part for part in parts if part[1] <= clause[0]]
    found: list[Interval] = []
    is_aside = text[clause[0] - 1 : clause[0]] == "(" and text[clause[1] : clause[1] + 1] == ")"
    if is_aside and figure.counted and clause[0] <= figure.counted[0] < clause[1]:
        return []  # 'die Gemeinde (3.200 Einwohner) nahm 40 Flüchtlinge auf'
    is_bare = _GAPPED.search(text, max(figure.noun_end, clause[1] - 20), clause[1]) is not None or not (
        has_verb(text, figure.noun_end, clause[1]) or has_verb(text, clause[0], figure.start, but=_AUXILIARY)
    )
    gap_start = clause[1]
    for part in after[:4]:
        gap = text[gap_start : part[0]]
        if ";" in gap or ":" in gap:
            break
        if any(start <= part[0] and part[1] <= end + 1 for start, end in frames):  # '…, so der Bürgermeister, …'
            gap_start, is_bare = part[1], True
            continue
        if AMONG.match(text, part[0]):
            gap_start = part[1]
            continue
        if not (is_bare or _RELATIVE.match(text, part[0])):
            break
        if any(part[0] <= other.start < part[1] and _OWN_VERB.match(text, other.end) for other in following):
            break  # 'fünf Menschen, 31 wurden verletzt'
        found.append(part)
        if has_verb(text, *part):
            if is_bare and _RELATIVE.match(text, part[0]):
                found[:0] = _resumed(text, [other for other in after[:6] if other[0] >= part[1]])
            break
        gap_start = part[1]
    if is_bare and not has_verb(text, clause[0], figure.start):
        before = list(_with_verb(passage, previous, clause[0], frames))
        link = text[before[0][1] : clause[0]] if before else ""
        is_coordinated = re.search(r"\b(?:und|sowie|oder)\s*$", link) is not None
        is_resumed = len(before) > 1 and text[before[0][0] - 1 : before[0][0]] != "("  # after who says so
        comes_first = (is_coordinated or is_resumed) and any(has_verb(text, *part) for part in before)
        found = [*before, *found] if comes_first else [*found, *before]
    return found


def _resumed(text: str, parts: Sequence[Interval]) -> list[Interval]:
    """The part in which the main clause goes on after a relative one: ', sollten am Montag freikommen'."""
    for part in parts:
        if _RESUMES.match(text, part[0]):
            return [part]
        if _RELATIVE.match(text, part[0]):
            break
    return []


def _with_verb(
    passage: Passage, previous: Sequence[Interval], end: int, frames: Sequence[Interval]
) -> Iterator[Interval]:
    """The part before, over brackets, ages and who says it: 'starben ein Busfahrer (58) und zwei Fahrgäste', 'starben
    nach Angaben des Verwalters, Ihor Bilyk, zwei Fahrgäste'."""
    text = passage.text
    for part in reversed(previous[-4:]):
        if ";" in text[part[1] : end]:
            return
        yield part
        is_bracket = text[max(0, part[0] - 1) : part[0]] == "(" or part[1] - part[0] < _SHORT
        is_frame = any(start <= part[0] and part[1] <= stop + 1 for start, stop in frames)
        if not (is_bracket or is_frame or _is_name(passage, *part)):
            return
        end = part[0]


def _is_name(passage: Passage, start: int, end: int) -> bool:
    """Whether the part is a person's name and no more than 'zufolge'."""
    names = [name for name in passage.names_in(start, end) if name.label == "PER"]
    return (
        bool(names)
        and not has_verb(passage.text, start, end)
        and _LOWER.search(passage.text[start : names[0].start]) is None
    )


def has_verb(text: str, start: int, end: int, but: frozenset[str] = frozenset()) -> bool:
    """Whether a lower-case word that may be a verb stands in [start, end): no adjective, no word of `but`."""
    for word in _LOWER.finditer(text, start, end):
        written = word.group()
        if written in _PAST and written not in but:
            return True
        if written in _FUNCTION or written in but or not written.endswith(("n", "t", "te", "ei", "ar", "d", "ab")):
            continue
        is_before_noun = text[word.end() + 1 : word.end() + 2].isupper()
        if is_before_noun and written.endswith(("en", "ten", "te")) and written not in _FINITE:
            continue
        return True
    return False
