"""Articles for a collection."""

SENTENCES = (
    "Kiew ({day}.01.2026) – Russland hat nach Angaben der ukrainischen Luftwaffe in der Nacht {n} Drohnen eingesetzt.",
    "In Charkiw wurden {n} Menschen verletzt, sagte Bürgermeister Ihor Terechow.",
    "Außenminister Andrij Sybiha trifft am Freitag in Genf seinen Amtskollegen Sergej Lawrow.",
    "Rund {n}00 Haushalte in Odessa waren ohne Strom, teilte Gouverneur Oleh Kiper mit.",
)


def text(n: int) -> str:
    """An article, each another one."""
    return "\n\n".join(
        sentence.format(n=n + 2, day=10 + n % 20) for sentence in SENTENCES[n % 3 :] + SENTENCES[: n % 3]
    )
