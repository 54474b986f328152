"""Header lines: every form with what it says, and what must not be taken for one."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.facts import Article
from peacetalks_cli.read.header import article
from peacetalks_cli.read.headerline import parse
from peacetalks_cli.read.headerwords import iso

BODY = (
    "Die Unterhändler trafen sich am Dienstag in Genf. Am 3. März 2020 hatten sie zuletzt verhandelt, "
    "damals ohne Ergebnis. Bis zum 31.12.2030 soll ein Vertrag stehen, heißt es."
)


def read(text: str) -> Article:
    return article(text, "a.txt")


# The head above BODY; date and where it is from; the words masked.
HEADS = [
    # the date before the first word
    (" date 2026-01-25 ", "2026-01-25", "header", [" date 2026-01-25"]),
    ("date: 2024-02-29 ", "2024-02-29", "header", ["date: 2024-02-29"]),
    (" date 2026-01-22 Von: APA/Reuters/dpa\n\n", "2026-01-22", "header", [" date 2026-01-22 Von: APA/Reuters/dpa"]),
    ("\n date 2026-01-22\n", "2026-01-22", "header", ["\n date 2026-01-22"]),
    # labelled lines
    ("Stand: 07.02.2026 15:56 Uhr\n\n", "2026-02-07", "stand", ["Stand: 07.02.2026 15:56 Uhr"]),
    ("Stand: 07.02.2026 • 15:56 Uhr\r\n\r\n", "2026-02-07", "stand", ["Stand: 07.02.2026 • 15:56 Uhr"]),
    ("Stand: 7. Februar 2026, 15.56 Uhr\n", "2026-02-07", "stand", ["Stand: 7. Februar 2026, 15.56 Uhr"]),
    ("Von Max Muster, Kiew | Stand: 07.02.2026 15:56 Uhr\n", "2026-02-07", "stand", ...),
    ("Veröffentlicht am 7. Februar 2026\n", "2026-02-07", "published", ...),
    ("Veröffentlicht: 07.02.2026, 15:56\n", "2026-02-07", "published", ...),
    ("Publiziert: 07.02.2026, 15:56\n", "2026-02-07", "published", ...),
    ("Erstellt am 7.2.2026\n", "2026-02-07", "published", ...),
    ("Online seit 7. Februar 2026, 10.23 Uhr\n", "2026-02-07", "published", ...),
    ("Datum: 07.02.2026\n", "2026-02-07", "published", ...),
    ("Date: 2026-02-07\nTitel der Meldung heute\n\n", "2026-02-07", "header", ["Date: 2026-02-07"]),
    ("Aktualisiert: 07.02.2026 - 15:56\n", "2026-02-07", "updated", ...),
    ("Zuletzt aktualisiert am 07.02.2026 um 15:56 Uhr\n", "2026-02-07", "updated", ...),
    ("Letzte Aktualisierung: 7. Feb. 2026\n", "2026-02-07", "updated", ...),
    ("Veröffentlicht am 6. Februar 2026, aktualisiert am 7. Februar 2026\n", "2026-02-06", "published", ...),
    ("Stand: 07.02.2026 15:56 Uhr | Veröffentlicht am 06.02.2026\n", "2026-02-06", "published", ...),
    # the head of a page, left, middle and right
    ("BERGBOTE     Mittwoch, 7. Jänner 2026     LOKALES\n\n", "2026-01-07", "dateline", ...),
    ("SEEBLATT   7. Februar 2026   POLITIK   Seite 3\n\n", "2026-02-07", "dateline", ...),
    ("07.02.2026 - Politik - Von Anna Muster\n\n", "2026-02-07", "dateline", ...),
    ("Medienmitteilung der Polizei Chur vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("profil 6/2026, 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    # what is made anew each day bears its day in the headline
    ("Liveticker zum Erdbeben – Samstag, 7. Februar 2026\n\n", "2026-02-07", "dateline", ["Samstag, 7. Februar 2026"]),
    ("Erdbeben-Newsblog vom 7. Februar 2026: Alle Meldungen\n\n", "2026-02-07", "dateline", ["7. Februar 2026"]),
    ("Nachrichtenüberblick: Samstag, 7. Februar 2026\n\n", "2026-02-07", "dateline", ["Samstag, 7. Februar 2026"]),
    ("Das war der Tag, Samstag, 7. Februar 2026\n\n", "2026-02-07", "dateline", ["Samstag, 7. Februar 2026"]),
    # a line with nothing but a date
    ("17.02.2026 16:20\n\n", "2026-02-17", "dateline", ["17.02.2026 16:20"]),
    ("Radio Kultur | Studio 7 | 17.02.2026\n\n", "2026-02-17", "dateline", ...),
    ("17.02.2026, 16.20 Uhr\n", "2026-02-17", "dateline", ...),
    ("07.02.26\n\n", "2026-02-07", "dateline", ...),
    ("7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("7. Feber 2026, 16 Uhr\n\n", "2026-02-07", "dateline", ...),
    ("Samstag, 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Sa., 07.02.2026, 15:56 MEZ\n\n", "2026-02-07", "dateline", ...),
    ("2026-02-07\n\n", "2026-02-07", "dateline", ...),
    ("2026-02-07T15:56:00+01:00\n\n", "2026-02-07", "dateline", ...),
    ("2026-02-07 15:56\n\n", "2026-02-07", "dateline", ...),
    ("Wien, 9. Jänner 2026\n\n", "2026-01-09", "dateline", ...),
    ("Wien (APA), 9. Jänner 2026\n\n", "2026-01-09", "dateline", ...),
    ("Frankfurt am Main, den 9. Sept. 2025\n\n", "2025-09-09", "dateline", ...),
    ("Von Max Muster, Kiew | 07.02.2026 | 15:56\n\n", "2026-02-07", "dateline", ...),
    ("7. Februar 2026 | 15:56 Uhr | Von Eva Muster und Max Muster\n\n", "2026-02-07", "dateline", ...),
    ("DIE WOCHE, Nr. 8 vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Ausgabe 12/2026 vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Die Woche 6/2026 (7. Februar 2026)\n\n", "2026-02-07", "dateline", ...),
    ("taz am Wochenende, 7./8. 2. 2026\n\n", "2026-02-07", "dateline", ...),
    ("Samstag/Sonntag, 7./8. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Liveblog vom Samstag, 07.02.2026\n\n", "2026-02-07", "dateline", ...),
    ("7. Februar 2026, 15:56 Uhr | Lesezeit: 4 Minuten\n\n", "2026-02-07", "dateline", ...),
    ("07.02.2026 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    # a paper, an issue, a page, initials beside the date
    ("DIE WOCHE, 19.09.2002, Nr. 39\n\n", "2002-09-19", "dateline", ["DIE WOCHE, 19.09.2002, Nr. 39"]),
    ("Passauer Zeitung vom 13. August 2005, Seite 3\n\n", "2005-08-13", "dateline", ...),
    ("Passauer Zeitung, 13.08.2005, Ausgabe Niederbayern, S. 3\n\n", "2005-08-13", "dateline", ...),
    ("Linzer Allgemeine; 07.02.2026; Ausgabe-Nr. 31; Seite 5\n\n", "2026-02-07", "dateline", ...),
    ("DER BOTE, Print-Ausgabe, Sa, 7./8.2.2009\n\n", "2009-02-07", "dateline", ...),
    ("PASSAUER ZEITUNG Samstag/Sonntag, 9./10. Februar 2013\n\n", "2013-02-09", "dateline", ...),
    ("Der Bote am Sonntag, 08.02.2026, Nr. 6, S. 4\n\n", "2026-02-08", "dateline", ...),
    ("Seite 4 Donnerstag, 3. Mai 1979\n\n", "1979-05-03", "dateline", ...),
    ("Nr. 123. Dienstag, 3. Juni 1919. 52. Jahrgang\n\n", "1919-06-03", "dateline", ...),
    ("Nr. 32 / Samstag, 7. Februar 2026 / Linzer Allgemeine / Seite 3\n\n", "2026-02-07", "dateline", ...),
    ("Aus: Ausgabe vom 07.02.2026, Seite 1 / Titel\n\n", "2026-02-07", "dateline", ...),
    ("Erschienen in DER BOTE Nr. 7/2026, 5. Februar 2026\n\n", "2026-02-05", "published", ...),
    ("Radio 4 News, 07.02.2026, 06:00 Uhr; agenturen/rdo/muem;busm\n\n", "2026-02-07", "dateline", ...),
    ("Quelle: DER BOTE, 07.02.2026, Nr. 32, Seite 3\n\n", "2026-02-07", "dateline", ...),
    ("12.07.2024 | Aktualisiert: 22:31 Uhr | mit dpa und Hina\n\n", "2024-07-12", "dateline", ...),
    ("Eva Muster (mum), 07.02.2026\n\n", "2026-02-07", "dateline", ...),
    ("Von Eva Muster 07.02.2026, 10:13 Uhr\n\n", "2026-02-07", "dateline", ...),
    ("Text: Eva Muster, 7.2.2026\n\n", "2026-02-07", "dateline", ...),
    # the number of an issue of a weekly that counts with the weeks
    ("DIE ZEIT 39/2002\n\nPolitik\n\n", "2002-09-19", "issue", ["DIE ZEIT 39/2002"]),
    ("Die Zeit, Nr. 1/2010\n\n", "2009-12-31", "issue", ...),
    ("DER SPIEGEL 48/2000, S. 112\n\n", "2000-11-27", "issue", ...),
    ("SPIEGEL 38/2016 – Ausland\n\n", "2016-09-17", "issue", ...),
    ("FALTER 22/2019\n\n", "2019-05-29", "issue", ...),
    ("DIE ZEIT 39/2002\n\n20. September 2002\n\n", "2002-09-20", "dateline", ...),
    # agencies' portals, press releases, databases
    ("OTS0042, 7. Feb. 2026, 10:15\n\n", "2026-02-07", "dateline", ...),
    ("Polizeipräsidium Mainz / 07.02.2026 – 10:15\n\n", "2026-02-07", "dateline", ...),
    ("Pressemitteilung Nr. 12/2026 vom 7.2.2026\n\n", "2026-02-07", "dateline", ...),
    ("Medienmitteilung, Bern, 7. Febr. 2026\n\n", "2026-02-07", "dateline", ...),
    ("Gipfel in Genf: Liveticker vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("February 7, 2026 Saturday\n\n", "2026-02-07", "dateline", ...),
    ("Passauer Zeitung\n13. August 2005 Samstag\nLOAD-DATE: August 14, 2005\n\n", "2005-08-13", "dateline", ...),
    ("Sperrfrist: 8. Februar 2026, 10 Uhr\n7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    # no line of its own
    ("Waffenruhe hält die Nacht über | 07.02.2026\n\n", "2026-02-07", "dateline", ["| 07.02.2026"]),
    ("Waffenruhe hält | bote.de | Stand: 07.02.2026, 15 Uhr\n\n", "2026-02-07", "stand", ...),
    ("07.02.2026, 15:56 Uhr Waffenruhe hält die Nacht über\n\n", "2026-02-07", "dateline", ["07.02.2026, 15:56 Uhr"]),
    ("Stand: 07.02.2026 15:56 Uhr ", "2026-02-07", "stand", ["Stand: 07.02.2026 15:56 Uhr"]),
    (
        "Waffenruhe hält die Nacht über - Der Bote, 07.02.2026\n\n",
        "2026-02-07",
        "dateline",
        [" - Der Bote, 07.02.2026"],
    ),
    ("Berlin - 07.02.2026 - ", "2026-02-07", "dateline", ...),
    ("Wien (OTS) - 7. Februar 2026 - ", "2026-02-07", "dateline", ...),
    ("Bern (sda) 7.2.2026 ", "2026-02-07", "dateline", ...),
    ("[07.02.2026, 15:56] ", "2026-02-07", "dateline", ["[07.02.2026, 15:56] "]),
    # as machines write it, and as forms do
    ("2026/02/07\n\n", "2026-02-07", "dateline", ...),
    ("07/02/2026\n\n", "2026-02-07", "dateline", ...),
    ("07.02.2026 15:56:12 +0100\n\n", "2026-02-07", "dateline", ...),
    ("Sat, 07 Feb 2026 15:56:12 +0100\n\n", "2026-02-07", "dateline", ...),
    ("Feb 7, 2026\n\n", "2026-02-07", "dateline", ...),
    ("DER BOTE   7. FEBRUAR 2026\n\n", "2026-02-07", "dateline", ...),
    ("Veröffentlicht: 07.02.2026 - Kategorie: Politik\n\n", "2026-02-07", "published", ...),
    ("Veröffentlicht am 7. Februar 2026 in Politik von Eva Muster\n\n", "2026-02-07", "published", ...),
    # programmes, agencies' own forms, numbers of all kinds, marks of Markdown
    ("ZIB 2 vom 07.02.2026\n\n", "2026-02-07", "dateline", ["ZIB 2 vom 07.02.2026"]),
    ("tagesschau 20:00 Uhr, 07.02.2026\n\n", "2026-02-07", "dateline", ...),
    ("NDR Info | Echo des Tages | 07.02.2026 | 18:30 Uhr\n\n", "2026-02-07", "dateline", ...),
    ("BR, quer, 07.02.2026\n\n", "2026-02-07", "dateline", ["BR, quer, 07.02.2026"]),
    ("Radio Tirol, Tirol heute am 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Gesendet am 7. Februar 2026 in der Reihe »Hintergrund«\n\n", "2026-02-07", "published", ...),
    ("Ausgestrahlt am 07.02.2026\n\n", "2026-02-07", "published", ...),
    ("Erstausstrahlung: 07.02.2026\n\n", "2026-02-07", "published", ...),
    ("Manuskript zur Sendung vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Podcast-Folge 112 vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Presseschau vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("epd-Meldung vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("dpa-Basisdienst, 07.02.2026, 18:22\n\n", "2026-02-07", "dateline", ...),
    ("APA0123 5 AA 0412 Siehe APA0100 Sa, 07.Feb 2026\n\n", "2026-02-07", "dateline", ...),
    ("Agence Muster - German\n7. Februar 2026 Samstag 6:22 PM GMT\n\n", "2026-02-07", "dateline", ...),
    ("news.ORF.at, 7.2.2026, 18.22 Uhr\n\n", "2026-02-07", "dateline", ...),
    ("junge Welt vom 07.02.2026, Nr. 60, Seite 6 / Ausland\n\n", "2026-02-07", "dateline", ...),
    ("Aus dem Boten vom 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Passauer Zeitung Linz, am 07.02.2026, Seite: 16\n\n", "2026-02-07", "dateline", ...),
    ("KW 6 / 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Der Bote Nr. 24 678 / Samstag, 7. Februar 2026\n\n", "2026-02-07", "dateline", ...),
    ("Der Bote 6/26 vom 07.02.2026\n\n", "2026-02-07", "dateline", ...),
    ("online seit 07.02.2026, 18.22 Uhr (Update: 19.10 Uhr)\n\n", "2026-02-07", "published", ...),
    ("vom 07.02.2026, 18:22 Uhr\n\n", "2026-02-07", "dateline", ["vom 07.02.2026, 18:22 Uhr"]),
    ("**7. Februar 2026**\n\n", "2026-02-07", "dateline", ...),
    ("Created: 07.02.2026 17:25\n\n", "2026-02-07", "published", ...),
    ("07-02-2026\n\n", "2026-02-07", "dateline", ...),
    # the year stands elsewhere
    ("DIE WOCHE 6/2026\n\nSamstag, 7. Februar\n\n", "2026-02-07", "dateline", ...),
    ("DIE WOCHE Nr. 6/2026\n\nKiew, 7. Februar – ", "2026-02-07", "dateline", ...),
    ("Waffenruhe hält die Nacht über\n\n17.02.2026 16:20\n\n", "2026-02-17", "dateline", ["17.02.2026 16:20"]),
    (
        "  Diese Nachricht wurde am 23.01.2026 im Radio gesendet.\n\n",
        *("2026-01-23", "broadcast", ["Diese Nachricht wurde am 23.01.2026 im Radio gesendet."]),
    ),
    # the place before the first word
    ("KIEW, 3. März 2025 (dpa) – ", "2025-03-03", "dateline", ["KIEW, 3. März 2025 (dpa) – "]),
    ("Kiew/Moskau, 3.3.2025 (APA/dpa) - ", "2025-03-03", "dateline", ...),
    ("Kiew (Reuters), 3. Mär 2025 – ", "2025-03-03", "dateline", ...),
    ("Wien (APA/AFP, 3. März 2025) – ", "2025-03-03", "dateline", ...),
    ("Tel Aviv, Montag, 3. März 2025 (AP). ", "2025-03-03", "dateline", ...),
    ("Berlin, 3. März 2025 – ", "2025-03-03", "dateline", ...),
    ("Wien, am 3. März 2025 – ", "2025-03-03", "dateline", ["Wien, am 3. März 2025 – "]),
    ("(KNA, 3.3.2025) ", "2025-03-03", "dateline", ["(KNA, 3.3.2025) "]),
    ("dpa, 03.03.2025 – ", "2025-03-03", "dateline", ...),
    ("Genf | 03.03.2025 | ", "2025-03-03", "dateline", ...),
    ("KIEW, 3. MÄRZ 2025 (DPA) – ", "2025-03-03", "dateline", ...),
    ("Gespräche in Genf beginnen\n\nGenf, 3. März 2025 (SDA) – ", "2025-03-03", "dateline", ...),
    # front matter
    (
        '---\ntitle: "Gespräche"\ndate: 2026-02-07T10:00\ntags:\n  - krieg\n---\n',
        *("2026-02-07", "front_matter", ['---\ntitle: "Gespräche"\ndate: 2026-02-07T10:00\ntags:\n  - krieg\n---']),
    ),
    ("---\nDatum: 7. Februar 2026\nQuelle: dpa\n...\n", "2026-02-07", "front_matter", ...),
]

# What stands below BODY.
FEET = [
    ("\n\nStand: 07.02.2026 15:56 Uhr", "2026-02-07", "stand", ["Stand: 07.02.2026 15:56 Uhr"]),
    (
        "\nDiese Nachricht wurde am 23.01.2026 im Programm Deutschlandfunk gesendet.",
        *("2026-01-23", "broadcast", ["Diese Nachricht wurde am 23.01.2026 im Programm Deutschlandfunk gesendet."]),
    ),
    (
        " Diese Nachricht wurde am 23.01.2026 im Programm Deutschlandfunk gesendet.\n",
        *("2026-01-23", "broadcast", ["Diese Nachricht wurde am 23.01.2026 im Programm Deutschlandfunk gesendet."]),
    ),
    ("  (APA, 24.3.2015)", "2015-03-24", "closing", ["(APA, 24.3.2015)"]),
    (" (red, 16. 5. 2016)\n", "2016-05-16", "closing", ["(red, 16. 5. 2016)"]),
    (" (Maria Muster, DER BOTE, 2.1.2016)", "2016-01-02", "closing", ...),
    (" (Maria Muster aus Moskau; 02.01.2016", "2016-01-02", "closing", ...),
    (" (APA/red – 8.8. 2015)", "2015-08-08", "closing", ...),
    (" (7.9.2015)", "2015-09-07", "closing", ...),
    ("\n\n© dpa-infocom, dpa:260207-930-654321/1", "2026-02-07", "dpa", ["© dpa-infocom, dpa:260207-930-654321/1"]),
    # the day, the hour and the minute at which an agency sent it
    ("\n\ndpa mum/ev xx n1 071556 Feb 26", "2026-02-07", "dpa", ["dpa mum/ev xx n1 071556 Feb 26"]),
    ("\n\ndpa bk yyzz a3 mu 071556 Mär 09\n", "2009-03-07", "dpa", ...),
    ("\n\n(Schluss) mum/eva 071556 JÄN 12 APA0123", "2012-01-07", "dpa", ...),
    ("\n\nAFP\n\n302359 OKT 98\n", "1998-10-30", "dpa", ["AFP", "302359 OKT 98"]),
    ("\n\nVeröffentlicht am 7. Februar 2026\n\nQuelle: dpa\n", "2026-02-07", "published", ...),
    ("\n\n17.02.2026 16:20", "2026-02-17", "dateline", ["17.02.2026 16:20"]),
    ("\n\nQuelle: Reuters vom 07.02.2026", "2026-02-07", "dateline", ...),
    ("\n\n(eva/dpa/07.02.2026)", "2026-02-07", "dateline", ...),
    ("\n\neva, 07.02.2026 18:22", "2026-02-07", "dateline", ...),
    ("\n\n© Der Bote. Alle Rechte vorbehalten. Veröffentlicht am 07.02.2026", "2026-02-07", "published", ...),
    ("\n\nEine Sendung vom 7. Februar 2026.", "2026-02-07", "published", ...),
    ("\n\nDieser Artikel wurde zuletzt am 7. Februar 2026 um 17:25 Uhr bearbeitet.", "2026-02-07", "updated", ...),
    ("\n\n© DER BOTE vom 07.02.2026/mkoh", "2026-02-07", "dateline", ["© DER BOTE vom 07.02.2026/mkoh"]),
    ("\n\nDIE WOCHE, 19.09.2002, Nr. 39", "2002-09-19", "dateline", ["DIE WOCHE, 19.09.2002, Nr. 39"]),
    ("\n\nBerlin, 7. Februar 2026", "2026-02-07", "dateline", ["Berlin, 7. Februar 2026"]),
    ("\n\n(rdo4, 07.02.2026, 6 Uhr)", "2026-02-07", "closing", ["(rdo4, 07.02.2026, 6 Uhr)"]),
    ("\n\n(c) Der Bote vom 7.2.2026", "2026-02-07", "dateline", ...),
    ("\n\nDieser Beitrag lief am 7. Februar 2026 um 18:10 Uhr im Radio.", "2026-02-07", "published", ...),
    (" (APA, 7.2.2016) Ergebnisse: Linz – Wels 3:1, Graz – Enns 0:0", "2016-02-07", "closing", ["(APA, 7.2.2016)"]),
    (" (Eva Muster, Max Muster, 7.2.2016) Lesen Sie 3 weitere Texte.", "2016-02-07", "closing", ...),
    (" (DER BOTE vom 7.2.2016)", "2016-02-07", "closing", ["(DER BOTE vom 7.2.2016)"]),
    (" (DER BOTE Printausgabe 7.2.2016)", "2016-02-07", "closing", ...),
    (" (fim, 7.2.2016) Zum Thema: Der lange Weg nach Genf", "2016-02-07", "closing", ["(fim, 7.2.2016)"]),
    ("\n\nDieser Text erschien zuerst am 7. Februar 2026 im Boten.", "2026-02-07", "published", ...),
    ("\n\nDieser Artikel ist erstmals am 7. Februar 2026 auf bote.de erschienen.", "2026-02-07", "published", ...),
    ("\n\nÜber dieses Thema berichtete das Radio am 07. Februar 2026 um 20:00 Uhr.", "2026-02-07", "programme", ...),
    ("\n\nDieses Thema im Programm: Radio 1 | Aktuell | 07.02.2026 | 14:00 Uhr", "2026-02-07", "programme", ...),
]


@pytest.mark.parametrize(("head", "day", "evidence", "masked"), HEADS)
def test_heads(head: str, day: str, evidence: str, masked: list[str]) -> None:
    found = read(head + BODY)
    assert (found.published, found.published_from) == (day, evidence)
    taken = [found.text[start:end] for start, end in found.masked]
    assert masked is ... or taken == masked
    assert taken and all(end <= len(head) for _, end in found.masked)


@pytest.mark.parametrize(("foot", "day", "evidence", "masked"), FEET)
def test_feet(foot: str, day: str, evidence: str, masked: list[str]) -> None:
    found = read(BODY + foot)
    assert (found.published, found.published_from) == (day, evidence)
    taken = [found.text[start:end] for start, end in found.masked]
    assert masked is ... or taken == masked
    assert taken and all(start >= len(BODY) for start, _ in found.masked)


# Not one of these says when the article is from, and no date in them is hidden from the search for dates.
NOT_HEADERS = [
    "Am 24. Februar 2022 begann der Überfall.\n\n" + BODY,
    "24. Februar 2022: Russische Panzer rollen über die Grenze. Es ist fünf Uhr morgens.",
    "Kiew, 24. Februar 2022: Sirenen heulen über der Stadt. Es ist fünf Uhr morgens.",
    "Kiew, 24. Februar 2022. Sirenen heulen über der Stadt.",
    "Am 24. Februar 2022\n\n" + BODY,
    "Kiew, am 24. Februar 2022\n\n" + BODY,
    "7.2.2026 bis 9.2.2026\n\n" + BODY,
    "7.2.2026 – 9.2.2026\n\n" + BODY,
    "31.02.2026 16:20\n\n" + BODY,
    " date 2026-13-01 Die Gespräche gehen weiter.",
    "Stand: 45.02.2026 15:56 Uhr\n\n" + BODY,
    "7. Februar\n\n" + BODY,
    "1.234.567 Menschen\n\n" + BODY,
    "Update von 7.2.2026 an gerechnet\n\n" + BODY,
    "Aus dem Stand: 07.02.2026 war ein Samstag\n\n" + BODY,
    "Der Tag, an dem die Mauer barst – 7. Februar 2026\n\n" + BODY,
    "Ein Blogger spricht über die Rede vom 7. Februar 2026\n\n" + BODY,
    "Vortrag über das Beben – Samstag, 7. Februar 2026, 19 Uhr\n\n" + BODY,
    # headings of a chronicle
    "24. Februar 2022\n\nDer Überfall beginnt.\n\n2. März 2022\n\nCherson fällt.\n\n4. März 2022\n\nNeue Gespräche.",
    "Chronik des Krieges\n\n24.02.2022\nDer Überfall beginnt.\n02.03.2022\nCherson fällt an die Angreifer.",
    # too far down, or in the middle
    "\n\n".join([BODY] * 5 + ["17.02.2026 16:20"] + [BODY] * 6),
    "\n\n".join([BODY] * 6 + ["Stand: 17.02.2026"] + [BODY] * 6),
    # brackets that are no signature
    BODY + " Das entspricht 40 Millionen Einwohnern (Stand: 31.12.2015)",
    BODY + " Er war Minister (bis 31.12.2015)",
    BODY + " Das steht im Vertrag (31.12.2015).",
    "---\nEin Strich am Anfang, kein Vorspann\n---\n2020 war es anders als 2021.",
    "Diese Nachricht wurde am 23.01.2026 im Rundfunk gesendet, und danach geschah lange Zeit nichts mehr.",
    "Quelle des Übels ist der 7. Februar 2026\n\n" + BODY,
    "dpa:261307-930-654321/1 ist keine Kennung\n\n" + BODY,
    BODY + "\n\ndpa mum/ev xx n1 321556 Feb 26",
    BODY + "\n\ndpa mum/ev xx n1 072556 Feb 26",
    BODY + "\n\nDie Zahl stieg auf 071556 Feb 26",
    "Der Spiegel 36/2008 nannte ihn den letzten Zeugen\n\n" + BODY,
    "2026\n\n" + BODY,
    "16:20\n\n" + BODY,
    "Von 2014 bis 2022\n\n" + BODY,
    # what is said to have happened then, or is yet to
    "Die Rede vom 3. März 2019\n\n" + BODY,
    "Wahl am 7. Februar 2026\n\n" + BODY,
    "9. November 1989 – Tag der Freude\n\n" + BODY,
    "24. Februar 2022: Putins Überfall\n\n" + BODY,
    "Termin: 7. Februar 2026, 19 Uhr\n\n" + BODY,
    BODY + " (Urteil, 7.2.2016) Das Gericht sah es 2017 anders.",
    "Wann: Samstag, 7. Februar 2026, 19 Uhr\n\n" + BODY,
    "Eröffnung am Samstag, 7. Februar 2026\n\n" + BODY,
    "Heute vor zehn Jahren: 7. Februar 2016\n\n" + BODY,
    "Am Bild: Eva Muster am 7. Februar 2026\n\n" + BODY,
    "Der 7. Februar 2026 war ein guter Tag\n\n" + BODY,
    BODY + "\n\nLesung: 7. Februar 2026, 19.30 Uhr, Literaturhaus",
    BODY + "\n\nEva Muster, geboren am 7. Februar 1954, lebt in Wien.",
    BODY + "\n\nNächste Sitzung: 7. Februar 2026, 19 Uhr, Rathaus",
    BODY + "\n\n* 7. Februar 1954, † 3. Mai 2014",
    "Foto: Eva Muster / dpa, 7.2.2026\n\n" + BODY,
    "Beschluss vom 7.2.2026\n\n" + BODY,
    "Eva Muster (geb. 7.2.1950)\n\n" + BODY,
    "Samstag, 7. Februar\n\n" + BODY,
    "7.2.2026 Kiew fällt nicht\n\n" + BODY,
    "24. Februar 2022, 5 Uhr: Panzer rollen über die Grenze\n\n" + BODY,
    "Premiere 7.2.2026, 19.30 Uhr Theater am Park\n\n" + BODY,
]


@pytest.mark.parametrize("line", ["DIE ZEIT 32/2016", "DER SPIEGEL 54/2008", "Ausgabe 36/2008", "Der Bote 36/2008"])
def test_an_issue_that_does_not_say_its_day(line: str) -> None:
    assert read(f"{line}\n\n{BODY}").published is None


@pytest.mark.parametrize("text", NOT_HEADERS)
def test_what_is_no_header(text: str) -> None:
    found = read(text)
    assert (found.published, found.published_from, found.masked) == (None, None, ())


# Header lines without a date of their own: nothing published, nothing looked for in them.
MASKED_ONLY = [
    ("Stand: 15:56 Uhr\n\n", "Stand: 15:56 Uhr"),
    ("Aktualisiert um 15.56 Uhr\n\n", "Aktualisiert um 15.56 Uhr"),
    ("Lesezeit: 4 Minuten\n\n", "Lesezeit: 4 Minuten"),
    ("7. Februar, 16:20 Uhr\n\n", "7. Februar, 16:20 Uhr"),
    ("Online seit heute, 10.23 Uhr\n\n", "Online seit heute, 10.23 Uhr"),
    ("Kiew, 07. Feb (Reuters) - ", "Kiew, 07. Feb (Reuters) - "),
    ("KIEW, 7. Februar. ", "KIEW, 7. Februar. "),
    ("Banda Aceh, im August – ", "Banda Aceh, im August – "),
    ("Abgerufen am 8. Februar 2026\n\n", "Abgerufen am 8. Februar 2026"),
    ("Redaktionsschluss: 6. Februar 2026\n\n", "Redaktionsschluss: 6. Februar 2026"),
]


@pytest.mark.parametrize(("head", "masked"), MASKED_ONLY)
def test_header_lines_without_a_full_date(head: str, masked: str) -> None:
    found = read(head + BODY)
    assert found.published is None
    assert [found.text[start:end] for start, end in found.masked] == [masked]


SOURCES = [
    (" date 2026-01-22 Von: APA/Reuters/dpa\n\n" + BODY, "APA/Reuters/dpa"),
    ("Von: APA/Reuters/dpa\n\n" + BODY, "APA/Reuters/dpa"),
    ("dpa/AFP\n\n" + BODY, "dpa/AFP"),
    ("KIEW, 3. März 2025 (dpa) – " + BODY, "dpa"),
    ("Kiew/Istanbul (dpa) – " + BODY, "dpa"),
    ("(SDA) " + BODY, "SDA"),
    ("Kiew, 07. Feb (Reuters) - " + BODY, "Reuters"),
    (BODY + " (APA/dpa, 24.3.2015)", "APA/dpa"),
    (BODY + "\n\nSource: tagesschau.de", "tagesschau.de"),
    (BODY + "\n\nQuelle: ntv.de, mau/dpa\n", "ntv.de, mau/dpa"),
    ("Von: APA\n\n" + BODY + "\n\nQuelle: derbote.at", "derbote.at"),
    ("---\nquelle: 'Der Bote'\n---\n" + BODY, "Der Bote"),
    # no source: authors, the newsroom, pictures, words that look like one
    ("Von Max Muster\n\n" + BODY, None),
    ("Von: Max Muster\n\n" + BODY, None),
    (BODY + " (red, 24.3.2015)", None),
    ("Quelle: picture alliance/dpa\n\n" + BODY, None),
    ("Genf (Schweiz) – " + BODY, None),
    (BODY, None),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_sources(text: str, source: str | None) -> None:
    assert read(text).source == source


TITLES = [
    ("Waffenruhe hält die Nacht über\n\n" + BODY, "Waffenruhe hält die Nacht über"),
    ("# Waffenruhe hält die Nacht über\n\n" + BODY, "Waffenruhe hält die Nacht über"),
    ("Hält die Waffenruhe?\n" + BODY, "Hält die Waffenruhe?"),
    ("Waffenruhe hält\nVon: APA\n" + BODY, "Waffenruhe hält"),
    ("17.02.2026 16:20\nWaffenruhe hält\n\n" + BODY, "Waffenruhe hält"),
    ("Von Max Muster\n\nWaffenruhe hält\n\n" + BODY, "Waffenruhe hält"),
    (" date 2026-02-07 Waffenruhe hält\n\n" + BODY, "Waffenruhe hält"),
    ("Von Kiew nach Moskau\n\n" + BODY, "Von Kiew nach Moskau"),
    ("Waffenruhe hält\r\n\r\n" + BODY, "Waffenruhe hält"),
    ("---\ntitle: Ein Titel\n---\nWaffenruhe hält\n\n" + BODY, "Ein Titel"),
    ("AUSLAND\n\nWaffenruhe hält\n\n" + BODY, "Waffenruhe hält"),
    # prose, or one line of it
    (" date 2026-02-07 " + BODY, None),
    (BODY, None),
    (BODY + "\n\n" + BODY, None),
    ("Die Gespräche gehen weiter.\n\n" + BODY, None),
    ("Die Unterhändler trafen sich am Dienstag in Genf und\nberieten dort über ein Ende der Kämpfe.", None),
    ("Waffenruhe hält die Nacht über", None),
    ("Waffenruhe\n\n" + BODY, None),
    ("1 2 3\n\n" + BODY, None),
    ("Wort " * 40 + "\n\n" + BODY, None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(text: str, title: str | None) -> None:
    assert read(text).title == title


def test_the_best_evidence_wins() -> None:
    text = "Titel der Meldung\n\nStand: 08.02.2026\n\n07.02.2026 16:20\n\n" + BODY + " (APA, 9.2.2026)"
    assert (read(text).published, read(text).published_from) == ("2026-02-07", "dateline")


def test_days_of_a_chronicle_take_no_year_from_the_issue() -> None:
    text = "Samstag, 7. Februar\n\nDer Anfang.\n\nSonntag, 8. Februar\n\nDas Ende.\n\nDIE WOCHE 6/2026"
    assert read(text).published is None


def test_the_year_of_the_copyright_completes_a_dateline() -> None:
    found = read("Kiew, 07. Feb (Reuters) - " + BODY + "\n\n© Reuters 2026")
    assert (found.published, found.published_from) == ("2026-02-07", "dateline")
    assert [found.text[start:end] for start, end in found.masked] == ["Kiew, 07. Feb (Reuters) - ", "© Reuters 2026"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("29. Februar 2024", "2024-02-29"),
        ("29. Februar 2023", None),
        ("1.1.69", "1969-01-01"),
        ("1.1.68", "2068-01-01"),
        ("1. Jän. 2026", "2026-01-01"),
        ("31.12.1799", None),
        ("2026-02-07T23:59:59Z", "2026-02-07"),
    ],
)
def test_days(written: str, day: str | None) -> None:
    assert iso(written) == day


@given(st.text(st.sampled_from("07. 2026-:,|•()Stand Uhr Februar Wien dpa/\n\r\t")))
def test_any_text_has_a_header_of_whole_and_sorted_intervals(text: str) -> None:
    found = read(text)
    ends = [0]
    for start, end in found.masked:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    assert (found.published is None) == (found.published_from is None)
    assert found.published is None or re.fullmatch(r"\d{4}-\d\d-\d\d", found.published)


LONG = 50_000


@pytest.mark.parametrize(
    "text",
    [
        "A" * LONG,
        "Aa " * LONG,
        "Aa/" * LONG,
        "(" * LONG,
        "1." * LONG,
        " " * LONG + "x",
        "\n" * LONG + "x",
        "Kiew, " * LONG,
        "1.1.2026\n" * LONG,
        "Von Aa " * LONG,
        "A" + " (dpa" * LONG,
        "x" + " " * LONG + "(1.1.2026)" + " " * LONG,
        "---\n" + "a: b\n" * LONG,
        "7. Februar 2026 " * LONG,
    ],
    ids=lambda text: text[:8],
)
def test_no_text_takes_long(text: str) -> None:
    begin = time.process_time()
    read(text)
    assert time.process_time() - begin < 3


@given(st.text(st.sampled_from("Aa.,|– (1/"), min_size=190, max_size=200))
def test_no_line_takes_long(line: str) -> None:
    begin = time.process_time()
    parse(line)
    read(line)
    assert time.process_time() - begin < 0.5
