"""What following sentences say of the people named in an article, in other words than their names."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval, Mention, Person
from peacetalks_cli.german.speech.speech_verbs import verbs_in
from peacetalks_cli.link.described import Description, Named, descriptions, pronoun_roles, told_of
from peacetalks_cli.link.kin import relative
from peacetalks_cli.link.rolewords import anaphoric_group, is_scene_role, is_someone_else, is_weak, is_woman, role_word

_NEAR = 3  # sentences back to the last name
_FIRST = 4  # characters of a sentence before a description that begins it
_SEEN = 20_000  # characters back in which someone may have been in the text
_END = 2  # characters after a name that ends its sentence
_BESIDE = 2  # characters between a verb of speech and who speaks
# Who stands before a court is named by an initial: Gernot W.
_ACCUSED = re.compile(r"(?:angeklagte|beschuldigte|verdächtige|tatverdächtige)r?$")
_INITIAL = re.compile(r"[a-zäöüß] [A-ZÄÖÜ]\.$")
_LEAST_END = 3  # letters


class Retold:
    """The sentences of an article with who is named in them, and the roles of each person that are known so far."""

    def __init__(self, text: str, spans: Sequence[Interval], named: Sequence[Named], people: Sequence[Person]) -> None:
        self.text, self.spans = text, spans
        self.named = [sorted(sentence, key=lambda one: one[0]) for sentence in named]
        self.starts = {start for sentence in named for start, _, _ in sentence}
        self.first = {person.id: person.mentions[0].start for person in people}
        hidden = [person for person in people if _INITIAL.search(person.name)]
        self.accused = hidden[0] if len(hidden) == 1 else None
        self.roles: dict[str, tuple[str, ...]] = {}
        self.owners: dict[str, set[str]] = {}  # of each end of a role whose role it is
        self.called: set[str] = set()
        for person in people:
            for role in person.roles:
                self.add(person, role)

    def add(self, person: Person, role: str) -> None:
        self.roles[person.id] = tuple(dict.fromkeys((*self.roles.get(person.id, ()), role)))
        lower = role.lower()
        self.called.add(lower)
        for i in range(max(1, len(lower) - _LEAST_END + 1)):
            self.owners.setdefault(lower[i:], set()).add(person.id)

    def read(self, k: int, verbs: Sequence[re.Match[str]]) -> None:
        """Reads the k-th sentence, which has these verbs of speech, after those before it."""
        span = self.spans[k]
        for one in descriptions(self.text, span, self.starts, verbs):
            person = self._so_called(k, one)
            if person is None and (person := self._whom(k, one)):
                self.add(person, one.role)
            if person is None:
                continue
            for role in told_of(self.text, Mention("", one.start, one.end, 0), span, self.starts, one.word):
                self.add(person, role)
        for person, role in pronoun_roles(self.text, span, self.starts, lambda at, she: self._who(k, at, is_woman=she)):
            self.add(person, role)

    def is_anothers(self, role: str, person: Person) -> bool:
        """Whether someone else is called so."""
        return bool(self.owners.get(role.lower(), set()) - {person.id})

    def _who(self, k: int, at: int, *, is_woman: bool) -> Person | None:
        """Whom er or sie at an offset of the k-th sentence stands for."""
        near = self._people(k, self.spans[k][0], at)
        for i in () if near else self._back(k, at):
            near = self._people(i, *self.spans[i])
            break
        fitting = [one for one in near if self._gender(one) in (None, is_woman)]
        return fitting[0] if len(fitting) == 1 else None

    def _so_called(self, k: int, one: Description) -> Person | None:
        """The one person who has been named of late and whose role the description repeats."""
        called = self.owners.get(one.word.text.lower(), set())
        near = [person for _, _, person in self._near(k, one.start) if person.id in called]
        return near[-1] if len(called) == 1 and near else None

    def _whom(self, k: int, one: Description) -> Person | None:
        """Whom a description of the k-th sentence means that nobody has been called before."""
        if one.word.text.lower() in self.owners:
            return None
        if _ACCUSED.search(one.word.text.lower()):
            return self.accused if self.accused and self._gender(self.accused) in (None, one.word.is_feminine) else None
        if owner := relative(self.text, one.word.text, self._near(k, one.start)):
            return owner
        is_first = one.start - self.spans[k][0] <= _FIRST
        chosen = self._chosen(k, one, is_first=is_first)
        following = self._next(k, one)
        if following and (chosen is None or self.roles.get(chosen.id)):
            return following
        return chosen if chosen and self._may_mean(one, chosen, is_first=is_first) else None

    def _chosen(self, k: int, one: Description, *, is_first: bool) -> Person | None:
        """Who of those whom a description fits has been named last; None if it can be several."""
        for i in self._back(k, one.start, is_aged=one.is_aged):
            named = self._people(i, *self.spans[i])
            fitting = [person for person in named if self._gender(person) in (None, one.word.is_feminine)]
            free = [person for person in fitting if all(map(is_weak, self.roles.get(person.id, ())))]
            if len(fitting) == 1 or len(free) == 1:
                return (free or fitting)[0]
            if fitting and is_first and (free[-1:] == fitting[-1:] or self._ends_in_name(i)):
                return fitting[-1]
            if fitting:
                return None
        return None

    def _ends_in_name(self, k: int) -> bool:
        return self.spans[k][1] - self.named[k][-1][1] <= _END

    def _may_mean(self, one: Description, person: Person, *, is_first: bool) -> bool:
        """Whether a description may bring in a new word for a person who has just been named."""
        if " " not in person.name or self._is_known(one):
            return False
        if one.is_aged:
            return True
        word = one.word.text
        if is_someone_else(word):
            return False
        if is_scene_role(word) or one.word.is_relation or anaphoric_group(word) is not None:
            is_told = one.is_told and (is_first or not one.is_whose)
            return is_told and all(map(is_weak, self.roles.get(person.id, ())))
        return True

    def _is_known(self, one: Description) -> bool:
        """Whether someone is called so, or such a one is in the text already."""
        lower = one.word.text.lower()
        if any(lower[i:] in self.called for i in range(len(lower) - _LEAST_END + 1)):
            return True
        stem = lower[: max(4, len(lower) - 2)]
        return stem in self.text[max(0, one.start - _SEEN) : one.start].lower()

    def _next(self, k: int, one: Description) -> Person | None:
        """„…“, sagt der Reeder. Das Schiff gehöre seiner Familie, teilt X mit: whom the next sentence names first."""
        is_subject = self.text.startswith(("der ", "die "), one.start)
        if (
            not (one.is_last and is_subject)
            or one.is_told
            or k + 1 >= len(self.spans)
            or self.named[k]
            or len(self.named[k + 1]) != 1
        ):
            return None
        start, end, person = self.named[k + 1][0]
        speaks = any(
            0 <= start - verb.end() <= _BESIDE or 0 <= verb.start() - end <= _BESIDE
            for verb in verbs_in(self.text, *self.spans[k + 1])
        )
        is_new = speaks and self.first[person.id] == start and " " in person.name and not self.roles.get(person.id)
        if not is_new or "\n" in self.text[self.spans[k][1] : self.spans[k + 1][0]] or self._is_known(one):
            return None
        return person if self._gender(person) in (None, one.word.is_feminine) else None

    def _gender(self, person: Person) -> bool | None:
        """Whether the person is a woman, as roles or first name say."""
        words = [role_word(role.split(" ")[-1], has_owner=True) for role in self.roles.get(person.id, ())]
        if any(word.is_feminine for word in words if word):
            return True
        known = is_woman(person.name)
        return False if known is None and any(words) else known

    def _people(self, k: int, start: int, end: int) -> list[Person]:
        return list({one[2].id: one[2] for one in self.named[k] if start <= one[0] < end}.values())

    def _back(self, k: int, at: int, *, is_aged: bool = False) -> Iterator[int]:
        """The last sentences before that name anyone, in the paragraph; none if `at` itself follows a name."""
        if self._people(k, self.spans[k][0], at):
            return
        for i in range(k - 1, max(-1, k - 1 - _NEAR), -1):
            if "\n" in self.text[self.spans[i][1] : self.spans[i + 1][0]] and not (is_aged and i == k - 1):
                return
            if self.named[i]:
                yield i

    def _near(self, k: int, at: int) -> Named:
        """All names of this sentence and the last ones, up to an offset."""
        return [one for i in range(max(0, k - _NEAR), k + 1) for one in self.named[i] if one[0] < at]
