"""The words by which a German clause says when it is: modals, preterites, plans. Finite lists, no lemmas."""

from peacetalks_cli.german.timex.words import words

MODALS = words(
    "soll sollen solle will wollen wolle wird werden werde würde würden dürfte dürften muss müssen müsse "
    "kann können könne könnte könnten möchte möchten darf dürfen müsste müssten"
)
PLANS = words(
    "voraussichtlich bevorsteht bevorstehen bevorstehende ansteht anstehen plant planen einlädt "
    "zahlbar fällig fällige fälligen lädt laden frühestens spätestens demnächst künftig kündigt droht drohen drohe"
)
PLANNED = words(
    "geplant geplante geplanten geplanter vorgesehen vorgesehene vorgesehenen anberaumt anberaumte anberaumten "
    "erwartet angesetzt angesetzte angesetzten terminiert terminierte angesagt verschoben vertagt vertagte vertagten"
)
"""Participles of planning: 'ist am Freitag geplant', but 'war am Freitag verschoben worden' tells of the past."""
HAPPENINGS = words(
    "gilt gelten beginnt beginnen startet starten kommt kommen findet finden tagt tagen trifft treffen reist reisen "
    "tritt treten folgt folgen endet enden stimmt stimmen entscheidet entscheiden wählt wählen öffnet öffnen "
    "empfängt empfangen erscheint feiert feiern spielt spielen läuft fährt fahren fliegt fliegen geht gehen steht "
    "stehen stellt stellen nimmt nehmen berät beraten verhandelt spricht sprechen hält halten fällt eröffnet "
    "eröffnen schließt schließen gastiert liest zeigt debattiert befasst setzt setzen erwartet steigt steigen "
    "sinkt sinken fallen bleibt bleiben zieht ziehen kehrt kehren gastieren bestreitet bestreiten präsentiert "
    "präsentieren bringt bringen übernimmt übernehmen verlässt wechselt wechseln sendet senden überträgt liefert "
    "liefern erhält bekommt zeigen bespricht besprechen begibt begeben unterzeichnet unterzeichnen ratifiziert besucht "
    "besuchen begeht begehen jährt wiederholt schneit regnet scheint lockert lockern verlängert tauscht tauschen sucht "
    "suchen landet landen bricht brechen rückt rücken misst prüft prüfen klärt klären veröffentlicht diskutiert "
    "diskutieren streikt streiken demonstriert demonstrieren trainiert kandidiert kandidieren wartet warten "
    "entfällt dauert verfällt führt führen macht machen legt legen beschließt beschließen verabschiedet bricht "
    "duelliert empfängt verteidigt steigert kämpft kämpfen feiern siegt erhöht erhöhen senkt senken tanzt "
    "singt singen musiziert spricht auftritt auftreten stattfindet stattfinden zusammenkommt zusammentritt "
    "zusammentrifft eintrifft folge beginne starte komme finde gelte trete treffe reise bleibe tage stimme "
    "entscheide anreist weiterreist ausläuft abläuft aufbricht antritt abstimmt weitergeht losgeht"
)
SUBJUNCTIVES = words(
    "käme kämen ginge fände fänden gäbe gäben bliebe läge lägen stünde stünden begänne begännen träte träten "
    "träfe träfen zöge zögen flöge flögen fiele schlösse nähme nähmen hielte liefe spräche sprächen bekäme bekämen "
    "brächte brächten verließe dauere gebe nehme trete treffe spreche lese halte fahre laufe stehe erwarte rechne "
    "empfange lasse fliege entfalle"
)
"""Those of what is to come that are not made from HAPPENINGS by rule: 'die Helfer kämen Ende Januar'."""
AUXILIARIES = words("hat haben habe hätten hätte ist sind sei seien bin wäre wären")
PRETERITES = words(
    "war waren wurde wurden hatte hatten gab gaben kam kamen ging gingen stand standen nahm nahmen traf trafen "
    "fand fanden sprach sprachen schrieb schrieben hieß hießen blieb blieben begann begannen starb starben fiel "
    "fielen hielt hielten ließ ließen trat traten zog zogen rief riefen griff griffen schlug schlugen warf warfen "
    "bot boten lag lagen saß saßen sah sahen verlor verloren gewann gewannen beschloss beschlossen schloss "
    "schlossen unterschrieb unterschrieben empfing empfingen flog flogen fuhr fuhren lief liefen brach brachen "
    "stieg stiegen sank sanken wuchs wuchsen verließ verließen erhielt erhielten bekam bekamen geschah geschahen "
    "entschied entschieden schied stritt stritten wies wiesen bewies trug trugen schoss schossen drang drangen "
    "gelang gelangen verschwand verschwanden überwies bat baten verbot verboten lud luden lieh ließ riet half "
    "halfen trieb trieben vertrieb sprang entstand entstanden bestand bestanden erschien erschienen erfuhr "
    "erfuhren verstarb vergab vergaben übergab übergaben unterbrach brannte brannten nannte nannten dachte "
    "dachten brachte brachten wusste wussten konnte konnten musste mussten durfte durften tat "
    "stieß stießen riss rissen schwieg schwiegen sprangen stahl stahlen stach stachen strich strichen trank tranken "
    "vergaß vergaßen warb warben wog wogen schob schoben schwor schworen floh flohen fror froren fraß fraßen grub "
    "gruben "
    "hob hoben klang klangen kroch krochen litt litten log logen maß maßen pfiff pfiffen rang rangen roch rochen "
    "schien "
    "schienen schlief schliefen schlich schlichen schnitt schnitten schrie schrien schritt schritten schwamm schwammen "
    "stank stak floss flossen goss gossen gebar fing fingen hing hingen biss bissen blies bliesen band banden bog "
    "bogen "
    "las lasen sang sangen schuf schufen befahl befahlen empfahl empfahlen galt galten misslang rieb rieben ritt "
    "ritten "
    "schmiss schmissen verdarb verzieh wusch wuschen glich glichen mied mieden pries priesen gedieh erschrak "
    "erschraken "
    "wand wanden aß aßen kannte kannten sandte sandten wandte wandten rannte rannten barg bargen schmolz schmolzen "
    "taten belief beliefen zwang zwangen wich wichen unterlag unterlagen erlag erlagen verriet genoss"
)
PREFIXES = words(
    "ab an auf aus bei bekannt dar ein entgegen fest fort frei heim her heraus hervor hin hinaus hinzu inne los mit "
    "nach nieder statt teil über um unter vor voran voraus vorbei weg weiter wider wieder zu zurück zusammen"
)
"""What parts from a verb and is written with it at the end of a clause: 'wie er im Herbst bekanntgab'."""
ANNOUNCED = words(
    "bezifferte bezifferten veranschlagte veranschlagten prognostizierte prognostizierten rechnete rechneten "
    "forderte forderten verlangte verlangten versprach versprachen stellte stellten setzte setzten räumte räumten "
    "verlängerte verlängerten beschloss beschlossen vertagte vertagten verschob verschoben vereinbarte vereinbarten "
    "einigte einigten kündigte kündigten plante planten drohte drohten lud luden rief gab gaben wollte wollten "
    "sollte sollten verpflichtete verpflichteten hat haben habe bat baten erbat erbaten ersuchte ersuchten"
)
"""What was said, set or agreed then may point to what is to come: 'forderte … bis Freitag', 'lud für Montag'."""
AGREED = words(
    "gefordert aufgefordert verlangt versprochen zugesagt gestellt gesetzt gesteckt angesetzt eingeräumt verlängert "
    "beschlossen vertagt verschoben vereinbart geeinigt angekündigt geplant gedroht eingeladen geladen aufgerufen "
    "gegeben verpflichtet bestellt einberufen vorgeladen gebeten gebucht reserviert verhängt verordnet angeordnet "
    "auferlegt vorgenommen befristet genehmigt gesperrt suspendiert ausgesetzt eingestellt gewährt erteilt untersagt "
    "angeboten vorgeschlagen verboten geschlossen beurlaubt einbestellt zitiert freigegeben bewilligt verschafft"
)
"""Of those with 'haben' only some: 'haben sich bis Freitag vertagt', but 'haben bis Freitag die Grenze überquert'."""
INTENTIONS = words("wollte wollten sollte sollten")
NOT_PRETERITE = words(
    "verwies verwiesen hinwies hinwiesen "
    "erwarte warte arbeite leite biete halte trete betrete vertrete rate streite berichte achte vermute verzichte "
    "fürchte beobachte bereite beantworte bedeute richte koste hafte teste rette gestatte erhalte enthalte verhafte "
    "heute erste ersten zweite zweiten dritte dritten vierte vierten fünfte fünften sechste sechsten siebte siebten "
    "achte achten neunte neunten zehnte zehnten letzte letzten beste besten meiste meisten größte größten nächste "
    "nächsten höchste höchsten alte alten gute guten weite weiten späte späten echte echten rechte rechten "
    "schlechte schlechten leichte leichten feste festen bekannte bekannten seite seiten bitte mitte könnte "
    "könnten möchte möchten wollte wollten sollte sollten dürfte dürften hätte hätten würden gestatten halten "
    "arbeiten beraten läuten deuten hüten veranstalten spalten falten ernten dichten achten rüsten flüchten begleiten "
    "beten töten gleiten schreiten walten "
    "treten bieten leisten warten starten erwarten gelten bedeuten streiten vertreten betreten verhalten enthalten "
    "erhalten behalten unterhalten gestalten schalten verwalten leiten bereiten verbreiten reiten raten verraten "
    "retten bestätigten geplante geplanten direkte direkten konkrete konkreten private privaten erneute erneuten "
    "gesamte gesamten gemeinte breite breiten laute lauten deutsche lasten fasten kosten testen fürchten richten "
    "berichten verzichten beobachten betrachten mieten kälteste längste dichte härteste jüngste jüngsten "
    "vorletzte vorletzten älteste ältesten neueste neuesten schwerste schwersten heftigste heftigsten wichtigste "
    "wichtigsten stärkste stärksten erhitzte angesetzte angesetzten vereinten unbekannte unbekannten kompletten "
    "komplette absolute absoluten harte harten zarte tote toten bunte bunten sanfte exakte exakten interessante "
    "interessanten relevante relevanten elegante fitte satte glatte nette netten violette matte platte"
)
"""Words that end like a weak preterite and are none."""
DETERMINERS = words(
    "der die das den dem des ein eine einen einem einer eines im am vom zum zur beim ins von mit für durch ohne "
    "sein seine seinen seiner ihr ihre ihren ihrer unser unsere kein keine dieser diese dieses diesen mehrere viele "
    "einige alle beide sehr schwer als"
)

SPEECH = words(
    "sagt sagen erklärt erklären betont meint teilt teilen meldet melden berichtet berichten schreibt schreiben "
    "kritisiert fordert fordern heißt heißen lobt bestätigt behauptet erzählt erinnert bezeichnet nennt wirft spricht "
    "warnt zitiert vermeldet begründet räumt weist reagiert kommentiert verkündet"
)
"""A verb of speech in the present tense tells of what was said: 'Am Freitag meldet die Polizei …'."""
NO_VERBS = words(
    "mit seit nicht selbst gegen zwischen neben wegen insgesamt dort hingegen zunächst zuletzt erneut meist fast jetzt "
    "sonst erst unten oben hinten vorn vergangenen bereits dann schon auch noch weit statt samt nebst außen innen "
    "damit soweit zuerst vorerst überhaupt sofort spät direkt kurz rund genau exakt mitten nahe ohne "
    "heute gerade lange beide alle viele einige mehrere etwa solche jene diese jede keine"
)
"""Words in the place of a verb that look like one and are none."""
AFTER_VERBS = words(
    "auch sich er sie es ihn ihm ihnen uns nicht schon bereits aber zu nach in bei auf an aus unter jedoch zuletzt"
)
"""What stands after 'Das teilte', but not after 'Das erweiterte'."""
