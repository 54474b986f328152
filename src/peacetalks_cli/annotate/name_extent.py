"""From what a model marked to the name alone: words around it cut off, what is no name left out."""

import re
from typing import Final

from spacy.tokens import Doc, Token

from peacetalks_cli.annotate import name_lists
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

Span = tuple[int, int, Label]
"""Tokens from start to end (half-open) and the label of a name."""

_NAME_CLASSES: Final = FIRST_NAME | SURNAME | PLACE
_LETTER = re.compile(r"[^\W\d_]")
_JOINTS: Final = {".", "/", "–", "—", "|", "•", "+++"}
_NEVER_INSIDE: Final = {"„", "“", "”", "»", "«", '"', "(", ")", "[", "]", ":", ";", "?"}
_OPENING_QUOTES: Final = {"„", "“", "»", "«", '"'}
_ROMAN = re.compile(r"[IVX]+")
_HISS: Final = ("s", "x", "z", "ß")
_ARTICLES: Final = {
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "einen", "eines", "kein", "keine",
    "dieser", "diese", "dieses", "jener", "jene", "sein", "seine", "seiner", "ihr", "ihre", "ihrer", "unser", "unsere",
    "zum", "zur", "im", "am", "vom", "beim", "ins", "ans", "aus", "bei", "mit", "nach", "seit", "zu", "in", "an",
    "auf", "über", "unter", "vor", "hinter", "für", "gegen", "ohne", "um", "durch", "bis", "und", "oder", "auch",
    "als", "wie", "laut", "so", "nur", "noch", "herr",
}  # fmt: skip
_PARTICLES: Final = {
    "von", "van", "de", "du", "da", "di", "del", "la", "le", "al", "el", "bin", "ibn", "ter", "ten", "zu",
}  # fmt: skip
_ADJECTIVE = re.compile(r"[\w-]{2,}(?:isch|lich|ehemalig|neu|alt|groß|link|recht)(?:e[rnsm]?)$", re.IGNORECASE)
_PLACE_ADJECTIVE = re.compile(r"[\w-]{3,}(?:er)$")
MINISTRY = re.compile(r"[A-ZÄÖÜ][\w-]{3,}ministeriums?")
_NAMED_BODY = re.compile(
    r"(?:bundes|landes|schwarzmeer|nordmeer|verfassungs|grenz)\w+|[\w-]+(?:flotte|brigade|gericht|gerichtshof|korps)s?",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    r"-(?:kommission|parlament|rat|sicherheitsrat|vollversammlung|generalversammlung|senat|kongress|repräsentantenhaus|"
    r"zentrum|institut|stiftung|universität|brigade|bataillon|regiment|division|flotte|bank|gruppe|partei|agentur|"
    r"hilfswerk|flüchtlingshilfswerk|kinderhilfswerk|\w*ministerium|gericht|gerichtshof|ausschuss|verband|verein|fonds|"
    r"klinik|klinikum|hospital|kirche|union|liga|bewegung|zeitung|nachrichten|anzeiger|sda|afx|gmbh|ag)s?$",
    re.IGNORECASE,
)
_PLACE_END = re.compile(
    r"-(?:region|gebiet|halbinsel|insel|provinz|brücke|palast|straße|strasse|platz|see|stausee|meer|kanal|tal|gebirge|"
    r"fluss|hafen|flughafen|bahnhof|stadt|streifen|höhen|pass|pipeline|damm|kraftwerk|arm|delta|bucht|wüste|"
    r"korridor|berg|allee|park|stadion|kathedrale|kloster|moschee|kaserne|boulevard|kirche|turm|viertel|höhe|linie)s?$",
    re.IGNORECASE,
)


_PLACE_HEAD = re.compile(
    r"\w{3,}(?:platz|straße|strasse|gasse|allee|bahnhof|brücke|kirche|dom|palast|schloss|burg|park|turm|tor|kaserne|"
    r"stadion|berg|tal|see|meer|kanal|insel|halbinsel|gebirge|wald|moor|heide|bucht|küste|ufer|viertel|garten|hof)(?:e?s)?"
)
_PLAIN_PLACE = re.compile(
    r"(?:park|arbeits|spiel|sport|fußball|markt|haupt|land|bundes|neben|seiten|einkaufs|fußgänger|camping|flug|stell|"
    r"schau|ausbildungs|studien|steh|sitz|lager|rast|bau|dorf|wasser|treff|regional|güter|einkaufs|park|kinder|alten|bei|"
    r"gerichts|bauern|fried|innen|hinter|national|frei|stadt|rohr|fernseh|leucht|vulkan|stau|bade|fluss|strom|meeres|"
    r"kampf|schul|flughafen|verkehrs|zug|bus|umschlag|verbindungs|autobahn|zufahrts|pfarr|wohn|regierungs|arbeiter|"
    r"industrie|geschäfts|panzer|schieß|übungs|truppenübungs|parade|abstell|lande|tabellen|start|eisen|haltestellen)\w{0,3}"
    r"(?:platz|straße|strasse|gasse|allee|bahnhof|brücke|kirche|palast|park|turm|tor|see|insel|wald|küste|ufer|viertel|"
    r"garten|hof|stadion|kaserne|kanal|berg|tal)(?:e?s)?",
    re.IGNORECASE,
)


def pieces(doc: Doc, start: int, end: int, label: Label) -> list[Span]:
    """The parts of a marked span that may each be a name: cut at slashes, brackets, quotes and line breaks."""
    parts, first = [], start
    for at in range(start, end + 1):
        if at == end or _parts(doc[at], label):
            if first < at:
                parts.append((first, at, label))
            first = at + 1
    return parts


def _parts(token: Token, label: Label) -> bool:
    text = token.text
    if text == "." and label == "PER" and token.i and _ROMAN.fullmatch(token.doc[token.i - 1].text):
        return False  # Leo XIV.
    if "\n" in text or "\r" in text or text in _JOINTS or text in _NEVER_INSIDE:
        return True
    return label == "PER" and text in {",", "und", "sowie", "mit"}


def trimmed(doc: Doc, span: Span) -> Span | None:
    """The name alone, without article, title, role, kind; None if nothing is left or what is left is no name."""
    start, end, label = span
    while start < end and doc[start].is_space:
        start += 1
    if label == "LOC" and lookup(doc[start:end].text):
        return start, end, label  # Den Haag
    while start < end and not _may_end(doc[end - 1], label):
        end -= 1
    if label != "ORG" and end - start > 1 and _is_what_somebody_has(doc[end - 2].text, doc[end - 1].text):
        end -= 1
    while start < end and _is_before_name(doc, start, end, label):
        start += 1
    if start == end or not is_name(doc, start, end, label):
        return None
    return start, end, label


def _may_end(token: Token, label: Label) -> bool:
    if _LETTER.search(token.text):
        return label == "ORG" or not token.text.islower()  # Assemblée nationale
    return _belongs_behind(token)


def _is_what_somebody_has(owner: str, word: str) -> bool:
    """Demirels Bruder: the name ends with the genitive."""
    is_thing = lexicon().is_noun(word) and not lexicon().classes_of(word) & _NAME_CLASSES
    return owner.endswith("s") and is_thing and not _PLACE_HEAD.search(word)


def _belongs_behind(token: Token) -> bool:
    """Rossija 24, Panzerbrigade 45; Leo XIV.; Cassis' (the apostrophe of a genitive)."""
    before = token.doc[token.i - 1].text if token.i else ""
    if token.text == ".":
        return bool(_ROMAN.fullmatch(before))
    if token.text in {"'", "’"}:
        return before.endswith(_HISS)
    return token.text.isdigit()


def _is_before_name(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Whether the first token of a span is not yet the name."""
    text, last = doc[start].text, start + 1 == end
    if not any(letter.isalnum() for letter in text):
        return True
    if text.lower() in _ARTICLES and not name_lists.is_agency(text):
        return not _opens_title(doc, start)
    if last:
        return False
    if text.islower():
        return not _may_begin(doc[start], label)
    if label == "PER":
        return _is_role(text)
    return _is_kind(text, doc[start + 1 : end].text, label)


def _is_kind(text: str, name: str, label: Label) -> bool:
    """Whether `text` only says what `name` is: Region Donezk, Staatsagentur Tass, Kinderhilfswerk Unicef."""
    if label == "LOC":
        first = name.split(maxsplit=1)[0]
        return name_lists.is_kind_of_place(text) and not name_lists.keeps_kind(first) and first not in _ARTICLES
    if name_lists.is_said_of_organization(text):
        return (name[:1].isupper() and not lookup(name)) or name_lists.is_agency(name)
    is_plain = lexicon().is_noun(text) and not name_lists.is_inhabitant(text)  # but: Deutschen Bundestag
    return is_plain and name_lists.is_organization(name)


def _opens_title(doc: Doc, at: int) -> bool:
    """A big article belongs to the name in quotation marks („Die Zeit“) and inside a sentence (taz und Die Zeit)."""
    if not doc[at].is_title or at == 0 or at + 1 == len(doc):
        return False
    before = doc[at - 1]
    return before.text in _OPENING_QUOTES or before.is_lower or before.text == ","


def _may_begin(token: Token, label: Label) -> bool:
    text = token.text
    return text in _PARTICLES or name_lists.is_agency(text) or (label == "ORG" and not lexicon().knows(text))


def _is_role(word: str) -> bool:
    if name_lists.is_title(word) or name_lists.has_common_end(word):
        return True
    return lexicon().is_noun(word) and not lexicon().classes_of(word) & _NAME_CLASSES


def is_name(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Whether these tokens can be a name of this label by the guidelines."""
    words = [token.text for token in doc[start:end]]
    text = " ".join(words)
    if name_lists.is_not_a_name(text) or _is_a_vessel(doc, start):
        return False
    if label == "ORG" and name_lists.is_organization(text):
        return True
    if doc[start].like_url or doc[end - 1].like_url:
        return False
    if not any(letter.isupper() for letter in text):
        return all(name_lists.is_agency(word) for word in words)
    if end - start > 1:
        return _is_long_name(words, label, begins=_begins_sentence(doc, start))
    return is_word_a_name(words[0], label)


def _is_a_vessel(doc: Doc, start: int) -> bool:
    """Der Frachter „Nordic Pearl“."""
    at = start - 1
    if at > 0 and doc[at].text in _OPENING_QUOTES:
        at -= 1
    return at >= 0 and name_lists.is_vessel(doc[at].text)


def _begins_sentence(doc: Doc, at: int) -> bool:
    return at == 0 or not (doc[at - 1].is_alpha or doc[at - 1].is_digit or doc[at - 1].text == ",")


def _is_long_name(words: list[str], label: Label, *, begins: bool) -> bool:
    """Not: "Russische Armee" where the sentence begins; elsewhere a big adjective is part of a name."""
    if len(words) == 2 and _ADJECTIVE.fullmatch(words[0]) and label != "PER":
        if label == "ORG" and words[0][0].isupper() and not begins:
            return True
        return bool(lookup(" ".join(words))) or is_word_a_name(words[1], label) or not lexicon().is_noun(words[1])
    return not (label == "PER" and all(_is_role(word) for word in words))


def is_word_a_name(word: str, label: Label) -> bool:
    """Whether one capitalised word can be a name: no adjective, inhabitant, role, compound, common noun."""
    if "-" in word.strip("-"):
        return _is_compound_a_name(word, label)
    if word.endswith("-") or (len(word) < 2 and label != "ORG"):
        return False
    if label == "LOC" and lookup(word):
        return True
    if _is_adjective(word, label) or (name_lists.is_inhabitant(word) and not lookup(word)):
        return False
    if _says_what_it_is(word, label):
        return True
    is_role = name_lists.has_common_end(word) and not lexicon().classes_of(word) & _NAME_CLASSES
    return not is_role and not _is_common_noun(word, label)


def _says_what_it_is(word: str, label: Label) -> bool:
    """Verteidigungsministerium, Schwarzmeerflotte; Heldenplatz, Gedächtniskirche."""
    if label == "ORG":
        return bool(MINISTRY.fullmatch(word) or _NAMED_BODY.fullmatch(word))
    return label == "LOC" and bool(_PLACE_HEAD.search(word)) and not _PLAIN_PLACE.fullmatch(word)


def _is_adjective(word: str, label: Label) -> bool:
    """Russische; of places also: Kiewer, Donezker."""
    if _ADJECTIVE.fullmatch(word):
        return lexicon().knows(word.lower())
    return label == "LOC" and bool(_PLACE_ADJECTIVE.fullmatch(word)) and bool(lookup(word[:-2]))


def _is_common_noun(word: str, label: Label) -> bool:
    if label == "ORG":
        forms = (word, word.removesuffix("s"))
        return any(form.casefold() in _PLAIN_BODIES or name_lists.is_said_of_organization(form) for form in forms)
    known = lexicon().classes_of(word)
    if is_distinct(word):
        return False
    if label == "LOC" and not known and lexicon().is_far_from_names(word):
        return True
    if not known & NOUN:
        return False
    return not known & (PLACE if label == "LOC" else FIRST_NAME | SURNAME)


_PLAIN_BODIES: Final = {
    "armee", "luftwaffe", "militär", "marine", "regierung", "opposition", "polizei", "generalstab", "geheimdienst",
    "militärgeheimdienst", "nationalgarde", "parlament", "ministerium", "behörde", "partei", "gericht", "feuerwehr",
    "präsidialamt", "staatsanwaltschaft", "justiz", "grenzschutz", "heer", "küstenwache", "streitkräfte", "luftabwehr",
    "präsidentschaft", "außenamt", "zentralbank", "agentur", "zeitung", "sender", "fernsehen", "staatsfernsehen",
    "verwaltung", "militärverwaltung", "bundesregierung", "stadtverwaltung", "krankenhaus", "universität", "kirche",
    "luftverteidigung", "sicherheitsrat", "europäer", "westen", "allianz", "bündnis", "koalition", "staat", "land",
    "waffenruhe", "delegation", "truppen", "staatschef", "rettungsdienst", "zivilschutz", "staatsmedien", "gipfel",
}  # fmt: skip


def _is_compound_a_name(word: str, label: Label) -> bool:
    """Donbass-Region, EU-Kommission, Meinl-Reisinger; not: Ukraine-Krieg, US-Regierung, Selenskyj-Berater."""
    if lookup(word) and label == "LOC":
        return True
    if name_lists.has_common_end(word):
        return False
    if label == "ORG" and (_BODY_END.search(word) or name_lists.is_organization(word)):
        return True
    if _PLACE_END.search(word):
        return label == "LOC"
    end = word.rpartition("-")[2]
    known = lexicon().classes_of(end)
    return not known & NOUN or bool(known & _NAME_CLASSES)
