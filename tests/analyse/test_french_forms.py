"""Forms of French attribution that one glance at a verb does not settle, on invented sentences."""

from __future__ import annotations

import pytest

from tests.analyse.test_statements import triples

FORMS = [
    (
        "Selon une source policière, M. Sarre, un des meneurs du cortège, a été arrêté lundi.",
        ("une source policière", "Selon", "M. Sarre, un des meneurs du cortège, a été arrêté lundi"),
    ),
    (
        "Selon le parquet, Ana Sarre, 34 ans, n'a pas été retrouvée.",
        ("le parquet", "Selon", "Ana Sarre, 34 ans, n'a pas été retrouvée"),
    ),
    (
        "Selon le maire, Paul Sarre, le pont a tremblé.",
        ("le maire, Paul Sarre", "Selon", "le pont a tremblé"),
    ),
    (
        "Selon ce proche d'un autre meneur, Paul Sarre (arrêté hier), sa chute est un accident.",
        ("ce proche d'un autre meneur, Paul Sarre (arrêté hier)", "Selon", "sa chute est un accident"),
    ),
    (
        'Dans un tweet, Jean-Luc Sarre a réagi à cette nouvelle fermeture: "Un abus de pouvoir."',
        ("Jean-Luc Sarre", "réagi", '"Un abus de pouvoir."'),
    ),
    (
        "Sa mère a assuré qu'il n'est pas pompier et ne portait pas de casque.",
        ("Sa mère", "assuré", "qu'il n'est pas pompier et ne portait pas de casque"),
    ),
    (
        "Selon la mairie, ils étaient 300, alors qu'un comptage des « bleus » indique que 900 sont venus.",
        ("un comptage des « bleus »", "indique", "que 900 sont venus"),
    ),
    (
        "Selon la mairie, ils étaient 300, alors qu'un comptage des « bleus » indique que 900 sont venus.",
        ("la mairie", "Selon", "ils étaient 300"),
    ),
    (
        "« Quelle fête », a dit Ana Sol, en référence au cortège qui a réuni 900 dockers, selon la mairie.",
        ("la mairie", "selon", "en référence au cortège qui a réuni 900 dockers"),
    ),
    (
        "Le pont ferme pic.twitter.com/x7Yz«C'est une grande perte pour nous», a déclaré M. Sarre.",
        ("M. Sarre", "déclaré", "«C'est une grande perte pour nous»"),
    ),
    (
        "Le pont ferme pic.twitter.com/x7Yz M. Sarre a expliqué que la pile menaçait de céder.",
        ("M. Sarre", "expliqué", "que la pile menaçait de céder"),
    ),
    (
        "Ils étaient 700 à marcher dans Brindelle lundi, dont 90 au port selon la police.",
        ("la police", "selon", "dont 90 au port"),
    ),
    (
        "Le maire a qualifié le rapport d'« assassinat grotesque ».",
        ("Le maire", "qualifié", "le rapport d'« assassinat grotesque »"),
    ),
    (
        "Il déclare qu'\"un préfet n'est pas un fusible\".",
        ("Il", "déclare", "qu'\"un préfet n'est pas un fusible\""),
    ),
    (
        "La ministre de l'Eau a quant à elle admis la semaine dernière qu'elle venait de payer la digue.",
        ("La ministre de l'Eau", "admis", "qu'elle venait de payer la digue"),
    ),
    (
        "Pour sa part, le préfet a, en outre, affirmé que tout allait bien.",
        ("le préfet", "affirmé", "que tout allait bien"),
    ),
    (
        "« Toute cette version est partielle », a rétorqué ce dernier.",
        ("ce dernier", "rétorqué", "« Toute cette version est partielle »"),
    ),
    (
        "« Nous resterons sur le quai », soulignait mercredi Philippe Morvan, secrétaire du syndicat.",
        (
            "Philippe Morvan, secrétaire du syndicat",
            "soulignait",
            "« Nous resterons sur le quai »",
        ),
    ),
    (
        "L'opposition exige en outre « la fin des travaux et le retour des familles dans leurs maisons ».",
        (
            "L'opposition",
            "exige",
            "« la fin des travaux et le retour des familles dans leurs maisons »",
        ),
    ),
    (
        "L'adjoint a demandé à « observer » les rondes de nuit.",
        ("L'adjoint", "demandé", "à « observer » les rondes de nuit"),
    ),
    (
        "Les riverains devront s'y faire, dit Gabriel Nadon-Roy.",
        ("Gabriel Nadon-Roy", "dit", "Les riverains devront s'y faire"),
    ),
    (
        "«\u00a0\u2009Je ne le sens pas\u2009\u00a0», confesse-t-il au quotidien.",
        ("il", "confesse", "«\u00a0\u2009Je ne le sens pas\u2009\u00a0»"),
    ),
    (
        "« Nous perdons la deuxième flotte du pays », juge l'ancien préfet maritime.",
        ("l'ancien préfet maritime", "juge", "« Nous perdons la deuxième flotte du pays »"),
    ),
    (
        "«Ce marin présente deux maux graves», indique, sans les nommer, le certificat médical.",
        ("le certificat médical", "indique", "«Ce marin présente deux maux graves»"),
    ),
    (
        "« Une côte que je connais bien, parce que c'est la mienne », ose même le patron du parti.",
        ("le patron du parti", "ose", "« Une côte que je connais bien, parce que c'est la mienne »"),
    ),
    (
        "Le consul a accusé en octobre l'armateur d'avoir vidé les cuves.",
        ("Le consul", "accusé", "l'armateur d'avoir vidé les cuves"),
    ),
    (
        "Ana Sol s'est étonnée d'ailleurs que le port n'ait pas répondu.",
        ("Ana Sol", "étonnée", "que le port n'ait pas répondu"),
    ),
    (
        "Le chef de la garde a mis en garde samedi le canton contre la menace des crues.",
        ("Le chef de la garde", "mis en garde", "contre la menace des crues"),
    ),
    (
        "Le chef de l'état-major a affirmé que la digue tenait.",
        ("Le chef de l'état-major", "affirmé", "que la digue tenait"),
    ),
    (
        "Le ministre de l'Eau Bruno Le Marin a souligné que la digue tenait.",
        ("Le ministre de l'Eau Bruno Le Marin", "souligné", "que la digue tenait"),
    ),
    (
        "Le président de la commission des Finances Eric Voern (LR) a estimé que la digue tenait.",
        ("Le président de la commission des Finances Eric Voern (LR)", "estimé", "que la digue tenait"),
    ),
    (
        "L'un de ces courriels affirme que le port est vide.",
        ("L'un de ces courriels", "affirme", "que le port est vide"),
    ),
    (
        "Le quai sera fermé, selon la même source qui a relevé que les grues étaient rouillées.",
        ("la même source", "selon", "Le quai sera fermé"),
    ),
    (
        "Pour la directrice du port, Nadia Ferrat, la faiblesse tient au retard des travaux.",
        ("la directrice du port, Nadia Ferrat", "Pour", "la faiblesse tient au retard des travaux"),
    ),
    (
        "Le vote est clair, a déclaré Ana Sol au sujet de sa réaction.",
        ("Ana Sol", "déclaré", "Le vote est clair"),
    ),
    (
        "Les appels à manifester sont très fragmentés.",
        ("", "appels", "à manifester"),
    ),
    (
        "L'organisme a reconnu sa faute, en affirmant que « le choix du port » était ancien.",
        ("L'organisme", "affirmant", "que « le choix du port » était ancien"),
    ),
    (
        "L'ONG a exhorté les autorités à « agir dans la semaine, avant qu'il ne soit trop tard ».",
        ("L'ONG", "exhorté", "à « agir dans la semaine, avant qu'il ne soit trop tard »"),
    ),
    (
        "Les dockers qualifient le bateau sur lequel ils vivent de « honteux ».",
        ("Les dockers", "qualifient", "le bateau sur lequel ils vivent de « honteux »"),
    ),
    (
        "Le syndicat a dénoncé de graves fuites dans la coque.",
        ("Le syndicat", "dénoncé", "de graves fuites dans la coque"),
    ),
    (
        "La décision sur une commission d'enquête était réclamée par l'opposition.",
        ("l'opposition", "réclamée", "La décision sur une commission d'enquête"),
    ),
    (
        "Le consul a demandé à visiter le quai, ce que la mairie avait accepté.",
        ("Le consul", "demandé", "à visiter le quai"),
    ),
    (
        "Les modalités seront connues demain, a indiqué mercredi au Courrier d'Aube le bureau du port.",
        ("le bureau du port", "indiqué", "Les modalités seront connues demain"),
    ),
    (
        "Le maire a nié les faits. Et d'ajouter qu'il avait reçu les dockers.",
        ("Le maire", "ajouter", "qu'il avait reçu les dockers"),
    ),
    (
        "Keep the Shore a dénoncé une digue ruineuse.",
        ("Keep the Shore", "dénoncé", "une digue ruineuse"),
    ),
    (
        "Selon les révélations de Radio Brume, la mère du ministre tenait le port.",
        ("les révélations de Radio Brume", "Selon", "la mère du ministre tenait le port"),
    ),
    (
        "Il a été condamné pour des menaces de mort, qu'il nie, contre une passante.",
        ("il", "nie", "des menaces de mort"),
    ),
    (
        "Le procureur a requis jeudi cinq ans de prison contre les deux passeurs.",
        ("Le procureur", "requis", "cinq ans de prison contre les deux passeurs"),
    ),
    (
        "«Nous n'avons rien» qui dise que les locataires étaient marins ? a plaidé l'avocat Xavier Nogare.",
        (
            "l'avocat Xavier Nogare",
            "plaidé",
            "«Nous n'avons rien» qui dise que les locataires étaient marins ?",
        ),
    ),
]

NONE = [
    "Pour l'instant, rien ne bouge sur le quai.",
    "Pour la première fois, le maire est venu au port.",
    "Après « Le dernier train de la nuit », sortira la suite du film.",
    "Vingt marins soutiennent la « grande marche » du port.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_report_is_none(text: str) -> None:
    """A time, a title before any verb, a support: nobody says anything."""
    assert triples(text) == set()


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_french_form_gives_its_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    """Elisions before marks, words inside the verb group, dates before names: the find is whole."""
    assert expected in triples(text)


def test_a_speaker_who_names_himself_in_his_own_words_makes_no_second_statement() -> None:
    """Inside what is quoted, "je salue …" is part of the quotation."""
    post = "Je salue l'équipage du Brumel et ses deux mousses. — Ana Sol (@anasol) 3 mai 2021"
    assert {source for source, _, _ in triples(post)} == {"Ana Sol (@anasol)"}


def test_an_infinitive_of_purpose_inside_what_its_subject_says_is_no_second_statement() -> None:
    """ "Il cite … pour contester la taxe" is one statement of his."""
    found = triples("Il souligne l'importance de ce vote pour contester la taxe du port.")
    assert {cue for _, cue, _ in found} == {"souligne"}
