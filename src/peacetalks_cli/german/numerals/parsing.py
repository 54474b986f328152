"""German numerals: where they stand in a text, and what number they are.

Digits in every grouping, number words, scales ('1,5 Mio.', 'eine halbe Million'), fractions, vague plurals
('Dutzende' is at least 24), ranges, ordinals. What they count, and whether they are figures at all, is not
decided here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from peacetalks_cli.german.numerals.atoms import Atom, atoms

Kind = Literal["cardinal", "ordinal", "fraction", "half", "vague", "times", "share"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """[start, end) of one numeral; a range has its low end as `value` and its upper end as `high`.

    `rest`: what it is written together with ('jährige' of 'sechsjährige', 'Punkte-Plan' of '28-Punkte-Plan').
    `bare`: it is only the word 'ein', most often an article. `scale`: what its coefficient was multiplied by.
    """

    start: int
    end: int
    value: int | float
    kind: Kind = "cardinal"
    high: int | float | None = None
    rest: str = ""
    bare: bool = False
    scale: int | float = 1


_S = "[ \u00a0\u202f\u2009]"
_GAP = re.compile(rf"{_S}{{1,2}}|-")
_AND = re.compile(rf"{_S}(?:und{_S})?")
_TO = re.compile(rf"[-–—−]|-?{_S}(?:bis|oder|bis{_S}zu){_S}")
_DASH = re.compile(rf"{_S}[–—-]{_S}")
_BETWEEN = re.compile(rf"\b[Zz]wischen{_S}(?:(?:rund|etwa|gut|knapp|circa){_S})?$")
_OF = re.compile(rf"{_S}von{_S}")
_FLYING = re.compile(rf"{_S}(?:[a-zäöüß]+{_S})?[A-ZÄÖÜ]?[\w-]*(?:[Rr]akete|[Dd]rohne|[Ff]lugkörper|[Gg]eschosse)n?\b")
_IS_ONE = re.compile(
    rf"\b(?:ist|war|sei|wäre|als|bleibt|wurde|in|auf|bei|mit|aus|an){_S}(?:nur{_S}|noch{_S}|heute{_S}|damit{_S})?$"
)
_EVERY = re.compile(rf"\b[Jj]ede[rnsm]?{_S}$")
_HYPHENED = re.compile(r"-(?P<rest>[^\W_]+(?:-[^\W_]+){0,6})")
_SIGN = re.compile(r"(?:^|[\s(„“\"»])(?P<sign>[-−–+])$")
_ORDINAL_DOT = re.compile(rf"\.{_S}(?P<next>[^\W\d_])")
# What begins a sentence after 'seien es 143.', and is no noun of an ordinal.
_STARTER_WORDS = (
    "Die Der Das Den Dem Wie Es Er Sie Ein Eine Einen In Im Am Bei Auch Nach Laut Zuvor Zudem Mehr Damit Für Von "
    "Vor Mit Als An Aus Auf Dazu Davon Ihm Ihr Ihre Seine Wir Ich Man Zu Zum Zur Weitere Allein Insgesamt Unter "
    "Und Aber Doch Noch Seit Dort Hier Darunter Dieser Diese Dieses Wer Was Wo Wann Warum Ob Wenn So Nun Jetzt "
    "Heute Gestern Also Um Durch Gegen Ohne Bis Während Obwohl Weil Da Daher Deshalb Trotzdem Schon Zwei Drei "
    "Vier Sein Seinen Ihren Kein Keine Wegen Trotz Statt Bisher Bereits Erst Mittlerweile Inzwischen Außerdem "
    "Später Ist Sind Hat Haben War Waren Wird Werden Jeder Jede Manche Etwa Rund Fast Mindestens Nur Über Beide "
    "Alle Viele Andere Einige Mehrere Denn Dann Danach Dabei Dafür Dagegen"
)
_STARTERS = frozenset(_STARTER_WORDS.split())
_DETERMINER = re.compile(
    r"\b(?!(?:über|unter|neben|zwischen|wegen|älter|jünger|weniger|immer|wieder|noch|aber|oder|seien|waren|wären|wurden|würden|werden|haben|hätten|hatten|blieben|bleiben|gegen|gewesen|worden|leben|lebten|sitzen|saßen|fehlen|warten|starben|sterben)\s)(?:de[rnms]|die|das|ein(?:e[nmrs]?)?|[msd]ein(?:e[nmrs]?)?|[iu]h?n?[rs]e?(?:e[nmrs]?)?|im|am|zum|zur|beim|vom|bis|"
    rf"diese[nmrs]?|jede[nmrs]?|bereits|und|(?-i:[a-zäöüß]\w*(?:(?<!t)en|e[rsm])|(?:de[mnr]|im|am|zum|vom){_S}[a-zäöüß]+ten)){_S}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# What only an ordinal stands before, also in a headline: 'EU einigt sich auf 21. Paket'.
IN_SERIES = re.compile(
    r"(?:\w+-)?\w*(?:[Pp]aket|[Rr]unde|[Tt]reffen|[Jj]ahrestag|[Ss]itzung|[Gg]ipfel|[Ss]tock|[Ee]tage|[Aa]uflage|[Aa]usgabe|Mal|"
    r"[Gg]eburtstag|[Kk]riegstag|[Kk]onferenz|[Pp]arteitag|[Kk]ongress|[Ww]ahlgang|[Aa]ustausch|[Ss]anktionsrunde|[Bb]rigade)(?!\w)"
)
_SHARE_OF = (3, 4, 5, 10, 100)
_FAR = 12  # characters between two parts that are not of one numeral


def value(text: str) -> int | float | None:
    """The number that the whole of `text` is ('800 000', 'anderthalb', 'drei Viertel', 'siebente'), else None.

    A range gives its low end; 'ein' is 1; vague plurals give their least number ('Dutzende' 24).
    """
    text = text.strip()
    found = next(find(text), None)
    if found is None or (found.start, found.end) != (0, len(text)):
        return None
    return found.value


def find(text: str) -> Iterator[Numeral]:
    """Every numeral of `text`, in order, not overlapping; a lone 'ein' too, marked `bare`."""
    parser = _Parser(text, list(atoms(text)))
    i = 0
    while i < len(parser.parts):
        found = parser.numeral(i)
        if found is None:
            i += 1
        else:
            numeral, i = found
            yield numeral


_Found = tuple[Numeral, int] | None
"""A numeral and the index of the atom after it."""


@dataclass(frozen=True, slots=True)
class _Parser:
    text: str
    parts: list[Atom]

    def numeral(self, i: int) -> _Found:
        """The numeral that begins with atom i: alone, a range, or a share ('vier von zehn')."""
        part = self.parts[i]
        if self._is_inside_word(part.start):
            return None
        first = self._signed(i) if part.kind == "sign" else self._plain(i)
        if first is None:
            return None
        low, after = first
        if part.kind == "digits" and (sign := _SIGN.search(self.text, max(0, low.start - 2), low.start)):
            factor = 1 if sign["sign"] == "+" else -1
            low = replace(low, start=sign.start("sign"), value=factor * low.value)
        numeral, after = self._share(low, after) or self._range(low, after) or (low, after)
        return self._every(self._fused(numeral)), after

    def _is_inside_word(self, start: int) -> bool:
        """After a hyphen and a letter it is a name: F-16, Covid-19."""
        before = self.text[max(0, start - 2) : start]
        return len(before) == 2 and before[1] in "-–/" and before[0].isalpha()

    def _signed(self, i: int) -> _Found:
        if not self._joined(i, _GAP) or self.parts[i + 1].kind not in ("digits", "word", "scale"):
            return None
        if i and self.parts[i - 1].kind in ("digits", "word") and self._joined(i - 1, _GAP):
            return None  # '28 minus neun'
        inner = self._plain(i + 1)
        if inner is None:
            return None
        numeral, after = inner
        sign = self.parts[i]
        return replace(numeral, start=sign.start, value=sign.value * numeral.value), after

    def _plain(self, i: int) -> _Found:
        part = self.parts[i]
        match part.kind:
            case "vague" | "fraction" | "times":
                return Numeral(part.start, part.end, part.value, part.kind, rest=part.rest), i + 1
            case "ordinal":
                return Numeral(part.start, part.end, part.value, "ordinal"), i + 1
            case "sign":
                return None
            case "some":
                return self._several(i)
            case "scale":
                return self._scale_alone(i)
            case _:
                return self._coefficient(i)

    def _several(self, i: int) -> _Found:
        """mehrere hundert, einige Tausende: twice the scale at least."""
        if not self._joined(i, _GAP):
            return None
        many, after = self.parts[i], i + 1
        if self.parts[after].kind == "vague":
            vague = self.parts[after]
            return Numeral(many.start, vague.end, vague.value, "vague"), after + 1
        scale, end, after = self._scales(after)
        return (Numeral(many.start, end, many.value * scale, "vague", scale=scale), after) if scale > 1 else None

    def _scale_alone(self, i: int) -> _Found:
        """hundert, tausend are numbers; Millionen are two at least; 'Mio.' and 'Dutzend' alone are nothing."""
        part = self.parts[i]
        scale, end, after = self._scales(i)
        word = self.text[part.start : part.end]
        if word.casefold() in ("hundert", "tausend"):
            return self._tail(Numeral(part.start, end, scale, scale=scale), after, i)
        if word.endswith(("ionen", "iarden")):
            return Numeral(part.start, end, 2 * scale, "vague", scale=scale), after
        return None

    def _coefficient(self, i: int) -> _Found:
        """Digits or a word, alone, in halves, or times a scale or a fraction."""
        part, after = self.parts[i], i + 1
        many, end, kind = part.value, part.end, "half" if part.kind == "half" else "cardinal"
        if part.rest:
            return Numeral(part.start, end, many, rest=part.rest), after
        if part.kind == "article" and self._joined(i, _GAP) and self._may_follow_article(self.parts[after]):
            many, end = self.parts[after].value, self.parts[after].end
            kind = "half" if many == 0.5 else "cardinal"
            after += 1
        if after < len(self.parts) and self._joined(after - 1, _GAP):
            follower = self.parts[after]
            if follower.kind == "fraction" and follower.value != 0.5 and follower.start - end == 1:
                return Numeral(part.start, follower.end, round(many * follower.value, 6), "fraction"), after + 1
            scale, scale_end, after_scale = self._scales(after)
            if scale > 1 and not (part.kind == "article" and kind == "cardinal" and scale in (100, 1000)):
                number = Numeral(part.start, scale_end, _whole(many * scale), scale=scale)
                return self._tail(number, after_scale, i)
        bare = part.kind == "article" and end == part.end
        return Numeral(part.start, end, many, kind, bare=bare), after  # type: ignore[arg-type]

    def _may_follow_article(self, part: Atom) -> bool:
        return part.kind == "half" or (part.kind == "word" and part.value < 1 and not part.rest)

    def _scales(self, i: int) -> tuple[int | float, int, int]:
        """The product of the scales from atom i on ('hundert Millionen'), where they end, the atom after."""
        product: int | float = 1
        end = self.parts[i].start
        while i < len(self.parts) and self.parts[i].kind == "scale":
            product *= self.parts[i].value
            end = self.parts[i].end
            i += 1
            if i < len(self.parts) and (not self._joined(i - 1, _GAP) or self.parts[i].value < product):
                break
        return product, end, i

    def _tail(self, number: Numeral, after: int, first: int) -> tuple[Numeral, int]:
        """'eine Million [und] zweihunderttausend': words go on with what is less than the last scale."""
        is_spelled = self.parts[first].kind != "digits" and isinstance(number.value, int)
        if not (is_spelled and after < len(self.parts) and self._joined(after - 1, _AND)):
            return number, after
        if self.parts[after].kind not in ("word", "article", "scale") or self.parts[after].rest:
            return number, after
        rest = self._plain(after)
        if rest and not rest[0].bare and rest[0].kind == "cardinal" and rest[0].value < number.scale:
            more, after = rest
            return replace(number, end=more.end, value=number.value + more.value), after
        return number, after

    def _range(self, low: Numeral, after: int) -> _Found:
        """40-50, sechs oder sieben, zwischen 6 und 7, 45 bis 50 Milliarden."""
        if low.kind not in ("cardinal", "fraction") or after >= len(self.parts):
            return None
        start = self.parts[after].start
        if start - low.end >= _FAR:
            return None
        gap = self.text[low.end : start]
        is_dash = _DASH.fullmatch(gap) and low.end > 0 and self.text[low.end - 1].isdigit()
        if not (_TO.fullmatch(gap) or is_dash or self._is_spread(low.start, gap)):
            return None
        upper = self._signed(after) if self.parts[after].kind == "sign" else self._plain(after)
        if upper is None or upper[0].kind != low.kind:
            return None
        high, after = upper
        first, last = low.value, high.value
        if low.scale == 1 and high.scale > 1 and abs(first) < high.value / high.scale:
            first = _whole(first * high.scale)
        if first < 0 < last:
            last = -last if "plus" not in self.text[start : high.end] else last
        if first == last or (last < first and first >= 0):
            return None
        bounds = sorted((first, last))
        return replace(high, start=low.start, value=bounds[0], high=bounds[1], bare=False), after

    def _is_spread(self, start: int, gap: str) -> bool:
        """Whether 'zwischen' stands before a number that begins at `start`, 'und' in the gap behind it."""
        if "und" not in gap or not _AND.fullmatch(gap):
            return False
        return _BETWEEN.search(self.text, max(0, start - 20), start) is not None

    def _share(self, some: Numeral, after: int) -> _Found:
        """'vier von zehn' in words is a share; '68 von 70' are two counts."""
        if some.kind != "cardinal" or after >= len(self.parts) or some.scale != 1:
            return None
        whole = self.parts[after]
        if whole.kind not in ("word", "scale") or whole.value not in _SHARE_OF or some.value >= whole.value:
            return None
        if not _OF.fullmatch(self.text, some.end, whole.start) or self.text[some.start].isdigit():
            return None
        if _FLYING.match(self.text, whole.end):
            return None  # 'Zwei von vier Marschflugkörpern'
        if some.bare and _IS_ONE.search(self.text, max(0, some.start - 24), some.start):
            return None  # 'Das Haus ist eines von vier Häusern'
        return Numeral(some.start, whole.end, round(some.value / whole.value, 6), "share"), after + 1

    def _fused(self, numeral: Numeral) -> Numeral:
        """With what it is written together, by a hyphen; the dot of an ordinal in digits."""
        end = numeral.end
        if not numeral.rest and (hyphened := _HYPHENED.match(self.text, end)):
            return replace(numeral, rest=hyphened["rest"])
        is_small = isinstance(numeral.value, int) and 0 < numeral.value < 1000 and end - numeral.start <= 3
        if not (is_small and numeral.high is None and self.text[end - 1].isdigit()):
            return numeral
        if dot := _ORDINAL_DOT.match(self.text, end):
            before = self.text[max(0, numeral.start - 25) : numeral.start]
            if _WORD.match(self.text, dot.start("next")).group() in _STARTERS:  # type: ignore[union-attr]
                return numeral
            is_series = IN_SERIES.match(self.text, dot.start("next"))
            if dot["next"].islower() or is_series or _DETERMINER.search(before):
                return replace(numeral, end=end + 1, kind="ordinal")
        return numeral

    def _every(self, numeral: Numeral) -> Numeral:
        """'jeder dritte' is a third of them."""
        if numeral.kind == "ordinal" and numeral.value > 1:
            every = _EVERY.search(self.text, max(0, numeral.start - 8), numeral.start)
            if every:
                share = round(1 / numeral.value, 6)
                return replace(numeral, start=every.start(), value=share, kind="share")
        return numeral

    def _joined(self, i: int, gap: re.Pattern[str]) -> bool:
        """Whether atom i + 1 follows atom i with nothing but `gap` between."""
        if i + 1 >= len(self.parts):
            return False
        start, end = self.parts[i].end, self.parts[i + 1].start
        return end - start < _FAR and gap.fullmatch(self.text, start, end) is not None


def _whole(number: int | float) -> int | float:
    """1,5 Millionen is the integer 1500000, not what floating point makes of it."""
    return round(number) if abs(number - round(number)) < 1e-6 * max(1, abs(number)) and number > 1 else number
