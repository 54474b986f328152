"""Which way the phrase around a date points: its preposition, what is compared, a participle, the event it is of."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from peacetalks_cli.german.timex.tense import UNKNOWN, VERBS, Direction, attribute
from peacetalks_cli.german.timex.tense_words import SPEECH
from peacetalks_cli.german.timex.tokens import Token

_NEAR = 8  # tokens between 'nach', 'vor' and the day of what they name
_FORWARD = {"bis", "ab", "spätestens", "frühestens"}
TOWARDS = {"auf", "für"}
_THREATS = {"drohte", "drohten", "droht", "drohen", "rechnete", "rechneten", "rechnet", "rechnen"}
_CALLS = {"rief", "riefen", "ruft", "rufen", "lud", "luden", "lädt", "laden", "aufgerufen", "eingeladen"}
_FORETOLD = {"mit": _THREATS, "zu": _CALLS, "zur": _CALLS, "zum": _CALLS}
"""'drohte mit Blockaden am Wochenende', 'rief zu Protesten am Samstag auf'."""
BE = {"ist", "sind", "sei", "seien"}
_FIRMLY = {"will", "wollen", "wird", "werden", "werde", "soll", "sollen", "solle", "dürfte", "dürften"}
_SCHEDULED = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß-]*)?(?:[Ww]ahl(?:en|gang)?|[Rr]eferendum|[Aa]bstimmung|[Gg]ipfel(?:treffen)?|[Tt]reffen|[Ss]itzung|"
    r"[Pp]arteitag|[Kk]onferenz|[Gg]espräche?n?|[Vv]erhandlungen|[Ss]piel|[Mm]atch|[Dd]uell|[Ff]inale|[Vv]otum)s?"
)
"""What has a place in the calendar: 'nach der Wahl im Mai will sie zurücktreten', 'Wahl am Sonntag: …'."""
_LASTED = {"reichten", "reiche", "dauerten", "galten", "hielten", "blieben", "liefen"}
_SAID = {"sagte", "sagten", "erklärte", "schrieb", "hieß", "teilte", "so", "berichtete"}
_BETWEEN = {"kommenden", "einschließlich", "voraussichtlich", "inklusive", "genau"}  # preposition and date
ENDS = {".", ";", ":", "–", "!", "?"}
_LED = 3  # tokens of a clause before what opens it
_INSERTED = 14  # tokens of a clause that says who speaks
_TO_COME = {"werde", "würden", "solle", "sollten", "wolle", "wollten", "müsse", "müssten", "könne", "könnten"} | {
    "soll", "sollen", "will", "wollen", "wird", "werden", "dürfe", "dürften", "muss", "müssen"
}  # fmt: skip
_DEADLINES = {"Ultimatum", "Frist", "Bedenkzeit", "Zeit", "Aufschub", "Schonfrist", "Galgenfrist", "Gnadenfrist"}
_ELAPSED = {"verstrichen", "verstreichen", "verstrich", "abgelaufen", "ablaufen", "ablief", "versäumt", "gebraucht"}
_OF_SPEECH = {"Angaben", "Darstellung", "Auskunft", "Worten", "Informationen", "Einschätzung", "Ansicht", "Meinung"}
_ARTICLES = {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"}


def behind_insertion(tokens: Sequence[Token], start: int, end: int, i: int, j: int) -> Direction | None:
    """'Bis Freitag, hatte sie angekündigt, werde nicht gearbeitet': the verb behind who says so."""
    if end != j or i - start >= _LED or (start > 0 and tokens[start - 1].text == ","):
        return None
    if end + 2 >= len(tokens) or tokens[end].text != "," or not tokens[end + 1].text.islower():
        return None
    inserted = list(takewhile(lambda token: token.text not in ENDS | {","}, tokens[end + 1 : end + _INSERTED]))
    verb = end + 1 + len(inserted) + 1
    if verb >= len(tokens) or tokens[verb - 1].text != "," or tokens[verb].text not in _TO_COME:
        return None
    return Direction("future", tokens[verb].text, strong=True)


def by_deadline(tokens: Sequence[Token], i: int, end: int, clause: Sequence[str]) -> Direction | None:
    """'hatte ein Ultimatum bis Donnerstag gestellt', unless it is over: 'ließ die Frist bis Freitag verstreichen'."""
    if led_by(tokens, i) != "bis" or _DEADLINES.isdisjoint(clause) or {"hatte", "hatten"}.isdisjoint(clause):
        return None
    rest = {token.text for token in tokens[i : end + _INSERTED]}
    if rest & _ELAPSED:
        return None
    return (
        Direction("future", "bis") if tokens[i].kind in "WP" else UNKNOWN
    )  # 'hatten eine Frist bis Ende Mai gestellt'


def by_preposition(tokens: Sequence[Token], i: int, j: int, by_tense: Direction) -> Direction | None:
    """By the word before tokens[i:j]: 'bis Freitag', 'vom Montag', 'aus dem Oktober'; None where it says nothing."""
    preposition = led_by(tokens, i)
    if preposition == "seit":
        return Direction("past", preposition, strong=True)
    if preposition == "aus" and tokens[i].kind in "MSWP":
        return Direction("past", preposition)
    if preposition in ("vom", "von") and not _is_begin(tokens, i, j):
        return Direction("past", preposition)
    if preposition == "vor" and _is_limit(tokens, i):
        return Direction("future", "vor")
    if preposition == "vor":  # 'sprach kurz vor Ostern': the tense is that of the speech
        return by_tense if by_tense.way == "future" else UNKNOWN
    is_past = (
        by_tense.way == "past" and by_tense.strong and not (by_tense.reason in _LASTED and _is_reported(tokens, j))
    )
    is_begun = preposition == "ab" or (preposition in ("vom", "von") and _is_begin(tokens, i, j))
    is_now = by_tense.reason in BE or (is_begun and any(token.text in BE for token in tokens[j : j + 3]))
    if (preposition == "für" or is_begun) and is_now:  # 'für Samstag ist ein Zelt gemietet'
        return Direction("future", preposition)
    if preposition in _FORWARD | TOWARDS and not is_past:
        return Direction("future", preposition, strong=preposition in _FORWARD)
    return None


def by_comparison(tokens: Sequence[Token], i: int, j: int) -> Direction | None:
    """'mehr als im März angenommen', 'anders als im Mai': what is compared with is over."""
    words = [token.text.lower() for token in tokens[max(0, i - 2) : i]]
    is_compared = len(words) == 2 and words[0].endswith(("als", "wie")) and words[1] in ("im", "am", "in")
    return Direction("past", "als", strong=True) if is_compared and tokens[i].kind in "MWSP" else None


def by_attribute(tokens: Sequence[Token], start: int, end: int, i: int, j: int) -> Direction | None:
    """'das im Februar ausgehandelte Abkommen', 'der am Freitag beginnende Gipfel': an article before it opens it."""
    led = i - 1
    while led > start and tokens[led].kind in "ifvsbB":
        led -= 1
    if led < start or led == i - 1 or tokens[led].text.lower() not in _ARTICLES:
        return None
    stop = min(end, j + 2 * _NEAR)
    if led and tokens[led - 1].text != ",":  # no pronoun: what it opens may have commas in it
        stop = next((n for n in range(j, min(len(tokens), j + 3 * _NEAR)) if tokens[n].text in ENDS), j + 2 * _NEAR)
    found = attribute([token.text for token in tokens[j:stop]])
    if found and found.way == "past" and tokens[i - 1].text.lower() in TOWARDS:
        return Direction("future", tokens[i - 1].text.lower())  # 'die für Juni angekündigten Wahlen'
    return found


def by_event(tokens: Sequence[Token], start: int, i: int, by_tense: Direction) -> Direction | None:
    """'Nach dem Treffen am Freitag': it is over; 'Vor dem Spiel am Mittwoch warnte er': it is to come."""
    for n in range(i - 1, max(start - 1, i - _NEAR), -1):
        word = tokens[n].text.lower()
        if word == "nach" and tokens[n + 1].text in _OF_SPEECH:
            return None
        if word in ("nach", "seit"):
            if word == "nach" and by_tense.reason in _FIRMLY and tokens[i].kind in "MS" and is_scheduled(tokens, n, i):
                return UNKNOWN
            return Direction("past", "nach") if n < i - 1 else None
        if word == "vor" and n < i - 2 and tokens[n + 1].text.lower() in ("dem", "der", "den", "einem", "einer"):
            return Direction("future", "vor") if by_tense.reason not in ("hatte", "hatten") else None
        if word in _FORETOLD:
            verb = next(
                (t.text for t in reversed(tokens[max(start, n - _NEAR) : n]) if t.text in _FORETOLD[word]), None
            )
            if verb:
                return Direction("future", verb)
        if tokens[n].text in VERBS:
            return None
    return None


def led_by(tokens: Sequence[Token], i: int) -> str | None:
    """The preposition that governs the expression; 'bis zum', 'ab dem', 'bis Ende' count too."""
    for n in range(i - 1, max(-1, i - 4), -1):
        token = tokens[n]
        word = token.text.lower()
        if token.kind in "bvsif" or word in TOWARDS:
            bis = n > 0 and tokens[n - 1].text.lower() == "bis"
            return "bis" if bis else word
        if token.kind not in "tzBahuWP" and word not in _BETWEEN:
            return None
    return None


def _is_reported(tokens: Sequence[Token], j: int) -> bool:
    """'…, schreibt die Bank', '…, sagte er': what stands before it is said, not told."""
    return any(
        comma.text == "," and (verb.text in SPEECH or verb.text in _SAID)
        for comma, verb in pairwise(tokens[j : j + _NEAR])
    )


def _is_limit(tokens: Sequence[Token], i: int) -> bool:
    """'nicht vor dem Sommer', 'noch vor Freitag'."""
    before = [token.text.lower() for token in tokens[max(0, i - 4) : i]]
    return any(word in ("nicht", "noch") and "vor" in before[n + 1 : n + 2] for n, word in enumerate(before))


def _is_begin(tokens: Sequence[Token], i: int, j: int) -> bool:
    """'von Montag bis Mittwoch', 'von Montag an': not the origin that 'vom Montag' names."""
    is_open = [token.text for token in tokens[j : j + 2]] == [",", "an"] or any(
        t.text == "an" for t in tokens[j : j + 1]
    )
    reach = next((n for n in range(j, min(len(tokens), j + 6)) if tokens[n].text in VERBS), j + 6)
    return is_open or any(token.text == "bis" for token in tokens[i:reach])


def is_scheduled(tokens: Sequence[Token], n: int, i: int) -> bool:
    """Whether what stands between tokens n and i has a place in the calendar: 'Wahl', 'Gipfel'."""
    return any(_SCHEDULED.fullmatch(token.text) for token in tokens[n + 1 : i])
