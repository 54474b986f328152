"""The phrase that names a source: read forwards after 'laut', backwards before 'zufolge'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peacetalks_cli.facts import Interval, Label
from peacetalks_cli.german.numerals.words import cardinal
from peacetalks_cli.german.speech.phrase_words import (
    ADJECTIVE,
    DETERMINER,
    GAP,
    NOT_ADJECTIVE,
    NOT_NOUN,
    SPOKESPERSON,
    STATEMENT,
    TIME_FIRST,
    TIME_LAST,
    WORD,
)


@dataclass(frozen=True, slots=True)
class NameAt:
    """A person, place or organization found in the text."""

    start: int
    end: int
    label: Label


_LINK = re.compile(r"(?:der|des|von|vom|dieser)$")
_PARTICIPLE_NOUN = re.compile(r"[a-zäöüß]+(?:te|ten|ter|tes|ene|enen|ener|enem|tem)[ \u00a0](?=[A-ZÄÖÜ])")
_DAY = re.compile(r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)")
_GENITIVE = ("er", "en", "es")  # endings of an adjective in the genitive: no 'berichtete'
_PREPOSITION = re.compile(r"(?:von|vom|in|im|an|am|aus|bei|durch|mit|für)$")
_NUMBER = re.compile(r"[ \u00a0](?:zwei|drei|vier|fünf|sechs|mehrere|einige|\d+)[ \u00a0]")
_CLOSING = tuple('“”"«»')
_BRACKET_LAST = re.compile(r"\s\([^()]{1,18}\)\s*$")
_TITLE = re.compile(
    r"(?!(?:deren|dessen|denen|dem|den|unter|darunter|neben|außer|ausser)\b)"
    r"(?:(?:(?:ein\sMann|eine\sFrau)\snamens|(?:ich\snenne|nennen\swir|wir\snennen)\s(?:sie|ihn)|[Gg]enannt)[ \u00a0]|"
    r"(?:(?:der|die|[A-ZÄÖÜ][\w-]*|[a-zäöüß]+(?:e|er|en))[ \u00a0]){0,4})"
)


_SEATED = re.compile(  # 'der Leiter im Amt in Husum, Jan Bock,'
    r"(?:\s(?:in|im|aus|am|an|auf|bei|beim|für|von|vom|zum|zur|der|des)(?:\s(?:der|dem|den|die|das))?(?:\s[a-zäöüß]+(?:en|er))?"
    r"(?:\s[A-ZÄÖÜ][\w-]*){1,3}){0,3},\s"
)
_AFTER_SEATED = re.compile(r"[,.“”\"«»]|$")
_SEAT_LENGTH = 90  # characters between who it is and the name
_ADVERB = ("weit", "lich", "weise", "wärts", "seits")  # 'Landesweit', 'Schriftlich': no nouns without an article


_AT_HAND = re.compile(  # 'einer der APA vorliegenden Aufstellung des Amtes'
    r"\s?(?:eine[rmn]?|de[rmn]|die|das)\s(?:der|dem|den)\s(?:[\w„“\"-]+\s){1,4}?vorliegende[nmrs]?(?=\s)"
)
# 'laut Medienberichten Juventus Turin': who writes ends there.
_REPORTS = re.compile(
    r"(?<!\w)\w{3,}(?:berichten|angaben|informationen|schätzungen|berechnungen|meldungen|quellen|aussagen)$"
    r"|(?<!\w)(?:Experten|Behörden|Medien|Aktivisten|Ärzten|Beobachtern?|Forschern?|Ermittlern?|Diplomaten|Fachleuten|Insidern|Augenzeugen|"
    r"Einwohnern|Bewohnern|Anwohnern|Analysten|Ökonomen|Rettungskräften|Meteorologen|Wissenschaftlern?|Kritikern?)$"
    r"|^[a-zäöüß]\w*er\s[A-ZÄÖÜ]\w+(?:en|n)$"
)
_THE_CASE = re.compile(r"\s(?:Fall|Rede|Ansicht|Meinung)\b")  # 'als es laut Erhebung der Fall war'
_OWNED = re.compile(r"\s(?=[a-zäöüß]+(?:e|er|es|en)\s[A-ZÄÖÜ])")
_BY = re.compile(r"\b(?:von|durch)(?=\s)")
_PLAIN_REPORTS = re.compile(r"(?:Berichten|Angaben|Informationen|Schätzungen|Berechnungen|Meldungen|Aussagen)$")


def forward(text: str, at: int, limit: int, names: Sequence[NameAt]) -> Interval | None:
    """The noun phrase that begins at `at` (white space before it allowed), with a genitive and a name in apposition."""
    if TIME_FIRST.match(text, at):
        return None
    if hand := _AT_HAND.match(text, at, limit):
        at = hand.end()
    owner = next((name for name in names if 0 <= name.start - at <= 1 and name.label == "LOC"), None)
    if owner and text[owner.end - 1] == "s" and _OWNED.match(text, owner.end):
        at = owner.end  # 'Europas größte Fluglinie'
    found = _Reader(text, limit, names).read(at)
    return found if found and found[1] > found[0] else None


def past_number(text: str, at: int, limit: int, names: Sequence[NameAt]) -> Interval | None:
    """The noun phrase that begins at `at`, without a number before it: 'zwei Diplomaten'."""
    number = _NUMBER.match(text, at, limit)
    return forward(text, number.end() - 1 if number else at, limit, names)


def backward(text: str, end: int, floor: int, names: Sequence[NameAt]) -> Interval | None:
    """The noun phrase that ends at `end`, for 'zufolge': back to its article, at most 14 words."""
    if time := TIME_LAST.search(text, max(floor, end - 48), end):
        end = time.start()
    if bracket := _BRACKET_LAST.search(text, max(floor, end - 24), end):
        end = bracket.start()  # 'des Instituts für Meinung (IfM) zufolge'
    words = [word.span() for word in WORD.finditer(text, floor, end)][-14:]
    if not words or end - words[-1][1] > 3:
        return None
    start: int | None = None
    i = len(words) - 1
    while i >= 0:
        first, last = words[i]
        written = text[first:last]
        if name := next((one for one in names if one.start < first and last <= one.end and one.end == end), None):
            start, i = name.start, next((k for k in range(i, -1, -1) if words[k][0] <= name.start), 0) - 1
            continue
        if i + 1 < len(words) and not GAP.fullmatch(text, last, words[i + 1][0]):
            break
        if written in NOT_NOUN and i + 1 < len(words) and words[i + 1][0] == start:
            start = next((at for at, _ in words[i + 1 :] if text[at].isupper()), None)  # 'Es brannten X zufolge'
            break
        if DETERMINER.match(written):
            start = first
            if not (i > 1 and written.casefold() in ("der", "des") and _may_be_genitive(text, words[i - 1])):
                break
        elif (
            start is not None and _PLAIN_REPORTS.fullmatch(text, start, end) and not written.endswith(("er", "en", "-"))
        ):
            break  # 'Einbruch der Wirtschaft Berechnungen zufolge'
        elif written[0].isupper() or (
            ADJECTIVE.match(written) and written not in NOT_ADJECTIVE and not _follows_noun(text, words, i)
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
    return is_near and written[0].isupper() and first > 0 and not DETERMINER.match(written) and i > 1


def _may_be_genitive(text: str, word: Interval) -> bool:
    """Whether a noun before 'der' is the head of what follows ('einem Sprecher der Armee zufolge')."""
    written = text[word[0] : word[1]]
    return bool(
        SPOKESPERSON.match(written) or STATEMENT.search(written) or written.endswith(("sprecher", "umfrage", "studie"))
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
            gap = GAP.match(self.text, at)
            begin = gap.end() if gap else at
            if begin >= self.limit:
                break
            name = next((name for name in self.names if name.start == begin), None)
            if name and name.label == "PER" and any(one.end == end and one.label == "ORG" for one in self.names):
                break  # 'Dort vermutet die CIA Osama bin Laden'
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
            word = WORD.match(self.text, begin) if gap or start < 0 else None
            if word is None or word.end() > self.limit:
                break
            written = word.group()
            if written.islower() and not DETERMINER.match(written) and cardinal(written) is not None:
                break
            if self._is_no_part(word, start, end, has_noun=has_noun):
                break
            if not self._goes_on(written, has_noun, word.end()):
                if not has_noun and start >= 0 and _PREPOSITION.match(written):
                    return self._after_participle(begin)
                break
            start = begin if start < 0 else start
            if written[0].isupper() and not DETERMINER.match(written):
                has_noun = True
            end = word.end()
            at = self._closing_quote(end) if written[0].isupper() else end
        if not has_noun:
            return None
        end = self._trimmed(start, end)
        return start, self._apposition(start, end)

    def _is_no_part(self, word: re.Match[str], start: int, end: int, *, has_noun: bool) -> bool:
        """Whether a word begins the sentence only, or another phrase."""
        written = word.group()
        if written in NOT_NOUN or (start < 0 and written.endswith(_ADVERB)):
            return True
        return has_noun and self._ends_before(word, start, end)

    def _goes_on(self, written: str, has_noun: bool, end: int) -> bool:
        if written[0].isupper() and not DETERMINER.match(written):
            return True
        if has_noun:
            return (bool(_LINK.match(written)) and written not in ("in", "im", "aus", "beim", "für")) or (
                self._is_adjective(written) and written.endswith(_GENITIVE) and self._capital_follows(end)
            )
        return bool(DETERMINER.match(written)) or self._is_adjective(written)

    def _ends_before(self, word: re.Match[str], start: int, end: int) -> bool:
        """Whether a day follows, 'der Fall', or another noun after 'Medienberichten'."""
        written = word.group()
        if written == "der" and _THE_CASE.match(self.text, word.end()):
            return True
        is_noun = written[0].isupper() and not DETERMINER.match(written)
        return bool(_DAY.match(written) or (is_noun and _REPORTS.search(self.text, start, end)))

    def _is_adjective(self, written: str) -> bool:
        return bool(ADJECTIVE.match(written)) and written not in NOT_ADJECTIVE

    def _capital_follows(self, end: int) -> bool:
        return self.text[end + 1 : end + 2].isupper() and self.text[end : end + 1] == " "

    def _closing_quote(self, at: int) -> int:
        return at + 1 if self.text.startswith(_CLOSING, at) else at

    def _trimmed(self, start: int, end: int) -> int:
        """Without a trailing article or 'von'."""
        named = max((name.end for name in self.names if start <= name.start and name.end <= end), default=0)
        words = list(WORD.finditer(self.text, start, end))
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
        head = self.read(found.end())
        by = _BY.search(self.text, at, found.start()) if head and STATEMENT.search(self.text, *head) else None
        return (self.read(by.end()) if by else None) or head  # 'den von der Regierung präsentierten Zahlen'

    def _apposition(self, start: int, end: int) -> int:
        """'des Amtes, Henning Brackwede', 'Forscher um Jan Bock': the person's name is the source."""
        if any(name.end == end and name.label == "PER" for name in self.names):
            return end  # 'Jan Bock, genannt Jonny'
        if self.text[end : end + 4] == " um " and (
            leader := next((name for name in self.names if name.start == end + 4 and name.label == "PER"), None)
        ):
            return leader.end
        if self.text[end : end + 2] == ", ":
            people = [name for name in self.names if name.label == "PER" and end + 2 <= name.start < end + 62]
            if people and people[0].end <= self.limit and _TITLE.fullmatch(self.text, end + 2, people[0].start):
                return people[0].end
        return self._seated(start, end)

    def _seated(self, start: int, end: int) -> int:
        """'der Leiter im Amt in Husum, Jan Bock, …': one person with an office somewhere, and the name of it."""
        comma = self.text.find(", ", end, min(self.limit + 2, end + _SEAT_LENGTH))
        person = next((name for name in self.names if name.start == comma + 2 and name.label == "PER"), None)
        if comma < 0 or person is None or not DETERMINER.match(self.text[start:end].partition(" ")[0]):
            return end
        is_seat = _SEATED.fullmatch(self.text, end, person.start) is not None
        return person.end if is_seat and _AFTER_SEATED.match(self.text, person.end) else end
