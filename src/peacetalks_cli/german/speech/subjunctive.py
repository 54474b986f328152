"""Whether a German clause is in reported speech: the subjunctive by which it says so."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
# Forms that are subjunctive whatever their verb: seien, habe; in the plural the second subjunctive stands in.
_SURE_WORDS = "sei seien habe werde könne müsse solle wolle dürfe möge wisse hätten hätte würden"
_SURE = frozenset(_SURE_WORDS.split())
_REPLACING_WORDS = (
    "säßen sässen lägen kämen stünden gäben fänden nähmen sprächen zögen trügen böten flössen gälten hülfen stürben "
    "sänken schlügen träfen brächen dächten wüchsen läsen äßen bräuchten gewännen begännen verlören "
    "verschwänden"
)
_PREFIXES = (
    "ab an auf aus be bei durch ein ent er ge her hin hinzu mit nach über um unter ver vor weg zu zurück zusammen"
)
_REPLACING = frozenset(prefix + word for prefix in ("", *_PREFIXES.split()) for word in _REPLACING_WORDS.split())
# Subjunctive or past: they go on with reported speech only where the sentence before is plainly that.
_AMBIGUOUS_WORDS = (
    "sollten könnten müssten müßten wären hätten wollten dürften stehe brächten würden ließen wüssten wüßten böte"
)
_AMBIGUOUS = _REPLACING | frozenset(_AMBIGUOUS_WORDS.split())
# The second subjunctive of one: a mere possibility, unless somebody is named as saying it.
_POSSIBLE_WORDS = (
    "böte gäbe käme läge säße bliebe stünde hielte fände nähme verlöre flösse trüge wäre brächte ginge ließe"
)
_ANY = _SURE | _AMBIGUOUS | frozenset(_POSSIBLE_WORDS.split())
_HYPOTHETICAL_WORDS = (
    "Wenn wenn Falls falls Dann dann Idealfall idealfall Theoretisch theoretisch Sollte Sollten Hätte Hätten Wäre "
    "Wären würde wäre beinahe"
)
_HYPOTHETICAL = frozenset(_HYPOTHETICAL_WORDS.split())
_ALMOST = re.compile(r"\b(?:um\sein\sHaar|fast\s(?:noch|schon|eine[nmr]?))\b")
_FIRST_WORDS = "sei seien habe werde könne müsse solle wolle dürfe"
_FIRST = frozenset(_FIRST_WORDS.split())
_FORM = re.compile(r"(?<![\w-])(?P<verb>[a-zäöüß]{3,30}e)(?P<after>(?!\w)(?:\s+[A-ZÄÖÜ])?)")
_STEM_WORDS = """
änder antwort arbeit argumentier atm bau bedeut beding beend befind befürcht begeb beginn begleit begrüß behalt
behandel behaupt beherrsch bekämpf bekomm belauf belaste belast bemüh benötig beobacht berat berechn bereit bericht
beschäftig beschleunig beschließ besetz besitz besteh bestimm bestätig besuch beteilig betrag betreff betreib betreu
bet bett bewach beweg bezahl bezieh biet bild bleib blick blockier brauch brech brenn bring dank dau dauer
demonstrier denk dien diskutier dräng dreh drück droh durchsuch eil einig empfang empfehl empfind end entscheid
entschuldig entsprech entsteh entwickel erfahr erfolg erfüll erhalt erhöh erinner erkenn erklär erlaub erleb erleid
erles erreich erschein erschieß erschwer ersetz erstreck erwart erwäg erzähl ess exportier fahr fall fass fehl feier
feuer find flieh fließ flieg folg forder frag freu führ fürcht funktionier garantier geb geh gehör gelang gelt genieß
genüg gerat gescheh gestatt gewähr gewinn glaub greif grenz gründ hab halt handel händig häng hass haus heb fühl
beschränk begegn gewöhn fördr förder dokumentier heiz helf herrsch hinder hoff hol hör hunger importier informier
investier irr kämpf kapitulier kehr kenn klag klär kling komm konzentrier kontrollier koordinier kost kriech krieg
kümmer kürz lad lager land läng lass lauf leb leg lehn leid leih leist leit lern les lieb lieg liefer lös mach mangel
meid meld merk mess miet misch mobilisier nähm nähr nehm nenn nutz nütz öffn operier ordn passier patrouillier plan
planier plünder produzier profitier protestier prüf rat räum reagier rechn red reduzier regier regn reich reis reiß
renn repräsentier respektier rett ruh rück ruf rüst sag sammel schaff schätz schau scheiter schein schick schieb
schieß schlaf schlag schleich schließ schneid schrei schreib schreit schütz schweb schweig schwind seh send setz
sicher sing sink sitz sorg spar spiel spitz sprech spreng spür stamm stärk start statt steck steh steig steiger stell
sterb steuer stimm stock stopp stoß streb streik streit stütz such tausch tag teil telefonier töt trag trau treff
treib trenn tret trink tu überleb überprüf überwach überweis unterhalt unterlieg unterstütz untersuch unterstell
veranlass verbiet verbind verbleib verbreit verdank verdien verdräng vereinbar verfolg verfüg vergeh vergess verhaft
verhandel verhinder verkauf verlang verlass verlauf verlaut verletz verlier vermeid vermiss vermitt vermittel vermut
verpflicht versag verschärf verschlechter verschwind versorg versprech versteh versuch verteidig verteil vertrau
vertreib vertret verursach verwend verzicht vollzieh vorbereit wachs wähl wander warn wart wechsel wehr weis weiger
weiß werb werd werf wieg wies will wirk wiss wohn wünsch zahl zähl zeig zerstör zieh ziel zöger zünd zwing
unterscheid unternehm überquer übernehm übersteig überschreit umfass entfall entlass entsend entstamm ergeb ergreif
erheb erhol ermittel ermöglich eskalier fluch flücht gefährd hinterlass intensivier interessier kollabier lahm leck
lock lohn lüg miss missacht normalisier pack pfleg pump qualifizier quäl registrier reparier rutsch säuber schädig
schaukel schöpf schrumpf schwank schwell sied sprudel spann stabilisier stagnier stationier sträub stürz übertreff
übertreib unterzeichn verarbeit verblut verbrauch verbrenn verfehl verhunger verlänger verleg vernicht verrat
verringer verstärk verstoß vertag verweiger wackel wiederhol zerfall zerbrech zusag ablehn verschling schluck drossel
entgeh fang häuf lähm neig opfer rag rechtfertig ring roll schmelz sperr spuck stapel stink stör strahl ström taug üb
verstumm verteuer verzeichn wimmel wüt zitter zweifel blüh deck duld eign eil erfrier erricht erschöpf erweis
füll grassier haper hemm klaff kreis kriseln kursier lauer mahn park pass pendel platz präg prall press ras
rinn säum schlepp schmuggel schnei schür senk sicker stau strand tank tauch trauer tröst verdoppel verharr verhäng
verkümmer vermehr verrott verseuch verspür verzweifel wach wandel zeug summ verblass dräng flimmer bröckel wart türm
schuld beeinfluss vermiet borg schenk erb spend buch fütter melk pflanz ernt pacht koch back näh mal wasch mäh impf
spritz klopf streich klemm rechn brems bohr bomb graben grab schrei verlad verwalt verantwort verwahr verheimlich
verschweig verschenk
versinter versick versiech verkraft verbuch stationär fortsetz einreis ausreis abweis
"""
_STEMS = frozenset(_STEM_WORDS.split())
# Stems whose form in -e is as often an adjective: no subjunctive before a noun.
_ADJECTIVE_TOO = frozenset(["reich", "weis", "laut", "trenn", "fest", "lahm", "irr", "sicher", "spitz", "wach", "leid"])
_NEVER = frozenset(
    [
        "heute",
        "beide",
        "seine",
        "meine",
        "deine",
        "keine",
        "eine",
        "bitte",
        "danke",
        "weise",
        "gerne",
        "ende",
        "liebe",
        "zufolge",
        "einige",
        "weiße",
        "anstelle",
        "zuhause",
        "zutage",
        "infolge",
    ]
)
_PREFIX = re.compile(
    r"(?:wieder|zurück|weiter|zusammen|fort|nach|über|unter|durch|hinter|voran|vor|aus|auf|ein|mit|bei|hin|her|los|fest|"
    r"frei|teil|statt|um|an|ab|zu|ent|ver|zer|miss|be|er)"
)


def is_subjunctive(text: str, start: int, end: int) -> bool:
    """Whether a form in [start, end) plainly is one of reported speech: 'seien', 'habe', 'hause', 'reiche für'."""
    words = _WORD.findall(text, start, end)
    return not _SURE.isdisjoint(words) or _has_form(text, start, end, words)


def is_any_subjunctive(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a form in [start, end), where `words` stand, is or may be the first or the second subjunctive."""
    return not _ANY.isdisjoint(words) or _has_form(text, start, end, words)


def replaces_subjunctive(text: str, start: int, end: int) -> bool:
    """Whether a form in [start, end) is the second subjunctive that stands for the first: 'säßen', 'lägen'."""
    words = _WORD.findall(text, start, end)
    return not _REPLACING.isdisjoint(words) and not _is_hypothetical(text, start, end, words)


def is_told(text: str, start: int, end: int) -> bool:
    """Whether [start, end) is in reported speech, and does not merely say what would be."""
    words = _WORD.findall(text, start, end)
    if not _FIRST.isdisjoint(words):
        return True
    return not _is_hypothetical(text, start, end, words) and is_subjunctive(text, start, end)


def _is_hypothetical(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether [start, end), where `words` stand, says what would be or almost was: 'wenn', 'dann wäre', 'beinahe'."""
    if not _HYPOTHETICAL.isdisjoint(words):
        return True
    return ("fast" in words or "Haar" in words) and _ALMOST.search(text, start, end) is not None


def may_be_subjunctive(text: str, start: int, end: int) -> bool:
    """Whether a form in [start, end) may be one of reported speech or the past: 'sollten', 'kämen'."""
    return not _AMBIGUOUS.isdisjoint(_WORD.findall(text, start, end))


def _has_form(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a regular verb in [start, end) is in the first subjunctive; `words`: those that stand there."""
    forms = [word for word in words if word[-1] == "e"]
    if not any(_is_form(word, False) for word in forms):
        return False  # most have none, whatever comes after it
    return any(_is_form(found["verb"], bool(found["after"])) for found in _FORM.finditer(text, start, end))


@lru_cache(maxsize=4096)
def _is_form(verb: str, before_noun: bool) -> bool:
    """Whether a word in lower case is the third person singular of the first subjunctive."""
    if verb in _NEVER:
        return False
    if verb.endswith("iere") and len(verb) > 6:
        return True
    stem = verb.removesuffix("e")
    for reading in (stem, f"{stem[:-1]}e{stem[-1]}" if stem.endswith(("l", "r")) else stem):
        rest = reading
        for _ in range(3):
            if rest in _STEMS:
                return not (before_noun and rest in _ADJECTIVE_TOO)
            prefix = _PREFIX.match(rest)
            if prefix is None:
                break
            rest = rest[prefix.end() :]
    return False
