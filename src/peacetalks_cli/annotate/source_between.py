"""Sentences amid reported speech that have no form of it: a want that is now, entries without a verb."""

import re

from peacetalks_cli.annotate.source_speech import Speech

LACK = re.compile(r"\b(?:fehlten|brauchten|benötigten|mangelten|reichten|warteten)\b")
_NOW = re.compile(
    r"\b(?:derzeit|zurzeit|momentan|aktuell|gegenwärtig|noch\simmer|weiterhin|inzwischen|mittlerweile)\b", re.IGNORECASE
)
_ENTRY = re.compile(r"[A-ZÄÖÜ][\w’ -]{1,30}(?::\s|,\swo\s[^,]{3,60},\s)(?:\w+\s)?\d")
_ENTRIES = 4  # sentences without a verb in a row
_SHORT = 90  # characters of one


def is_now(speech: Speech, sentence: int) -> bool:
    """'X kündigte Abschaltungen an. Derzeit fehlten 40 Generatoren': a past that is now is reported speech."""
    text, at = speech.passage.text, speech.passage.sentences[sentence]
    if not sentence or not _NOW.search(text, *at) or not speech.passage.same_paragraph(sentence - 1, sentence):
        return False
    return LACK.search(text, *at) is not None and any(one.source for one in speech.of(sentence - 1))


def is_entry_between(speech: Speech, sentence: int) -> bool:
    """'Es sei schlimm, sagt er. Lwiw: 40 Häuser. Stryj: 20. Er habe …': without a verb, amid reported speech."""
    if not _is_verbless(speech, sentence):
        return False
    before, after = sentence, sentence
    while before >= 0 and sentence - before < _ENTRIES and _is_verbless(speech, before):
        before -= 1
    while after < len(speech.passage.sentences) and after - sentence < _ENTRIES and _is_verbless(speech, after):
        after += 1
    if not 0 <= before < sentence < after < len(speech.passage.sentences):
        return False
    if not speech.passage.same_paragraph(before, after):
        return False
    return all(speech.is_subjunctive(*speech.passage.sentences[i]) for i in (before, after))


def _is_verbless(speech: Speech, sentence: int) -> bool:
    start, end = speech.passage.sentences[sentence]
    return end - start < _SHORT and _ENTRY.match(speech.passage.text, start, end) is not None
