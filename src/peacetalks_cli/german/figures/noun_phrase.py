"""The noun after a numeral: over adjectives and participles, with what is coordinated to it."""

import re
from collections.abc import Callable

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.subjunctive import is_subjunctive

_WORD = re.compile(r"[^\W_](?:[\w’]|[-‐–](?=\w)|\.(?=[A-Z]))*-?")
_SPACE = re.compile(r"[ \u00a0\u202f\u2009]{1,2}[„“”\"»‚‘]?")
_ADJECTIVE = re.compile(r"(?:[a-zäöüß][\w-]*(?:e|en|er|es|em|lei)|[A-ZÄÖÜ]\w+-[a-zäöüß]+(?:e|en|er|es|em))$")
_ENDING = re.compile(r"(?:en|er|es|em|e)$")
_ADJECTIVE_PHRASE = re.compile(
    r"[ \u00a0](?!(?:jede|alle|keine|eine|seine|ihre|diese|die|der)[nrsm]?[ \u00a0])"
    r"[a-zäöüß]+(?:e|en|er|es|em)[ \u00a0](?=[A-ZÄÖÜ])"
)  # weltweit | gehandelten Öls
_ADJECTIVE_LINK = re.compile(r",(?=[ \u00a0])|[ \u00a0](?:und|oder)(?=[ \u00a0])")  # schwere und lange Kämpfe
_ADVERBS_WORDS = (
    "teils teilweise meist zumeist mehrheitlich überwiegend großteils schwer leicht teilweise mutmaßlich "
    "angeblich offenbar "
    "bereits noch sehr stark neu frisch bislang bisher vorerst eigens zuvor kürzlich derzeit dringend speziell "
    "militärisch "
    "zusätzlich offiziell ganz fast lebensgefährlich zivil rosa lila extra prima weitere gut rund schwerst "
    "ehemals einst "
    "politisch international längst schlecht hoch tief besonders"
)
_ADVERBS = frozenset(_ADVERBS_WORDS.split())
_STOPPERS_WORDS = (
    "der die das den dem des ein eine einen einem einer eines und oder sowie aber wurden wurde waren war sind "
    "ist seien sei "
    "haben hat hatten hatte habe werden wird worden in im an am auf aus bei beim mit nach von vom vor zu zum zur "
    "über unter "
    "um für gegen durch ohne bis seit wegen während als wie dass ob wenn weil so nicht kein keine mehr davon "
    "darunter dabei "
    "sie er es ihnen ihm ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner sich können konnten könnten müssen "
    "mussten müssten sollen sollten wollen wollten dürfen durften kamen kommen starben sterben gingen gehen "
    "flohen fliehen keine keinen keinem keiner blieben bleiben lagen "
    "liegen standen stehen gaben geben nahmen nehmen erlitten leben lebten "
    "kosten lauten je pro per hätten hätte würden würde dürften trugen fanden zogen hielten griffen "
    "schlugen trafen fuhren flogen liefen sprangen warfen riefen sahen saßen sassen traten ließen liessen verließen "
    "erhielten bekamen entkamen schwebten fehlen fehlten gelten galten"
)
_STOPPERS = frozenset(_STOPPERS_WORDS.split())
_GENITIVE = re.compile(
    r"[ \u00a0](?:von[ \u00a0](?:den|diesen|seinen|ihren|unseren)|de[rsn]|diese[rs]|seiner|ihrer|ihres|seines|"
    r"unsere[rs]|meine[rs]|jener|aller)[ \u00a0]"
)
_OF_MANY = re.compile(
    r"[ \u00a0](?:von|an)[ \u00a0](?=(?:[a-zäöüß]+en[ \u00a0]){0,2}[A-ZÄÖÜ])"
)  # 'Tausende von Menschen'
_PREPOSITION = re.compile(
    r"[ \u00a0](?:in|im|an|am|aus|bei|von|vom|mit|nach|durch|für|auf|zur|zum|gegen|unter|über)[ \u00a0]"
)
_PARTICIPLE_NOUN = re.compile(
    r"(?<=[ \u00a0])(?!(?:unter|hinter|weiter)[ \u00a0])"
    r"[a-zäöüß]+(?:te|ten|ter|tes|ene|enen|ener|nde|nden|nder)[ \u00a0](?=[A-ZÄÖÜ])"
)
_ADVERB_LINK = re.compile(r"[ \u00a0][a-zäöüß]+(?=[ \u00a0](?:in|im|an|am|aus|bei|von|vom|mit|nach|durch)[ \u00a0])")
_PIECES = re.compile(r"(?:Stück|Stk\.|Paar|Schuss|Schuß)(?=[ \u00a0][A-ZÄÖÜ]\w)")  # '400 Stück Munition'
_CHANGES = re.compile(
    r"(?:[Zz]unahme|[Aa]bnahme|[Pp]lus|[Mm]inus|[Rr]ückgang\w*|[Aa]nstieg\w*|[Ww]achstum\w*|[Ee]inbußen?|[Ss]teigerung|[Ss]enkung|"
    r"[Ee]rhöhung|[Vv]erlust\w*|[Gg]ewinn\w*|[Aa]nteil\w*|[Qq]uote|[Rr]ate|[Nn]iveau|[Ii]nflation|[Tt]euerung|[Zz]uwachs|[Zz]uwächse|"
    r"[Ww]ert\w*|[Ee]rgebnis\w*|[Hh]öhe|[Dd]efizits?|[Mm]ehrheit|[Zz]ustimmung|[Bb]eteiligung|[Ww]ahrscheinlichkeit)$"
)
_EXTENT = re.compile(r"[ \u00a0](?:lang|breit|tief|hoh|dick|groß|gross|schwer|weit)e[nrsm]?[ \u00a0](?=[A-ZÄÖÜ])")
_NOUN_VON = re.compile(
    r"(?<!\w)(?P<noun>[A-ZÄÖÜ][\w-]+\w)[ \u00a0]von[ \u00a0]"
    r"(?:(?:rund|etwa|bis zu|mehr als|über|gut|knapp|fast|mindestens)[ \u00a0])?$"
)
_LISTED_NOUNS = re.compile(
    r",[ \u00a0](?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?=[ \u00a0]und[ \u00a0][A-ZÄÖÜ])"
)  # 'Schlamm, Geröll und Steine'
_AND = re.compile(r"(?:,|[ \u00a0](?:und|sowie|oder|bzw\.|beziehungsweise))[ \u00a0]")
_VERB_AFTER = re.compile(r"[ \u00a0](?:wurden?|waren?|sind|seien|haben|hatten|hat|hatte|gingen|fielen|kam|kamen)\b")
_CITY_ADJECTIVE_WORDS = (
    "Berliner Wiener Moskauer Kiewer Kyjiwer Pariser Londoner Brüsseler Genfer Zürcher Züricher Grazer Linzer "
    "Münchner Hamburger "
    "Kölner Schweizer Istanbuler Jerusalemer Pekinger Warschauer Prager Budapester Charkiwer Donezker "
    "Frankfurter Tiroler "
    "Kärntner Salzburger Vorarlberger Brandenburger Thüringer Dresdner Leipziger Basler Berner Luzerner Bremer "
    "Lemberger "
    "Innsbrucker Klagenfurter Yorker Washingtoner Athener Madrider Mailänder Stockholmer Osloer Kabuler Bagdader "
    "Damaszener"
)
_CITY_ADJECTIVE = frozenset(_CITY_ADJECTIVE_WORDS.split())

Stops = Callable[[int, int], bool]


def head(text: str, end: int, limit: int, is_taken: Stops) -> Interval | None:
    """The interval of the noun that a numeral ending at `end` counts, coordination included, before `limit`.

    `is_taken(start, end)`: whether a word belongs to a date, another figure or a name, where a noun phrase ends.
    None where the numeral stands alone ('19 wurden verletzt').
    """
    noun = _noun(text, end, limit, is_taken) or _after_participle(text, end, limit, is_taken)
    return coordinated(text, noun, limit, is_taken) if noun else None


def extended(text: str, end: int, limit: int, is_taken: Stops) -> Interval | None:
    """What a measure says how long or heavy it is: 'einer 120 Kilometer langen Linie'."""
    link = _EXTENT.match(text, end)
    return _noun(text, link.end() - 1, limit, is_taken) if link and link.end() < limit else None


def before_von(text: str, start: int) -> Interval | None:
    """The noun that a measure is an attribute of ('Zölle von 50 Prozent'); None of a change ('ein Plus von …')."""
    found = _NOUN_VON.search(text, max(0, start - 60), start)
    if found is None or _CHANGES.search(found["noun"]):
        return None
    return found.span("noun")


def of_which(text: str, end: int, limit: int, is_taken: Stops) -> Interval | None:
    """The noun in the genitive after a numeral: 'zwei der Raketen', '60 Prozent der Haushalte'."""
    link = _GENITIVE.match(text, end)
    if not link or link.end() >= limit:
        return None
    at = link.end() - 1
    found = _noun(text, at, limit, is_taken) or _after_participle(text, at, limit, is_taken)
    if found is None and (adverb := _ADVERB_LINK.match(text, at)):  # 'der landesweit von Blei betroffenen Netze'
        return _after_participle(text, adverb.end(), limit, is_taken)
    return found


def of_many(text: str, end: int, limit: int, is_taken: Stops) -> Interval | None:
    """The noun after a vague number: 'Hunderte von Menschen'."""
    link = _OF_MANY.match(text, end)
    return _noun(text, link.end() - 1, limit, is_taken) if link and link.end() < limit else None


def adjacent(text: str, end: int, limit: int, is_taken: Stops) -> Interval | None:
    """The noun directly after a unit: '500 Tonnen Getreide', '20 Prozent Rabatt'."""
    return _noun(text, end, limit, is_taken)


def _noun(text: str, at: int, limit: int, is_taken: Stops) -> Interval | None:
    """Over adjectives to the first capitalised word; None at a word that ends the noun phrase."""
    for _ in range(7):
        gap = _SPACE.match(text, at)
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None or word.end() > limit:
            return None
        written = word.group()
        if _PIECES.match(text, word.start()):
            at = word.end()
            continue
        if _is_noun(written):
            is_other = is_taken(*word.span()) and not _is_weapon(written)
            return None if is_other else _last_of_name(text, word, limit, is_taken)
        if not _may_precede_noun(text, word) or is_taken(*word.span()):
            return None
        is_verb = written[-1] == "e" and not written.endswith("weise") and written not in _ADVERBS
        if is_verb and is_subjunctive(text, word.start(), min(len(text), word.end() + 2)):
            return None  # 'für den dritten fehle Diesel'
        at = word.end()
        if _ADJECTIVE.match(written) and (link := _ADJECTIVE_LINK.match(text, at)):
            if not _agree(text, written, link.end() + 1):
                return None
            at = link.end()
    return None


def _agree(text: str, adjective: str, at: int) -> bool:
    """Whether an adjective at `at` has the ending of the one before; 'behalten, erklärte Minister …' has not."""
    other = _WORD.match(text, at)
    if other is None or not _ADJECTIVE.match(other.group()) or other.group() in _ADVERBS:
        return True
    endings = (_ENDING.search(adjective), _ENDING.search(other.group()))
    return None in endings or len({ending.group() for ending in endings if ending}) == 1


def _is_noun(word: str) -> bool:
    return word[0].isupper() or (word[0].isalpha() and "-" in word and word.rpartition("-")[2][:1].isupper())


def _may_precede_noun(text: str, word: re.Match[str]) -> bool:
    """Adjectives, participles, and adverbs before them; no word that begins something else."""
    written = word.group()
    if written in _STOPPERS:
        return False
    is_adverb = written in _ADVERBS or _is_suspended(written) or _ADJECTIVE_PHRASE.match(text, word.end())
    return bool(is_adverb or _ADJECTIVE.match(written))


def _is_weapon(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _is_suspended(word: str) -> bool:
    return word.endswith("-")


def _last_of_name(text: str, word: re.Match[str], limit: int, is_taken: Stops) -> Interval:
    """'Berliner Polizisten' counts Polizisten; 'Kampf- und Schützenpanzer' is one noun."""
    start, end = word.span()
    if word.group().endswith("-") and (more := re.compile(r"[ \u00a0](?:und|oder|bzw\.)[ \u00a0]").match(text, end)):
        other = _WORD.match(text, more.end())
        if other and other.end() <= limit:
            return start, other.end()
    if word.group() in _CITY_ADJECTIVE and (gap := _SPACE.match(text, end)):
        other = _WORD.match(text, gap.end())
        if other and other.group()[0].isupper() and not is_taken(*other.span()):
            return other.span()
    return start, end


def _after_participle(text: str, end: int, limit: int, is_taken: Stops) -> Interval | None:
    """'600 aus Calais gekommene Flüchtlinge': the noun after a participle with its preposition."""
    if not _PREPOSITION.match(text, end):
        return None
    stop = min(limit, end + 90)
    clause = re.compile(r"[,;:.!?()„“\n]").search(text, end, stop)
    found = _PARTICIPLE_NOUN.search(text, end, clause.start() if clause else stop)
    word = _WORD.match(text, found.end()) if found else None
    return word.span() if word and not is_taken(*word.span()) else None


def coordinated(text: str, noun: Interval, limit: int, is_taken: Stops) -> Interval:
    """With 'und Marschflugkörpern', unless that begins something else: a number, a name, an article, a clause."""
    start, end = noun
    link = _AND.match(text, end)
    if listed := _LISTED_NOUNS.match(text, end, limit):
        link = _AND.match(text, listed.end()) if not is_taken(*listed.span("noun")) else link
    if not link or link.end() >= limit or link.group().startswith(","):
        return noun
    word = _WORD.match(text, link.end())
    if word is None or is_taken(*word.span()):
        return noun
    if word.group()[0].isupper():
        other: Interval | None = None if is_taken(*word.span()) else word.span()
    elif _ADJECTIVE.match(word.group()) and word.group() not in _STOPPERS and not is_subjunctive(text, *word.span()):
        other = _noun(text, link.end() - 1, limit, is_taken)
    else:
        other = None
    if other is None or other[1] > limit or _VERB_AFTER.match(text, other[1]):
        return noun
    return start, other[1]
