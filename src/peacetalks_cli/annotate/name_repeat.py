"""One article, one reading: a name that is found once is found wherever it stands in the article."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.letters import PERSON, letters
from peacetalks_cli.annotate.letters import PLACE as PLACE_KIND
from peacetalks_cli.annotate.lexicon import FIRST_NAME, SURNAME, lexicon
from peacetalks_cli.annotate.name_mistaken import is_people
from peacetalks_cli.annotate.name_nouns import is_adverb, is_ambiguous, is_office, is_pair_of_colours, is_person
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.facts import Label
from peacetalks_cli.german.gazetteer import is_distinct, lookup

Words = tuple[str, ...]

_HISS: Final = ("s", "x", "z", "ß")
_SHORTEST: Final = 3  # letters of a name that is looked for again; shorter ones are too often something else
_PARTICLES: Final = {
    "von", "van", "de", "del", "la", "al", "bin", "zu", "der", "den", "ter", "da", "di", "do", "dos", "du", "le",
    "el", "ibn", "ben", "ould", "af", "av", "ten", "della",
}  # fmt: skip
_BEFORE_SURNAME: Final = {"der", "die", "dem", "den", "Der", "Die", "Dem", "Den", "beim", "vom", "zum", "zur"}
_INDEFINITE: Final = {"ein", "einen", "einem", "kein", "keinen", "Ein", "Einen", "Einem", "Kein"}


def repeated(doc: Doc, texts: Sequence[str], spans: Iterable[Span]) -> list[Span]:
    """`spans` with one label a name, and the other mentions of their names added; in order, without overlaps.

    `texts`: of the tokens."""
    spans = list(spans)
    votes = _votes(texts, spans)
    labels = {words: _winner(counts) for words, counts in votes.items()}
    kept = [(start, end, _one_label(texts, start, end, label, labels)) for start, end, label in spans]
    return without_overlaps([*_found_again(doc, texts, labels), *kept])


def apart(texts: Sequence[str], spans: Iterable[Span]) -> list[Span]:
    """`spans`, two names that stand side by side cut apart: forderte Kickl Van der Bellen auf; Österreich Felderer.

    `texts`: of the tokens."""
    spans = list(spans)
    full = {_words(texts, start, end) for start, end, label in spans if label == "PER" and end - start > 1}
    short = {surname for words in full if (surname := _surname(words))}
    parted: list[Span] = []
    for start, end, label in spans:
        words = _words(texts, start, end)
        is_reversed = len(words) == 2 and start > 0 and texts[start - 1] in _BEFORE_SURNAME  # der Huber Franz
        is_reversed = is_reversed and bool(lexicon().classes_of(words[1]) & FIRST_NAME)
        cuts = (cut for cut in range(1, len(words)) if not is_reversed and _is_person(words[cut:], full, short))
        cut = next((cut for cut in cuts if _may_end_here(words[:cut], words[cut:], label, short)), None)
        if cut is None:
            parted.append((start, end, label))
        else:
            parted += [(start, start + cut, "PER" if label == "PER" else "LOC"), (start + cut, end, "PER")]
    return parted


def _is_person(words: Words, full: Container[Words], short: Container[Words]) -> bool:
    """Whether these are the surname or the full name of someone in the article."""
    small = (words[0][:1].lower() + words[0][1:], *words[1:])  # Van der Bellen
    return words in short or small in short or (len(words) > 1 and words in full)


def _may_end_here(left: Words, right: Words, label: Label, short: Container[Words]) -> bool:
    """Another surname of the article, no first name; before a name that is no person's a place."""
    if label != "PER":
        return len(left) == 1 and is_distinct(left[0])
    is_first_name = lexicon().classes_of(left[0]) & (FIRST_NAME | SURNAME) == FIRST_NAME
    return left in short and left != right and not is_first_name


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """The longest spans first, and of equal ones the first given; in order of their place."""
    taken: set[int] = set()
    kept = []
    for start, end, label in sorted(spans, key=lambda span: span[0] - span[1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end, label))
    return sorted(kept)


def _votes(texts: Sequence[str], spans: list[Span]) -> dict[Words, Counter[Label]]:
    """How often each name was given which label; a surname also counts where the full name stands."""
    votes: dict[Words, Counter[Label]] = defaultdict(Counter)
    never_place: set[Words] = set()
    forms = {_words(texts, start, end) for start, end, _ in spans}
    surnames = {form[-1] for form in forms if len(form) > 1}
    for start, end, label in spans:
        words = _bare(_words(texts, start, end), forms, surnames)
        votes[words][label] += 2 + 8 * _is_said(texts, start, label)
        surname = _surname(words) if label == "PER" else None
        if surname:
            # A surname that is also a place on the map may be either; elsewhere LOC is a guess of the model.
            votes[surname]["PER"] += 1
            if not lookup(" ".join(surname)):
                never_place.add(surname)
    for surname in never_place:
        votes[surname]["PER"] += votes[surname].pop("LOC", 0)
    return votes


def _is_said(texts: Sequence[str], start: int, label: Label) -> bool:
    """die Vogelschutzorganisation Birdlife, Bürgermeister Schaden: the word before says what it is."""
    before = texts[start - 1] if start else ""
    if label == "PER":
        return name_lists.is_role(before)
    if label == "LOC":  # In Hryschyne: a word that nobody knows, behind what stands before places only
        if before not in {"in", "In", "aus", "nahe"}:
            return False
        shares = letters().shares(texts[start])
        is_new = not lexicon().knows(texts[start]) and not texts[start].endswith("s")
        return is_new and shares[PLACE_KIND] > shares[PERSON]
    may_be_water = before.lower().removesuffix("s").endswith("kanal")
    return label == "ORG" and before[:1].isupper() and name_lists.is_kind_of_organization(before) and not may_be_water


def _words(texts: Sequence[str], start: int, end: int) -> Words:
    """The words of a name; in a headline of capitals, as they would be written elsewhere."""
    words = tuple(texts[start:end])
    if all(word.isupper() and len(word) > _SHORTEST for word in words) and _in_capitals(texts, start, end):
        return tuple(word.capitalize() for word in words)
    return words


def _in_capitals(texts: Sequence[str], start: int, end: int) -> bool:
    around = [word for word in texts[max(0, start - 3) : end + 3] if word.isalpha() and len(word) > 1]
    return len(around) > 1 and all(word.isupper() for word in around)


def _bare(words: Words, forms: set[Words], surnames: set[str]) -> Words:
    """Without a genitive -s if the bare form stands in the article, too: Putins, but not Davos."""
    if words[-1].endswith("s"):
        bare = (*words[:-1], words[-1][:-1])
        if bare in forms or bare[-1] in surnames:
            return bare
    return words


def _surname(words: Words) -> Words | None:
    """What stands for a person alone: Witkoff, von der Leyen, al-Assad."""
    if len(words) < 2:
        return None
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    last = words[-1]
    if not last[:1].isalpha() or len(last) < _SHORTEST or last.isupper() or last.endswith("."):
        return None  # Leo XIV., Karl III.
    return words[at:]


def _winner(counts: Counter[Label]) -> Label:
    return max(counts, key=lambda label: (counts[label], label == "PER", label == "LOC"))


def _one_label(texts: Sequence[str], start: int, end: int, label: Label, labels: dict[Words, Label]) -> Label:
    words = _words(texts, start, end)
    for form in (words, (*words[:-1], words[-1].removesuffix("s"))):
        if form in labels:
            return labels[form]
    return label


def _found_again(doc: Doc, texts: Sequence[str], labels: dict[Words, Label]) -> Iterator[Span]:
    """Every mention of the names, the longest first at each place."""
    by_first: dict[str, list[tuple[Words, Label]]] = defaultdict(list)
    for words, label in labels.items():
        if len(words[-1]) >= _SHORTEST or len(words) > 1:
            for form in _forms(words):
                by_first[form[0]].append((form, label))
    for start, text in enumerate(texts):
        if text not in by_first:
            continue
        for words, label in sorted(by_first[text], key=lambda row: -len(row[0])):
            end = start + len(words)
            if tuple(texts[start:end]) == words and _may_stand(doc, start, end, label):
                yield start, end, label
                break


def _forms(words: Words) -> Iterator[Words]:
    """As found, in the genitive, and in capitals."""
    yield words
    if words[0][:1].islower():  # Al-Asir, Van der Bellen: at the head of a sentence
        yield (words[0][:1].upper() + words[0][1:], *words[1:])
    if not words[-1].endswith(_HISS):
        yield (*words[:-1], f"{words[-1]}s")
    if all(len(word) > _SHORTEST and not word.isupper() for word in words):
        yield tuple(word.upper() for word in words)


def _may_stand(doc: Doc, start: int, end: int, label: Label) -> bool:
    """Not where the word is a common noun: im Sommer, although there is a Mr Sommer."""
    if end - start > 1:
        return True
    word = doc[start].text
    if (name_lists.is_not_a_name(word) and not (label == "PER" and name_lists.is_day_or_month(word))) or (
        label == "ORG" and name_organizations.needs_cue(word) and lexicon().is_noun(word)
    ):
        return False
    if is_pair_of_colours(doc, start, end) or (label == "ORG" and is_office(doc, start, end)):
        return False
    if label == "PER" and end < len(doc) and lexicon().classes_of(word) & FIRST_NAME and doc[end].is_title:
        return not lexicon().classes_of(doc[end].text) & FIRST_NAME
    if label != "PER":
        return not (label == "LOC" and is_people(doc, start))
    if start and doc[start - 1].text in _INDEFINITE and (end == len(doc) or not doc[end].is_title):
        return False  # ein Wolf, although there is a Mr Wolf
    return not is_adverb(doc, start) and (not is_ambiguous(word) or is_person(doc, start))
