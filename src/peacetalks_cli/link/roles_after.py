"""Roles after a name: apposition, brackets, relative and main clauses, appointments."""

import re
from collections.abc import Collection, Sequence

from peacetalks_cli.facts import Interval, Mention
from peacetalks_cli.link.phrases import DETERMINERS, WINDOW, Token, read, read_all, tokens

# Between a name and its apposition: (CDU), aus Graz, von der Universität Wien, an age; what ends the clause may come
# too: "von Rustem Umjerow geleitet, dem Sekretär des Rates", "nahm Ida Kern teil, die Leiterin".
_APPOSITION = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:aus|von)(?: (?:der|dem))?(?: [A-ZÄÖÜ][\w-]{1,30}){1,3})?"
    r"(?: (?:\w*ge\w{1,20}(?:t|en)|teil|an|ein|ab|vor|zu|auf|bei|mit|aus|zurück|dabei|heraus|hervor|"
    r"heim|fest|zusammen|wieder|dazu|dagegen|nieder|los|her|hin|um|durch|statt|frei))?"
    r"(?:, (?:\d\d(?: Jahre alt)?(?:, | und ))?| [–-] )"
)
_BRACKET = re.compile(r"[ \u00a0]\(")
_AGE = re.compile(r"\d{1,2}$")
_CLOSING = frozenset(',.;:!?)–(«»“”"„-')
_COPULAS = frozenset(["ist", "war", "wird", "wurde", "bleibt", "blieb"])
_AT_ONCE = re.compile(
    r"(?:(?: \([^()]{1,40}\)|, \d\d(?: Jahre alt)?,|, (?:kurz |auch )?(?:genannt|alias) [„“\"»«]?[^,.\n]{2,30},)? |"
    r"(?:, | – |; )(?:er|sie) )"
    r"(?=(?:ist|war|wird|wurde|bleibt|blieb) )"
)
_COPULA_BEFORE = re.compile(r"\b(?:ist|war|wird|wurde|bleibt|blieb) $")
_ASIDE = re.compile(r"(?: \([^()]{1,40}\)|, [^,.;:!?()„“»«]{2,90},)(?= )")
_FORMERLY = frozenset("früher zuvor vorher einst zuletzt heute jetzt davor ehemals vormals damals seit bis".split())  # noqa: SIM905
_NO = frozenset(["nicht", "kein", "keine", "keinen", "keiner", "nie", "kaum", "weder"])
_APPOINTS = re.compile(
    r"\b(?:ernann|ernenn|bestimm|beruf|berief|gewähl|wähl|beförder|gemacht|macht|nominier|vorgeschlagen|vereidig|"
    r"(?:ge)?kür|bestell|geweiht|avancier|auserkoren|aufgestiegen|designier)\w{0,4}\b"
)
_ACTS_AS = re.compile(
    r"\b(?:(?:ge)?arbeite|(?:ge)?dien|tätig|fungier|amtier|angetreten|antr|zurück|tritt|trat|treten|vereidig|eingesetzt|"
    r"gilt|galt|gelten|wechsel|folg|bestätig|nominier|abgelöst|abgesetzt|gewähl|wiedergewähl|entsandt|beruf|"
    r"bekannt|begann|verdien)\w{0,5}\b"
)
_CALLS = re.compile(r"\b(?:be|ver)?(?:zeichne|schimpf|nann|nenn|unglimpf|höhn|spotte|titul|schmäh|feier)\w{0,4}\b")
# Who is seen, called or offered as something need not be it; nor who is more than it.
_JUDGES = re.compile(
    r"\b(?:sieh|sah|seh|geseh|angeseh|betracht|empf|verurteil|kritisier|\w*stell|\w*stuf|bewert|lob|gelobt|würdig|\w*beschr|"
    r"charakterisier|versteh|verst[aä]nd|wahrn|wahrg|\w*erk[ae]nn|\w*schätz|bot|biet|anzubiet|angebot|vorschl|vorgeschl|"
    r"schlug|forder|wünsch|brauch|präsentier|inszenier|entpupp|erw[ie]es|verkauf|abgeta|abtu|gewertet|wertet|zitier|nutzt|"
    r"missbrauch|hielt|behandel|ansprech|fühl|versuch|bezeichn|kandidier|bew[ai]rb|beworb|träum|tarn|verkleid|such|gesuch|\w*bring|\w*gebracht)\w{0,6}\b|"
    r"\b(?:gibt|gab|gebe|wäre|hätte|würde|mehr|weniger|anders|eher|lieber|besser|schlechter|größer|älter|jünger|sowohl|"
    r"nichts|niemand|so|doppelt|halb|ins Spiel)\b"
)
_VERB = re.compile(r"(?:[^u]t|te|ist|war|kam|ging|lief|zog|schrieb)$")
_ANY_AS = re.compile(r"\b(?:als|zu[mr])\b")
_ORDINAL = re.compile(r"(?:\w+(?:st|t)|erst|dritt|\w*best|einzig|letzt)er?$")
_WHERE = frozenset("am im in an seit bis vor nach bei zur zum auf ab beim".split())  # noqa: SIM905
_OBJECTS = frozenset("sich einen den seinen ihren ihm ihr ihnen eine seine ihre keinen".split())  # noqa: SIM905
# Generals and officials who have left: a. D., i. R., d. R.
_RETIRED = frozenset(["a", "i", "d"])
_PARTICIPLE = re.compile(r"[a-zäöüß]{5,40}(?:te|ene|ten|enen|ter|ener|nde|nden|nder)")
_SHORTEST_PARTICIPLE = 4  # tokens
_INTRODUCES = re.compile(r"\b(?:vorgestellt|vorstellte?n?|vorstellt)\b")
_PUTS_IN = re.compile(
    r"\b(?:eingesetzt|bestellt|berufen|gewählt|nominiert|entsandt|bestätigt|vereidigt|einsetzten?|bestellten?|berief(?:en)?|"
    r"wählten?|nominierten?|entsandten?|ernannt)\b"
)
_STOPS = frozenset(".;:(„»«")
_PREPOSITIONS = frozenset("von unter mit für bei gegen nach aus zu in an auf vor über als".split())  # noqa: SIM905
_WHEN_IN_CLAUSE = frozenset("seit im damals früher einst lange zuvor selbst bis".split())  # noqa: SIM905
_BETWEEN = 8  # words from a verb to its role
_REACH = 12  # words from a name to "als", "zum"


def roles_after(text: str, mention: Mention, sentence: Interval, people: Collection[int]) -> tuple[str, ...]:
    """The roles that the rest of the sentence gives a person; `people`: starts of all names of people."""
    return (
        *_in_brackets(text, mention, sentence),
        *_apposition(text, mention, sentence, people),
        *_main_clause(text, mention, sentence, people),
        *_inverted(text, mention, sentence, people),
        *_as(text, mention, sentence, people),
    )


def _in_brackets(text: str, mention: Mention, sentence: Interval) -> tuple[str, ...]:
    """Noa Peretz (34, Bäckerin), Hans Moser (Chef der Feuerwehr)."""
    bracket = _BRACKET.match(text, mention.end, sentence[1])
    end = text.find(")", mention.end, min(sentence[1], mention.end + 80)) if bracket else -1
    if not bracket or end < 0:
        return ()
    parts = [part for part in _split(tokens(text, bracket.end(), end), ",") if not _is_age(part)]
    return next((found for part in parts if (found := read_all(part))), ())


def _is_age(part: Sequence[Token]) -> bool:
    return len(part) == 1 and bool(_AGE.match(part[0].text))


def _split(phrase: Sequence[Token], mark: str) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in phrase:
        if token.text == mark:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _apposition(text: str, mention: Mention, sentence: Interval, people: Collection[int]) -> tuple[str, ...]:
    """David Arachamija, Chef der Präsidentenpartei, ...; Thaçi, der bis 2008 Premier war, ..."""
    comma = _APPOSITION.match(text, mention.end, sentence[1])
    if not comma:
        return ()
    rest = tokens(text, comma.end(), min(sentence[1], comma.end() + WINDOW))
    close = _close(rest)
    if close + 1 < len(rest) and rest[close].text == "," and rest[close + 1].start in people:
        return ()  # the next one's: ..., der Chef des Dienstes, Kyrylo Budanow, ...
    phrase = rest[:close]
    if len(phrase) > 1 and rest[close : close + 1] and rest[close].text == "." and phrase[-1].text in _RETIRED:
        phrase = phrase[:-1]  # Oberst a. D.
    if phrase and phrase[-1].text in _COPULAS:
        return _relative(phrase, people)
    found = read_all(phrase, people) or _behind_participle(phrase, people)
    if found and len(phrase) <= 2 and close < len(rest) and rest[close].text == ",":
        found += _listed(rest[close + 1 :], people)
    if found and close + 1 < len(rest) and rest[close].text == "," and rest[close + 1].text in _FORMERLY:
        again = rest[close + 1 :]  # Verfassungsminister, früher Juraprofessor
        found += read_all(again[: _close(again)], people)
    return found


def _behind_participle(phrase: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """der nach Frankreich gereiste Vorsteher des Rats; die vor Jahren geflohene Ärztin: what is told of it, between the
    article and its participle."""
    if len(phrase) < _SHORTEST_PARTICIPLE or phrase[0].text not in ("der", "die", "ein", "eine"):
        return ()
    if phrase[1].text.lower() in DETERMINERS or phrase[1].text in ("dessen", "deren", "sich", "er", "sie", "es", "ihn"):
        return ()
    head = next((i for i in range(3, len(phrase)) if _is_participle(phrase, i - 1)), None)
    if head is None or any(token.start in people for token in phrase[1:head]):
        return ()
    return read_all([phrase[0], *phrase[head - 1 :]], people)


def _is_participle(phrase: Sequence[Token], at: int) -> bool:
    """gereiste, geflohene, regierende: behind what is told of it, before a noun."""
    goes_on = at + 1 < len(phrase) and phrase[at + 1].text[0].isupper()
    return goes_on and bool(_PARTICIPLE.fullmatch(phrase[at].text)) and phrase[at - 1].text not in DETERMINERS


def _close(phrase: Sequence[Token]) -> int:
    return next((i for i, token in enumerate(phrase) if token.text in _CLOSING), len(phrase))


def _listed(phrase: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """The second of "Juristin, Mutter, Langstreckenläuferin", where it is a bare noun as the first one."""
    part = phrase[: _close(phrase)]
    is_bare = len(part) == 1 or (len(part) == 3 and part[1].text == "und")
    return read_all(part, people) if is_bare else ()


def _relative(phrase: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """die bis zur Flucht Bürgermeisterin von Oleschky war; the clause ends in its verb."""
    if phrase[0].text not in ("der", "die") or any(token.text in _NO for token in phrase):
        return ()
    return first_role(phrase[1:-1], people)


def first_role(phrase: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """The roles that end a phrase, whatever adverbs it begins with, up to a second verb: ist Bauer und hat Kühe."""
    end = next((i for i in range(1, len(phrase) - 1) if phrase[i].text == "und" and _is_verb(phrase[i + 1].text)), None)
    phrase = phrase[:end]
    for i in range(min(len(phrase), _BETWEEN)):
        if i and phrase[i - 1].text in _PREPOSITIONS:
            continue  # eine von vielen Geflüchteten
        if found := read_all(phrase[i:], people):
            first = read(phrase[i:], people)
            noun = phrase[i + first.after - 1].text if first else ""
            is_one = found[0].lower().endswith(noun.lower()) or phrase[i].text in ("ein", "eine", "einer")
            return found if is_one else ()  # no plural: hat zwei Söhne
    return ()


def _is_verb(word: str) -> bool:
    return word[0].islower() and word not in _FORMERLY and bool(_VERB.search(word))


def _main_clause(text: str, mention: Mention, sentence: Interval, people: Collection[int]) -> tuple[str, ...]:
    """Orbán ist Ministerpräsident Ungarns. Wuilleumier war zuvor Anklägerin in Arusha und Richterin in Den Haag."""
    verb = _AT_ONCE.match(text, mention.end, sentence[1])
    if not verb:
        return ()
    rest = tokens(text, verb.end(), min(sentence[1], verb.end() + WINDOW))
    close = _close(rest)
    phrase = rest[1:close]
    if any(token.text in _NO for token in phrase):
        return ()
    return first_role(phrase, people)


def _inverted(text: str, mention: Mention, sentence: Interval, people: Collection[int]) -> tuple[str, ...]:
    """Seit März ist X Botschafter in Wien; damit wird X, 34 Jahre alt und parteilos, neuer Verteidigungsminister."""
    if not _COPULA_BEFORE.search(text, max(sentence[0], mention.start - 12), mention.start):
        return ()
    aside = _ASIDE.match(text, mention.end, sentence[1])
    begin = aside.end() if aside else mention.end
    rest = tokens(text, begin, min(sentence[1], begin + WINDOW))
    phrase = rest[: _close(rest)]
    return () if any(token.text in _NO for token in phrase) else first_role(phrase, people)


def _as(text: str, mention: Mention, sentence: Interval, people: Collection[int]) -> tuple[str, ...]:
    """ernannte Kellogg zum Sondergesandten; Popow als Botschafter; arbeitet als Krankenpfleger in Debre Markos."""
    if not _ANY_AS.search(text, mention.end, min(sentence[1], mention.end + WINDOW)):
        return ()
    rest = tokens(text, mention.end, min(sentence[1], mention.end + WINDOW))
    if found := _as_in_relative(rest, people):
        return found
    rest = _without_apposition(rest, people)
    for i, token in enumerate(rest[:_REACH]):
        if token.start in people or token.text in _OBJECTS or token.text in _NO or token.text in _STOPS:
            return ()
        if token.text not in ("als", "zum", "zur"):
            continue
        clause = text[max(sentence[0], mention.start - WINDOW) : min(sentence[1], mention.end + WINDOW)]
        licence = _APPOINTS if token.text != "als" else _ACTS_AS
        is_relative = (
            rest[0].text == ","
            and rest[1].text in ("der", "die")
            and all(between.text.isdigit() or between.text in _WHEN_IN_CLAUSE for between in rest[2:i])
        )
        is_next = token.text == "als" and (i == 0 or is_relative) and not _CALLS.search(clause)
        if not (is_next or licence.search(clause)):
            is_in_clause = token.text == "als" and is_only_when(rest[:i]) and not _JUDGES.search(clause)
            is_in_clause = is_in_clause and not any(word.text in _NO for word in rest[:i])
            found = _subject_of(rest[i + 1 : i + 7], people) if is_in_clause else ()
            if not found:
                continue
            return found
        begin = i if token.text != "als" else i + 1
        return _head_of(rest[begin : begin + 6], people)
    return ()


def _as_in_relative(rest: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """Karabanow, den die Armee am Freitag als Verwalter eingesetzt hat; Saad, der sich als Sprecher vorstellte"""
    if len(rest) < _SHORTEST_PARTICIPLE or rest[0].text != "," or rest[1].text not in ("der", "die", "den"):
        return ()
    clause = rest[2 : _close(rest[1:]) + 1]
    at = next((i for i, token in enumerate(clause) if token.text == "als"), None)
    if at is None or any(token.text in _NO or token.start in people for token in clause):
        return ()
    verbs = " ".join(token.text for token in clause[at + 1 :])
    is_own = rest[1].text != "den" and clause[0].text == "sich" and _INTRODUCES.search(verbs)
    is_put_in = rest[1].text in ("den", "die") and clause[0].text != "sich" and _PUTS_IN.search(verbs)
    return _head_of(clause[at + 1 :], people) if is_own or is_put_in else ()


def _without_apposition(rest: list[Token], people: Collection[int]) -> list[Token]:
    """Ida Kern, eine Lehrerin, hat als Beisitzerin gezählt."""
    if not rest or rest[0].text != ",":
        return rest
    close = _close(rest[1:]) + 1
    is_apposition = close < len(rest) and rest[close].text == "," and read_all(rest[1:close], people)
    return rest[close + 1 :] if is_apposition else rest


def is_only_when(between: Sequence[Token]) -> bool:
    """hat am Samstag als Beisitzerin gezählt: a verb, and when and where, but nobody and nothing else."""
    return all(
        token.text[0].islower()
        or token.text[0].isdigit()
        or any(word.text.lower() in _WHERE for word in between[max(0, i - 2) : i])
        for i, token in enumerate(between)
    )


def _subject_of(phrase: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """The role that a phrase in the nominative begins with: als erste Zeugin; but: als neuen Konkurrenten."""
    found = read(phrase, people)
    if found is None or any(token.text.endswith(("en", "em", "es")) for token in phrase[: found.after - 1]):
        return ()
    noun = phrase[found.after - 1].text
    if any(_ORDINAL.match(token.text) for token in phrase[: found.after - 1]) and not noun.startswith("Zeug"):
        return ()  # als sechster Spieler der Liga
    return _head_of(phrase, people) if found.role.lower().endswith(noun.lower()) else ()


def _head_of(phrase: Sequence[Token], people: Collection[int]) -> tuple[str, ...]:
    """The role that a phrase begins with, whatever follows; a plural is nobody's alone."""
    found = read(phrase, people)
    if found is None:
        return ()
    after = phrase[found.after : found.after + 1]
    return () if after and after[0].start in people else (found.role,)
