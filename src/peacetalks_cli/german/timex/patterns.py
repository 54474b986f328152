"""Which sequences of word classes are time expressions. What they mean is said in days.py and its sisters.

A sentence is written as one letter a token, so that a pattern such as `OMY?` reads '1. Februar 2026' in every
inflection, and matching costs time that is linear in the sentence.

    N number  Y number that can be a year  y 2011/12  E ein  O ordinal  D 01.02.2026  C 20.30  T Uhr
    M month  W weekday  P Freitagabend  p Abend  r abend, früh  k Nacht  m Mitternacht  h frühen, späten
    R heute  H heutigen  A vergangenen, diesem, kommenden  F folgenden  I selben  c neuen  V Vorjahr  l später, zuvor
    U Jahr, Wochen  S Sommer  B Anfang, Ende  e Jahresende  q Quartal  Z 1990er  L Ostern  1 Weihnachtstag
    a etwa, fast, mehr als  g knappes, gute  K mehrere, einige  2 beiden  Q halb  w lange  d Viertelstunde
    j vierstündig  o vierjährig  J jeden, alle  G täglich  3 abends
    5 Septemberwoche  6 Kalenderwoche  % pro  X damals  0 Zeit  4 Viertel
    7 4/2015  v vor  s seit  i in, binnen  b bis  z zu, auf  f other prepositions  t article  u und, oder  & statt
    , - < ) marks  x other word  n other capitalised word  _ other mark
"""

import re
from dataclasses import dataclass

from peacetalks_cli.german.timex.tokens import Token

_DAY = "(?:OM(?:,?Y)?|D)"
_OF_YEAR = "(?:t?U?[Yy]|t?[AFI]U|t?V)"  # 2026, des Jahres 2026, vergangenen Jahres, des Vorjahres
_NAMED_DAY = f"(?:[AFHI]?W(?:,?t?{_DAY})?|{_DAY}|L|R)"
_CLOCKS = "(?:[CN](?:(?:[-u,b]z?|uf)[CN]){0,12})"
_MINUTES = "(?:N(?!U))?"
_APPOINTMENT = f"A?[WPR],[CN]T{_MINUTES}"
_SPELLED = "(?<=[fbvuz])ET3?|(?<=[fb])QNT[r3]?|4[fv]N|(?<=f)QN(?!U)|(?<=f)N[fv]Q?N(?=[_,xtfiRWPbu]|$)"
_BARE = "(?:^|(?<=[fb])|(?<=___))C"
_ABOUT = "a{0,2}(?:bz)?a{0,2}"  # fast, mehr als, bis zu etwa
_COUNT = "(?:[NE](?:u|-|b)z?)?[NY][wg]?"  # vier, vier bis fünf, vier lange
_FRACTION = "(?:E?g?d|E?[wg]q)"  # gute Viertelstunde, ein weiteres Halbjahr
_PERIOD = f"(?:[AFI]?M{_OF_YEAR}?|[AFIc]?O?U(?:[YM]Y?)?|[Yy]|ZU?|[AF]?S{_OF_YEAR}?|V|Oq{_OF_YEAR}?)"
_NEXT = "a{0,2}N(?:[ub]a{0,2}N)?U"
_COUNTABLE = "[nxgwKNUTY]"
_ELIDED = (
    rf"a?N(?=(?:&|[,ub]a{{1,2}})NU)|(?<=x)N(?=,xa?NU)|(?<=f)N(?=z{_NEXT})"
    rf"|(?<=U,)aN(?!{_COUNTABLE})|(?<=U,x)N(?!{_COUNTABLE})"
)
_NIGHT = (
    rf"k(?:ft?(?:W|OM?|D))?zt?(?:[xnON]{{1,4}}ft?)?(?:W[AF]U|{_NAMED_DAY})"
    r"|k(?:ft?O)?zt?O(?=[xfiv,_z])"  # Nacht zum 14.
)
_SOME = (
    r"(?<=[vsifabz])U|(?<=[vsifab]x)U|(?<=[iafnsv]t)U|(?<=Uu)U|U(?=x)|(?<=x)U(?=[_,])"
    r"|(?:^|(?<=[xn]))U(?=[fv][tz])"  # Nur Stunden nach dem Anruf
)
_HOUR = (
    r"(?<=[RWPprkG3]f)N(?=[x_,<>t]|$)|(?<=OMf)N(?=[x_,<>]|$)|(?<=[fz])N(?=it[pk]|fh?p|3)|(?:(?<=^f)|(?<=[,_]f))N(?=x)"
    r"|(?<=Gb)N(?=[_,])|(?<=mb)N(?=[x_,])"  # samstags bis zwölf; von Mitternacht bis fünf
    r"|(?<=[,u]f)N(?=[,_u]|$)"  # In der Nacht starben zwei, um drei und um fünf.
    r"|(?<=[xn]f)N(?=tn|x[,_])|(?<=[xn][vf])N(?=[x_,<>u]|$)"
)
_AND = "(?:,|u|-|b)[zt]{0,2}"
_OR_OVER = "(?:,|u|-|b|z)[zt]{0,2}"  # 'vom 28. auf den 29. Juni', too


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` over the letters above; `example`: words that it finds, as a test reads it."""

    name: str
    pattern: str
    example: str


RULES = (
    Rule("night", _NIGHT, "Nacht zum Sonntag"),
    Rule("week_beside", rf"[UW][vf]t?L|U[vf]t?{_DAY}", "Woche nach Ostern"),
    Rule("night_of_day", rf"kt(?:{_DAY}|W)", "Nacht des 4. März"),
    Rule("night_alone", r"[AFIH]k|kl|(?<=[tia])h?k", "vergangenen Nacht"),
    Rule("part_of_day", rf"h?P,?t?{_DAY}|pt(?:W,?t?)?{_DAY}|ptO(?=[xfi_,])", "Abend des 4. März"),
    Rule("day_clock", rf"(?:W,?t?)?{_DAY},[CN]T", "27. Februar, 0.00 Uhr"),
    Rule("day_part", r"(?:[WL],?t?)?(?:OM|D)3|L[3r]", "4. März abends"),
    Rule("weekday_day", rf"[WL],?t?{_DAY}|W,?tO(?=[x,_fiv])", "Freitag, den 23. Januar 2026"),
    Rule("days", rf"O(?:{_OR_OVER}O){{1,12}}MY?", "21. bis 27. Februar"),
    Rule("days_numeric", rf"O{_AND}D", "21. bis 27.2.2025"),
    Rule("day_span", rf"OM(?:{_AND}OMY|(?:-|b)[zt]{{0,2}}OM)|D(?:-|b)[zt]{{0,2}}D", "30. Januar bis 2. Februar 2025"),
    Rule("day_of_year", r"OMt?(?:[AF]U|V)", "1. Februar vergangenen Jahres"),
    Rule("day_alone", r"(?<=[tfz])O(?:tU(?!Y)|(?:[,u]O){0,3}(?=[xfiv]))", "20. in"),
    Rule("day", _DAY, "1. Februar 2026"),
    Rule("every", r"J(?:[OANKHgE]|NuN){0,3}(?:U(?![YM])|W[prk3]?|P|p|k|S)(?:iU)?", "jeden zweiten Freitag"),
    Rule("per", r"%[Ukpq]", "pro Jahr"),
    Rule("months", rf"M(?:{_AND}M){{1,11}}(?:Y|t?[AFI]U|t?V)|M[b-]M(?!{_OF_YEAR})", "März und April 2025"),
    Rule("edges", rf"B(?:{_AND}B){{1,3}}MY?", "Anfang, Mitte oder Ende März"),
    Rule("edge", rf"B[tf]?{_PERIOD}", "Ende November"),
    Rule("edge_noun", rf"e{_OF_YEAR}?", "Jahresende 2025"),
    Rule("nth_weekday", r"[OA]W[it]MY?", "letzten Sonntag im September 2025"),
    Rule("month_part", r"[OA]5Y?", "zweiten Septemberwoche"),
    Rule("month_beside", r"Ml", "Februar darauf"),
    Rule("month", rf"[AFI]?M{_OF_YEAR}?", "November 2025"),
    Rule("month_numeric", r"(?<=[fbsivz])7", "09/2015"),
    Rule("quarter", rf"[OA]q{_OF_YEAR}?", "dritten Quartal 2025"),
    Rule("season_beside", r"Sl", "Winter davor"),
    Rule("weekday_beside", r"[WP]l", "Sonntag darauf"),
    Rule("season", rf"[AFIc]?S{_OF_YEAR}?", "kommenden Sommer"),
    Rule("decade", r"h?ZU?", "neunziger Jahren"),
    Rule("relative_year", r"[AI]UY", "laufenden Jahr 2026"),
    Rule("named_year", r"UY(?![nxNT]*U)|Uy", "Jahr 2011"),
    Rule("counted_holiday", r"O1Y?", "zweiten Weihnachtstag"),
    Rule("holiday", r"[AF]?LY?", "Ostern 2026"),
    Rule("stopwatch", r"CU", "1:35 Stunden"),
    Rule("clock", rf"{_APPOINTMENT}|{_CLOCKS}T{_MINUTES}[r3R]?|{_SPELLED}|{_BARE}|m", "14.30 bis 18 Uhr"),
    Rule("day_apart", r"[RW][vi][NE]U", "heute vor drei Jahren"),
    Rule("weekday_of_week", r"[WP][AF]U|[WP]it?[AF]U", "Freitag kommender Woche"),
    Rule("weekday", r"[AFIHc]?h?(?:W(?:[prk3]|R(?!z))?|P)", "Donnerstagmorgen"),
    Rule("day_word_named", r"R,W(?!,?t?[CNOD])", "heute, Dienstag"),
    Rule("day_word", r"R(?:[prk3]|R|W[prk3]?(?![CN]))?|H[pkU]|H", "gestern Abend"),
    Rule("part", r"[AFI]h?p|h?pl|(?<=[fibatzsv])h?p", "Abend"),
    Rule("relative_span", r"[AF]a{0,2}(?:N(?:u|-|b))?(?:[N2YKQ]|EK|E)w?U", "vergangenen drei Jahren"),
    Rule("later", r"(?:[abz]{0,3}(?:E?[NYEKg]|E[KQ])?w?U|d)l", "zwei Tage später"),
    Rule("calendar_week", r"6N(?:t?U?Y)?|O6(?:t?U?Y)?", "Kalenderwoche 12"),
    Rule("century", r"OU", "20. Jahrhundert"),
    Rule("relative_pair", r"AuAU", "dieses und nächstes Jahr"),
    Rule("relative", r"[AFIc]U", "kommenden Woche"),
    Rule("relative_noun", r"V", "Vorjahr"),
    Rule("elided", _ELIDED, "50 statt 30 Jahre"),
    Rule("gapped", r"(?<=[xn,])(?:bza?|a)N(?=[_,]|[xf][_,])|(?<=[xnGi,])N(?=[_,]|[xf][_,])", "dort zwei."),
    Rule("whole", r"(?<=t)g[Uk]", "ganzen Jahres"),
    Rule("one_night", r"(?<=i)Ek", "einer Nacht"),
    Rule("duration", rf"{_ABOUT}(?:(?:{_COUNT}|E[ghw]?Q?|E?Kw?|Q|w)U(?:(?<=NU)u?NU)?|{_FRACTION})", "fast vier Jahre"),
    Rule("described", r"Nx(?:,x{1,2})?U", "120 intensiven Minuten"),
    Rule("hour", _HOUR, "heute um acht"),
    Rule("some", _SOME, "Monaten"),
    Rule("duration_adjective", rf"{_ABOUT}[jo]", "vierstündigen"),
    Rule("set", r"[G3]", "täglich"),
    Rule("year", r"[Yy]", "2011"),
    Rule("while", r"[wKhA]0", "lange Zeit"),
    Rule("relative_adjective", r"A", "heurigen"),
    Rule("vague", r"X|vw", "damals"),
)  # fmt: skip

# No rule begins with one of these, which are most words.
_PATTERN = re.compile(r"(?![xn_tfuizs,<>&T-])(?:" + "|".join(f"(?P<{r.name}>{r.pattern})" for r in RULES) + ")")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [i, j) of a sentence, found by the rule called `rule`."""

    rule: str
    tokens: list[Token]
    kinds: str
    i: int
    j: int

    def first(self, kinds: str) -> Token | None:
        """The first token of the match that is of one of these classes."""
        for n in range(self.i, self.j):
            if self.kinds[n] in kinds:
                return self.tokens[n]
        return None

    def every(self, kinds: str) -> list[int]:
        """Indices of the tokens of the match that are of one of these classes."""
        return [n for n in range(self.i, self.j) if self.kinds[n] in kinds]

    def before(self, distance: int = 1) -> Token | None:
        """The token that stands `distance` before the match."""
        n = self.i - distance
        return self.tokens[n] if n >= 0 else None

    def after(self, distance: int = 1) -> Token | None:
        n = self.j + distance - 1
        return self.tokens[n] if n < len(self.tokens) else None


def matches(tokens: list[Token]) -> list[Match]:
    """What the rules find in a sentence, from left to right, not overlapping."""
    kinds = "".join(token.kind for token in tokens)
    return [Match(str(m.lastgroup), tokens, kinds, m.start(), m.end()) for m in _PATTERN.finditer(kinds)]


def at(tokens: list[Token], kinds: str, i: int, j: int) -> Match | None:
    """What the rules find from token i on, if it ends at j."""
    found = _PATTERN.match(kinds, i)
    return Match(str(found.lastgroup), tokens, kinds, i, j) if found and found.end() == j else None
