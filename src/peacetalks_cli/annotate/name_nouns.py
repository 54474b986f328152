"""Words that are a surname and a common noun (Fischer, Wolf, Jäger) or begin a sentence in capitals (Kurz, Lieber):
what the words around them and the rest of the article say of which it is."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.letters import NOUN as NOUN_KIND
from peacetalks_cli.annotate.letters import letters
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, lexicon
from peacetalks_cli.annotate.name_landscapes import is_landscape
from peacetalks_cli.annotate.name_things import is_a_vessel
from peacetalks_cli.annotate.name_words import ADJECTIVE, is_body_by_its_end, is_genitive_of_person, is_place_by_its_end
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import lookup

Span = tuple[int, int, Label]

MEMO: Final = "peacetalks_name_nouns"  # key of what is looked for once an article
SPEECH: Final = {
    "sagte", "sagt", "erklärte", "betonte", "teilte", "schrieb", "warnte", "forderte", "sprach", "kritisierte", "so",
    "berichtete", "kündigte", "meinte", "äußerte", "Frau", "Herr", "Herrn", "bekräftigte", "nannte",
}  # fmt: skip
_MODAL: Final = {
    "will", "wollte", "kann", "konnte", "muss", "musste", "soll", "sollte", "hat", "hatte", "ist", "war", "wird",
    "wurde", "sei", "habe", "darf", "durfte", "werde", "wolle", "könne", "müsse", "solle", "zufolge", "blieb",
    "ließ", "sah", "gab", "ging", "kam", "nahm", "rief", "traf", "fuhr", "flog", "selbst",
}  # fmt: skip
_DETERMINERS: Final = {
    "der", "die", "das", "den", "dem", "des", "im", "am", "vom", "zum", "zur", "beim", "ins", "ans", "alle", "allen",
    "viele", "vielen", "mehrere", "mehreren", "einige", "einigen", "wenige", "zwei", "drei", "vier", "fünf", "sechs",
    "sieben", "acht", "neun", "zehn", "beide", "beiden", "jeder", "jede", "jeden", "jedem", "manche", "andere",
    "anderen", "keine", "keinen", "kein", "keinem", "keiner", "tausende", "hunderte", "Tausende", "Hunderte",
    "dutzende", "Dutzende",
}  # fmt: skip
_ARTICLE = re.compile(r"(?:ein|mein|sein|ihr|unser|euer|dies|jen|solch|welch)(?:e[nmrs]?)?")
_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}(?:e|en|er|es|em)")
_SURNAME_ENDS: Final = (
    "mann",
    "manns",
    "sohn",
    "sohns",
    "bauer",
    "bauers",
    "berger",
    "huber",
    "hofer",
    "meier",
    "mayer",
)
_MOUNTAIN = re.compile(
    r"(?:alm|alp|kopf|spitze|horn|kogel|joch|stein|kofel|hütte|klamm|au|eck|egg|reuth|hausen|stätten)s?$"
)
_LONG, _SURELY = 8, 0.85  # letters; share
_PAST = re.compile(r"[a-zäöüß]{2,}te")
_NO_VERBS: Final = {
    "nicht",
    "jetzt",
    "dort",
    "erst",
    "laut",
    "seit",
    "fast",
    "selbst",
    "mit",
    "bereits",
    "statt",
    "sonst",
}
_SINGULAR = re.compile(r"[a-zäöüß]{2,}t")
_PARTICIPLE = re.compile(r"(?:ge|be|er|ver|no)[a-zäöüß]{2,12}(?:t|en)|[a-zäöüß]{2,12}iert")
_NEAR_IN_TIME: Final = {"Kurz", "Lang", "Lange", "Spät", "Früh", "Weit", "Hoch", "Dicht", "Knapp"}
_BEFORE_OR_AFTER: Final = {"vor", "nach", "bevor", "nachdem", "darauf", "danach", "davor", "zuvor", "hinter", "über"}
_SAINTLY: Final = {"heilige", "heiligen", "heiliger", "Heilige", "Heiligen", "Heiliger"}
_PLURAL_VERBS: Final = {
    "blieben", "bleiben", "waren", "sind", "werden", "wurden", "haben", "hatten", "können", "konnten", "müssen",
    "mussten", "sollen", "sollten", "wollen", "wollten", "kamen", "gingen", "standen", "stehen", "gelten", "galten",
}  # fmt: skip
_OFFICES: Final = {"Bundesrat", "Nationalrat", "Ständerat", "Regierungsrat", "Stadtrat", "Landesrat", "Staatsrat"}
_COLOURS: Final = {
    "Schwarz",
    "Weiß",
    "Weiss",
    "Rot",
    "Blau",
    "Grün",
    "Gelb",
    "Gold",
    "Silber",
    "Grau",
    "Braun",
    "Violett",
}
_PLURAL: Final = ("", "e", "en", "er", "n", "s", "innen")
_NO_ADJECTIVES: Final = {
    "wie", "sowie", "ohne", "oder", "aber", "über", "unter", "gegen", "neben", "zwischen", "wegen", "hinter", "wenn",
    "werden", "worden", "haben", "während", "wurden", "wollen", "müssen", "sollen", "können", "heute", "gestern",
    "weder", "wieder", "später", "immer", "gerade", "trafen", "lassen", "waren", "daher", "eher", "gemeinsamen",
    "außer",
}  # fmt: skip


def is_ambiguous(word: str) -> bool:
    """Whether `word`, a surname of the article, is a common noun, too."""
    known = lexicon().classes_of(word)
    if is_genitive_of_person(word) and not lexicon().classes_of(word.removesuffix("s")) & NOUN:
        return False
    if known & NOUN or name_lists.is_head_of_role(word):
        return True
    return not known and not word.endswith(_SURNAME_ENDS) and (lexicon().is_noun(word) or is_noun_by_letters(word))


def is_noun_by_letters(word: str) -> bool:
    """Asylwerbern, Habichtfallen: a long word that nobody knows, by its letters."""
    return len(word) >= _LONG and not lexicon().knows(word) and letters().shares(word)[NOUN_KIND] > _SURELY


def is_person(doc: Doc, at: int) -> bool:
    """Whether the ambiguous word at `at` is the person here, given that the article names someone so."""
    before = doc[at - 1].text if at else ""
    after = doc[at + 1].text if at + 1 < len(doc) else ""
    if before in SPEECH or before in _MODAL or (before and _is_of_person(before)):
        return True
    if is_determined(doc, at):
        return False
    if after in SPEECH or after in _MODAL or after == "(" or _PAST.fullmatch(after):
        return True
    if after[:1].isupper() and doc[at].text.endswith("s") and begins_sentence(doc, at):
        return True  # Herbsts Verwaltung kauft
    if _SINGULAR.fullmatch(after) and after not in _NO_VERBS and begins_sentence(doc, at):
        return True
    return not is_used_as_noun(doc, doc[at].text)


def _is_of_person(before: str) -> bool:
    return name_lists.is_role(before) or bool(lexicon().classes_of(before) & FIRST_NAME)


def is_determined(doc: Doc, at: int) -> bool:
    """Whether an article, a number or an adjective stands before: der Fischer, drei Jäger, lokale Bauern."""
    if not at:
        return False
    before = doc[at - 1]
    word = before.text if before.text in _DETERMINERS else before.lower_
    if word in _DETERMINERS or before.is_digit or _ARTICLE.fullmatch(word):
        return True
    return bool(_ADJECTIVE.fullmatch(before.text)) and not (
        before.text in _NO_ADJECTIVES or _PAST.fullmatch(before.text)
    )


def is_used_as_noun(doc: Doc, word: str) -> bool:
    """Whether the article says "der Fischer", "drei Jäger" somewhere."""
    bare = word.removesuffix("s") or word
    with_article = _words(doc, "with article", _has_article)
    return any(f"{bare}{ending}" in with_article for ending in _PLURAL)


def _has_article(doc: Doc, at: int) -> bool:
    if at + 1 < len(doc) and lexicon().classes_of(doc[at + 1].text) & FIRST_NAME:
        return False  # der Vogel Andi
    return is_determined(doc, at) and not name_lists.is_role(doc[at - 1].text)


def _words(doc: Doc, name: str, holds: Callable[[Doc, int], bool]) -> frozenset[str]:
    """The big words for which something holds somewhere in the article; looked for once an article."""
    known: dict[str, frozenset[str]] = doc.user_data.setdefault(MEMO, {})
    if name not in known:
        known[name] = frozenset(token.text for token in doc if token.text[:1].isupper() and holds(doc, token.i))
    return known[name]


def begins_sentence(doc: Doc, at: int) -> bool:
    return (
        at == 0
        or "\n" in doc[at - 1].text
        or doc[at - 1].text in {".", "!", "?", ":", "„", "»", "«", "“", "”", '"', "–"}
    )


def without_nouns(doc: Doc, spans: Iterable[Span], sure: Container[Span] = ()) -> Iterator[Span]:
    """`spans` without the single words that a model takes for people and that are common nouns here: bekam Husten.

    `sure`: spans that the words around them show, whatever word it is (den alle „Keks“ nennen)."""
    spans = list(spans)
    surnames = {doc[end - 1].text for start, end, label in spans if label == "PER" and end - start > 1}
    for start, end, label in spans:
        word = doc[start].text
        if (start, end, label) in sure:
            yield start, end, label
            continue
        if is_a_vessel(doc, start) or is_pair_of_colours(doc, start, end):
            continue
        if end - start == 1 and label != "PER" and is_noun_by_letters(word) and not _may_be_body_or_place(word, label):
            continue
        if end - start == 1 and label == "PER" and (is_adverb(doc, start) or _is_no_person(doc, start)):
            continue
        if label != "PER" or end - start > 1 or not is_ambiguous(word) or _is_shown(doc, start, surnames):
            yield start, end, label


def _is_no_person(doc: Doc, at: int) -> bool:
    """Der heilige Martin; Freundlich. and Hart blieben die Fronten: words of the language that begin a sentence."""
    if at and doc[at - 1].text in _SAINTLY:
        return True
    after = doc[at + 1].text if at + 1 < len(doc) else "."
    if _PARTICIPLE.fullmatch(after) and begins_sentence(doc, at) and (at + 2 == len(doc) or "\n" in doc[at + 2].text):
        return lexicon().knows(doc[at].text.lower())  # Kurz notiert: the head of a column
    if after not in _PLURAL_VERBS and after not in {".", "!"}:
        return False
    word = doc[at].text
    is_plain = begins_sentence(doc, at) and word.istitle() and lexicon().knows(word.lower())
    return is_plain and word not in _words(doc, "inside", _is_inside)


def is_office(doc: Doc, start: int, end: int) -> bool:
    """Bundesrat Martin Pfister: who sits in a council is called like it."""
    if end - start > 1 or end >= len(doc) or doc[start].text not in _OFFICES:
        return False
    return bool(lexicon().classes_of(doc[end].text) & FIRST_NAME)


def is_pair_of_colours(doc: Doc, start: int, end: int) -> bool:
    """in Schwarz und Weiß"""
    if end - start > 1 or doc[start].text not in _COLOURS:
        return False
    return any(
        0 <= at < len(doc) and doc[at].text in _COLOURS and doc[(at + start) // 2].text in {"und", "-", "/", ","}
        for at in (start - 2, start + 2)
    )


def _may_be_body_or_place(word: str, label: Label) -> bool:
    if label == "ORG":
        return is_body_by_its_end(word) or name_organizations.is_organization(word)
    return (
        is_place_by_its_end(word)
        or bool(_MOUNTAIN.search(word) or lookup(word))
        or (word.endswith("halle") and is_landscape(word))
    )


def _is_shown(doc: Doc, at: int, surnames: Container[str]) -> bool:
    """By a full name in the article, a role before it, a verb of speech beside it."""
    word = doc[at].text
    if word in surnames or word.removesuffix("s") in surnames:
        return is_person(doc, at)
    before = doc[at - 1].text if at else ""
    after = doc[at + 1].text if at + 1 < len(doc) else ""
    is_said = before in SPEECH or (before and _is_of_person(before))
    return bool(is_said) or (not is_determined(doc, at) and after in {*SPEECH, "("})


def is_adverb(doc: Doc, at: int) -> bool:
    """Lustig finde er das nicht; Deutsch und deutlich: no surname, though someone in the article is called so."""
    word = doc[at].text
    if at + 2 >= len(doc) or not begins_sentence(doc, at):
        return False
    after, then = doc[at + 1], doc[at + 2]
    if word in _NEAR_IN_TIME and after.text in _BEFORE_OR_AFTER:
        return True  # Kurz vor der Sperrstunde
    if not lexicon().is_far_from_names(word.lower()):
        return False
    if not lexicon().knows(word.lower()) or not after.is_lower:
        return False
    if after.text == "und":
        return then.is_lower and lexicon().knows(then.text)
    return then.text in {"er", "sie", "es", "ich", "wir", "man"} and after.text not in SPEECH


def is_plain_opening(doc: Doc, at: int) -> bool:
    """Lieber kehrt er, Hart nannte er es: a word of the language, in capitals because it begins a sentence, and a
    name nowhere else in the article."""
    word = doc[at].text
    if not begins_sentence(doc, at) or not word.istitle():
        return False
    if lexicon().is_like_surnames(word) and not ADJECTIVE.fullmatch(word):
        return False
    if not lexicon().knows(word.lower()) or not lexicon().is_far_from_names(word.lower()):
        return False
    if at + 1 < len(doc) and (doc[at + 1].text in SPEECH or doc[at + 1].text in {",", "("}):
        return False
    return word not in _words(doc, "inside", _is_inside)


def _is_inside(doc: Doc, at: int) -> bool:
    """Behind a word: there a big letter means a name or a noun."""
    return at > 0 and (doc[at - 1].is_alpha or doc[at - 1].text == ",")
