"""How the bundled pipeline cuts words: spaCy's German rules, changed where names are glued together."""

from collections.abc import Callable
from typing import Any, cast

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex, registry

_LETTER = "A-Za-zÄÖÜäöüß"
# Kiew–Moskau; "Kiew/Moskau" is cut by spaCy's own rules
_INFIXES = [rf"(?<=[{_LETTER}])[–—/](?=[{_LETTER}])"]
# "… schrieb er auf X." ends a sentence; spaCy takes a letter with a full stop for an abbreviation
_NO_ABBREVIATIONS = {"X."}
_SUFFIXES = [r"(?<=\bX)\."]


def adapt(nlp: Language) -> Language:
    """Changes the tokenizer of a German pipeline in place. Its rules are saved with the pipeline."""
    tokenizer = cast(Any, nlp.tokenizer)  # compiled, without types
    defaults = nlp.Defaults.infixes or ()
    tokenizer.infix_finditer = compile_infix_regex([*defaults, *_INFIXES]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *_SUFFIXES]).search
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if text not in _NO_ABBREVIATIONS}
    return nlp


@registry.callbacks("peacetalks.tokenizer.v1")  # type: ignore[untyped-decorator]
def create() -> Callable[[Language], Language]:
    return adapt
