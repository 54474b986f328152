"""Which numbers are hours though 'Uhr' is not written, of which half of the day, and which of every day."""

import re

from peacetalks_cli.german.timex.context import Context
from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.recurring import OPEN
from peacetalks_cli.german.timex.tense import second, tense

_SMALL, _NOON, _LATE = 6, 12, 20  # hours
_NEAR = 2  # sentences
_GOING = {"ging", "geht", "gehe", "ginge"}
_CONJUNCTIONS = {"als", "wenn", "bis", "nachdem", "dass", "weil", "ehe", "bevor"}
_CHANGING = re.compile(
    "(?:an)?(?:steig|stieg|sink|sank|sunk|fall|fiel|wachs|wuchs|erhöh|zunahm|zunimm|kürz|verlänger|schrumpf)"
)
_BEGINNING = re.compile(
    "(?:beginn|begann|begonn|end|schließ|schloss|öffn|start|tag|anpfiff)[a-zäöü]{0,4}"
    "|fährt|fahren|fuhr|fuhren|kommt|kommen|kam|kamen|klingelt|klingelte|läutet|läutete"
)
_OPENING = re.compile(
    "beginnen|beginnt|begann|begannen|öffnen|öffnet|öffnete|öffneten|schließen|schließt|schlossen|schloss"
)
_BESIDE_DAY = re.compile("[WPpR],x[fv]$")
_DONE = re.compile(
    "(?:zu|auf|ab|an|los|weg|heim|heraus|hinaus|ein|zurück|fort|hin)?(?:gesperrt|geschlossen|gestanden|gewacht|geweckt|gerufen|"
    "gefahren|gegangen|gekommen|geschlafen|geklingelt|geläutet|gegessen|geholt|getroffen|gereist|gebrochen|geheizt|gezogen)"
    "|begonnen|geöffnet|alarmiert|losgezogen|geendet|erschienen"
)
"""What has an hour: 'hat sein Pub um elf zugesperrt', not 'wurde der Rat um elf gekürzt'."""
_WITHIN = 300  # characters before an hour in which the time of the day is spoken of
_BEHIND = 60
_LATE_IN_DAY = re.compile(
    r"[Gg]ezählt|Stimmen\b|Auszählung|Wahllokal|[Ss]perrstunde|zugesperrt|\bPub\b|Wirtshaus|Kneipe|Dis[ck]o|\bBar\b|Konzert|"
    r"ins\sBett|schlafen\sg[ei]|Feuerwerk|Abendessen|Nachtessen|Ausgangssperre|Nachtschicht"
)
_BY_DAY = re.compile(
    r"Schlange|verkauf|Mittag|Unterricht|Schule\b|Schüler|Sitzung|Gericht|Büro|Schalter|Geschäft|Läden|Kass[ea]\b|"
    r"Presse(?:konferenz|gespräch)|Demonstra|Kundgebung|Anpfiff|Feierabend|Museum|Bibliothek|Ämter\b|\bAmt\b"
)
_IN_THE_MORNING = re.compile(r"\bfrüh|[Mm]orgen|[Vv]ormittag|Wecker|Frühstück|Messe\b|Gottesdienst|weckt")
_BY_NIGHT = re.compile(
    r"[Nn]acht|[Nn]ächt|\bfrüh|[Mm]orgen|dunkel|[Ss]chl[aie]e?f|Wecker|\bBett|weckt|wach\b|Sirene|Bäcker"
)
_DAY_BEFORE = 8  # tokens
_BESIDE = 4  # tokens
_HABITS = {"oft", "meist", "meistens", "immer", "stets", "normalerweise", "gewöhnlich"}
_HABITUAL = {"meist", "meistens", "stets", "normalerweise", "gewöhnlich", "üblicherweise", "jeweils"}
_HOLDS = {"gilt", "galt", "gelte", "gelten"}
_CURFEWS = ("Ausgangssperre", "Sperrstunde", "Nachtruhe", "Nachtfahrverbot", "Nachtflugverbot")
_STOPS = {".", ";", ")", "“", "”", "«", "»"}


def leads_to_hour(match: Match, led: str, is_beside_part: bool) -> bool:
    """'um sechs', 'kurz vor acht', 'es ging auf sieben am Abend'."""
    words = [token.text.lower() for token in match.tokens[max(0, match.i - 5) : match.i - 1]]
    after = match.after()
    if after is not None and after.kind == "t" and any(_CHANGING.match(word) for word in words):
        return False  # 'kürzt am Montag um drei die Zulage'
    if led in ("vor", "nach"):
        return words[-1:] == ["kurz"]
    if led == "bis":  # 'samstags bis zwölf'
        return True
    return led in ("um", "gegen") or (led == "auf" and is_beside_part and not _GOING.isdisjoint(words))


def is_of_list(match: Match) -> bool:
    """'In der Nacht starben zwei, um drei und um fünf'; but 'fiel am Montag, um drei, die Bank um vier Punkte'."""
    after = match.after()
    is_alone = after is None or after.kind in ",_u"
    is_linked = match.tokens[match.i - 1].text == "um" and match.kinds[max(0, match.i - 2) : match.i - 1] in (",", "u")
    if not is_alone or not is_linked:
        return False
    return not any(_CHANGING.match(token.text) for token in match.tokens[: match.j + _DAY_BEFORE])


def is_of_verb(match: Match) -> bool:
    """'Um sechs klingelt der Wecker', 'als um vier der Muezzin rief', 'wenn sie um sechs aufsteht, …'."""
    after, further = match.after(), match.after(2)
    if after is None:
        return False
    led = [token.text.lower() for token in match.tokens[max(0, match.i - 5) : match.i - 1]]
    if after.kind in ",_u" and after.text not in (
        "“",
        '"',
        "«",
        "‘",
    ):
        if match.tokens[match.i - 1].text != "um":
            # 'Am Dienstagabend, kurz vor acht, …'
            is_beside_day = _BESIDE_DAY.search(match.kinds, 0, match.i) is not None
            return led[-1:] == ["kurz"] and (is_beside_day or match.kinds.startswith(("nx", "x")))
        before = match.tokens[max(0, match.i - _BESIDE) : match.i - 1]
        is_begun = bool(led) and _BEGINNING.fullmatch(led[-1]) is not None
        is_begun = is_begun or any(
            _OPENING.fullmatch(token.text) for token in before
        )  # 'öffnen die Lokale um sieben, …'
        return is_begun or (led[-1:] == ["kurz"] and match.kinds.startswith(("nx", "x")))
    if match.tokens[match.i - 1].text == "um" and _is_done(match):
        return True
    is_subordinate = not _CONJUNCTIONS.isdisjoint(led) and match.tokens[match.i - 1].text == "um"
    if after.kind == "t":
        return is_subordinate and led[-1] in _CONJUNCTIONS
    if _CHANGING.match(after.text):  # 'Wenn die Preise um sechs steigen'
        return False
    if tense([after.text]).way is not None:
        return (
            match.kinds[max(0, match.i - 2) : match.i - 1] in ("", ",", "_") or is_subordinate or led[-1:] == ["kurz"]
        )
    if is_subordinate and further is not None and further.kind in ",_":
        return after.text.islower()
    return match.i <= 2 and after.text.endswith("t") and second(after.text) is not None


def _is_done(match: Match) -> bool:
    """'hat sein Pub um elf zugesperrt', 'hatte um zwei den Ofen angeheizt'."""
    reach = match.tokens[match.j : match.j + _BESIDE]
    verb = next((n for n, token in enumerate(reach) if _DONE.fullmatch(token.text)), None)
    if verb is None or any(token.kind in ",_" for token in reach[:verb]):
        return False
    return verb == 0 or reach[0].kind == "t"


def of_evening(match: Match, context: Context, time: tuple[int, int]) -> tuple[int, int]:
    """An hour of twelve: 'Um 20 Uhr schlossen die Lokale. Um halb elf …'; 'nach der Mittagspause um eins'."""
    hour, minute = time
    if not hour and match.tokens[match.i].kind in "4Q":
        return (hour if _is_at_night(match, context) else _NOON), minute  # 'Um halb eins sitzt sie in der Küche'
    if _SMALL <= hour < _NOON and context.is_night_begun(context.anchor):
        return hour + _NOON, minute
    is_noon = 1 <= hour <= 3 and any(
        token.text.startswith("Mittag") for token in match.tokens[max(0, match.i - 20) : match.i]
    )
    return (hour + _NOON, minute) if is_noon or _is_later_half(match, context, hour) else time


def _is_later_half(match: Match, context: Context, hour: int) -> bool:
    """Whether what is spoken of is of the evening ('zählten Stimmen. Um halb elf …') or of the afternoon."""
    if not 1 <= hour < _NOON:
        return False
    start, end = match.tokens[match.i].start, match.tokens[match.j - 1].end
    near = context.text[max(0, start - _WITHIN) : end + _BEHIND]
    told, other = (_BY_DAY, _BY_NIGHT) if hour < _SMALL else (_LATE_IN_DAY, _IN_THE_MORNING)
    return told.search(near) is not None and other.search(near) is None


def _is_at_night(match: Match, context: Context) -> bool:
    """Whether half past twelve is that of the night: by a word for it, or by the hour of which was told before."""
    if context.is_night or context.is_night_begun(context.anchor):
        return True
    hour = context.clock[0] if context.clock and context.clock_sentence >= context.sentence - _NEAR else _NOON
    is_late = hour >= _LATE or hour < _SMALL - 1
    return is_late or any(token.kind in "km" or token.text.lower() == "nachts" for token in match.tokens)


def is_pointed_clock(match: Match) -> bool:
    """'kommenden Samstag um 10.30 in der Kirche', 'bricht gegen 2.30 der Damm'; 'um 1.20 Franken', 'um 2.30 auf'."""
    before, after = match.tokens[match.i - 1].text.lower(), match.after()
    if before not in ("um", "gegen") or (after is not None and (after.kind in "nz%_&" and after.text not in _STOPS)):
        return False
    if after is not None and after.kind == "x" and tense([after.text]).way is None:
        return False
    day = match.kinds[max(0, match.i - _DAY_BEFORE) : match.i - 1]
    return before == "gegen" or match.i == 1 or not set(day).isdisjoint("WPRpkLDM")


def is_every_day(match: Match, i: int) -> bool:
    """'täglich um 8 Uhr', 'Montag bis Freitag', 'Wer um fünf Uhr früh anfängt, ist oft 14 Stunden unterwegs'."""
    begin = max(0, i - 12)
    # 'täglich bis 18 Uhr, am Samstag bis 20 Uhr'
    begin = next((n for n in range(i - 1, begin - 1, -1) if match.kinds[n] in "WD"), begin)
    before = match.tokens[begin:i]
    if any(token.kind == "G" or token.text == "jeweils" for token in before):
        return True
    before = match.tokens[max(0, i - 12) : i]
    kinds = match.kinds[max(0, i - 12) : i + 1]
    words = [token.text for token in match.tokens[max(0, i - 5) : i]]
    if "nur" in words and {"von", "zwischen"} & set(words[words.index("nur") :]) and not set(kinds) & set("WRPD"):
        return True  # 'geliefert wird nur von 18 bis 22 Uhr'
    if any(t.kind == "J" and (t.text[:3].lower() == "jed" or kinds[n + 1] in "NU") for n, t in enumerate(before)):
        return True  # but 'Alle Räte kommen um 16 Uhr'
    if is_curfew(match):
        return True
    led = match.tokens[max(0, i - _BESIDE) : i]  # 'meist zwischen zwei und vier Uhr'
    if any(token.text in _HABITUAL for token in led) and not any(token.kind in "WPRDM" for token in led):
        return True
    near = match.tokens[i : i + 12]
    is_habit = bool(match.tokens) and match.tokens[0].text == "Wer" and any(t.text in _HABITS for t in near)
    is_open = "WbW" in kinds and any(token.text in OPEN for token in match.tokens)
    return is_habit or is_open or "Montag bis Freitag" in " ".join(token.text for token in before[-9:])


def is_curfew(match: Match) -> bool:
    """'die Ausgangssperre, die von Mitternacht bis fünf gilt': every night, unless a day is named."""
    texts = [token.text for token in match.tokens[: match.j + 2 * _BESIDE]]
    is_held = not _HOLDS.isdisjoint(texts) and "b" in match.kinds and set(match.kinds).isdisjoint("WRPDM")
    return is_held and any(text.startswith(_CURFEWS) for text in texts)
