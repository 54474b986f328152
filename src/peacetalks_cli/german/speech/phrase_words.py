"""The words of which the phrase that names a source is made."""

import re

# Combining marks belong to a word in decomposed text.
WORD = re.compile(r"[^\W_](?:[\w’\u0300-\u036f]|[-‐–.](?=\w))*(?:-[ \u00a0](?:und|oder)[ \u00a0][A-ZÄÖÜ]\w+)?")
GAP = re.compile(r"[ \u00a0\u202f]{1,2}[„“”\"»«‚‘]?")
DETERMINER = re.compile(
    r"(?:de[rnms]|die|das|ein(?:e[nmrs]?)?|kein\w*|[msd]ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|unser\w*|diese[nmrs]?|jene[nmrs]?|"
    r"beide[nr]?|mehrere[nr]?|einige[nr]?|vom|zum)$",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(r"(?:\d+-)?[a-zäöüß][\w-]*(?:e|en|er|es|em)$|[A-ZÄÖÜ]\w+-[a-zäöüß]+(?:e|en|er|es|em)$")
# Words that are capitalised only because they begin the sentence.
_FIRST_WORDS = (
    "Daher Dabei Zudem Zuvor Damit Dazu Auch Nun Jetzt Später Bereits Schon Dort Hier Gestern Heute Morgen Was "
    "Wer Doch Und Aber "
    "So Dann Danach Darauf Daraufhin Allerdings Außerdem Insgesamt Laut Nach Vor Bei In Im Am An Auf Aus Mit Für "
    "Von Vom Zu Zum Zur "
    "Über Unter Um Durch Gegen Ohne Seit Während Wegen Als Wenn Weil Obwohl Nachdem Bevor Ob Dass Wie Da Denn "
    "Noch Nur Erst "
    "Zunächst Zuletzt Bisher Bislang Inzwischen Mittlerweile Unterdessen Gleichzeitig Zugleich Dagegen Hingegen "
    "Jedoch Trotzdem "
    "Dennoch Deshalb Deswegen Darum Dafür Davon Darüber Demnach Anschließend Schließlich Ebenfalls Ebenso "
    "Wiederum Immer Nie "
    "Niemand Jemand Man Es Er Sie Wir Ich Nicht Kein Rund Etwa Mehr Mindestens Knapp Fast Allein Vielleicht "
    "Offenbar "
    "Tatsächlich Tags Abends Morgens Mittags Nachts Anfangs Ende Anfang Mitte Bis Drei Zwei Vier Fünf Natürlich "
    "Somit Anders Sonst Ansonsten Normalerweise Üblicherweise Möglicherweise Gemeinsam Gegenüber Selbst Sogar Gerade "
    "Vorerst Erstmals Mehrmals Oft Manchmal Häufig Meist Meistens Überdies Ferner Hinzu Indes Indessen Hierzu Hierbei "
    "Vorher Nachher Jüngst Kürzlich Neulich Heuer Jährlich Täglich Umgekehrt Immerhin Zumindest Lediglich Bloß Eben "
    "Ähnlich Anfänglich Ursprünglich Letztlich Endlich Plötzlich Eigentlich Grundsätzlich Zusätzlich Wörtlich "
    "Beispielsweise Teilweise Glücklicherweise Bekanntlich Angeblich Vermutlich Wohl Ebenda Drinnen Draußen Drüben "
    "Seither Seitdem Bisweilen Zeitweise Wortwörtlich "
    "Deutlich Weiter Weiters Laufend Konkret Künftig Derzeit Aktuell Einst Früher Damals Beide "
    "Gleichwohl Nichtsdestotrotz Nichtsdestoweniger Wobei Womit Wofür Worauf Woran Woher Wohin Wodurch Wonach Warum "
    "Weshalb Wieso Wann Wo Womöglich Vielmehr Obendrein Freilich Zwar Sicherlich Gewiss Allenfalls Jedenfalls "
    "Andernfalls Gegebenenfalls Notfalls Keinesfalls Nebenbei Alsbald Fortan Nunmehr Hernach Seinerzeit Weiterhin "
    "Zuweilen Zumeist Nochmals Abermals Erneut Wiederholt Mehrfach Prompt Sogleich Umgehend Heutzutage Übermorgen "
    "Vorgestern Zurzeit Momentan Gegenwärtig Neuerdings Nämlich Interessanterweise Überraschend Überraschenderweise "
    "Erstaunlicherweise Leider Hoffentlich Ausdrücklich Ausgerechnet Insbesondere Besonders Genau Ungefähr Circa Zirka "
    "Annähernd Nahezu Beinahe Höchstens Maximal Wenigstens Einerseits Andererseits Zusammen Miteinander Alle Viele "
    "Manche Etliche Wenige Alles Nichts Etwas Denen Ihnen Ihm Ihn Hinterher Überall Nirgends Irgendwann Irgendwo "
    "Sobald Solange Sofern Soweit Anstatt Statt Trotz Angesichts Aufgrund Anlässlich Mangels Mithilfe Mittels Neben "
    "Zwischen Hinter Binnen Innerhalb Außerhalb Jenseits Entgegen Falls Indem Sodass Vormittags Nachmittags Entweder "
    "Weder Sowohl Hingegen Einmal Zweimal Dreimal Derweil Demgegenüber Insofern Dementsprechend Entsprechend "
    "Vereinzelt Verstärkt Gehäuft Unverändert Offiziell Inoffiziell Intern Telefonisch Statistisch Rechnerisch "
    "Regional International Global Kumuliert Umgerechnet Gerundet Geschätzt "
    "Folglich Infolgedessen Stattdessen Währenddessen Zeitgleich Parallel Testweise Probeweise Schätzungsweise"
)
NOT_NOUN = frozenset(_FIRST_WORDS.split())
_NOT_ADJECTIVE_WORDS = (
    "wurden wurde waren haben hatten hatte habe werden werde wie unter über gegen hinter weder aber oder sowie "
    "seien seine "
    "können sollen sollten wollen müssen gestern heute morgen bisher immer wieder weiter weitere zwischen neben "
    "wegen eine "
    "einen einer eines einem kamen starben gingen lagen standen wollte sollte musste konnte bereits am haben "
    "sagte erklärte "
    "müsse müsste solle könne könnte dürfe dürfte wolle würde würden hätte wäre wären bleibe "
    "komme gehe gebe stehe liege "
    "teilte meldete ebenfalls allerdings unterdessen jedoch derzeit nunmehr"
)
NOT_ADJECTIVE = frozenset(_NOT_ADJECTIVE_WORDS.split())
SPOKESPERSON = re.compile(
    r"(?:Sprecher(?:in|s|n)?|Vertreter(?:in|s|n)?|Berater(?:in|s|n)?|Mitarbeiter(?:in|s|n)?|Leiter(?:in|s)?|Chef(?:in|s)?|"
    r"Direktor(?:in|s)?|Offizielle[nr]?|Beamte[nr]?|Mitglied(?:er|s|ern)?|Angehörige[nr]?|Präsident(?:in|en)?|Vorsitzende[nr]?|"
    r"Insider[ns]?|Kommandant(?:en)?|Kommandeur[s]?|Generalsekretär(?:in|s)?|Verwaltung|Stab(?:es)?|Sprecherinnen)$"
)
# What somebody states, in words or in writing: "nach Angaben von X", "eine Umfrage von X".
_STATEMENTS = (
    "angaben? berichte?[ns]? bericht bericht(?:es|s) quellen? meldung(?:en)? mitteilung(?:en)? aussagen? "
    "information(?:en)? worten? umfragen? studien? studie erhebung(?:en)? auswertung(?:en)? "
    "darstellung(?:en)? einschätzung(?:en)? schätzung(?:en)? statistik(?:en)? daten zahlen zählung(?:en)? "
    "erkenntnissen? erkenntnisse bilanz aufstellung liste berechnung(?:en)? auskunft auskünften ansicht "
    "auffassung meinung überzeugung lesart prognosen? beobachtung(?:en)? recherchen? befund(?:en)? "
    "bekunden rechnung hochrechnung(?:en)? analysen? ermittlung(?:en)? schilderung(?:en)? "
    "behauptung(?:en)? beschreibung(?:en)? zeugenaussagen? untersuchung(?:en)? befragung(?:en)? "
    "messung(?:en)? aussendung(?:en)? erklärung(?:en)? stellungnahmen? rechnungen? papier(?:en|s)? "
    "dokument(?:en?|s)? gutachten aufzeichnungen lagebild report[s]? eindruck kalkulation(?:en)? "
    "vorhersagen? brief(?:es|s)? schreiben[s]? protokoll(?:en|s)? register[s]? "
    "karten? satellitenbildern? antwort(?:en)? beantwortung(?:en)? entwurf(?:es|s)? entwürfen? plan(?:es|s)?"
)
STATEMENTS = "|".join(_STATEMENTS.split())
CAPITAL_STATEMENTS = "|".join(word.capitalize() for word in _STATEMENTS.split())
STATEMENT = re.compile(rf"(?:\w+-)?\w*(?:{STATEMENTS})$", re.IGNORECASE)
# When something was stated is not who stated it: "vom Dezember", "von Ende Mai", "am Montag".
_DAY_OR_MONTH = (
    r"(?:(?:Ende|Anfang|Mitte)[ \u00a0])?(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Januar|Jänner|"
    r"Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|\d)"
)
TIME = re.compile(_DAY_OR_MONTH)
TIME_FIRST = re.compile(rf"\s*(?:vom|von|am|im|aus\sdem)\s{_DAY_OR_MONTH}")
TIME_LAST = re.compile(rf"\s(?:vom|von|am|im|aus\sdem)\s{_DAY_OR_MONTH}[\w. ]{{0,16}}\s*$")
