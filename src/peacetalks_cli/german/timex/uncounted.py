"""Spans of time that nothing counts: seit Monaten, im Laufe der Woche, zweimal im Jahr, lange Zeit, damals."""

from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.recurring import is_at, is_each
from peacetalks_cli.german.timex.relative import UNKNOWN, bare_weekend, moved
from peacetalks_cli.german.timex.tokens import Token, duration

COURSES = frozenset({"Laufe", "Lauf", "Verlauf", "Verlaufe", "Bilanz", "BILANZ"})
_LEADING = frozenset(
    {"nach", "für", "über", "während", "bis", "vielleicht", "womöglich", "möglicherweise", "wohl", "sogar"}
)
_PASSING = ("dauer", "gedauert", "vergeh", "vergin", "vergangen", "gewartet", "warte", "gebraucht", "brauch")
_REPEATED = frozenset({"mehrmals", "oftmals", "mehrfach", "öfter", "oft"})


def some(match: Match, context: Context) -> list[Reading]:
    """'seit Monaten', 'vor Jahren'; 'am Wochenende'; 'zweimal im Jahr'."""
    unit, plural = match.tokens[match.i].value
    if plural and unit == "WE" and is_at(match):
        return [Reading(match.i, match.j, "SET", "XXXX-WXX-WE")]
    if plural:
        if match.kinds[max(0, match.i - 5) : match.i] == "itAUu" and match.before(3).value == 1:  # type: ignore[union-attr]
            return [Reading(match.i, match.j, "DATE", "FUTURE_REF")]  # 'in den kommenden Wochen und Monaten'
        return [Reading(match.i, match.j, "DURATION", duration(None, unit))] if _is_led(match) else []
    before = match.before()
    is_after_word = before is not None and before.kind == "x"
    is_led = not is_after_word or (match.i > 1 and match.kinds[match.i - 2] in "vsifabtE")
    if before is None or before.kind not in "vsifabztx" or not is_led:
        return []
    if unit == "WE":
        return [Reading(match.i, match.j, "DATE", bare_weekend(match, context))]
    if _is_course(match):
        origin = context.anchor if unit == "D" else context.published
        value = moved(origin, 0, unit) if origin else UNKNOWN[unit]
        return [Reading(match.i, match.j, "DATE", value)] if value else []
    if is_each(match, unit):
        return [Reading(match.i, match.j, "SET", duration(1, unit))]
    led = 1 if before.kind == "t" else 0  # 'zweimal in der Woche'
    is_rate = match.kinds[match.i - 1 - led] in "if" and _is_quantity(match.before(2 + led), match.before(3 + led))
    after = match.after()
    is_certain = unit == "D" and after is not None and after.text in ("der", "des")  # 'am Tag der Wahl'
    return [Reading(match.i, match.j, "SET", duration(1, unit))] if is_rate and not is_certain else []


def _is_led(match: Match) -> bool:
    """Whether something beside a bare plural makes it a length of time: 'seit Tagen', 'Wochen dauern'."""
    before, after = match.before(), match.after()
    if after is not None and after.text.lower().startswith(_PASSING):
        return True
    is_apart = after is not None and after.text.lower() in ("nach", "vor", "lang")
    if before is None:
        return is_apart
    if before.text.lower().startswith(_PASSING):  # 'die Arbeit dauert Monate'
        return True
    if before.text == "nicht" and match.kinds[max(0, match.i - 3) : match.i] == "U,x":  # '…, nicht Jahre'
        return True
    if before.text.lower() == "auf":  # 'auf Monate hinaus', 'auf Jahre ausgebucht'
        return after is not None and after.text[0].islower() and after.kind == "x"
    if before.kind == "u":  # 'kommenden Wochen und Monaten'
        return match.before(3) is not None and match.before(3).kind in "AKNvsi"  # type: ignore[union-attr]
    if before.kind in "vsia" or before.text.lower() in _LEADING:
        return True
    return before.kind != "t" and is_apart


def _is_course(match: Match) -> bool:
    """'im Laufe der Woche'."""
    course, (unit, plural) = match.before(2), match.tokens[match.i].value
    return course is not None and course.text in COURSES and unit in ("D", "W", "M", "Y") and not plural


def _is_quantity(noun: Token | None, number: Token | None) -> bool:
    if noun is None:
        return False
    if noun.text.lower().endswith("mal") or noun.kind == "N" or noun.text.lower() in _REPEATED:
        return True
    if noun.kind not in "nU" or number is None:
        return False
    return number.kind in "NYKE" or number.text.lower().endswith(
        ("mal", "million", "millionen", "milliarde", "milliarden")
    )


def lasting(match: Match, _context: Context) -> list[Reading]:
    """'lange Zeit', 'einiger Zeit'; 'letzter Zeit' is the near past, 'dieser Zeit' the time told of."""
    first = match.tokens[match.i]
    if first.kind != "A":
        return [Reading(match.i, match.j, "DURATION", "PX")] if first.kind in "wK" else []
    value = {-1: "PAST_REF", 0: "PAST_REF", 1: "FUTURE_REF"}.get(first.value)
    return [Reading(match.i, match.j, "DATE", value)] if value else []


def vague(match: Match, _context: Context) -> list[Reading]:
    """'damals', 'künftig', 'vor kurzem'."""
    token, before = match.tokens[match.i], match.before()
    if before is not None and before.text.lower() == "nicht" and token.text == "zuletzt":
        return []
    if token.kind == "v":
        is_past = match.tokens[match.j - 1].text.lower() in ("kurzem", "langem", "längerem")
        return [Reading(match.i + 1, match.j, "DATE", "PAST_REF")] if is_past else []
    return [Reading(match.i, match.j, "DATE", token.value)]
