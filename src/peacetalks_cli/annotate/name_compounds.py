"""Compounds of two words of the language, which models take for towns."""

from typing import Final

from peacetalks_cli.annotate.lexicon import NOUN, lexicon

_LONGEST: Final = 60  # letters
_SHORTEST_PART, _SHORTEST_TAIL = 4, 6  # letters
# Nouns that towns, landscapes and houses end with.
_ENDS_OF_PLACES: Final = frozenset(
    """felden stadt städte dörfer dörfern höhen brücke brücken halle hallen mühle mühlen kirchen kirche quelle quellen
    wiese wiesen heide werder winkel acker hafen häfen inseln insel gruben grube kloster kapelle stätte stätten stein
    steine schanze schanzen küste platte niederung ebene hügel gasse strasse straße wälder hausen horst boden garten
    gärten kessel graben gräben grund gründe wasser brunnen zelle zellen furten lagune hütte hütten spitze senke
    schlucht klause klamm tunnel theater museum schloss stadion arena bühne station plateau steppe region revier
    terrasse terrassen weiher teiche viertel palast garden warten tannen linden eichen buchen birken""".split()  # noqa: SIM905
)


def is_plain_compound(word: str) -> bool:
    """Wellnessurlaub, Schlussquartal, Wiesenkräutern: a word and a noun that is nothing else and no kind of place."""
    if len(word) > _LONGEST or not word.isalpha():
        return False
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_TAIL + 1):
        first, tail = word[:cut], word[cut:].capitalize()
        if lexicon().classes_of(tail) != NOUN or tail.lower() in _ENDS_OF_PLACES:
            continue
        forms = (first, first.removesuffix("s"))
        is_word = not first.endswith(("en", "er")) and any(lexicon().knows(form.lower()) for form in forms)
        if is_word or any(lexicon().classes_of(form) == NOUN for form in forms):
            return True  # but: Hohenbirken
    return False
