"""Records made by hand, for the tests of what comes after the extraction."""

from collections.abc import Sequence

from peacetalks_cli.facts import (
    Article,
    Date,
    Lines,
    Mention,
    Modifier,
    Number,
    Organization,
    Person,
    Pipeline,
    Place,
    Record,
    Source,
    TimexType,
)

FIRST = (
    "Die Außenministerin traf am 3. März in Genf ein. Anna Bergs Delegation sprach lange Zeit.\n"
    "Laut Rotem Kreuz waren über 1.200 Haushalte in Nordheim ohne Strom. Berg dankte."
)
SECOND = "Zwei Tage danach nannte Anna Berg 40 Drohnen; in Genf blieb es still. Damals tagte die NATO."


class Maker:
    """Finds words in a text and makes facts of them; the second "Berg" is `("Berg", 2)`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines.of(text)

    def span(self, words: str, nth: int = 1) -> tuple[str, int, int, int]:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return words, start, start + len(words), self.lines.at(start)

    def mentions(self, words: Sequence[str | tuple[str, int]]) -> tuple[Mention, ...]:
        return tuple(Mention(*(self.span(word) if isinstance(word, str) else self.span(*word))) for word in words)

    def date(self, words: str, kind: TimexType, value: str, day: str | None) -> Date:
        return Date(*self.span(words), kind, value, None, day, day)

    def number(
        self,
        words: str,
        value: int,
        counted: str,
        topic: str,
        *,
        modifier: Modifier | None = None,
        source: bool = False,
    ) -> Number:
        return Number(
            *self.span(words), value, value, value if modifier is None else None, modifier, None, counted, topic,
            "power" if topic == "outage" else None, "Nordheim", None,
            Source("Rotem Kreuz", "Rotes Kreuz", "laut") if source else None,
            self.text.splitlines()[-1],
        )  # fmt: skip


def first_record(file: str = "news/erster.txt") -> Record:
    make = Maker(FIRST)
    return Record(
        Article(FIRST, file, published="2026-03-04", published_from="header"),
        Pipeline("de_test", "1.0.0"),
        people=(
            Person("person:anna-berg", "Anna Berg", ("Außenministerin",), make.mentions(["Anna Bergs", ("Berg", 2)])),
        ),
        places=(
            Place("place:genf", "Genf", "city", "CH", 46.2, 6.15, make.mentions(["Genf"])),
            Place("place:nordheim", "Nordheim", None, None, None, None, make.mentions(["Nordheim"])),
        ),
        organizations=(Organization("organization:rotes-kreuz", "Rotes Kreuz", make.mentions(["Rotem Kreuz"])),),
        dates=(
            make.date("3. März", "DATE", "2026-03-03", "2026-03-03"),
            make.date("lange Zeit", "DURATION", "PX", None),
        ),
        numbers=(make.number("1.200", 1200, "Haushalte", "outage", modifier="more_than", source=True),),
    )


def second_record(file: str = "news/zweiter.txt") -> Record:
    make = Maker(SECOND)
    return Record(
        Article(SECOND, file, published="2026-02-01", published_from="stand"),
        Pipeline("de_test", "1.0.0"),
        people=(Person("person:anna-berg", "Anna Berg", ("Ministerin",), make.mentions(["Anna Berg"])),),
        places=(Place("place:genf", "Genf", "city", "CH", 46.2, 6.15, make.mentions(["Genf"])),),
        organizations=(Organization("organization:nato", "NATO", make.mentions(["NATO"])),),
        dates=(
            make.date("Zwei Tage", "DURATION", "P2D", None),
            make.date("Damals", "DATE", "PAST_REF", None),
        ),
        numbers=(make.number("40", 40, "Drohnen", "drones"),),
    )
