"""What the words of a sentence say of where its figures hold: what is done, of which countries, what goes on."""

import re
from collections.abc import Iterable
from functools import lru_cache

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.countries import COUNTRY_OF

# What a sentence tells of, by the beginnings of words (in small letters) that say so; `$` ends a word.
_CUES = {
    "uses": r"(?:setzten?|zählte?n?|feuerten?|starteten?)$|eingesetzt|(?:ab|ge)(?:feuert|startet)",
    "intercepts": r"abge(?:fangen|schossen|wehrt|stürzt)|abschuss|radar|neutralisiert|unschädlich",
    "hits": r"angegriffen|angriff|angriffs?$|beschoss|beschuss|bombardier|getroffen|trafen?$|"
    r"ein(?:geschlagen|schlag|schläge)|schlug|zerstör|beschädig|explo|brannte|abgebrannt|\w*angriff",
    "harms": r"getötet|ums$|st[ao]rb|gestorben|verletz|verwund|toten?$|todes|opfern?$|gefallen$|verschüttet|"
    r"vermisst|ertr[aiu]nk|erschossen",
    "moves": r"gebracht|geflohen|geflüchtet|reis(?:en|t|te|ten)$|eingetroffen|eintreffen|verlegt|evakuiert|"
    r"kamen$|angekommen|verlassen|verließ|zurückgekehrt|unterwegs|fuhr|flog|geflogen|gelandet",
    "gives": r"(?:ge)?liefer|geschickt|schick|(?:ge)?spende|zahl(?:en|t|te|ten)$|gezahlt|überw[ie]+s|bereit|"
    r"unterstütz|zugesagt|finanzier",
    "lacks": r"fehl(?:e|en|t|te|ten)$|brauch|gebraucht|benötig|bedarf|mangel",
    "holds": r"kontrollier|hält$|halten$|besetzt|beherrsch|eingenommen|erobert|vorgerückt|abzug|rückzug|"
    r"abtret|räum|geräumt",
    "lives": r"leb(?:e|en|t|te|ten)$|wohn|harr|untergebracht|schl[aä]f|geschlafen|(?:ein|be|an)wohner|"
    r"such(?:en|t|ten)$",
    "meets": r"tag(?:en|t|te|ten)$|treffen|trafen|trifft|verhand|beraten$|beriet|zusammen|konferenz|gipfel",
    "wants": r"forder|gefordert|verlang|gebeten|baten?$|beharr|besteh(?:e|en|t)$|will$|woll(?:e|en|te|ten)$|"
    r"soll(?:e|en|te|ten)?$|geplant|plan",
    "reckons": r"schätz|geschätzt|prognos|rechne|ausgegangen|umfrage|befragte|statisti|vorjahr|jährlich|"
    r"durchschnitt",
    "overall": r"insgesamt|gesamt|(?:landes|bundes|welt|europa|österreich)weit|kriegsbeginn|jahresbeginn|heuer|"
    r"bisher|bislang",
}
_STEMS = {cue: re.compile(stems) for cue, stems in _CUES.items()}
_ANY = re.compile("|".join(_CUES.values()))

# What a sentence brings in, by what a word of it has: talks, whose figures are not about their place; the people and
# houses of a place; bodies that speak of whole countries.
_GATHERINGS = re.compile(
    r"(?:[Gg]espräch|[Vv]erhand[le]l|[Dd]elegation|[Kk]onferenz|[Gg]ipfel|[Rr]unde\b|[Uu]nterhändler|[Aa]bordnung|"
    r"\b[Tt]reffen\b|tagte?n?\b|[Aa]bkommen|[Vv]ertrag|[Pp]arlament|[Ss]itzung|[Bb]egrüß|empfing|\btagen\b|[Ee]inigung|\beinigt|"
    r"[Aa]bgeordnete|[Rr]egierung|\bRat\b|[Dd]ebatte|[Aa]ußenminister|[Aa]ussenminister)"
)
_ON_THE_SPOT = re.compile(
    r"[Bb]ürgermeister|[Gg]ouverneur|[Mm]ilitärverwaltung|[Ff]euerwehr|[Pp]olizei|[Ee]insatzleit|[Ll]and(?:rat|rät)|[Gg]emeinde|"
    r"[Ss]tadt(?:rat|rät|verwaltung|werke|sprecher)|[Aa]rzt|[Ää]rzt|[Bb]ewohner|[Aa]nwohner|[Rr]etter|[Rr]ettungs|[Hh]elfer|"
    r"[Kk]atastrophenschutz|[Kk]linik|[Kk]rankenhaus|[Ss]chul|[Dd]irektor|[Rr]entner|[Nn]achbar|[Zz]ivilschutz|[Vv]erwaltungschef|"
    r"[Kk]reisverwaltung|[Ee]inwohner|[Zz]eugen|[Pp]farrer|[Hh]otel|[Hh]äuser|[Ww]ohnung|[Ss]traße|[Ss]trasse"
)
_FROM_AFAR = re.compile(
    r"[Gg]eneralstab|[Ll]uftwaffe|[Mm]inisteri|[Rr]egierung|[Pp]räsident|[Mm]inister(?:in)?\b|\bUNO?\b|\bUno\b|"
    r"\bVereinte[nr]?\b|UNHCR|\bEU\b|Weltbank|Institut|[Bb]undes|[Oo]rganisation|Armee\b|[Aa]rmeechef|N(?:ato|ATO)\b|"
    r"[Pp]arlament|[Kk]anzler|Unicef|IOM|WHO|Diplomat|[Uu]mfrage|[Ee]xperte|[Öö]konom|Stiftung"
)
_THEMES = {"talks": _GATHERINGS, "spot": _ON_THE_SPOT, "afar": _FROM_AFAR}

_NOTHING: frozenset[str] = frozenset()
_ADJECTIVE = re.compile(r"(\w+sch)(?:e[mnrs]?)$")

# What is counted where something happens, and what is counted of talks, bodies, papers and time.
_LOCAL = re.compile(
    r"einwohner|bewohner|häuser|haus$|wohnung|famili|gebäude|klini|spit[aä]l|krankenh|schule|schüler|haushalt|stra(?:ß|ss)e|grad$|betten|helfer|"
    r"feuerwehr|einsatzkr|zelt|patient|kinder|busse|laster|lastwagen|wärmestube|bezirk|verletzte|tote|leiche|einschl|treffer|angestellte|"
    r"beschäftigte|arbeiter|brände|freiwillige|passagiere|stellen|meter"
)
_ABSTRACT = re.compile(
    r"runde|treffen|punkt|seiten?$|artikel|deleg|unterhändler|vertreter|minister|mitglied|sitze|stimmen|staaten|länder|partei|abkommen|paket|"
    r"bedingung|sitzung|abgeordnete|präsident|kapitel|frage|gespräch|termin|tage?$|monat|jahr|besuch|reise|anruf|telefonat|entwurf|garant|"
    r"vermittler|mal$|beobachter|fachleute"
)

# Nouns of talks, whose place is not that of what they are about: 'beim Gipfel in Bled'.
_TALKS = re.compile(
    r"gespräch|verhand|treffen|gipfel|konferenz|runde|besuch|sitzung|rede|interview|beratung|tagung|parlament|abkommen"
)
_VERB = re.compile(r"[a-zäöüß]+(?:t|te|ten|en)$")
_ARTICLES = frozenset(["der", "die", "das", "den", "dem"])
_LEAD_REACH = 40  # characters before a phrase in which the word before it is looked for

_PART_BEFORE = re.compile(
    r"\b(?:davon|darunter|(?:unter|von)\s(?:ihnen|denen|diesen|den)|deren|weitere|hinzu|dazu|von\seinst)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_PART_STEMS = ("von", "unter", "deren", "weitere", "hinzu", "dazu")  # one of them is in what `_PART_BEFORE` finds
_PART_AFTER = re.compile(
    r"(?:\s\w+){0,2}\s(?:davon|von\s(?:ihnen|denen)|weitere[rn]?|darunter|mehr|weniger|dieser|der\s(?:Toten|Opfer|Verletzten|Drohnen|Raketen))\b"
)
_PART_REACH = 80  # characters before a figure in which 'davon' is looked for
_AGAIN = re.compile(
    r"\b(?:war(?:en)?|sind|ist|sei(?:en)?|wurden|würden)\s(?:es|sie)\b|\bes\s(?:war(?:en)?|sind|sei(?:en)?)\b|\b(?:ge)?stiegen?\b|\b(?:ge)?s[au]nken?\b|"
    r"\bsinkt\b|\b[Ii]m Vorjahr\b|\b[Ee]in Jahr zuvor\b"
)
_EMBEDDED = re.compile(
    r"[A-ZÄÖÜ][\w-]+\s(?:von|über|in\sHöhe\svon)\s(?:(?:rund|etwa|mindestens|bis\szu|insgesamt|mehr\sals|fast|knapp|weiteren|nur)\s){0,2}$"
)
_EMBEDDED_REACH = 60


def tells_of(words: Iterable[str]) -> frozenset[str]:
    """What the words of a sentence tell of: `cues` ('uses', 'intercepts', 'hits' …); 'talks', which go on at a place
    without their figures being about it; 'spot', its mayor, its doctors, its streets; 'afar', ministries, general
    staffs, polls; and the ISO codes of `countries` whose adjectives they are ('das iranische Parlament')."""
    return frozenset().union(*map(_of_word, words))


def cues(told: frozenset[str]) -> tuple[str, ...]:
    """What is done or goes on, of what a sentence `tells_of`."""
    return tuple([cue for cue in _STEMS if cue in told]) if told else ()


def countries(told: frozenset[str]) -> frozenset[str]:
    """The codes of countries in what a sentence `tells_of`."""
    return told.difference(_STEMS, _THEMES)


@lru_cache(maxsize=10_000)
def _of_word(word: str) -> frozenset[str]:
    found = {theme for theme, pattern in _THEMES.items() if pattern.search(word)}
    small = word.lower()
    if _ANY.match(small):
        found.update(cue for cue, stems in _STEMS.items() if stems.match(small))
    if (adjective := _ADJECTIVE.match(small)) and (country := COUNTRY_OF.get(adjective[1])):
        found.add(country)
    return frozenset(found) if found else _NOTHING


@lru_cache(maxsize=5_000)
def noun_class(noun: str) -> str:
    """'local' for what is counted where something happens (Häuser, Verletzte), 'abstract' for what is counted of talks,
    bodies and papers (Runde, Punkte, Mitglieder), else 'plain'."""
    noun = noun.lower()
    return "local" if _LOCAL.search(noun) else "abstract" if _ABSTRACT.search(noun) else "plain"


def lead(text: str, floor: int, phrase: int, is_bare: bool) -> str:
    """What stands before a phrase of place: 'start' of its sentence, 'stop', 'verb', 'digit', another 'word', or a noun
    ('talks', 'local', 'abstract', 'plain'); before it the article of a bare name ('der verb')."""
    words = text[max(floor, phrase - _LEAD_REACH) : phrase].split()
    article = words.pop().lower() + " " if is_bare and words and words[-1].lower() in _ARTICLES else ""
    return article + (_lead_class(words[-1]) if words else "start")


@lru_cache(maxsize=5_000)
def _lead_class(word: str) -> str:
    if not word[-1].isalnum():
        return "stop"
    if word[0].isupper():
        return "talks" if _TALKS.search(word.lower()) else noun_class(word)
    if word[0].isdigit():
        return "digit"
    return "verb" if _VERB.match(word) else "word"


def continuation(text: str, sentence: Interval, start: int, end: int) -> str:
    """How a figure [start, end) goes on with the one before: as a 'part' of it ('davon 12'), 'again' ('im Vorjahr waren
    es 12'), or as a 'new' one."""
    low = max(sentence[0], start - _PART_REACH)
    before = text[low:start].lower()
    if any(map(before.__contains__, _PART_STEMS)) and _PART_BEFORE.search(text, low, start):
        return "part"
    if _PART_AFTER.match(text, end, sentence[1]):
        return "part"
    return "again" if _AGAIN.search(text, *sentence) else "new"


def is_embedded(text: str, sentence: Interval, start: int) -> bool:
    """Whether a figure belongs to a noun before it: 'die Freilassung von 742 Gefangenen'."""
    return _EMBEDDED.search(text, max(sentence[0], start - _EMBEDDED_REACH), start) is not None
