"""What a form of a speech verb is where it does not speak: 'zählt zu den Siegern', 'meldete Konkurs an'."""

import re

from peacetalks_cli.german.speech.speech_clause import SpeechVerb

_MEMBERS = re.compile(
    r"(?:[^,;.]|(?<=\d)\.(?=\d)){0,60}\b(?:Einwohner|Bewohner|Mitglieder|Kämpfer|Soldaten|Seelen|Mann|Beschäftigte|Mitarbeiter|Angestellte)n?\b"
)
# Who has members, and does not count them: 'Der Chor zählt 40 Leute'.
_OF_MANY = re.compile(
    r"\b(?:\w*(?:[Cc]hor|[Kk]orps|[Vv]erein|[Dd]orf|[Oo]rt|[Ss]tadt|[Gg]emeinde|[Ss]iedlung|[Ii]nsel|[Tt]ruppe|[Ee]inheit|[Bb]ataillon|[Bb]rigade|"
    r"[Kk]ompanie|[Mm]annschaft|[Oo]rchester|[Bb]elegschaft|[Ff]amilie|[Pp]artei|[Ff]raktion|[Gg]ruppe|[Kk]lasse|[Ss]chule|[Ff]euerwehr|[Kk]ader|"
    r"[Tt]eam|[Zz]unft|[Ii]nnung|[Bb]etrieb|[Ww]erk|[Ff]lotte|[Hh]erde|[Ss]taffel|[Kk]apelle|[Zz]irkus|[Kk]loster|[Oo]rden))\b"
)
_COUNTS_NOW = ("zählt", "zähle", "zählen")
_THEIRS = re.compile(
    r"[^,;.]{0,40}\b(?:Leute|Köpfe|Personen|Menschen|Männer|Frauen|Kinder|Schüler|Familien|Häuser|Höfe|Haushalte|Betriebe|Spieler|"
    r"Musiker|Sänger|Schiffe|Boote|Tiere|Stimmen|Freiwillige|Häftlinge|Mönche|Nonnen)n?\b"
)
_AMONG = re.compile(r"\b[Zz]u(?:r|\sden|\sihren|\sseinen|\sjenen)\s")
_HOLDS = re.compile(
    r"\b(?:sich|Platz|Rang|Position|Führung|Spitze|Vorsprung|Mandate?|Sitze?|\w+(?:platz|rang|führung|spitze))\b"
)
_SEES = re.compile(r"\b(?:sieht|sehen|sah|sahen|fühlt|fühlen|fühlte|fühlten)\b")  # 'sieht sich bestätigt'
_NO_SAYING = (
    ("meld", re.compile(r"\san(?=[,.;:]|\s(?:und|oder)\b)")),
    (
        "bestritt",
        re.compile(
            r"(?:[Kk]ämpfe?|[Ss]piele?|[Pp]artien?|[Mm]atch(?:es)?|[Rr]ennen|[Ee]insätze|[Ww]ettkampf|[Tt]urniere?)\b"
        ),
    ),
    (
        "verzeichn",
        re.compile(r"(?:[Bb]ranche|[Ii]ndustrie|[Hh]andel|[Tt]ourismus|[Ww]irtschaft|[Gg]astronomie|[Hh]otellerie)\b"),
    ),
    ("zähl", re.compile(r"\b(?:Visits|Nutzern?|Users?|Abonnenten|Followern?)\b")),
)
_MOST = re.compile(
    r"Die\s(?!ersten\b)\w+sten\s[A-ZÄÖÜ]"
)  # 'Die höchsten Quoten verzeichneten Kärnten (7 Prozent) und …'
_HELD = 120  # characters behind 'behauptete' in which stands what is held
_CHANGE = re.compile(
    r"\b(?:Zuw[aä]chse?|Zuwachs|Anstiege?|Rückg[aä]nge?|Plus|Minus|Wachstum|Zunahme|Abnahme|Umsatz\w*|Gewinne?|Verluste?|Einbu(?:ß|ss)en?)\b"
)
_SHARE_FIRST = re.compile(r"(?:(?:[Rr]und|[Ff]ast|[Ee]twa|[Nn]ur|[Nn]ahezu)\s)?[Jj]ede[rs]?\s\w+te[rs]?\s$")
# 'äußerte sich nicht dazu', 'sagte nicht, ob': nothing is stated.
_SAYS_NOT = re.compile(r"\s(?:sich\s)?(?:dazu\s|dies\s|das\s|es\s)?(?:nicht|nie|niemals)(?=\s?(?:dazu|zu|[,.:;]|$))")
_NOT_BEFORE = re.compile(r"\b(?:nicht|nie)\s$")
_DECLARED = re.compile(r"\bfür\s[a-zäöüß]+$")  # 'erklärte das Abkommen für nichtig'


def is_other(text: str, verb: SpeechVerb) -> bool:
    """'Die Stadt zählt 30 000 Einwohner', 'zählt zu den Siegern', 'kündigt sich an'."""
    if verb.form in _COUNTS_NOW and _THEIRS.match(text, verb.after) and _OF_MANY.search(text, verb.begin, verb.end):
        return True
    if verb.form.startswith(("zähl", "gezähl")):
        return bool(_MEMBERS.match(text, verb.after) or _AMONG.search(text, verb.begin, verb.end))
    if verb.form.endswith("gerechnet") and text.startswith("nicht ", verb.start - 6):
        return True  # 'die Waffen nicht gerechnet'
    if verb.form.startswith("verzeichn") and _CHANGE.search(text, verb.begin, verb.end):
        return True  # 'Kärnten verzeichnete einen Zuwachs von 2659 Personen'
    if _is_no_saying(text, verb):
        return True
    if _SHARE_FIRST.match(text, verb.begin, verb.start):
        return True  # 'Rund jeder Dritte erwartet sich Vorteile'
    if verb.form.startswith("behaupt") and _HOLDS.search(text, verb.after, min(len(text), verb.after + _HELD)):
        return True  # 'behauptete den zweiten Platz'
    if _SAYS_NOT.match(text, verb.after, verb.end) and not text.startswith(" nicht nur", verb.after):
        return True
    if _NOT_BEFORE.search(text, verb.begin, verb.start) and not text[verb.after : verb.end].strip():
        return True  # 'Was der Minister nicht sagte: …'
    if verb.form.startswith("erklär") and _DECLARED.search(text, verb.after, verb.end):
        return True
    return "kündig" in verb.form and text.startswith(" sich", verb.after)


def _is_no_saying(text: str, verb: SpeechVerb) -> bool:
    """'meldete Konkurs an', 'bestritt 67 Kämpfe', 'die Branche verzeichnete 30 Neue'."""
    if verb.form.endswith("ten") and verb.usage.takes_object and _MOST.match(text, verb.begin, verb.start):
        return True
    if verb.form in ("bestätigt", "bestätigte") and (
        text.startswith(" sich", verb.after) or _SEES.search(text, verb.begin, verb.start)
    ):
        return True
    for beginning, other in _NO_SAYING:
        if verb.form.startswith(beginning):
            return other.search(text, verb.begin, min(len(text), verb.end + 1)) is not None
    return False
