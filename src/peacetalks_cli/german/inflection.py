"""From the case that a sentence asks for to the nominative: nouns for people, short noun phrases, names."""

import re
from functools import lru_cache

# Nouns for people that decline weakly: Präsident, des Präsidenten.
_WEAK = re.compile(
    r"(?:[^m]ent|präsident|[^e]ant|ist|yst|krat|soldat|kandidat|diplomat|demokrat|magnat|adjutant|oge|arch|graf|"
    r"prinz|fürst|monarch|patriarch|zar|herr|held|mensch|nachbar|graph|lyt|nom|pilot|patriot|chirurg|rabbi|"
    r"metropolit|kosmonaut|astronaut|jesuit|athlet|poet|exeget|prophet|bischof)en$",
    re.IGNORECASE,
)
_WEAK_E = re.compile(
    r"(?:kolleg|expert|strateg|psycholog|biolog|politolog|soziolog|olog|pädagog|genoss|zeug|bot|nachfahr|"
    r"erb|neff|riv|kund|insass|bub|bursch|jung|türk|russ|schott|dän|pol|ir|schwed|finn|franzos)en$",
    re.IGNORECASE,
)
# Adjectives and participles as nouns: der Gesandte, ein Gesandter.
_ADJECTIVAL = re.compile(
    r"((?:gesandt|beauftragt|vertraut|vorsitzend|abgeordnet|beigeordnet|sachverständig|angestellt|beamt|verbündet|delegiert|"
    r"angehörig|bedienstet|verwandt|bekannt|vorgesetzt|verletzt|gefangen|angeklagt|beschuldigt|verdächtig|"
    r"verstorben|getötet|ältest|freiwillig|bevollmächtigt|geschworen|reisend|überlebend|studierend|vize|offiziell|"
    r"industriell|intellektuell|geheimdienstl|entsandt|abgesandt|gelehrt|versehrt|gefreit|wehrpflichtig|verurteilt|"
    r"adelig|adlig|geistlich|oppositionell|verlobt|geliebt|oberst|jugendlich|geflüchtet|vertrieben|auszubildend|"
    r"alleinerziehend|inhaftiert|arbeitslos|obdachlos|hinterblieben|aufständisch|schutzsuchend|verantwortlich))(e[rnms]?)$",
    re.IGNORECASE,
)
_OF_ADJECTIVES = ("e", "er", "en", "em", "es")
# Plurals, in the dative, too, with their singulars.
_PLURAL_UMLAUT = tuple(
    (plural + dative, singular)
    for plural, singular in (
        ("söhne", "sohn"), ("brüder", "bruder"), ("väter", "vater"), ("töchter", "tochter"), ("mütter", "mutter"),
        ("generäle", "general"), ("räte", "rat"), ("anwälte", "anwalt"), ("ärzte", "arzt"), ("frauen", "frau"),
        ("männer", "mann"), ("bischöfe", "bischof"), ("könige", "könig"), ("witwen", "witwe"),
        ("vorstände", "vorstand"),
    )
    for dative in ("n", "")
)  # fmt: skip
_PLURALS = tuple(plural for plural, _ in _PLURAL_UMLAUT)
_REGULAR = re.compile(
    r"(?:er|or|eur|är|än|ivar|kar|nar|al|ier|chef|premier|sohn|mann|könig|kanzler|rat|ling|vize|papst|emir|bub|el|haupt|wart|arzt|in)$"
)


@lru_cache(maxsize=4096)
def nominative(noun: str, determiner: str | None = None) -> str:
    """The nominative singular of a noun for a person, strong where it is an adjective.

    Präsidenten gives Präsident, Sprechers Sprecher, Sprecherinnen Sprecherin. `determiner`, the article or
    possessive or adjective before it, decides the gender of "Gesandte": with der Gesandter, with die Gesandte;
    "der Gesandten" is a woman's dative. None: as the ending says (Gesandten: Gesandter, Gesandte: Gesandte).
    """
    lower = noun.lower()
    adjectival = _ADJECTIVAL.search(noun) if lower.endswith(_OF_ADJECTIVES) else None
    if adjectival:
        feminine = _is_feminine(adjectival[2], determiner.lower() if determiner else None)
        return noun[: adjectival.start(2)] + ("e" if feminine else "er")
    if noun.endswith("innen"):
        return noun[:-3]
    if lower.endswith("en") and _WEAK.search(noun):
        return noun[:-2]
    if lower.endswith("en") and _WEAK_E.search(noun):
        return noun[:-1]
    return _strong(noun, lower)


def _is_feminine(ending: str, determiner: str | None) -> bool:
    """Of an adjective used as a noun."""
    if ending == "er":
        return False
    if determiner is None:
        return ending == "e"
    if ending == "e":
        return determiner in {"die", "eine"} or determiner.endswith(("ine", "ihre", "sere", "eure", "ische"))
    return determiner in {"der", "einer", "zur"} or determiner.endswith(("iner", "hrer", "serer", "eurer"))


def _strong(noun: str, lower: str) -> str:
    for ending, singular in _PLURAL_UMLAUT if lower.endswith(_PLURALS) else ():
        if lower.endswith(ending):
            bare = noun[: len(noun) - len(ending)]
            return bare + (singular.capitalize() if bare == "" and noun[0].isupper() else singular)
    for ending in ("es", "s", "en", "n"):
        bare = noun.removesuffix(ending)
        if bare != noun and _REGULAR.search(bare.lower()) and not _is_word_of_its_own(lower):
            return bare
    return noun


def _is_word_of_its_own(lower: str) -> bool:
    return lower.endswith(("boss", "hostess", "stewardess", "kommiss", "person", "patron", "cousin"))


def genitive_cut(name: str) -> str | None:
    """`name` without what may be a genitive ending (-s, an apostrophe), or None: Putins, Collins’, Biden's.

    Whether it is one only the text knows: Davos, Reuters and Klaus end in -s too.
    """
    for ending in ("'s", "’s", "'", "’", "s"):
        if name.endswith(ending) and len(name) > len(ending) + 2:
            return name.removesuffix(ending)
    return None


# Endings that fix the gender of the head noun of an organization or an office.
_NEUTER = re.compile(
    r"(?:ministerium|amt|forum|portal|institut|zentrum|werk|büro|kommando|parlament|gericht|kommissariat|magazin|blatt|"
    r"netzwerk|unternehmen|militär|referat|sekretariat|kabinett|haus|team|komitee|bündnis|ressort|kreuz|konsulat|"
    r"direktorat|departement|gebirge|meer|schloss|kloster|gebiet|stadion|lager|tor|tal|präsidium|gremium|spital|"
    r"konsortium|studio|fernsehen|radio|museum|observatorium|land)$"
)
_MASCULINE = re.compile(
    r"(?:dienst|stab|rat|sender|kreml|konzern|verband|bund|rechnungshof|gerichtshof|schutz|versorger|betreiber|"
    r"minister|präsident|chef|sprecher|gouverneur|general|kanzler|bürgermeister|sekretär|berater|leiter|forscher|"
    r"botschafter|direktor|fonds|verein|club|klub|see|platz|hof|hafen|palast|kanal|fluss|park|damm|turm|ausschuss|"
    r"kongress|senat|bundestag|landtag|zoll|halbmond|vorsitz|vorstand)$"
)
_PLURAL = re.compile(
    r"(?:behörden|medien|nationen|streitkräfte|kräfte|truppen|kreise|ärzte|dienste|quellen|angehörige|staaten|"
    r"emirate|beamte|vertreter|stellen|experten|ermittler|retter|helfer|beobachter|analysten|zeitungen|agenturen|"
    r"statistiker|forscher|diplomaten|offizielle|unterhändler|militärs|werke|betriebe|organisationen|rebellen|"
    r"milizen|gewerkschaften|firmen|unternehmen|grünen|freunde)$"
)
_DETERMINER = re.compile(
    r"^(d(?:er|ie|as|em|en|es)|(?:k?ein|[ms]ein|dein|ihr|unser|euer)(?:e|er|es|em|en)?)\s+", re.IGNORECASE
)
_ENDING = re.compile(r"(?:en|em|er|es|e)$")
# Adjectives that begin a name: Vereinte Nationen, Auswärtiges Amt, Diplomatische Akademie.
_CAPITAL_ADJECTIVE = re.compile(
    r"(?:\w+(?:isch|lich|ell|iv|iert|gemein|wärtig|ständig|hängig|deutsch)|Vereint|Vereinigt|International|Rot|Schwarz|"
    r"Weiß|Weiss|Neu|Alt|Groß|Grün|Blau|Ständig|Oberst|Hoh|Nah|Mittler|Zentral|National|Sozial|Frei|Link|Jung|"
    r"Bewaffnet|Lieb|Heilig|Kalt|Still|Tot|Föderal|Global|Regional|Maritim|Vereidigt)(?:en|em|er|es|e)$"
)


@lru_cache(maxsize=4096)
def nominative_phrase(text: str) -> str:
    """A short noun phrase in the nominative, without its article, the adjective in its strong form.

    "ukrainischen Luftwaffe" gives "ukrainische Luftwaffe", "des Generalstabs" "Generalstab", "Präsidenten
    Wolodymyr Selenskyj" "Präsident Wolodymyr Selenskyj". What follows the head noun stays as it is; so does a
    noun that may be a plural ("Diplomaten") or a name (Reuters, Polen).
    """
    determiner = _DETERMINER.match(text.strip())
    words = text.strip()[determiner.end() if determiner else 0 :].split(" ")
    head = next((i for i, word in enumerate(words) if not _is_attribute(word, words[i + 1 : i + 2])), None)
    if head is None:
        return " ".join(words)
    is_plural = bool(_PLURAL.search(words[head].lower().removesuffix("n")))  # "den Diensten"
    is_singular = bool(determiner and determiner[1].lower().endswith(("m", "s") if is_plural else ("m", "s", "n")))
    noun = _declined(words[head], is_singular=is_singular or _is_name(words[head + 1 :]))
    adjectives = [_ENDING.sub(_strong_ending(noun), word) for word in words[:head]]
    return " ".join((*adjectives, noun, *words[head + 1 :]))


def _is_attribute(word: str, following: list[str]) -> bool:
    """Whether `word` is an adjective before a noun."""
    if not following or not following[0][:1].isalnum():
        return False
    if word[:1].islower():
        return bool(_ENDING.search(word))
    return bool(_CAPITAL_ADJECTIVE.match(word)) and following[0][:1].isupper()


def _is_name(words: list[str]) -> bool:
    """Whether a name follows the head noun, so that it is one person: Präsidenten Wolodymyr Selenskyj."""
    return bool(words) and words[0][:1].isupper()


def _declined(noun: str, *, is_singular: bool) -> str:
    """The nominative of a head noun; a weak one ("Diplomaten") only if the phrase says that it is singular."""
    lower = noun.lower()
    if _PLURAL.search(lower) and not is_singular:
        return noun
    if _PLURAL.search(lower.removesuffix("n")) and not is_singular:
        return noun[:-1]
    for pattern in (_NEUTER, _MASCULINE):
        for ending in ("es", "s"):
            bare = lower.removesuffix(ending)
            if bare != lower and pattern.search(bare) and not pattern.search(lower):
                return noun[: len(bare)]
    if is_singular and (_WEAK.search(noun) or _WEAK_E.search(noun) or _ADJECTIVAL.search(noun)):
        return nominative(noun, "dem")
    return noun


def _strong_ending(noun: str) -> str:
    lower = noun.lower()
    if _PLURAL.search(lower):
        return "e"
    if _NEUTER.search(lower):
        return "es"
    is_masculine = _MASCULINE.search(lower) or _WEAK.search(lower + "en") or lower.endswith(("er", "or", "eur"))
    return "er" if is_masculine else "e"
