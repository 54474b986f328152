"""Who speaks in a headline: 'Polizei: 30 Festnahmen', '30 Tote bei Unglück – Behörden'."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt

# The mark and the time of an entry in a ticker: "+++ 21:40 Uhr: Polizei: 30 Festnahmen +++".
_ENTRY = r"(?:\+{2,}\s*)?(?:\[?\d{1,2}[.:]\d\d\]?(?:\sUhr)?(?:\s[–—|-])?:?\s)?"
_COLON = re.compile(rf"{_ENTRY}(?P<who>(?!UVP|Foto|Quelle|Info)[^:,.;!?\"„“»«]{{2,60}}):\s")
_REPORT = re.compile(r"(?:\w*[Bb]erichte?)")  # whose, the entry of the ticker below says
_LAST = re.compile(r"\s[–—-]\s(?P<who>[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?)$")
_LONGEST_SHORT = 5  # letters of a name in capitals: UNHCR
_OWNED = re.compile(r"\b(?:von|vom|des)\s")
# Nouns that name somebody who speaks: authorities, offices, media, what they write.
_SPEAKER = re.compile(
    r"(?:polizei|feuerwehr|armee|luftwaffe|marine|militär|bundeswehr|generalstab|geheimdienst|ministerium|behörden?|"
    r"amt|regierung|minister|gouverneur|präsident|chef|sprecher|bürgermeister|landrat|vertreter|verwaltung|zoll|"
    r"gericht|staatsanwaltschaft|justiz|kreise|ermittler|experten?|forscher|ärzte|arzt|retter|rettungskräfte|"
    r"augenzeugen?|medien|berichte?|studie|umfrage|verband|gewerkschaft|betreiber|versorger|konzern|klinik|helfer|"
    r"organisation|rebellen|opposition|agentur|institut|kommission|katastrophenschutz|zivilschutz|küstenwache|"
    r"rechnungshof|statistik|insider|zeitung|aktivisten|beobachter|generalsekretär|kanzler|premier|kommandeur)"
    r"(?:in(?:nen)?|[ns]|en)?$",
    re.IGNORECASE,
)


def headlines(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """Who is named before the first colon of a sentence, or after the last dash of a headline."""
    colon = _COLON.match(text, *sentence) if text.find(":", *sentence) >= 0 else None
    is_entry = colon is not None and colon.start("who") > sentence[0]
    if (
        colon
        and not (is_entry and _REPORT.fullmatch(colon["who"]))
        and (source := _speaker(text, colon.span("who"), names))
    ):
        yield Attribution(source, ":", colon.span("who"), (colon.end(), sentence[1]), colon.span("who"))
    if text[sentence[1] - 1] in ".!?":
        return  # no headline
    last = _LAST.search(text, max(sentence[0], sentence[1] - 60), sentence[1])
    if last and (source := _speaker(text, last.span("who"), names)):
        yield Attribution(source, "–", last.span("who"), (sentence[0], last.start()), last.span("who"))


def _speaker(text: str, who: Interval, names: Sequence[NameAt]) -> Interval | None:
    """The source, if the words before the colon are nothing but it (and where it says so: 'Polizei auf X:')."""
    phrase = source_phrase.forward(text, who[0], who[1], names)
    if phrase is None or text[who[0] : phrase[0]].strip():
        return None
    rest = text[phrase[1] : who[1]]
    if rest and not re.fullmatch(r"\s(?:auf|bei|via|in)\s[\w-]+(?:\s\w+)?|\s\([^)]*\)", rest):
        return None
    source = reduced(text, phrase, names)
    if _OWNED.search(text, phrase[0], source[0]):
        return None  # 'Die Leistungen von X:'
    is_named = any(name.start == source[0] and name.label in ("PER", "ORG") for name in names)
    is_heading = text[slice(*source)].isupper() and source[1] - source[0] > _LONGEST_SHORT  # 'HAUSHALT: …'
    return source if (is_named and not is_heading) or _SPEAKER.search(text, *source) else None
