"""What looks like a date and is none: ages, counts that look like years, scores, versions, names."""

import re

from peacetalks_cli.german.timex.patterns import Match
from peacetalks_cli.german.timex.tense_words import AUXILIARIES, HAPPENINGS, MODALS, PRETERITES
from peacetalks_cli.german.timex.tokens import Token
from peacetalks_cli.german.timex.words import words

_YEARS_SPAN = range(1800, 2100)  # outside, a bare figure needs a word that says it is a year
_COUNTED = re.compile(
    r"[A-ZÄÖÜ]\w*(?:innen|menschen|personen|leute|soldaten|kämpfer|einwohner|zuschauer|besucher|teilnehmer|mitarbeiter|"
    r"mitglieder|häuser|haushalte|wohnungen|gebäude|drohnen|raketen|panzer|meter|metern|stück|exemplare|opfer|"
    r"verletzte|vermisste|gefangene|flüchtlinge|fälle|stimmen|plätze|stellen|betriebe|firmen|unternehmen|fahrzeuge|"
    r"autos|flugzeuge|flüge|schiffe|bäume|seiten|zimmer|betten|kinder|schüler|studenten|frauen|männer|bewohner|"
    r"familien|polizisten|beamte|demonstranten|punkte|tore|spiele|runden|umdrehungen|angriffe|granaten|meilen|watt|"
    r"touristen|gäste|kunden|bürger|zivilisten|kräfte|helfer|tiere|tonnen|liter|euro|dollar|franken|mark)"
    r"|Menschen|Personen|Leute|Soldaten|Kämpfer|Einwohner|Zuschauer|Besucher|Teilnehmer|Mitarbeiter|Mitglieder|Häuser|"
    r"Haushalte|Wohnungen|Gebäude|Drohnen|Raketen|Panzer|Rubel|Pfund|Kronen|Schilling|Hektar|Kilo|Gramm|Volt|Grad|"
    r"Prozent|Tote[nr]?|Opfer|Jobs|Mann|Mal|Rinder|Kühe|Schafe|Jahren?|Mio|Mrd|Millionen|Milliarden|PS|km|kg|ha|hm|"
    r"m|mm|cm|kmh|mal|Helfer|Gäste|Kunden|Bürger|Kinder|Frauen|Männer|Schüler|Studenten|Tonnen|Liter|Euro|Dollar|"
    r"Franken|Mark|Meter|Metern|Stück|Watt|Meilen|Seiten|Betten|Zimmer|Punkte|Stimmen|Stellen|Plätze|Fälle|Autos|"
    r"Schiffe|Bäume|Betriebe|Firmen|Familien|Beamte|Polizisten|Verletzte|Vermisste|Gefangene|Flüchtlinge|Angriffe|"
    r"Granaten|Zivilisten|Touristen|Bewohner|Tiere|Tore|Spiele|Runden|Fahrzeuge|Flugzeuge|Flüge|Unternehmen"
    r"|(?:Delegiert|Angestellt|Vertrieben|Erwachsen|Jugendlich|Beschäftigt|Geflüchtet|Krank|Schwerkrank|Freiwillig|Abgeordnet|"
    r"Bedienstet|Obdachlos|Arbeitslos|Angehörig|Reisend|Studierend|Überlebend|Gefallen|Verwundet|Evakuiert|Festgenommen|"
    r"Häftling|Infiziert|Geimpft|Versichert|Geladen|Kriegsgefangen|Behindert|Pflegebedürftig|Lehrend|Streikend|"
    r"Demonstrierend|Selbstständig|Gewerkschafter|Neugeboren|Wehrpflichtig|Asylsuchend|Schutzsuchend)(?:e[nr]?)?"
)
_NOT_YEAR_BEFORE = words(
    "nr nummer platz seite artikel euro dollar franken bmw boeing airbus postfach tel telefon paragraf kapitel "
    "usd eur chf art zimmer top punkt modell typ fax plz"
)
_YEAR_BEFORE = words(
    "in im seit bis von vor nach ab zwischen anno ende anfang mitte und oder jahr jahre jahres jahren für während "
    "beginn schon bereits sommer herbst winter frühling frühjahr um auf zu erst noch wie dem"
)
_TITLES = words("herr herrn frau dr prof präsident minister ministerin kanzlerin premierministerin premier")
_FIRST_NAMES = words(
    "theresa robert werner thomas karl christian peter martin michael gabriele klaus ursula andreas ulrich wolfgang "
    "franz hans josef gianni juan ernst johannes barbara maria anna otto bernd uwe jürgen nikolaus philipp"
)
_NAMELIKE = frozenset({3, 4, 5, 8})  # März, April, Mai, August are names of people, too
_MONTH_AFTER = "isbzftuvAFIBUO,-<&apcaLH"
_PAPERS = frozenset({"bild", "welt", "kleine", "presse", "nzz", "kurier", "krone", "blick", "tagesspiegel", "faz"})
_LASTING = re.compile(
    r"(?!Moldauer|moldauer|\w*(?:arbeiter|lehrer|planer|krieger|reisende)\w{0,3}$)\w*(?:haft|haftstrafe|strafe|gefängnis|freiheitsstrafe|amtszeit|zeit|dauer|laufzeit|krieg|kriege|kriegs|krieges|"
    r"bürgerkrieg|pause|frist|vertrag|vertrages|vertrags|ausbildung|lehre|periode|phase|mandat|studie|projekt|kampf|"
    r"herrschaft|regierung|führung|besatzung|belagerung|verhandlungen|verhandlung|geschichte|bestehen|bestand|jubiläum|"
    r"karriere|ehe|beziehung|abstinenz|sperre|verbot|plan|programm|suche|arbeit|ermittlungen|tätigkeit|erfahrung|"
    r"tradition|konflikt|konflikts|konfliktes|problem|streit|aufenthalt|gefangenschaft|exil|abwesenheit|debatte|"
    r"entwicklung|planung|vorbereitung|bauzeit|garantie|moratorium|waffenruhe|bewährung|probezeit|wartezeit|rechtsstreit|"
    r"diktatur|blockade|isolation|krise|rezession|mitgliedschaft|zusammenarbeit|laufbahn|dienst|dienstzeit|"
    r"legislaturperiode|abkommen|finanzrahmen|zyklus|rhythmus|abstand|turnus|jahrestag|feier|reise|flucht|kampagne|serie|ära|arrest|hausarrest|auszeit|odyssee|"
    r"\w{3,}(?:ung|tion|schaft|heit|keit|zeit|haft|frist|suche|reise|phase))\w{0,3}",
    re.IGNORECASE,
)

_EVENT = re.compile(
    r"\w*(?:krieg|kriegs|belagerung|schlacht|beben|revolution|frieden|friedens|brand|aufstand|aufstands|kongress|reformation|"
    r"gründung|konzil|reichstag|reichstags|edikt|edikts|sturm|pest|flut|krönung|eroberung|geburt|tod|jahr|jahre|union|"
    r"verfassung|bulle|teilung|erbauung|weihe|ersterwähnung|erwähnung|erfindung|uraufführung)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\w*(?:mann|frau|dame|herr|greis|greisin|bub|bursche|mädchen|junge|kind|sohn|tochter|patient|patientin|witwe|witwer)"
)
_COUNTING = words("von mit bei durch um aus an auf")
"""Prepositions after which a figure before a noun counts it: 'sprach von 1971 Verletzungen'."""
_FOUNDED = words("wurde war ist entstand erhielt bekam erschien starb begann kam")
"""Verbs after which a figure that opens its sentence is a year: '1222 wurde der Ort erwähnt'; '1222 wurden verletzt'
counts them."""
_NAMED = frozenset({("global", ""), ("", "münchen")})  # Global 2000, 1860 München
_OLDER = words("älter jünger ältere älteren älterer älterem älteres jüngere jüngeren jüngerer jüngerem jüngeres")
_OLD = words("alt alte alten alter altes altem jung") | _OLDER
_YOUNG_PEOPLE = words("kinder kindern jugendliche jugendlichen buben mädchen schüler schülern")
_YOUNG = words("junge jungen junger junges jungem")
_LIMITS = {"ab": 5, "mit": 5, "zwischen": 18, "unter": 12, "über": 12}
"""Words before a number of years, and the number from which on they speak of an age."""


def is_year(match: Match) -> bool:
    """Whether a bare figure such as 2014 is a year and not a count, a price or a number of something."""
    token = match.tokens[match.i]
    if token.kind == "y":
        return True
    before = _word(match, -1)
    if _is_count(match) or _is_amount(match):
        return False
    if token.value in _YEARS_SPAN:
        return token.value % 100 != 0 or before in _YEAR_BEFORE or _is_bracketed(match)
    after = match.after()
    if match.i == 0 and after is not None and after.text in _FOUNDED:
        return True
    return before in ("jahr", "jahre", "jahres", "anno", "seit") or (token.value < 1800 and is_event(match))


def is_event(match: Match) -> bool:
    """'Türkenbelagerung 1683', 'nach dem Erdbeben 1755'."""
    before = match.before()
    return before is not None and before.kind == "n" and bool(_EVENT.fullmatch(before.text))


def _is_count(match: Match) -> bool:
    """'Euro 2000', '2000 Soldaten', '2000 russische Soldaten', '2000 %', '2030 Uhr'."""
    before, after, ahead = _word(match, -1), _word(match, 1), match.after()
    if before in _NOT_YEAR_BEFORE or (ahead and _COUNTED.fullmatch(ahead.text)):
        return True
    if (before and before[0] in "€$£§#+=*/") or (after and after[0] in "€$%£°"):
        return True
    if ahead is None:
        return False
    if ahead is not None and ahead.kind == "n" and before in _COUNTING and re.search("(?:en|er|e|s|el)$", ahead.text):
        return True
    if (before, after) in _NAMED or (before, "") in _NAMED or ("", after) in _NAMED:
        return True
    is_led = before in ("seit", "jahr", "im", "anno", "ende", "anfang", "mitte")
    return ahead.kind in "TQ" or (ahead.text[0].islower() and not is_led and _counts_after_adjective(match))


def _is_amount(match: Match) -> bool:
    """'rund 2000', 'mehr als 1950', '2000 bis 2500 Soldaten', F-2000."""
    before = match.before()
    if before is None:
        return False
    is_counting = before.kind in "ag%" and before.text.lower() not in ("wenigstens", "zumindest")
    if is_counting and not _is_compared(match, before):
        return True
    two_before = match.before(2)
    token = match.tokens[match.i]
    if before.kind == "-" and before.end == token.start and two_before and two_before.end == before.start:
        return two_before.kind in "nx"
    ahead, further = match.after(), match.after(2)
    if ahead and ahead.kind in "bu-" and further and further.kind in "YN":
        counted = match.after(3)
        return bool(counted and _COUNTED.fullmatch(counted.text))
    return False


def _is_compared(match: Match, comparison: Token) -> bool:
    """'ein Drittel mehr als 2021'."""
    two_before, after = match.before(2), match.after()
    is_share = two_before is not None and (two_before.kind in "Nn4d" or two_before.text == "%")
    return " als" in comparison.text and is_share and (after is None or after.kind in ",_<>-")


def _counts_after_adjective(match: Match) -> bool:
    """'2000 russische Soldaten'."""
    adjective, noun = match.after(), match.after(2)
    if adjective is None or noun is None or not re.fullmatch(r"\w+(?:e|en|er)", adjective.text):
        return False
    if adjective.text in PRETERITES | MODALS | HAPPENINGS | AUXILIARIES:
        return False
    return noun.kind == "n" and bool(_COUNTED.fullmatch(noun.text))


def _is_bracketed(match: Match) -> bool:
    before, after = match.before(), match.after()
    return bool(before and after and before.kind in "<-," and after.kind in ">-,")


def is_month(match: Match, month: int) -> bool:
    """Whether the name of a month that stands alone is one: 'im Mai' is, 'Theresa Mai' is not."""
    before, after = match.before(), match.after()
    if before is None:
        return month not in _NAMELIKE or not (after and after.kind == "n")
    word = before.text.lower()
    if word in _TITLES or word in _FIRST_NAMES:
        return False
    if word in ("ganzen", "gesamten"):
        return True
    if word in ("solchen", "solcher", "derartigen"):
        return False  # 'seit 30 Jahren keinen solchen Januar'
    if month in _NAMELIKE:
        is_name = (
            after is not None
            and after.kind == "n"
            and before.kind not in "isbzvBAFI"
            and word not in ("ab", "am", "für")
        )
        return before.kind in _MONTH_AFTER and not is_name
    return before.kind not in "n" or word in ("monat", "monats", "monate", "monaten")


def is_weekday(match: Match) -> bool:
    """Not 'Frau Sonntag', not the newspaper 'Bild am Sonntag'."""
    before, paper = _word(match, -1), _word(match, -2)
    if before in _TITLES or before in _FIRST_NAMES:
        return False
    return not (before == "am" and paper in _PAPERS)


def is_age(match: Match) -> bool:
    """Whether 'vierjähriger' or '43-jährige' says how old someone is, rather than how long something lasts."""
    for distance in (1, 2, 3):
        noun = match.after(distance)
        if noun is None or noun.kind in ",_<>":
            break
        if noun.text[0].isupper():
            return not _LASTING.fullmatch(noun.text)
    return True


def is_age_in_years(match: Match) -> bool:
    """'43 Jahre alt', 'im Alter von 43 Jahren', 'ab 14 Jahren', 'unter 18 Jahren', 'mit 43 Jahren'."""
    after, before, further = _word(match, 1), _word(match, -1), _word(match, -2)
    unit, counts = match.first("U"), match.every("NY")
    is_in_years = unit is not None and unit.value[0] == "Y"
    if after in _OLD or (after in _YOUNG and is_in_years) or (before == "als" and further in _OLDER):
        return True
    if before in ("von", "der", "zwischen") and further in ("alter", "lebensalter"):
        return True
    if before == "von" and is_in_years and _PERSON.fullmatch(further):  # 'ein Mann von 40 Jahren'
        return True
    if not counts or unit is None or unit.value[0] != "Y" or (after and _LASTING.fullmatch(after)):
        return False
    if before == "bis" and further in _YOUNG_PEOPLE:
        return True
    limit = _LIMITS.get(before) or _LIMITS.get(match.tokens[match.i].text.lower())
    return limit is not None and match.tokens[counts[-1]].value >= limit


def _word(match: Match, distance: int) -> str:
    token = match.before(-distance) if distance < 0 else match.after(distance)
    return token.text.lower().rstrip(".") if token else ""
