"""The phrase that names a source: read forwards after 'laut', backwards before 'zufolge', and what of it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peacetalks_cli.facts import Interval, Label
from peacetalks_cli.german.numerals.words import cardinal


@dataclass(frozen=True, slots=True)
class NameAt:
    """A person, place or organization found in the text."""

    start: int
    end: int
    label: Label


_WORD = re.compile(r"[^\W_](?:[\w’]|[-‐–.](?=\w))*(?:-[ \u00a0](?:und|oder)[ \u00a0][A-ZÄÖÜ]\w+)?")
_GAP = re.compile(r"[ \u00a0\u202f]{1,2}[„“”\"»«‚‘]?")
_DETERMINER = re.compile(
    r"(?:de[rnms]|die|das|ein(?:e[nmrs]?)?|kein\w*|[msd]ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|unser\w*|diese[nmrs]?|jene[nmrs]?|"
    r"beide[nr]?|mehrere[nr]?|einige[nr]?|vom|zum)$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"[a-zäöüß][\w-]*(?:e|en|er|es|em)$|[A-ZÄÖÜ]\w+-[a-zäöüß]+(?:e|en|er|es|em)$")
# Words that are capitalised only because they begin the sentence.
_FIRST_WORDS = (
    "Daher Dabei Zudem Zuvor Damit Dazu Auch Nun Jetzt Später Bereits Schon Dort Hier Gestern Heute Morgen Was "
    "Wer Doch Und Aber "
    "So Dann Danach Darauf Daraufhin Allerdings Außerdem Insgesamt Laut Nach Vor Bei In Im Am An Auf Aus Mit Für "
    "Von Vom Zu Zum Zur "
    "Über Unter Um Durch Gegen Ohne Seit Während Wegen Als Wenn Weil Obwohl Nachdem Bevor Ob Dass Wie Da Denn "
    "Noch Nur Erst "
    "Zunächst Zuletzt Bisher Bislang Inzwischen Mittlerweile Unterdessen Gleichzeitig Zugleich Dagegen Hingegen "
    "Jedoch Trotzdem "
    "Dennoch Deshalb Deswegen Darum Dafür Davon Darüber Demnach Anschließend Schließlich Ebenfalls Ebenso "
    "Wiederum Immer Nie "
    "Niemand Jemand Man Es Er Sie Wir Ich Ihr Nicht Kein Rund Etwa Mehr Mindestens Knapp Fast Allein Vielleicht "
    "Offenbar "
    "Tatsächlich Tags Abends Morgens Mittags Nachts Anfangs Ende Anfang Mitte Bis Drei Zwei Vier Fünf Natürlich "
    "Weiter Weiters Laufend Konkret Künftig Derzeit Aktuell Einst Früher Damals Beide"
)
_NO_NOUN = frozenset(_FIRST_WORDS.split())
_LINK = re.compile(r"(?:der|des|von|vom|dieser)$")
_NOT_ADJECTIVE_WORDS = (
    "wurden wurde waren haben hatten hatte habe werden werde wie unter über gegen hinter weder aber oder sowie "
    "seien seine "
    "können sollen sollten wollen müssen gestern heute morgen bisher immer wieder weiter weitere zwischen neben "
    "wegen eine "
    "einen einer eines einem kamen starben gingen lagen standen wollte sollte musste konnte bereits am haben "
    "sagte erklärte "
    "teilte meldete ebenfalls allerdings unterdessen jedoch derzeit nunmehr"
)
_NOT_ADJECTIVE = frozenset(_NOT_ADJECTIVE_WORDS.split())
_PARTICIPLE_NOUN = re.compile(r"[a-zäöüß]+(?:te|ten|ter|tes|ene|enen|ener|enem|tem)[ \u00a0](?=[A-ZÄÖÜ])")
_PREPOSITION = re.compile(r"(?:von|vom|in|im|an|am|aus|bei|durch|mit|für)$")
_SPOKESPERSON = re.compile(
    r"(?:Sprecher(?:in|s|n)?|Vertreter(?:in|s|n)?|Berater(?:in|s|n)?|Mitarbeiter(?:in|s|n)?|Leiter(?:in|s)?|Chef(?:in|s)?|"
    r"Direktor(?:in|s)?|Offizielle[nr]?|Beamte[nr]?|Mitglied(?:er|s|ern)?|Angehörige[nr]?|Präsident(?:in|en)?|Vorsitzende[nr]?|"
    r"Insider[ns]?|Kommandant(?:en)?|Kommandeur[s]?|Generalsekretär(?:in|s)?|Verwaltung|Stab(?:es)?|Sprecherinnen)$"
)
_GENITIVE_LINK = re.compile(r"(?:der|des|von|vom|dieser)\s")
_TITLE = re.compile(r"(?:(?:der|die|[A-ZÄÖÜ][\w-]*|[a-zäöüß]+(?:e|er|en))[ \u00a0]){0,4}")
_TITLED = re.compile(
    r"(?:[Zz]eitung|[Ss]ender|[Pp]ortal|[Aa]gentur|[Mm]agazin|[Bb]latt)s?[ \u00a0]"
    r"[„«»\"“](?P<name>[^„“”«»\"\n]{2,40})[“”«»\"]"
)
_VAGUE_HEAD = re.compile(
    r"(?:Angaben?|Berichten?|Bericht(?:es|s)?|Quellen?|Meldung(?:en)?|Mitteilung(?:en)?|Aussagen?|Informationen?|Worten|"
    r"Umfragen?|Studien?|Erhebung(?:en)?|Auswertung(?:en)?|Darstellung|Einschätzung(?:en)?|Schätzung(?:en)?|Statistik(?:en)?|Daten|Zahlen|Zählung(?:en)?|Erkenntnissen)$"
)


# When something was stated is not who stated it: "vom Dezember", "von Ende Mai", "am Montag".
_DAY_OR_MONTH = (
    r"(?:(?:Ende|Anfang|Mitte)[ \u00a0])?(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Januar|Jänner|"
    r"Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|\d)"
)
_TIME = re.compile(_DAY_OR_MONTH)
_TIME_FIRST = re.compile(rf"\s*(?:vom|von|am|im|aus\sdem)\s{_DAY_OR_MONTH}")
_TIME_LAST = re.compile(rf"\s(?:vom|von|am|im|aus\sdem)\s{_DAY_OR_MONTH}[\w. ]{{0,16}}\s*$")


def forward(text: str, at: int, limit: int, names: Sequence[NameAt]) -> Interval | None:
    """The noun phrase that begins at `at` (white space before it allowed), with a genitive and a name in apposition."""
    if _TIME_FIRST.match(text, at):
        return None
    found = _Reader(text, limit, names).read(at)
    return found if found and found[1] > found[0] else None


def backward(text: str, end: int, floor: int, names: Sequence[NameAt]) -> Interval | None:
    """The noun phrase that ends at `end`, for 'zufolge': back to its article, at most 14 words."""
    if time := _TIME_LAST.search(text, max(floor, end - 48), end):
        end = time.start()
    words = [word.span() for word in _WORD.finditer(text, floor, end)][-14:]
    if not words or end - words[-1][1] > 3:
        return None
    start: int | None = None
    i = len(words) - 1
    while i >= 0:
        first, last = words[i]
        written = text[first:last]
        if i + 1 < len(words) and not _GAP.fullmatch(text, last, words[i + 1][0]):
            break
        if _DETERMINER.match(written):
            start = first
            if not (i > 1 and written.casefold() in ("der", "des") and _may_be_genitive(text, words[i - 1])):
                break
        elif written[0].isupper() or (
            _ADJECTIVE.match(written) and written not in _NOT_ADJECTIVE and not _follows_noun(text, words, i)
        ):
            start = first
        elif not (written in ("von", "für") and i > 0 and _may_be_genitive(text, words[i - 1])):
            break
        i -= 1
    return (start, words[-1][1]) if start is not None else None


def _follows_noun(text: str, words: Sequence[Interval], i: int) -> bool:
    """Whether word i, which ends as an adjective does, is the verb after a noun: 'die Hälfte bringen Diplomaten'."""
    if i == 0:
        return False
    first, last = words[i - 1]
    is_near = words[i][0] - last == 1
    written = text[first:last]
    return is_near and written[0].isupper() and first > 0 and not _DETERMINER.match(written) and i > 1


def _may_be_genitive(text: str, word: Interval) -> bool:
    """Whether a noun before 'der' is the head of what follows ('einem Sprecher der Armee zufolge')."""
    written = text[word[0] : word[1]]
    return bool(
        _SPOKESPERSON.match(written)
        or _VAGUE_HEAD.search(written)
        or written.endswith(("sprecher", "umfrage", "studie"))
    )


@dataclass(slots=True)
class _Reader:
    text: str
    limit: int
    names: Sequence[NameAt]

    def read(self, at: int) -> Interval | None:
        start = end = -1
        has_noun = False
        for _ in range(16):
            gap = _GAP.match(self.text, at)
            begin = gap.end() if gap else at
            if begin >= self.limit:
                break
            name = next((name for name in self.names if name.start == begin), None)
            if name:
                start, end, has_noun, at = (
                    (begin if start < 0 else start),
                    name.end,
                    True,
                    self._closing_quote(name.end),
                )
                if name.label == "PER" and not (self.text[name.end - 1] in "s’'x" and self._capital_follows(name.end)):
                    break
                continue
            word = _WORD.match(self.text, begin) if gap or start < 0 else None
            if word is None or word.end() > self.limit:
                break
            written = word.group()
            if written.islower() and not _DETERMINER.match(written) and cardinal(written) is not None:
                break
            if written in _NO_NOUN:
                break
            if not self._goes_on(written, has_noun, word.end()):
                if not has_noun and start >= 0 and _PREPOSITION.match(written):
                    return self._after_participle(begin)
                break
            start = begin if start < 0 else start
            if written[0].isupper() and not _DETERMINER.match(written):
                has_noun = True
            end = at = self._closing_quote(word.end()) if written[0].isupper() else word.end()
            end = word.end()
        if not has_noun:
            return None
        end = self._trimmed(start, end)
        return start, self._apposition(end)

    def _goes_on(self, written: str, has_noun: bool, end: int) -> bool:
        if written[0].isupper() and not _DETERMINER.match(written):
            return True
        if has_noun:
            return (bool(_LINK.match(written)) and written not in ("in", "im", "aus", "beim", "für")) or (
                bool(_ADJECTIVE.match(written)) and written not in _NOT_ADJECTIVE and self._capital_follows(end)
            )
        return bool(_DETERMINER.match(written)) or self._is_adjective(written)

    def _is_adjective(self, written: str) -> bool:
        return bool(_ADJECTIVE.match(written)) and written not in _NOT_ADJECTIVE

    def _capital_follows(self, end: int) -> bool:
        return self.text[end + 1 : end + 2].isupper() and self.text[end : end + 1] == " "

    def _closing_quote(self, at: int) -> int:
        return at + 1 if self.text[at : at + 1] in tuple('“”"«»') else at

    def _trimmed(self, start: int, end: int) -> int:
        """Without a trailing article or 'von'."""
        named = max((name.end for name in self.names if start <= name.start and name.end <= end), default=0)
        words = list(_WORD.finditer(self.text, start, end))
        while (
            len(words) > 1
            and words[-1].end() > named
            and not words[-1].group()[0].isupper()
            and not words[-1].group()[0].isdigit()
        ):
            words.pop()
        return words[-1].end()

    def _after_participle(self, at: int) -> Interval | None:
        """'das von der Hamas kontrollierte Gesundheitsministerium'."""
        stop = min(self.limit, at + 80)
        found = _PARTICIPLE_NOUN.search(self.text, at, stop)
        if not found or re.search(r"[,;:.]\s", self.text[at : found.end()]):
            return None
        return self.read(found.end())

    def _apposition(self, end: int) -> int:
        """'des Amtes, Henning Brackwede': a person's name between commas is the source."""
        if self.text[end : end + 2] == ", ":
            people = [name for name in self.names if name.label == "PER" and end + 2 <= name.start < end + 62]
            if people and people[0].end <= self.limit and _TITLE.fullmatch(self.text, end + 2, people[0].start):
                return people[0].end
        return end


def reduced(text: str, phrase: Interval, names: Sequence[NameAt], *, nearest_last: bool = False) -> Interval:
    """What of a source phrase is given as the source: the person's name, the organization's, or adjective and noun.

    'ukrainischen Vize-Ministerpräsidenten Oleksij Kuleba' is Oleksij Kuleba; 'der ukrainischen Luftwaffe' loses its
    article; 'Issats Sprecher' stays. `nearest_last`: of two names the last is meant.
    """
    inside = [name for name in names if phrase[0] <= name.start and name.end <= phrase[1]]
    if (title := _TITLED.search(text, phrase[0], min(len(text), phrase[1] + 40))) and title.start() < phrase[1]:
        return title.span("name")
    people = [name for name in inside if name.label == "PER"]
    if people:
        return _person(text, phrase, people[-1])
    head = _head(text, phrase)
    organization = next((name for name in inside if name.label == "ORG"), None)
    if organization and (span := _organization(text, head, organization)):
        return span
    noun = text[_noun_start(text, head) : head[1]]
    owner = _owner(text, head[1], phrase[1])
    if owner and _VAGUE_HEAD.fullmatch(noun):
        return reduced(text, owner, names)
    if owner and _SPOKESPERSON.match(noun):
        return head[0], _head(text, owner)[1]
    is_last = nearest_last and inside and inside[-1].end == phrase[1]
    return (inside[-1].start, inside[-1].end) if is_last else head


def _person(text: str, phrase: Interval, person: NameAt) -> Interval:
    """The name; with the noun that it owns, where the phrase goes on: 'Issats Sprecher'."""
    rest = text[person.end : phrase[1]].strip(' “”"«»')
    if rest and rest[0].isupper() and text[person.end - 1] in "s’'":
        noun = _WORD.search(text, person.end, phrase[1])
        if noun and not _VAGUE_HEAD.match(noun.group()):
            return person.start, noun.end()
    return person.start, person.end


def _organization(text: str, head: Interval, name: NameAt) -> Interval | None:
    """The organization's name, unless it only owns the head; 'Sprecher der Hamas' stays whole."""
    if name.start <= head[0] or not _GENITIVE_LINK.search(text, head[1], name.start):
        return name.start, name.end
    return (head[0], name.end) if _SPOKESPERSON.match(text[_noun_start(text, head) : head[1]]) else None


def _head(text: str, phrase: Interval) -> Interval:
    """Adjectives and noun without the article; a run of capitalised words counts as one noun."""
    start = end = -1
    for word in _WORD.finditer(text, *phrase):
        written = word.group()
        if end >= 0 and not (written[0].isupper() and word.start() - end == 1):
            break
        if (
            start < 0
            and _DETERMINER.match(written)
            and not written.casefold().startswith(("beide", "mehrere", "einige"))
        ):
            continue
        start = word.start() if start < 0 else start
        if written[0].isupper() and not _DETERMINER.match(written):
            end = word.end()
    return (start, end) if end >= 0 else phrase


def _noun_start(text: str, head: Interval) -> int:
    at = text.rfind(" ", head[0], head[1])
    return head[0] if at < 0 else at + 1


def _owner(text: str, start: int, end: int) -> Interval | None:
    """The genitive or von-phrase after a head."""
    link = re.compile(r"\s(?:der|des|von(?:\s(?:der|dem|den))?|vom|dieser|seiner|ihrer|aus(?:\s(?:der|dem))?)\s").match(
        text, start
    )
    if not link or link.end() >= end or _TIME.match(text, link.end()):
        return None
    return link.end(), end
