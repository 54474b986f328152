"""Which nouns are roles (data/roles.toml), and how they read in the nominative."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from peacetalks_cli.german import gazetteer
from peacetalks_cli.german.first_names import is_of_man, is_of_woman
from peacetalks_cli.german.inflection import nominative

# Nouns for people whatever they do: Konditorin, Statistikerin, Marineinfanterist.
_MASCULINE = re.compile(r"\w{4}(?:ist|iker|ologe|arius|mann|kenner)$")
_FEMININE = re.compile(
    r"\w{2}(?:er|[ai]st|ent|ant|or|[kvn]ar|kat|bat|eur|olog|iker|ier|egin|ärzt|ändl|nom|sitzend|eut|graf|path)in$"
)
# Nouns beside a full name that are people though no head is known: Haushälter, Schlosser, Ozeanograf.
_AGENT = re.compile(r"\w{3}(?:er|or|eur|ent|ant|at|ast|graf|soph|path|nom|urg|ier|[iknt]ar|loge|ling|ist|iker)$")
_ENDS_IN_CONSONANT = re.compile(r"[bcdfgklmnprstvwxzčšžćńśßñ]$")  # no h: Sarah, Noah; no q, no j
_ENDS_AS_A_WOMANS = re.compile(r"(?:ett|gard|traud|traut|hild|drun|gund|lies|trud|dith|beth|een|lynn?|borg)$")
_ORDINAL = re.compile(
    r"(?:zwei|drit|vier|fünf|sechs|sieb|ach|neun|zehn|elf|zwölf|erst|[iß]gst|tst|letz|best|platziert)t?er$"
)
_LEAST_BARE = 8  # letters of an unknown noun without an article
_LEAST_TITLE = 6  # letters of a word that is no given name
_LEAST_BEFORE_HEAD = 2  # letters of a compound's first part


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role in the nominative, as written. `is_relation`: of "Sprecher Putins" it is not Putin's role."""

    text: str
    is_feminine: bool
    is_relation: bool


@lru_cache(maxsize=4096)
def role_word(noun: str, determiner: str | None = None, *, has_owner: bool = False) -> RoleWord | None:
    """The role that `noun` names in any case; None if it names none.

    `determiner`: the word that inflects with it, or None; `has_owner`: a possessive or a genitive stands before
    it (seine Frau, Putins Mann), without which Frau and Mann are no roles.
    """
    if not noun[:1].isupper() or (noun.isupper() and len(noun) > 4):
        return None
    text = nominative(noun, determiner)
    lower = text.lower()
    if (lower in _traps() or noun.lower() in _traps()) and not has_owner:
        return None
    head, before = _head(lower)
    if head is None and (bare := _uninflected(noun)):
        text, lower = bare, bare.lower()
        head, before = _head(lower)
    if head is None:
        is_feminine = bool(_FEMININE.search(lower)) and not _is_inhabitant(lower.removesuffix("in"))
        return RoleWord(text, is_feminine, False) if is_feminine or _MASCULINE.search(lower) else None
    row, is_feminine = head
    if row.get("possessive", False) and not before and not has_owner:
        return None
    return RoleWord(
        text,
        is_feminine,
        is_relation=bool(row.get("relation", False)),
    )


def _uninflected(noun: str) -> str | None:
    """A noun without an ending that its head does not have: Lotsen, Kapitäne, Abts; None if it still is no role."""
    for ending in ("s", "n", "e", "es", "en", "er", "ern"):
        bare = noun.removesuffix(ending)
        if bare != noun and _head(bare.lower())[0] is not None and bare.lower() not in _traps():
            return bare
    return None


def person_noun(noun: str, determiner: str | None) -> RoleWord | None:
    """The role that an unknown noun right before a full name may be, by its ending; None for things, months and
    inhabitants (der Norweger Jens Berg)."""
    if not noun[:1].isupper() or noun.isupper() or not noun[1:].replace("-", "").isalpha() or determiner == "das":
        return None
    text = nominative(noun, determiner)
    lower = text.lower()
    if determiner is None and (len(lower) < _LEAST_BARE or _ORDINAL.search(lower)):
        return None
    endings = tuple(_data()["traps"]["endings"])
    if not _AGENT.search(lower) or lower in _traps() or lower.endswith(endings) or noun.lower().endswith(endings):
        return None
    return None if _is_inhabitant(lower) else RoleWord(text, False, False)


def without_title(name: str) -> str:
    """A name without a role word that was taken for its first word: Kremlherr Putin. Emir, Graf and the like may be
    given names."""
    first, _, rest = name.partition(" ")
    lower = nominative(first).lower()
    is_title = len(first) >= _LEAST_TITLE and rest[:1].isupper() and _head(lower)[0] is not None
    return rest if is_title and not lower.endswith(tuple(_data()["traps"]["given_names"])) else name


def anaphoric_group(role: str) -> str | None:
    """Which of the groups of words for one kind of office `role` belongs to (roles.toml, [[office]]); None if to
    none, so that it takes up nobody named before."""
    lower = role.lower().split(" ")[-1]
    lower = lower.removesuffix("in") if lower.removesuffix("in") in _offices() else lower
    return next((_offices()[lower[i:]] for i in range(len(lower) - 3) if lower[i:] in _offices()), None)


@cache
def _offices() -> dict[str, str]:
    return {word: group["words"][0] for group in _data()["office"] for word in group["words"]}


def is_scene_role(role: str) -> bool:
    """Whether a scene brings such a one along, so that "der Fahrer" after a name is as a rule someone else."""
    head, before = _head(role.lower())
    return head is not None and head[0]["head"] in _listed("scene") and not before.endswith("ex-")


def is_someone_else(role: str) -> bool:
    """Whether such a one is as a rule not whom the text has just named, whatever adjective goes with it."""
    head, _ = _head(role.lower())
    return head is not None and head[0]["head"] in _listed("others")


def of_woman(role: str) -> str:
    """An adjective used as a noun, for a woman: Abgeordneter, Abgeordnete. Other roles stay as they are."""
    lower = role.lower()
    return role[:-1] if lower.endswith(tuple(_ADJECTIVAL)) else role


def is_weak(role: str) -> bool:
    """Whether a role leaves open what someone is by office or trade: Gastgeber, Vertrauter, Sohn."""
    head, _ = _head(role.lower().split(" ")[-1])
    return head is not None and (bool(head[0].get("relation", False)) or head[0]["head"] in _listed("weak"))


def is_woman(name: str) -> bool | None:
    """Whether a full name is a woman's, as its first word says; None where that does not tell."""
    first, _, rest = name.partition(" ")
    first = first.partition("-")[0].lower()
    if is_of_man(first):
        return False
    if is_of_woman(first) or (rest and first.endswith("a")):
        return True
    if rest and _ENDS_AS_A_WOMANS.search(first):
        return True
    return False if rest and _ENDS_IN_CONSONANT.search(first) else None


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(_data()["traps"][table])


@lru_cache(maxsize=1024)
def _is_inhabitant(lower: str) -> bool:
    """Salzburger, Norweger, Kenianer, Engländer, Moskauer."""
    stem = lower.removesuffix("er")
    stems = {
        stem,
        stem.removesuffix("i"),
        stem.removesuffix("n"),
        stem.removesuffix("an"),
        stem.removesuffix("in"),
        stem.removesuffix("länd") + "land",
    }
    names = (one + ending for one in stems if len(one) > 2 for ending in ("", "en", "n", "a", "o", "e", "ien", "u"))
    return any(gazetteer.lookup(name) for name in names)


def _head(lower: str) -> tuple[tuple[Mapping[str, Any], bool] | None, str]:
    """The row of the longest head that the word ends in, and what stands before it."""
    start = lower.rfind("-") + 1
    for i in range(start, len(lower) - 2):
        found = _heads().get(lower[i:])
        if found is None or 0 < i - start < _LEAST_BEFORE_HEAD:
            continue
        if i == start or not found[0].get("alone", False):
            return found, lower[:i]
    return None, ""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("peacetalks_cli").joinpath("data", "roles.toml").read_text(encoding="utf-8"))


@cache
def _traps() -> frozenset[str]:
    return frozenset(word.lower() for word in _data()["traps"]["words"])


@cache
def _heads() -> dict[str, tuple[Mapping[str, Any], bool]]:
    """Head, masculine or feminine -> its row, and whether it is the feminine."""
    heads: dict[str, tuple[Mapping[str, Any], bool]] = {}
    for row in _data()["head"]:
        heads[row["head"]] = (row, row["head"].endswith(_WOMEN))
    for row in _data()["head"]:
        if row["head"].endswith(_WOMEN):
            continue  # no Tantin, which Konstantin would end in
        heads.setdefault(row.get("feminine") or _feminine(row["head"]), (row, True))
    return heads


def _feminine(head: str) -> str:
    if head in _ADJECTIVAL:
        return head.removesuffix("r")
    return head.removesuffix("e") + "in"


_WOMEN = ("frau", "in", "witwe", "tochter", "schwester", "mutter", "tante", "nichte", "oma", "hebamme", "nonne")
_ADJECTIVAL = frozenset(
    """gesandter beauftragter delegierter vorsitzender beamter beigeordneter abgeordneter vertrauter verbündeter
    oppositioneller bekannter bevollmächtigter geschworener entsandter versehrter gefangener gefreiter wehrpflichtiger
    verdächtiger beschuldigter angeklagter verurteilter sachverständiger freiwilliger geistlicher überlebender
    ältester gelehrter angehöriger verwandter hinterbliebener angestellter bediensteter vorgesetzter geflüchteter
    vertriebener auszubildender alleinerziehender inhaftierter industrieller intellektueller adliger obdachloser
    aufständischer kriegsversehrter geliebter verantwortlicher studierender jugendlicher""".split()  # noqa: SIM905
)
