"""How often: 'jeden Freitag', 'pro Jahr', 'täglich', 'am Tag'."""

import re

from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tokens import duration

_NEAR_HOURS = 20  # tokens
OPEN = frozenset({"geöffnet", "Geöffnet", "offen", "Öffnungszeiten", "Bürozeiten", "Sprechzeiten", "Ordinationszeiten"})
_HABITS = frozenset(
    {"immer", "stets", "jeweils", "meist", "meistens", "üblicherweise", "normalerweise", "gewöhnlich", "traditionell"}
)
_AT_PLURALS = frozenset({"an", "und", "oder", "den", "außer"})


def is_each(match: Match, unit: str) -> bool:
    """'Tausend Tote und Verletzte am Tag', 'Vier bis fünf Wettkämpfe bestreitet er im Jahr', but 'am Tag der Wahl'."""
    before, after = match.before(), match.after()
    if before is None or (unit, before.text) not in (("D", "am"), ("Y", "im"), ("M", "im")):
        return False
    if after is not None and after.kind in "Na" and unit != "Y":  # 'bislang erreichte die Firma im Monat 4000'
        further = match.after(2)
        return (further is None or further.kind != "t") and set(match.kinds[max(0, match.i - 6) : match.i]).isdisjoint(
            "NYK"
        )
    if after is not None and after.kind not in ",_<>ufx":
        return False
    clause = "".join(token.kind for token in match.tokens[max(0, match.i - 10) : match.i - 1])
    if unit == "D":  # what is counted stands right before it
        return bool(re.search(r"[NYK]x?[nU](?:un|n)?$", clause))
    return bool(re.search(r"[NYK](?:x?n|%|_)[^,_<]*$", clause)) and set(clause).isdisjoint("WMUl")


def is_at(match: Match) -> bool:
    """'an Wochenenden', 'an den Wochenenden'."""
    before = match.before(2) if match.before() and match.before().text == "den" else match.before()  # type: ignore[union-attr]
    return before is not None and before.text.lower() == "an"


def every(match: Match, _context: Context) -> list[Reading]:
    """'jeden Freitag', 'alle zwei Wochen', 'jede Nacht'."""
    tokens = match.tokens[match.i : match.j]
    named = next(t for t in tokens[1:] if t.kind in "UWPpkS")
    is_all = tokens[0].text.lower() == "alle"
    count = next((t.value for t in tokens[1:] if t.kind in "NO"), 1)
    if named.kind != "U" and tokens[-1].kind == "U":  # 'jeden letzten Samstag im Monat'
        return [Reading(match.i, match.j, "SET", duration(1, tokens[-1].value[0]))]
    if named.kind == "U":
        unit, plural = named.value
        if is_all and not (plural and match.first("NK")):
            return []
        return [Reading(match.i, match.j, "SET", duration(None if match.first("K") else count, unit))]
    if is_all:
        return []
    if named.kind in "WP":
        number, code = named.value if named.kind == "P" else (named.value, "")
        return [Reading(match.i, match.j, "SET", f"XXXX-WXX-{number}" + (f"T{code}" if code else ""))]
    value = {"p": f"PT1{named.value}", "k": "PT1NI"}.get(named.kind) or f"P1{named.value[0]}"
    return [Reading(match.i, match.j, "SET", value.replace("PT1MI", "XXXX-XX-XXTMI"))]


def is_every_year(match: Match) -> bool:
    """'jedes Jahr im Mai', 'alljährlich im Mai'."""
    led = match.tokens[max(0, match.i - 3) : match.i]
    if not led or led[-1].text.lower() not in ("im", "anfang", "mitte", "ende"):
        return False
    return any(token.kind == "G" and token.value == "P1Y" for token in led) or (
        len(led) > 2 and led[0].kind == "J" and led[1].kind == "U" and led[1].value == ("Y", False)
    )


def is_habit(match: Match) -> bool:
    """'stets am Freitag', 'jeweils am Montag'; 'Dienstag bis Sonntag von 10 bis 18 Uhr geöffnet'."""
    if _is_opening_hours(match):
        return True
    before, two_before = match.before(), match.before(2)
    is_led = before is not None and before.text.lower() in ("am", "an")
    further = match.before(3)
    is_any = further is not None and further.text == "auch"  # 'wer auch immer am Sonntag siegt'
    return is_led and two_before is not None and two_before.text.lower() in _HABITS and not is_any


def _is_opening_hours(match: Match) -> bool:
    is_span = match.kinds.startswith("bW", match.j) or match.kinds.endswith("Wb", 0, match.i)
    if not is_span or "T" not in match.kinds or not set(match.kinds).isdisjoint("DM"):
        return False
    near = match.tokens[max(0, match.i - _NEAR_HOURS) : match.j + _NEAR_HOURS]
    return any(token.text in OPEN for token in near)


def per(match: Match, _context: Context) -> list[Reading]:
    unit = match.tokens[match.j - 1]
    part = {"H": "P6M", "Q": "P3M"}.get(str(unit.value)) if unit.kind == "q" else None  # 'pro Halbjahr'
    value = part or {"k": "PT1NI", "p": f"PT1{unit.value}"}.get(unit.kind) or duration(1, unit.value[0])
    return [Reading(match.i, match.j, "SET", value)]


def often(match: Match, context: Context) -> list[Reading]:
    """'täglich', 'abends', 'an Sonntagen'; but 'im Verlauf des Abends' is that evening."""
    token, before, two_before = match.tokens[match.i], match.before(), match.before(2)
    is_genitive = before is not None and before.text == "des" and two_before is not None and two_before.kind == "n"
    if token.kind == "3" and token.text[0].isupper() and is_genitive:
        day = context.anchor.isoformat() if context.anchor else "XXXX-XX-XX"
        return [Reading(match.i, match.j, "TIME", f"{day}T{token.value[1]}")]
    if token.text.endswith("tagen") and not (before and before.text.lower() in _AT_PLURALS):
        return []  # 'Montagen' are works, too
    return [Reading(match.i, match.j, "SET", token.value[0] if token.kind == "3" else token.value)]
