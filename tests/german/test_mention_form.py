"""How a sentence brings a place in, and which words take it up again. `*` marks the name."""

import pytest

from peacetalks_cli.german.figures import mention_form, scene

FORMS = [
    ("In *Luanda* brannten zwei Lager.", "in", "In"),
    ("Südlich von *Tartu* entgleiste ein Zug.", "inner", "Südlich"),
    ("Am Rand von *Basra* brennt ein Öltank.", "inner", "Am"),
    ("An der Grenze zu *Gambia* stehen 40 Laster.", "inner", "An"),
    ("Aus *Leticia* kamen 30 Familien.", "aus", "Aus"),
    ("Der Konvoi fuhr nach *Bangui* weiter.", "nach", "nach"),
    ("Für *Haiti* sind 90 Millionen vorgesehen.", "für", "Für"),
    ("Eine Granate traf *Aden* am Abend.", "hit", "Aden"),
    ("Die Stadt *Leticia* hat 30 Betten.", "kind", "Leticia"),
    ("In der *Mongolei* fielen neun Grad Frost.", "in", "In"),
    ("An der *Elfenbeinküste* fehlen 40 Lehrer.", "an", "An"),
    ("Im Süden der *Mongolei* fielen neun Grad Frost.", "inner", "Im"),
    ("In der Hauptstadt *Malis* fielen Schüsse.", "in", "In"),
    ("*Malis* Armee zählt 14 Tote.", "genitive", "Malis"),
    ("*Valparaíso*: Feuer zerstört 60 Häuser", "label", "Valparaíso"),
    ("*Gambia* schickt 60 Polizisten.", "subject", "Gambia"),
    ("Das Nachbarland hat die *Zentralafrikanische Republik* mit Raketen angegriffen.", "hit", "Zentral"),
    ("Seit März hat *Eritrea* vier Dörfer eingenommen.", "bare", "Eritrea"),
    ("Die Rebellen haben *Gao* beschossen.", "hit", "Gao"),
    ("*Malta* mit zwei Booten überrascht", "bare", "Malta"),
    ("Im April verlor *Leticia* ein Drittel der Ernte.", "owner", "Leticia"),
    ("Laut der Zeitung hat *Gambia* drei Verträge unterzeichnet.", "bare", "Gambia"),
    ("*Gambia* habe am 3. Mai sechs Schüsse abgegeben, hieß es.", "subject", "Gambia"),
    ("In ganz *Gambia* fehlt Mehl.", "in", "In"),
    ("Es fehlen der *Mongolei* 30 Boote.", "receiver", "Mongolei"),
    ("Der *Mongolei* fehlen 30 Boote.", "receiver", "Mongolei"),
    ("*Gambia*, dessen 30 Boote im Hafen liegen, wartet.", "owner", "Gambia"),
    ("Den besten Reis kauft *Gambia*.", "bare", "Gambia"),
    ("*Gambia*. Die Ernte ist gut.", "label", "Gambia"),
    ("Der *Irak* liefert 30 Boote.", "subject", "Irak"),
    ("Der Verband sagte dem *Irak* 30 Boote zu.", "receiver", "Irak"),
    ("Im Herbst benötige *Gambia* 30 Boote.", "receiver", "Gambia"),
    ("*Malta* soll 30 Boote bekommen.", "receiver", "Malta"),
    ("30 Boote hatte die Regierung *Malta* im Mai versprochen.", "receiver", "Malta"),
    ("Die Minister Maltas und der *Mongolei* haben 30 Boote bestellt.", "genitive", "Mongolei"),
    ("Am Mittag erreichte *Malta* ein Sturm.", "bare", "Malta"),
    ("Sie kreuzten über vier Inseln und dem *Roten Meer*.", "über", "über"),
]


@pytest.mark.parametrize(("marked", "form", "opens"), FORMS, ids=[row[0] for row in FORMS])
def test_form(marked: str, form: str, opens: str) -> None:
    start, text = marked.index("*"), marked.replace("*", "")
    name = start, marked.rindex("*") - 1
    found, phrase = mention_form.form(text, (0, len(text)), name)
    assert found == form
    assert text.startswith(opens, phrase)


TAKEN_UP = [
    ("Dort brannten zwei Lager.", [("there", "Dort")]),
    ("In der Stadt gibt es kein Wasser.", [("town", "der Stadt")]),
    ("In der Hauptstadt fehlt Brot.", [("capital", "In der Hauptstadt")]),
    ("Im Krankenhaus fehlt Blut.", [("site", "Im Krankenhaus")]),
    ("Im Krankenhaus Basra fehlt Blut.", []),
    ("In der Hauptstadt Malis fehlt Brot.", []),
    ("Bundesweit fehlen Ärzte.", [("country", "Bundesweit")]),
    ("In der Stadt Basra gibt es kein Wasser.", []),
    ("Im ganzen Land fehlt Mehl.", [("country", "Im ganzen Land")]),
    ("Auf der Insel leben 4.000 Menschen.", [("region", "der Insel")]),
    ("Die Provinz Ninive meldet neun Tote.", []),
    ("In Basra, wo 40 Ärzte fehlen, brennt es.", [("where", "wo")]),
    ("Er wisse nicht wo.", []),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP, ids=[row[0] for row in TAKEN_UP])
def test_words_that_take_a_place_up(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(what, text[start:end]) for what, (start, end) in scene.taken_up(text, 0, len(text))] == expected
