"""Why mentions were joined to one person or place, and who was kept apart: `--explain NAME`."""

from collections.abc import Iterable, Sequence

from peacetalks_cli.german.transliteration import plain, skeletons
from peacetalks_cli.link import is_full_name, same_person, surname_keys
from peacetalks_cli.link.explain import other_places, why_person, why_place
from peacetalks_cli.query.aliases import Aliases
from peacetalks_cli.query.entities import Group, groups, same_surname
from peacetalks_cli.query.filters import Facts, Filter, Kind, Row


def explain(kind: Kind, name: str, found: Iterable[Facts], filters: Filter, aliases: Aliases) -> list[Row]:
    """A row a written form of each person or place that `name` may mean (its name, a variant, its id, a spelling of
    it): id, name, text, mentions, why; below them who was kept apart and why, with 0 mentions. Empty if nobody has
    that name."""
    everyone = groups(kind, (facts for facts in found if filters.passes(facts[0])), aliases)
    meant = sorted((group for group in everyone if _is_meant(kind, name, group)), key=lambda one: -one.texts.total())
    by_surname: dict[str, list[Group]] = {}
    if kind == "people":
        for group in everyone:
            for key in surname_keys(group.name):
                by_surname.setdefault(key, []).append(group)
    return [row for group in meant for row in _rows(kind, group, by_surname, aliases)]


def _is_meant(kind: Kind, name: str, group: Group) -> bool:
    wanted = plain(name)
    written = {plain(text) for pair in group.texts for text in pair} | {plain(group.name)}
    if wanted in written or name == group.id(kind):
        return True
    return any(skeletons(name) & skeletons(own) for own in group.names)


def _rows(kind: Kind, group: Group, by_surname: dict[str, list[Group]], aliases: Aliases) -> list[Row]:
    id, name = group.id(kind), group.name
    found = [
        _row(id, name, text, count, _why(kind, text, of, group))
        for (text, of), count in sorted(group.texts.items(), key=lambda item: (-item[1], item[0]))
    ]
    if kind == "people":
        return found + [_row(id, name, other, 0, why) for other, why in _apart(group, by_surname, aliases)]
    others = dict.fromkeys(other for text, _ in group.texts for other in other_places(text, id))
    return found + [_row(id, name, other, 0, "kept apart: another place of that name") for other in others]


def _row(id: str, name: str, text: str, mentions: int, why: str) -> Row:
    return {"id": id, "name": name, "text": text, "mentions": mentions, "why": why}


def _why(kind: Kind, text: str, of: str, group: Group) -> str:
    """Why a mention is read as the name of its article, and that name as the group's."""
    if kind == "places":
        fact = group.facts[of]
        reason = why_place(text, fact["name"], fact["id"])
    else:
        reason = why_person(text, of) or "as its article links it"
        if reason != "the name itself" and is_full_name(of):
            reason += f", in an article with one {of}"
    if of == group.name:
        return reason
    return f"{reason}; {of}: {group.joined.get(of) or _why_joined(kind, of, group)}"


def _why_joined(kind: Kind, of: str, group: Group) -> str:
    if kind == "places":
        return "the same place in the gazetteer"
    reason = why_person(of, group.name)
    if reason is None:
        return "the same id"
    return reason if is_full_name(of) else f"{reason} of one person only in all articles"


def _apart(group: Group, by_surname: dict[str, list[Group]], aliases: Aliases) -> list[tuple[str, str]]:
    """Other people of that surname, and why they are others."""
    others = same_surname(group, by_surname)
    return sorted((other.name, _why_apart(group, other, others, aliases)) for other in others)


def _why_apart(group: Group, other: Group, others: Sequence[Group], aliases: Aliases) -> str:
    if aliases.are_apart(group.names, other.names):
        return "kept apart: split in aliases.toml"
    if not (is_full_name(group.name) and is_full_name(other.name)):
        bearers = sorted(one.name for one in (group, *others) if is_full_name(one.name))
        return f"kept apart: the surname of {' and '.join(bearers)}" if len(bearers) > 1 else "kept apart: no full name"
    if same_person(group.name, other.name):
        return "kept apart: more than one person may be meant"
    shared = sorted({role.casefold(): role for role in group.roles if role in other.roles}.values())
    if shared:
        return f"conflict: same surname and role ({', '.join(shared)}), another first name"
    return "kept apart: another first name"
