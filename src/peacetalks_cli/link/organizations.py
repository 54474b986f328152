"""Mentions of organizations -> organizations: inflected names, abbreviations given in brackets."""

import re
from collections import Counter
from collections.abc import Sequence

from peacetalks_cli.facts import Mention, Organization
from peacetalks_cli.german.inflection import genitive_cut, nominative_phrase
from peacetalks_cli.german.transliteration import plain, slug
from peacetalks_cli.link.ids import with_unique_ids

_BRACKET = re.compile(r"[ \u00a0][(\[][\"„“]?")
_ENDING = re.compile(r"(?<=\w{3})(?:en|em|er|es|e|s|n)\b")
_ARTICLE = re.compile(r"(?:Der|Die|Das) ")
_PARTIES = {"Grünen": "Grüne", "Linken": "Linke", "Liberalen": "Liberale"}  # adjectives: die Grünen, bei Grünen
_QUOTES = "\"'„“”»«›‹‚‘"


def organizations(text: str, mentions: Sequence[Mention]) -> tuple[Organization, ...]:
    """The organizations that `mentions` (in order) name."""
    seen = {plain(mention.text) for mention in mentions}
    keys = [_key(mention.text, seen) for mention in mentions]
    same = _abbreviated(text, mentions, keys)
    groups: dict[str, list[Mention]] = {}
    for key, mention in zip(keys, mentions, strict=True):
        groups.setdefault(same.get(key, key), []).append(mention)
    found = [_organization(tuple(own), seen) for own in groups.values()]
    return with_unique_ids(sorted(found, key=lambda one: (-len(one.mentions), one.name, one.mentions[0].start)))


def _abbreviated(text: str, mentions: Sequence[Mention], keys: Sequence[str]) -> dict[str, str]:
    """Key of an abbreviation -> key of the long name that it stands behind in brackets, or before."""
    same: dict[str, str] = {}
    for (one, key), (other, other_key) in zip(
        zip(mentions, keys, strict=True), list(zip(mentions, keys, strict=True))[1:], strict=False
    ):
        between = _BRACKET.fullmatch(text, one.end, other.start)
        if between and text[other.end : other.end + 1] in (")", "]", *_QUOTES) and other_key != key:
            long, short = (key, other_key) if len(one.text) >= len(other.text) else (other_key, key)
            names = sorted((one.text, other.text), key=len)
            if _is_abbreviation(names[0]) and not _is_abbreviation(names[1]) and len(names[1]) > 11:
                same.setdefault(short, long)
    return {short: long for short, long in same.items() if long not in same}


def _is_abbreviation(name: str) -> bool:
    return " " not in name and len(name) <= 12 and (sum(c.isupper() for c in name) >= 2 or name in ("dpa", "epd"))


def _organization(mentions: tuple[Mention, ...], seen: set[str]) -> Organization:
    """Named by its fullest form, the most frequent spelling of it."""
    names = Counter(_name(mention.text, seen) for mention in mentions)
    words = max(len(name.split()) for name in names)
    is_long = any(not _is_abbreviation(name) for name in names)

    def rank(name: str) -> tuple[bool, bool, bool, int, str]:
        spelled_out = not (is_long and _is_abbreviation(name))
        return len(name.split()) == words, spelled_out, not (name.isupper() and len(name) > 5), names[name], name

    name = max(names, key=rank)
    return Organization(f"organization:{slug(name)}", name, mentions)


def _key(name: str, seen: set[str]) -> str:
    """Equal for the cases of one name: words without the endings of German adjectives and nouns."""
    name = plain(_name(name, seen))
    return _ENDING.sub("", name) if " " in name else name


def _name(name: str, seen: set[str]) -> str:
    """The nominative; -s goes if the bare form is seen, or with a noun known to decline (Roten Kreuzes)."""
    name = " ".join(name.strip(_QUOTES).split())
    cut = genitive_cut(name)
    if cut is not None and plain(cut) in seen:
        name = cut
    if _ARTICLE.match(name):  # Der Standard, Die Linke: the article is part of the name
        return name
    return _PARTIES.get(name) or nominative_phrase(name) or name
