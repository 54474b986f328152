"""What was spoken of just before a figure that stands alone: a question, a list, a number that rises, an event."""

import re

from peacetalks_cli.annotate.antecedents import EVENT
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval

_S = "[ \u00a0\u202f\u2009]"
_FAR = 120  # characters of a sentence before its figure
ADJECTIVES = rf"(?:[a-zäöüß]+{_S}){{0,2}}"
CROWD = re.compile(
    r"\b(?:Menschen|Personen|Leute|Kinder|Soldaten|Gefangene|Verletzte|Tote|Flüchtlinge|Familien|Drohnen|Raketen|Autos|Fahrzeuge|"
    r"Häuser|Panzer|Schiffe|Bewohner|Patienten|Besucher|Teilnehmer|Lastwagen|Busse|Boote|Leichen)\b"
)
_THERE_ARE = re.compile(
    rf"\b(?:(?:sind|waren|seien|wurden){_S}es|[Ee]s{_S}(?:sind|waren|seien|wurden))\b[^,.;:!?\d\n]{{0,80}}{_S}$"
)
_GROWS = re.compile(
    rf"(?:Solche{_S}|Derartige{_S}|Die{_S})?(?P<noun>[A-ZÄÖÜ][\w-]+){_S}(?:dieser{_S}Art{_S})?(?:häufen|nehmen|mehren|haben{_S}zugenommen)\b"
)
_VERB_NEXT = re.compile(
    rf"{_S}(?:(?!(?:ihnen|denen|zusammen|weiteren|anderen|neuen|hatten|haben|wollen|wollten|mussten|gingen)\b)[a-zäöüß]{{3,}}en|"
    rf"sind|waren){_S}(?![A-ZÄÖÜ])"
)
# A noun with nothing before it that governs it, and its verb beside it: ', Busse rollten', 'rollten Busse an.'
_BARE_PLURAL = re.compile(
    rf"(?:(?<=,{_S})|(?<=;{_S})|(?<=[.!?]{_S})|(?<=\n))(?P<first>[A-ZÄÖÜ][a-zäöüß-]{{3,}}(?:en|er|e|n|s)){_S}[a-zäöüß]{{2,}}en{_S}[a-zäöüß]"
    rf"|{_S}[a-zäöüß]{{2,}}en{_S}(?P<last>[A-ZÄÖÜ][a-zäöüß-]{{3,}}(?:en|er|e|n|s))(?:{_S}(?:an|ein|aus|los|durch|heran|ab|auf|zu|zurück|her))?[.,;]"
)
_LISTS = re.compile(
    rf"\b(?:zähl|notier|registrier|meld|verzeichne|erfass|dokumentier|protokollier)\w*\b[^.;:]{{0,50}}?"
    rf"\b(?:die|alle|seine|ihre){_S}(?:[a-zäöüß]+en{_S})?(?P<noun>[A-ZÄÖÜ][\w-]+(?:[enrs]|le))\b"
)
# 'Er zählt Stufen.', 'sie sammelt in Basra Spritzen'
_LISTS_BARE = re.compile(
    rf"\b(?:zähl|notier|sammel|sammle|registrier)\w*\b(?:{_S}(?:in|bei|am|auf|an|im){_S}[\w-]+)?"
    rf"(?:{_S}(?:daneben|täglich|jetzt|gerade|heute|weiter|nun|die{_S}vorbeifahrenden)){{0,2}}{_S}(?P<noun>[A-ZÄÖÜ][a-zäöüß-]{{2,}}(?:en|er|e|n|s))(?=[.,;!:–-])"
)
_WARES = re.compile(
    rf"(?<!\w)(?!(?:der|die|das|den|dem|des|ein\w*|in|im|an|am|auf|aus|bei|mit|nach|von|vom|zu|zum|zur|für|um|als|durch|gegen|ohne|unter|über|vor)"
    rf"{_S})[a-zäöüß]+{_S}(?!Jahre|Monate|Wochen|Tage|Stunden|Minuten)(?P<noun>[A-ZÄÖÜ][a-zäöüß-]{{2,}}(?:en|er|e|n|s))(?=[.,;]|{_S}[a-zäöüß])"
)
# 'Von den Drohnen seien 268 abgeschossen worden, von den Raketen 21'; but 'Von den Behörden wurden 12 gemeldet'
_OUT_OF = re.compile(
    rf"(?:^|(?<=[,;:–]{_S})|(?<=[\n„“«»(])|(?<=und{_S}))[Vv](?:on{_S}(?:den|diesen|ihren|seinen|allen|unseren|einst){_S}{ADJECTIVES}"
    rf"(?!(?:Millionen|Milliarden|Billionen|Prozent|Dutzend|Hundert|Tausend|Behörden|Ärzten|Rettern|Helfern|Ermittlern|Medien|Agenturen|Truppen|Einsatzkräften|Streitkräften|Militärs|Polizisten|Beamten|"
    rf"Angreifern|Tätern|Rebellen|Russen|Ukrainern|Israelis|Amerikanern)\b)(?P<many>[A-ZÄÖÜ][\w-]+)\b(?!{_S}(?:\w*ge\w+(?:t|en)|be\w+t|ver\w+t)\b)"
    rf"|(?:om|on{_S}(?:der|dem|ihrem|seinem|ihrer|seiner|diesem|dieser)){_S}{ADJECTIVES}(?P<one>[A-ZÄÖÜ][\w-]+)\b(?:,{_S}(?:die|das|der){_S}[^.;:!?\n]{{3,70}},)?)(?P<between>[^.;:!?\d\n]{{0,90}}){_S}$"
)
# 'An Drohnen habe Russland 400 eingesetzt, an Raketen 40'
_AT = re.compile(
    rf"(?:^|(?<=[,;:–]{_S})|(?<=[\n„“«»(])|(?<=und{_S}))[Aa]n{_S}(?P<noun>[A-ZÄÖÜ][a-zäöüß-]+n)\b[^.,;:!?\d\n]{{0,90}}{_S}$"
)
_COUNTING = re.compile(
    r"\b(?:setz\w*|eingesetzt|verzeichn\w+|zähl\w+|gezählt|registrier\w+|verl[oi]\w+|melde\w+|liefer\w+|geliefert|schick\w+|erfass\w+|braucht?e?n?|"
    r"benötig\w+|erhielt\w*|erhalten|bek[ao]m\w*|abgeschossen|an\s[A-ZÄÖÜ][a-zäöüß-]+n\s\d)"
)
_OF_SERIES = re.compile(
    r"\b(?:gezählt|zähl\w+|[Gg]ebraucht|[Bb]raucht?e?|[Nn]ötig|[Gg]eplant|registriert\w*|[Vv]orgesehen|gab\ses|waren\ses|sind\ses|es\swaren|es\ssind)\b"
)
_OUT_OF_ENDS = re.compile(rf"[,.;:!?)]|{_S}[a-zäöüß]|$")
_QUANTIFIED = re.compile(
    rf"(?<!\w)(?:(?:[Ee]benso|[Gg]leich|[Gg]enauso){_S}viele|[Mm]ehrere|[Zz]ahlreiche|[Ee]inige|[Vv]iele|[Ee]tliche|[Ee]in{_S}paar){_S}"
    rf"(?:[a-zäöüß]+e{_S}){{0,2}}(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
_WERE = re.compile(
    rf"(?P<noun>(?:[A-ZÄÖÜ][a-zäöüß-]+(?:en|er|e|n){_S}und{_S})?[A-ZÄÖÜ][a-zäöüß-]+(?:en|er|e|n|s)){_S}(?:[a-zäöüß]+{_S})?"
    rf"[a-zäöüß]+(?:t|en){_S}(?:worden|wurden|werden)\b[^;:\d]{{0,90}}:{_S}(?:(?:jeweils|je|insgesamt|rund|etwa|genau|mindestens){_S}){{0,2}}$"
)
_ARE_LET = re.compile(
    rf"\b(?:wurden|werden|waren|sind|seien){_S}(?:[a-zäöüß]+{_S}){{0,3}}(?P<noun>[A-ZÄÖÜ][a-zäöüß-]+(?:en|er|e|n|s)){_S}(?:[a-zäöüß]+{_S})?"
    rf"[a-zäöüß]+(?:t|en)\b[^;:\d]{{0,60}}:{_S}(?:(?:jeweils|je|insgesamt|rund|etwa|genau|mindestens){_S}){{0,2}}$"
)
_SO_MANY_ARE = re.compile(rf"(?:{_S}(?:am|pro|je){_S}\w+)?{_S}(?:sind|waren|seien|wären|wurden){_S}es\b")
_NUMBER_SAID = re.compile(
    rf"\b(?:Zahl|Anzahl|Menge){_S}(?:der|an|von){_S}(?:[a-zäöüß]+{_S})?(?P<noun>[A-ZÄÖÜ][\w-]*\w)\b[^\d]{{0,160}}$"
)
_STANDS_ALONE = re.compile(rf"[,.;)]|{_S}(?:für|im|in|pro|am|gewesen|gemeldet|erreicht)\b|$")
_IT_IS_THE = re.compile(
    rf"(?:Es{_S}(?:ist|war|wäre|sei|wird)|Das{_S}(?:ist|war|wäre|sei)){_S}(?:(?:bereits|schon|damit|nun|erst){_S}){{0,2}}(?P<the>der|die|das){_S}$"
)
_AGREES = {
    "der": re.compile(rf"\b(?:der|den|einen|ein|einem|dem|kein){_S}{ADJECTIVES}(?P<noun>[A-ZÄÖÜ][a-zäöüß-]+)\b"),
    "die": re.compile(rf"\b(?:die|eine|einer){_S}{ADJECTIVES}(?P<noun>[A-ZÄÖÜ][a-zäöüß-]+)\b"),
    "das": re.compile(rf"\b(?:das|ein|einem|dem){_S}{ADJECTIVES}(?P<noun>[A-ZÄÖÜ][a-zäöüß-]+)\b"),
}
_HOW_MANY = re.compile(rf"\b[Ww]ie{_S}viele{_S}(?:(?:[a-zäöüß]+|Ihrer|Ihre){_S}){{0,2}}(?P<noun>[A-ZÄÖÜ][\w-]+)")
_ANSWERS = re.compile(
    r"(?:^|:\s|\bes\s)(?:(?:rund|etwa|noch|nur|mehr als|fast|derzeit|mindestens)\s){0,2}$", re.IGNORECASE
)


def asked_for(passage: Passage, figure: Figure) -> Interval | None:
    """'Wie viele Menschen sitzen im Dunkeln? – Heute waren es 1,3 Millionen': what a question just before asks for."""
    if not _ANSWERS.search(passage.text[passage.sentences[figure.sentence][0] : figure.start]):
        return None
    for sentence in range(figure.sentence - 1, max(-1, figure.sentence - 3), -1):
        start, end = passage.sentences[sentence]
        if passage.text[end - 1 : end] == "?" and (found := _HOW_MANY.search(passage.text, start, end)):
            return found.span("noun")
    return None


def told_of(passage: Passage, figure: Figure) -> Interval | None:
    """'Sie zählt Autos. Bis neun Uhr sind es 41': the only noun of the sentence before that may be counted."""
    text, start, i = passage.text, passage.sentences[figure.sentence][0], figure.sentence - 1
    is_told = figure.start - start < _FAR and _THERE_ARE.search(text, start, figure.start)
    is_told = is_told or _SO_MANY_ARE.match(text, figure.end)
    here = list(CROWD.finditer(text, start, figure.start)) if is_told else []
    if len(here) == 1:
        return here[0].span()  # 'Kinder seien verschleppt worden, nach Angaben aus Kiew sind es 19.000'
    if i < 0 or not is_told or not passage.same_paragraph(i, figure.sentence):
        return None
    found = list(CROWD.finditer(text, *passage.sentences[i]))
    if len(found) == 1:
        return found[0].span()
    grows = _GROWS.match(text, *passage.sentences[i])
    return grows.span("noun") if grows and not passage.names_in(*grows.span("noun")) else None


def goes_on(passage: Passage, figure: Figure) -> Interval | None:
    """'Lastwagen rollten an. Vierzig stehen schon da': of what the sentence before has the only bare plural."""
    text, start, i = passage.text, passage.sentences[figure.sentence][0], figure.sentence - 1
    if figure.start != start or figure.numeral.kind != "cardinal" or figure.numeral.value <= 1:
        return None
    if i < 0 or not _VERB_NEXT.match(text, figure.end) or not passage.same_paragraph(i, figure.sentence):
        return None
    found = [noun.span(noun.lastgroup or 0) for noun in _BARE_PLURAL.finditer(text, *passage.sentences[i])]
    return found[0] if len(found) == 1 and not passage.names_in(*found[0]) else None


def listed(passage: Passage, figure: Figure) -> Interval | None:
    """'Sie notiert die Einschläge. 17 waren es in der Nacht': what somebody counts, here or just before."""
    text, start, i = passage.text, passage.sentences[figure.sentence][0], figure.sentence - 1
    if figure.numeral.kind != "cardinal" or not (
        _SO_MANY_ARE.match(text, figure.end) or _THERE_ARE.search(text, start, figure.start)
    ):
        return None
    listed = _LISTS.search(text, start, figure.start)
    if listed is None and i >= 0 and passage.same_paragraph(i, figure.sentence):
        listed = _LISTS.search(text, *passage.sentences[i]) or _LISTS_BARE.search(text, *passage.sentences[i])
    return listed.span("noun") if listed and not passage.names_in(*listed.span("noun")) else None


def number_said(passage: Passage, figure: Figure) -> Interval | None:
    """'Die Zahl der Rekruten sinkt. Das Ministerium meldete 3.000 für Mai.': whose number was spoken of just before."""
    text, start = passage.text, passage.sentences[figure.sentence][0]
    if not _STANDS_ALONE.match(text, figure.end):
        return None
    i = figure.sentence - 1
    begin = passage.sentences[i][0] if i >= 0 and passage.same_paragraph(i, figure.sentence) else start
    said = _NUMBER_SAID.search(text[begin : figure.start])
    return (begin + said.start("noun"), begin + said.end("noun")) if said else None


def event(passage: Passage, figure: Figure) -> Interval | None:
    """'… einen Angriff auf den Hafen. Es war der dritte seit Mai': the noun before that the article agrees with."""
    text, i = passage.text, figure.sentence - 1
    are = _IT_IS_THE.match(text, passage.sentences[figure.sentence][0], figure.start)
    if are is None or i < 0:
        return None
    nouns = [
        noun.span("noun")
        for noun in _AGREES[are["the"]].finditer(text, *passage.sentences[i])
        if not passage.names_in(*noun.span("noun"))
    ]
    events = [noun for noun in nouns if EVENT.search(text, *noun)]
    return next(reversed(events or nouns), None)


def out_of(passage: Passage, figure: Figure) -> Interval | None:
    """'Von den Drohnen seien 268 abgeschossen worden': of what the clause says how many, of one thing how much."""
    text, start = passage.text, passage.sentences[figure.sentence][0]
    offset = max(start, figure.start - _FAR - 40)
    window = text[offset : figure.start]
    found = _OUT_OF.search(window) if "on " in window or "om " in window else None
    if (
        found is None
        and ("n " in window)
        and (at := _AT.search(window))
        and _COUNTING.search(text, *passage.part_of(figure))
    ):
        at_that = offset + at.start("noun"), offset + at.end("noun")
        return at_that if _OUT_OF_ENDS.match(text, figure.end) and not passage.names_in(*at_that) else None
    if found is None or (found["one"] and figure.numeral.kind != "fraction"):
        return None
    name = "many" if found["many"] else "one"
    noun = offset + found.start(name), offset + found.end(name)
    is_said = _OUT_OF_ENDS.match(text, figure.end) and not passage.names_in(*noun)
    return noun if is_said else None


def quantified(passage: Passage, figure: Figure, begin: int) -> Interval | None:
    """'Ebenso viele Rekruten gingen zurück, 71 von ihnen …': what 'von ihnen' takes up, said after `begin`."""
    start = max(begin, passage.sentences[max(0, figure.sentence - 1)][0])
    found = None
    for found in _QUANTIFIED.finditer(passage.text, start, figure.start):  # noqa: B007
        pass
    return found.span("noun") if found and not passage.names_in(*found.span("noun")) else None


def after_colon(passage: Passage, figure: Figure) -> Interval | None:
    """'Dort waren Verletzte ausgetauscht worden: jeweils 250.'"""
    text, start = passage.text, passage.sentences[figure.sentence][0]
    if ":" not in text[max(start, figure.start - 30) : figure.start] or not _STANDS_ALONE.match(text, figure.end):
        return None
    begin = max(start, figure.start - 2 * _FAR)
    found = _WERE.search(text, begin, figure.start) or _ARE_LET.search(text, begin, figure.start)
    return found.span("noun") if found and not passage.names_in(*found.span("noun")) else None


def wares(passage: Passage, figure: Figure) -> Interval | None:
    """'Er verkauft Akkus. 40 Stück waren es heute': the first bare plural of the sentence before."""
    if figure.sentence == 0 or not passage.same_paragraph(figure.sentence - 1, figure.sentence):
        return None
    for found in _WARES.finditer(passage.text, *passage.sentences[figure.sentence - 1]):
        if not passage.names_in(*found.span("noun")):
            return found.span("noun")
    return None


def is_of_series(passage: Passage, figure: Figure) -> bool:
    """'Gebraucht würden zwanzig', 'im Winter davor hatte man neun gezählt': how many there are of what has an order."""
    is_last = _OUT_OF_ENDS.match(passage.text, figure.end) is not None
    return is_last and _OF_SERIES.search(passage.text, *passage.sentences[figure.sentence]) is not None
