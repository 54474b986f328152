"""The words by which a German clause says when it is: modals, preterites, plans. Finite lists, no lemmas."""

from peacetalks_cli.german.timex.words import words

MODALS = words(
    "soll sollen solle will wollen wolle wird werden werde würde würden dürfte dürften muss müssen müsse "
    "kann können könne könnte könnten möchte möchten darf dürfen müsste müssten"
)
PLANS = words(
    "geplant geplante geplanten vorgesehen vorgesehene anberaumt anberaumte angesetzt angesetzte angesetzten "
    "terminiert voraussichtlich bevorsteht bevorstehen bevorstehende ansteht anstehen plant planen einlädt "
    "lädt laden frühestens spätestens demnächst künftig kündigt droht drohen verschoben vertagt vertagte "
    "vertagten"
)
HAPPENINGS = words(
    "gilt gelten beginnt beginnen startet starten kommt kommen findet finden tagt tagen trifft treffen reist reisen "
    "tritt treten folgt folgen endet enden stimmt stimmen entscheidet entscheiden wählt wählen öffnet öffnen "
    "empfängt empfangen erscheint feiert feiern spielt spielen läuft fährt fahren fliegt fliegen geht gehen steht "
    "stehen stellt stellen nimmt nehmen berät beraten verhandelt spricht sprechen hält halten fällt eröffnet "
    "eröffnen schließt schließen gastiert liest zeigt debattiert befasst setzt setzen erwartet"
)
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
    "taten zwang zwangen wich wichen unterlag unterlagen erlag erlagen verriet genoss"
)
ANNOUNCED = words(
    "forderte forderten verlangte verlangten versprach versprachen stellte stellten setzte setzten räumte räumten "
    "verlängerte verlängerten beschloss beschlossen vertagte vertagten verschob verschoben vereinbarte vereinbarten "
    "einigte einigten kündigte kündigten plante planten drohte drohten lud luden rief gab gaben wollte wollten "
    "sollte sollten hat haben habe"
)
"""What was said, set or agreed then may point to what is to come: 'forderte … bis Freitag', 'lud für Montag'."""
INTENTIONS = words("wollte wollten sollte sollten")
NOT_PRETERITE = words(
    "heute erste ersten zweite zweiten dritte dritten vierte vierten fünfte fünften sechste sechsten siebte siebten "
    "achte achten neunte neunten zehnte zehnten letzte letzten beste besten meiste meisten größte größten nächste "
    "nächsten höchste höchsten alte alten gute guten weite weiten späte späten echte echten rechte rechten "
    "schlechte schlechten leichte leichten feste festen bekannte bekannten seite seiten bitte mitte könnte "
    "könnten möchte möchten wollte wollten sollte sollten dürfte dürften hätte hätten würden gestatten halten "
    "arbeiten beraten "
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
