"""'heute', 'gestern Abend', 'am heutigen Freitag'; and the 'heute' that means nowadays."""

import re
from datetime import date
from itertools import takewhile

from peacetalks_cli.german.timex.calendar import shifted
from peacetalks_cli.german.timex.context import Context, Reading
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tense import is_participle
from peacetalks_cli.german.timex.tense_words import MODALS
from peacetalks_cli.german.timex.weekdays import part_of

_NOWADAYS_BEFORE = {"bis", "wie", "von", "noch", "als", "lebt", "leben", "gilt", "gelten", "heißt", "erinnert"}
_NOWADAYS_AFTER = {"noch", "wie", "nicht", "kaum", "lebt", "leben", "gilt", "gelten", "heißt"}
_PASSAGE = 3  # sentences of a paragraph for which a day is told on from
_STATES = {
    "ist",
    "sind",
    "hat",
    "haben",
    "gibt",
    "zählt",
    "leben",
    "lebt",
    "arbeitet",
    "arbeiten",
    "gehört",
    "gehören",
} | {
    "steht",
    "stehen",
    "leitet",
    "führt",
    "kostet",
    "wohnt",
    "wohnen",
    "heißt",
    "liegt",
    "beträgt",
}
_WEEK = 7
_VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_SCENE = 3  # sentences
_REACH, _LONG = 12, 40  # tokens
_CLOSING = {"“", "”", "«", "»", '"'}
_SAID = {
    *("sagte", "sagten", "erklärte", "erklärten", "meinte", "betonte", "berichtete", "erzählte", "rief", "schrieb"),
    *("versicherte", "teilte", "hieß", "kündigte", "warnte", "bestätigte", "räumte", "klagte", "jubelte", "freute"),
}
_YEARS_BACK = re.compile(r"va?[NK]U")
_STATES_REPORTED = {"sei", "seien", "zähle", "habe", "lebe", "gebe", "arbeite", "koste", "leite", "betrage"}
_COUNTING = {"sind", "seien", "ist", "sei"}
_CONTRAST = {"damals", "früher", "einst", "zukunft", "vergangenheit"}


def day_word(match: Match, context: Context) -> list[Reading]:
    """'heute', 'gestern Abend', 'am heutigen Freitag'."""
    word = match.tokens[match.i]
    last = match.tokens[match.j - 1] if match.j - match.i > 1 else None
    near = _words(match, 3)
    if "mehr denn je" in _words(match, 6) or _is_now_after_then(match, context):
        return [Reading(match.i, match.j, "DATE", "PRESENT_REF")]
    if "von heute auf morgen" in near or "schnee von gestern" in near or _is_role_of_today(match):
        return []
    if word.text.lower().startswith("heut") and _is_nowadays(match, context):
        return [Reading(match.i, match.j, "DATE", "PRESENT_REF")]
    if last is not None and last.kind == "U" and last.value[0] != "D":
        return []
    if word.text == "morgen" and last is None and _is_of_tomorrow(match):
        return [Reading(match.i, match.j, "DATE", "FUTURE_REF")]
    if _is_quoted_of_old(match, context):
        return [Reading(match.i, match.j, "DATE", _VAGUE[(word.value > 0) - (word.value < 0)])]
    origin = spoken_on(match, context)
    day = shifted(origin, word.value) if origin else None
    part = f"T{last.value}" if last and last.kind == "p" else part_of(last)
    value = (day.isoformat() if day else "XXXX-XX-XX") + part
    if part == "TNI" and word.value == -1 and day and (night := shifted(day, 1)):
        value = night.isoformat() + part if _is_last_night(match) else value
    return [Reading(match.i, match.j, "TIME" if part else "DATE", value)]


def _is_quoted_of_old(match: Match, context: Context) -> bool:
    """'Im Januar 1994 saß er dort. … „Auf morgen“, sagte er': no day that can be known."""
    today, year = context.published, context.year
    if today is None or year is None or match.tokens[match.i].kind != "R" or context.year_is_bare:
        return False
    is_near = context.sentence - context.year_sentence <= _SCENE - 1 and context.day_sentence < context.year_sentence
    return is_near and year < today.year - 1 and context.is_quoted(match)


def spoken_on(match: Match, context: Context) -> date | None:
    """The day of the article; of what is quoted the day on which it was said: '„Heute …“, sagte er am Dienstag'."""
    today = context.published
    if today is None or match.tokens[match.i].kind == "H" or not context.is_quoted(match):
        return today
    if number := _said_on(match):
        behind = (today.isoweekday() - number) % _WEEK
        context.spoken = shifted(today, -behind), context.paragraph
    if context.spoken[0] and context.spoken[1] == context.paragraph:
        return context.spoken[0]
    is_scene = context.is_reportage and context.scene is not None and context.day == context.scene
    return context.scene if is_scene and context.sentence - context.day_sentence <= _SCENE else today


def _said_on(match: Match) -> int | None:
    """The weekday in '“, sagte er am Dienstag' behind the quotation, or in 'Am Dienstag sagte er: „' before it."""
    tokens, begin = match.tokens, match.j
    while begin < min(len(tokens), match.j + _LONG) and tokens[begin].text not in _CLOSING:
        begin += 1
    behind = tokens[begin : begin + _REACH]
    opened = next((n for n in range(match.i - 1, max(0, match.i - _LONG), -1) if tokens[n].text == ":"), 0)
    for words in (behind, tokens[max(0, opened - _REACH) : opened]):
        texts = [token.text for token in words]
        days = [n for n, token in enumerate(words) if token.kind in "WP" and n and texts[n - 1].lower() == "am"]
        if len(days) == 1 and not _SAID.isdisjoint(texts) and "vor" not in texts[: days[0]]:
            named = words[days[0]]
            return int(named.value[0] if named.kind == "P" else named.value)
    return None


def day_word_named(match: Match, context: Context) -> list[Reading]:
    """'heute, Dienstag,' is one day: where the article is of the day before, the weekday is right."""
    word, named = match.tokens[match.i], match.tokens[match.j - 1]
    day = shifted(context.published, word.value) if context.published else None
    if day is None:
        return [Reading(match.i, match.j, "DATE", f"XXXX-WXX-{named.value}")]
    off = (named.value - day.isoweekday() + 3) % 7 - 3
    value = ((shifted(day, off) if abs(off) == 1 else None) or day).isoformat()
    return [Reading(match.i, match.j, "DATE", value)]


def _is_now_after_then(match: Match, context: Context) -> bool:
    """'1995 begann er mit zwei Leuten. Heute hat die Firma 800': after a look back of years."""
    word, after, told = match.tokens[match.i], match.after(), context.told_year
    if told is None and context.day and context.paragraph == context.day_paragraph:
        told = context.day.year if context.sentence - context.day_sentence <= _PASSAGE else None
    if _is_count_of_today(match) or _is_state_reported(match):
        return True
    if word.text != "Heute" or match.i > 1 or match.j - match.i > 1 or after is None or context.published is None:
        return False
    return told is not None and told < context.published.year - 1 and after.text in _STATES


def _is_state_reported(match: Match) -> bool:
    """'Heute zähle der Verein 47 Mitglieder, sagte er'; but 'Heute seien 40 gekommen'."""
    after, rest = match.after(), match.tokens[match.j + 1 : match.j + _REACH]
    if match.i or match.tokens[match.i].text != "Heute" or after is None or after.text not in _STATES_REPORTED:
        return False
    clause = list(takewhile(lambda token: token.text not in (",", "."), rest))
    is_perfect = bool(clause) and is_participle(clause[-1].text)
    return not is_perfect and any(token.kind in "NY" or token.text[0].isdecimal() for token in clause)


def _is_count_of_today(match: Match) -> bool:
    """'Im Herbst waren es 94, heute sind es 210', '… im selben Sommer drei, heute hat Graz 25'."""
    after, before = match.after(), match.before()
    led = match.kinds[max(0, match.i - 12) : match.i]
    if match.tokens[match.i].text.lower() != "heute" or after is None or "R" in led:
        return False
    if after.text in ("gibt", "gebe", "gab") and before is not None and before.kind == "u":
        return match.after(2) is not None and match.after(2).text == "es"  # type: ignore[union-attr]
    if after.text == "?" and before is not None and before.text == "Und":
        return True
    further, count = match.after(2), match.after(3)
    if after.text in _COUNTING and further is not None and further.text == "es":
        return count is not None and count.kind in "NKagY" and (before is None or not set("MD") & set(led))
    is_contrast = before is not None and before.text == "," and bool(set("SZVI") & set(led))
    return is_contrast and after.text in _STATES


def _is_of_tomorrow(match: Match) -> bool:
    """'die Forscher von morgen'."""
    noun, of, after = match.before(2), match.before(), match.after()
    is_of = noun is not None and noun.kind == "n" and of is not None and of.text == "von"
    return is_of and (after is None or after.kind not in "ibfz")


def _is_role_of_today(match: Match) -> bool:
    """'einst Minister und heute Dozent': neither the day nor a time of its own."""
    word, before, after = match.tokens[match.i], match.before(), match.after()
    if word.text != "heute" or match.j - match.i > 1 or before is None or after is None:
        return False
    further = match.after(2)
    is_end = further is None or further.kind in ",_>uf"
    return before.kind in "u," and after.kind == "n" and after.text[0].isupper() and is_end


def _words(match: Match, reach: int) -> str:
    return " ".join(token.text.lower() for token in match.tokens[max(0, match.i - reach) : match.j + reach])


def _is_last_night(match: Match) -> bool:
    return match.before() is not None and match.before().text.lower() == "seit"  # type: ignore[union-attr]


def _opens_present(match: Match) -> bool:
    """'Heute kommen wir …', but not 'Heute will er …'."""
    after = match.after()
    return match.tokens[match.i].text == "Heute" and match.i <= 1 and after is not None and after.text not in MODALS


def _is_years_back(match: Match) -> bool:
    """'Heute erreichen 23 das Ziel, vor vier Jahren waren es sechs'."""
    first = max(0, match.i - 12)
    found = _YEARS_BACK.search(match.kinds[first : match.j + 16])
    unit = match.tokens[first + found.end() - 1] if found else None
    return unit is not None and unit.value in (("Y", True), ("DE", True))


def _is_nowadays(match: Match, context: Context) -> bool:
    """'bis heute', 'heute wie damals', 'die heutige Ukraine': not the day of the article."""
    word = match.tokens[match.i]
    if word.kind == "H":
        return match.j - match.i == 1 and not (match.after() and match.after().kind == "W")  # type: ignore[union-attr]
    if match.j - match.i > 1:
        return False
    before, after = match.before(), match.after()
    is_led = before is not None and before.text.lower() in _NOWADAYS_BEFORE
    if is_led or (after and after.text.lower() in _NOWADAYS_AFTER - {"nicht", "kaum"}):
        return True
    around = match.tokens[max(0, match.i - 12) : match.j + 12]
    # 'Heute ist Gedenktag: 1956 …'
    near = list(takewhile(lambda token: token.text != ":" or token.start < word.start, around))
    if any(token.text.lower() in _CONTRAST for token in near):
        return True
    if _is_years_back(match):
        return True
    if context.then >= context.sentence - 1 and _opens_present(match):
        return True  # 'Früher verkaufte der Vater nach Lahore. „Heute kommen wir nicht einmal bis Jammu.“'
    if any(token.text in ("Jahrhunderts", "Jahrhundert", "Jahrhunderten") for token in near):
        return True
    today = context.published  # 'Im Sommer 1995 waren es 100 000, heute sind es 210 000'
    return today is not None and any(token.kind == "Y" and token.value < today.year - 1 for token in near)
