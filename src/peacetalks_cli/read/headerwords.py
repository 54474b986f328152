"""The words of header lines: dates as they are written there, labels, agencies, papers, issues, pages.

Every pattern is bounded: what a head says is read from short lines, and no line takes long.
"""

import re
from datetime import date
from typing import Literal

LONGEST = 200

Label = Literal["published", "dateline", "stand", "updated", "other"]

_MONTHS = {
    **{"januar": 1, "jänner": 1, "jan": 1, "jän": 1, "februar": 2, "feber": 2, "febr": 2, "feb": 2, "märz": 3},
    **{"maerz": 3, "mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7},
    **{"august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10},
    **{"mar": 3, "may": 5, "oct": 10, "dec": 12},  # Sat, 07 Mar 2026
    **{"november": 11, "nov": 11, "dezember": 12, "dez": 12},
}
_ENGLISH_MONTHS = (  # in the heads that databases write
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
MONTH = rf"(?:{_MONTH})"
SENT_MONTHS = "jan|jän|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez|mar|may|oct|dec"
WEEKDAY = (
    r"(?:(?i:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|(?:M[oO]|D[iI]|M[iI]|D[oO]|F[rR]|S[aA]|S[oO])\b\.?)"
)
_ISO = r"\d{4}[-/]\d\d[-/]\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
_WEEKEND = r"(?:\d{1,2}\.\s?(?:[/–-]|und)\s?)?"  # "7./8. Februar 2026": the first day is that of publication
_SLASHED = r"(?:\d\d?/\d\d?/|\d\d-\d\d-)\d{4}(?![\d/-])"
_NUMERIC = rf"{_WEEKEND}\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d\d)(?![\d:])"
_WRITTEN = rf"{_WEEKEND}\d{{1,2}}\.?\s?{MONTH}\b\.?\s\d{{4}}\b"
_OF_DATABASE = rf"(?:{'|'.join(_ENGLISH_MONTHS)})\s\d{{1,2}},\s\d{{4}}\b"
FULL_DATE = rf"(?:{_ISO}|{_SLASHED}|{_NUMERIC}|{_WRITTEN}|{_OF_DATABASE})"
YEARLESS = rf"\d{{1,2}}\.\s?(?:{MONTH}\b\.?|\d{{1,2}}\.(?!\d))"
DATE = rf"(?:{WEEKDAY},?\s)?(?:den\s)?(?:{FULL_DATE}|{YEARLESS})"

# Lower case and upper case matter here: AP, but not "ap".
AGENCY = (
    r"dpa(?:-AFX)?|DPA|APA(?:-OTS)?|apa|AFP|afp|AP|Reuters|REUTERS|rtr|RTR|Keystone-SDA|SDA|sda|KNA|epd|SID|sid|dts|"
    r"ddp|dapd|Tass|TASS|Interfax|Ukrinform|Xinhua|Bloomberg|ANSA|Belga|PAP|OTS|ots|Agenturen|ORF\.at|red|Red\."
)
AGENCIES = rf"(?:{AGENCY})(?:\s?[/,;+&]\s?(?:{AGENCY})){{0,5}}"

PAPERS = (
    r"(?:[\w.’'-]{0,30}(?i:zeitung|rundschau|nachrichten|anzeiger|blatt|post|presse|kurier|courier|bote|standard|"
    r"allgemeine|merkur|spiegel|express|journal|magazin|echo|woche|tagblatt|stimme|freitag|profil|falter|blick|news|"
    r"krone|tagesschau|tagesthemen|volkszeitung|depesche|bund|welt|zeit|boten|feature|briefing|presseschau|"
    r"deutschlandfunk|tagesgespräch|rendez-vous)"
    r"|Z[iI]B(?:\s\d{1,2})?|10vor10|Echo\s(?:der\sZeit|des\sTages)|Informationen\sam\s(?:Morgen|Mittag|Abend)|junge\sWelt"
    r"|taz|TAZ|taz\.\sdie\stageszeitung|NZZ|FAZ|F\.A\.Z\.|FAS|SZ|WAZ|NOZ|HAZ|RP|KStA|MZ|NZ|LVZ|OÖN|SN|TT|KN|VN|BZ|Bild|BILD|Stern|stern|"
    r"Focus|FOCUS|ND|nd|WELT|ZEIT|SPIEGEL|STANDARD|Heute|Österreich|[\w-]{2,30}\.(?:de|at|ch|com|net|org|info|eu))"
    r"(?:\sam\s(?:Sonntag|Wochenende)|\s(?i:online))?"
)
BROADCASTERS = (
    r"(?:(?:ARD|ZDF|ORF|SRF|BR|NDR|MDR|WDR|SWR|RBB|rbb|[Hh][Rr]|SR|DLF|DW|RTL|RTS|RSI|RAI|Rai|Ö|FM|B)\d{0,2}\b|Radio\b|RADIO\b|"
    r"Deutschland(?:funk|radio)\b|Deutsche\sWelle|Das\sErste|3sat|[Aa]rte\b|Phoenix|n-?tv\b|Bayern\s\d|Inforadio)"
)
LABELS: tuple[tuple[Label, str], ...] = (
    (
        "other",  # dates of a header line on which the article did not come out
        r"(?:[Aa]bgerufen|Abruf(?:datum)?|Zugriff|[Hh]eruntergeladen|Download|(?:Aus)?[Gg]edruckt|Ausdruck|Archiviert|"
        r"(?i:load-date)|Redaktionsschluss|Sperrfrist|Nächste\s(?:Ausgabe|Aktualisierung)|Frei\sab)",
    ),
    (
        "published",
        r"(?:Erst)?(?:[Vv]eröffentlicht|[Pp]ubliziert)|(?:Zuerst\s|Erstmals\s)?[Ee]rschienen|[Ee]rstellt|Publikation|"
        r"[Ff]reigeschaltet|[Ee]ingestellt|(?:[Ee]rst|[Uu]r)?(?:[Gg]esendet|[Aa]usgestrahlt)|(?:Erst|Ur)(?:ausstrahlung|sendung)|"
        r"Erscheinungs(?:datum|tag)|(?:Datum\sder\s)?(?:Erst)?[Vv]eröffentlichung(?:sdatum)?|Publikationsdatum|"
        r"Sende(?:datum|termin)|Ausstrahlung|Datum|Date|Published|Created|[Oo]nline\s(?:seit|gestellt)|Vom",
    ),
    ("stand", r"Stand"),
    (
        "updated",
        r"(?:[Zz]uletzt\s)?(?:[Aa]ktualisiert|[Bb]earbeitet|[Ee]ditiert|[Gg]eändert)|"
        r"Letzte[s]?\s(?:Aktualisierung|Änderung|Update)|Aktualisierung|Update[d]?|Änderung(?:sdatum)?",
    ),
)
_NAME = (
    r"(?!(?:Nr|No|Nummer|Seiten?|Heft|S|Jg)\b\.?\s?\d|(?:Am|Im|In|Vom|Bis|Seit|Ab|Nach|Vor|Zum|Zur)\s)"
    r"[(„“\"»«‚]?[A-ZÄÖÜ][\w.’'+&-]{0,30}[)“”\"«»‘!]?"
)
_PARTICLE = rf"(?:(?:am(?!\s(?!So){WEEKDAY})|an\sder|der|des|von|van|de|und|UND|aus|in|im|für|zu|zum|zur)\s)"
NAMES = (
    r"(?:taz\.\sdie\stageszeitung|taz|nd|profil|stern|brand\seins|junge\sWelt|vorwärts|tagesschau|tagesthemen|heute(?:-journal|\sjournal)|n-?tv|"
    r"[a-z]{2,5}-[A-ZÄÖÜ][a-zäöü]{2,20}|"
    rf"[A-Za-z][\w-]{{1,30}}(?:\.[\w-]{{2,20}})?\.(?:de|at|ch|com|net|org|info|eu)(?![\w.-])|{_NAME})"
    rf"(?:(?:\s{_PARTICLE}|(?:\s|\s?/\s?)(?!{WEEKDAY}(?!\w))){_NAME}|\s\d(?=\s(?!{MONTH}\b)[A-Z])){{0,6}}"
)
GENRE = (
    r"(?i:(?:live-?|news-?)?(?:blog|ticker)|newsletter|(?:wochenend|print-?|druck|online-?|morgen|abend|sonntags)?ausgabe|"
    r"heft|artikel|bericht|beitrag|(?:[\w-]{2,12}-)?(?:meldung|nachrichten)|nachricht|sendung|interview|kommentar|leitartikel|"
    r"reportage|podcast|(?:radio)?feature|presseschau|manuskript|sendemanuskript|transkript|mitschrift|gespräch|porträt|"
    r"(?:presse|medien)(?:mitteilung|information|meldung|aussendung|erklärung)|aussendung|ots-presseaussendung|"
    r"politik|wirtschaft|ausland|inland|international|panorama|chronik|kultur|sport|lokales|meinung|feuilleton)"
)


def iso(written: str) -> str | None:
    """2026-02-07 for a full date as written (7.2.26, 7. Feb. 2026, 2026-02-07T15:56Z), None for an impossible one."""
    written = re.sub(r"^(\d+\.)\s?(?:[/–-]|und)\s?\d+\.", r"\1", written)
    numbers = [int(digits) for digits in re.findall(r"\d+", written)[:3]]
    month = _month(written)
    if re.match(r"\d{4}[-/]", written):
        year, month_number, day = numbers
    elif month:
        (day, year), month_number = numbers[:2], month
    else:
        day, month_number, year = numbers
    if year < 100:  # as POSIX reads it
        year += 2000 if year < 69 else 1900
    try:
        return date(year, month_number, day).isoformat() if 1800 <= year <= 2200 else None
    except ValueError:
        return None


def day_of(written: str) -> tuple[int, int] | None:
    """(2, 7) for a date without its year ('Samstag, 7. Februar', '7.2.'), None for an impossible one."""
    written = re.sub(r"(\d+\.)\s?(?:[/–-]|und)\s?\d+\.", r"\1", written)
    numbers = [int(digits) for digits in re.findall(r"\d+", written)]
    month = _month(written) or (numbers[1] if len(numbers) > 1 else 0)
    try:
        return (month, date(2000, month, numbers[0]).day)
    except ValueError:
        return None


def _month(written: str) -> int | None:
    english = re.match(rf"(?i:{'|'.join(_ENGLISH_MONTHS)})\b", written)
    if english:
        return _ENGLISH_MONTHS.index(english.group().lower()) % 12 + 1
    found = re.search(rf"(?i:{_MONTH})", written)
    return _MONTHS[found.group().lower()] if found else None
