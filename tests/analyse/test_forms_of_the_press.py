"""Forms that fresh articles showed to be misread, in both languages, on invented sentences."""

from __future__ import annotations

import pytest

from tests.analyse.test_statements import triples

FOUND = [
    ("fr", "Le maire dit que le pont tiendra.", ("Le maire", "dit", "que le pont tiendra")),
    ("fr", "La ministre écrit que la loi passera.", ("La ministre", "écrit", "que la loi passera")),
    (
        "fr",
        "Le maire a fait aussitôt savoir que le pont tiendrait.",
        ("Le maire", "fait aussitôt savoir", "que le pont tiendrait"),
    ),
    (
        "fr",
        "« Vous avez raison, dit l'automobiliste, on se demande où ils veulent en venir. »",
        ("l'automobiliste", "dit", "« Vous avez raison … on se demande où ils veulent en venir. »"),
    ),
    (
        "fr",
        "« Bienvenue à ceux qui n'ont pas l'habitude de venir ! s'écrie Ivo Sarre, secrétaire du syndicat. »",
        (
            "Ivo Sarre, secrétaire du syndicat",
            "écrie",
            "« Bienvenue à ceux qui n'ont pas l'habitude de venir !",
        ),
    ),
    (
        "fr",
        "\"L'entreprise met beaucoup de dockers au chômage\", dénonce l'un d'eux.",
        ("l'un d'eux", "dénonce", '"L\'entreprise met beaucoup de dockers au chômage"'),
    ),
    (
        "fr",
        "C'est plutôt un \"trompe-l'oeil\" a dénoncé la gauche de la gauche.",
        ("la gauche de la gauche", "dénoncé", "C'est plutôt un \"trompe-l'oeil\""),
    ),
    (
        "fr",
        'Le ministre Ivo Sarre a "condamné" dans un tweet les "violences" commises samedi.',
        ("Le ministre Ivo Sarre", "condamné", 'les "violences" commises samedi'),
    ),
    (
        "fr",
        "Les habitants sont 72 % à juger que le maire ment.",
        ("Les habitants", "juger", "que le maire ment"),
    ),
    (
        "fr",
        "D'autres en doutent : « Ce serait la voie raisonnable, mais je crains qu'ils en soient loin. »",
        ("D'autres", "", "« Ce serait la voie raisonnable, mais je crains qu'ils en soient loin. »"),
    ),
    (
        "fr",
        "Un jeune docker, à la fois marin et militant : « Unissons nos forces dès demain contre ce plan ! »",
        ("Un jeune docker", "", "« Unissons nos forces dès demain contre ce plan ! »"),
    ),
    (
        "fr",
        "L'annonce déclenche l'ire de Jacqueline : « Le maire se terre en son palais et envoie ses chiens. »",
        ("Jacqueline", "", "« Le maire se terre en son palais et envoie ses chiens. »"),
    ),
    (
        "fr",
        "« Le quai, c'est nous », ont scandé des marins à l'adresse du premier adjoint.",
        ("des marins", "scandé", "« Le quai, c'est nous »"),
    ),
    (
        "fr",
        "Le cortège, comptant 5.400 marcheurs selon la préfecture, s'est ébranlé vers 13 heures.",
        ("la préfecture", "selon", "comptant 5.400 marcheurs"),
    ),
    (
        "fr",
        "Les élus ont réclamé le retrait de la mesure, un danger selon eux.",
        ("eux", "selon", "un danger"),
    ),
    (
        "fr",
        '"S\'il continue, ça va mal finir", a poursuivi Jean-Marc, "docker" de 52 ans venu de Lyrac.',
        ("Jean-Marc", "poursuivi", '"S\'il continue, ça va mal finir"'),
    ),
    (
        "fr",
        "Pour la directrice du port par intérim, Nadia Fatmir, la faiblesse des projets tient aux armateurs.",
        (
            "la directrice du port par intérim, Nadia Fatmir",
            "Pour",
            "la faiblesse des projets tient aux armateurs",
        ),
    ),
    (
        "fr",
        "Ana Sol, pour qui la mesure est injuste, a quitté la salle.",
        ("Ana Sol", "pour", "la mesure est injuste"),
    ),
    (
        "fr",
        "Le maire a dit que le pont fermerait mais il n'a pas précisé quand.",
        ("Le maire", "dit", "que le pont fermerait"),
    ),
    (
        "fr",
        "« Ce n'est pas une censure », a assuré au Rivage la chaîne.#Brindelle",
        ("la chaîne", "assuré", "« Ce n'est pas une censure »"),
    ),
    (
        "fr",
        "«Nous avons mal expliqué ce que nous faisons», a-t-il d'abord déclaré.",
        ("il", "déclaré", "«Nous avons mal expliqué ce que nous faisons»"),
    ),
    (
        "fr",
        "\"200 euros, c'est mon budget du mois pour mes courses\", s'indigne un autre.",
        ("un autre", "indigne", '"200 euros, c\'est mon budget du mois pour mes courses"'),
    ),
    (
        "fr",
        "Un autre marin, venu tard, a ensuite dit avoir été blessé par un docker, a poursuivi le magistrat.",
        (
            "le magistrat",
            "poursuivi",
            "Un autre marin, venu tard, a ensuite dit avoir été blessé par un docker",
        ),
    ),
    (
        "fr",
        "Le roi est allé sur la place qui était hier le théâtre de heurts entre marins, a rapporté l'AFP.",
        (
            "l'AFP",
            "rapporté",
            "Le roi est allé sur la place qui était hier le théâtre de heurts entre marins",
        ),
    ),
    (
        "fr",
        "La mairie assure que le pont tiendra, a ainsi expliqué Ivo Sarre.",
        ("La mairie", "assure", "que le pont tiendra"),
    ),
    (
        "fr",
        "Des marins habillés en jaune et demandant une réforme du port ont interrompu hier une cérémonie.",
        ("Des marins", "demandant", "une réforme du port"),
    ),
    (
        "fr",
        "Quinze bornes seront posées, a-t-on appris dimanche du directeur local de la Poste, Ivo Sarre.",
        ("directeur local de la Poste", "appris", "Quinze bornes seront posées"),
    ),
    (
        "fr",
        "«Rien ne permet de le dire», a affirmé le magistrat en conférence de presse.",
        ("le magistrat", "affirmé", "«Rien ne permet de le dire»"),
    ),
    (
        "fr",
        "La CGT pour sa part plaide pour donner du sens au mouvement du port.",
        ("La CGT", "plaide", "pour donner du sens au mouvement du port"),
    ),
    (
        "fr",
        "M. Sarre avait fait comprendre que les discussions étaient moins avancées.",
        ("M. Sarre", "fait comprendre", "que les discussions étaient moins avancées"),
    ),
    (
        "fr",
        "«Le procédé est très violent», a-t-on commenté à la direction du port.",
        ("la direction du port", "commenté", "«Le procédé est très violent»"),
    ),
    (
        "fr",
        "Objectif : non pas monter au front mais dialoguer, comme l'indiquait Karim, habitant de Wandelle.",
        ("Karim", "indiquait", "Objectif : non pas monter au front mais dialoguer"),
    ),
    (
        "fr",
        "« Le quai change », ajoute le même responsable en présence des participants à la journée.",
        ("le même responsable", "ajoute", "« Le quai change »"),
    ),
    (
        "fr",
        "Le procureur du port Xavier Tarbel, qui s'est aussitôt rendu sur place, a évoqué un «acte isolé».",
        ("Le procureur du port Xavier Tarbel", "évoqué", "un «acte isolé»"),
    ),
    ("en", "Mrs May said the harbour would close.", ("Mrs May", "said", "the harbour would close")),
    (
        "en",
        "As Harbour News reported last month, the trade can also expose people to disease.",
        ("Harbour News", "reported", "the trade can also expose people to disease"),
    ),
    (
        "en",
        "Ritter said the cuts would not affect safety but he did not explain why.",
        ("Ritter", "said", "the cuts would not affect safety"),
    ),
    (
        "en",
        "He praised people who help themselves, which suggests people are better off with skills.",
        ("", "suggests", "people are better off with skills"),
    ),
    (
        "en",
        "The Harbour Union (HU) leader said the pay was poor.",
        ("The Harbour Union (HU) leader", "said", "the pay was poor"),
    ),
    (
        "en",
        '"History suggests that few problems end quickly, given the involvement," Fernandel states.',
        ("Fernandel", "states", '"History suggests that few problems end quickly, given the involvement,"'),
    ),
    (
        "en",
        "Drinking tea makes people feel better because it warms them, a study has proved for the first time.",
        ("a study", "proved", "Drinking tea makes people feel better because it warms them"),
    ),
    (
        "en",
        '"The pride I feel to beat him, I grew up watching that guy," said 23-year-old Rahmar.',
        ("23-year-old Rahmar", "said", '"The pride I feel to beat him, I grew up watching that guy,"'),
    ),
    (
        "en",
        '"I never cry but today I can\'t help it," said an emotional Garcia following the victory.',
        ("an emotional Garcia", "said", '"I never cry but today I can\'t help it,"'),
    ),
    (
        "en",
        "“They never learn from the mistakes of the past,” General Hossein Salar said urging all to heed it.",
        ("General Hossein Salar", "said", "“They never learn from the mistakes of the past,”"),
    ),
    (
        "en",
        "His editorial cites a small study of about 65 women that found 40 per cent had moved earlier.",
        ("a small study", "found", "40 per cent had moved earlier"),
    ),
    (
        "en",
        "Austin said although the port was closed, ships came.",
        ("Austin", "said", "although the port was closed, ships came"),
    ),
    (
        "en",
        "People may try to get around the rule, says Dr. Rajendra Kalen.(CBC)",
        ("Dr. Rajendra Kalen", "says", "People may try to get around the rule"),
    ),
    ("en", '"The harbour is dead," said one of them.', ("one of them", "said", '"The harbour is dead,"')),
    (
        "fr",
        "Un docker a estimé que « beaucoup » sont « prêts à partir », révèle « L'Écho ».",
        ("L'Écho", "révèle", "Un docker a estimé que « beaucoup » sont « prêts à partir »"),
    ),
    (
        "fr",
        "Lundi, l'homme avait diffusé une vidéo sur Quaiti expliquant avoir « mal réagi ».",
        ("une vidéo", "expliquant", "avoir « mal réagi »"),
    ),
    (
        "fr",
        "Lundi, Rive 2 avait révélé que la digue cédait.",
        ("Rive 2", "révélé", "que la digue cédait"),
    ),
    (
        "fr",
        "Selon la préfecture, un policier et un pompier ont été blessés par des galets.",
        ("la préfecture", "Selon", "un policier et un pompier ont été blessés par des galets"),
    ),
    (
        "fr",
        "Lundi, la plate-forme a répondu : « La collecte est légale et rien ne justifie cette attaque. »",
        ("la plate-forme", "répondu", "« La collecte est légale et rien ne justifie cette attaque. »"),
    ),
    (
        "fr",
        "Elle a cédé aux syndicats de dockers, dont Amarre, qui réclament la création d'un fichier.",
        ("Amarre", "réclament", "la création d'un fichier"),
    ),
]

NONE = [
    ("fr", "La tâche ne s'annonce pas simple."),
    (
        "fr",
        "Le maire de Brindelle, où ils étaient 400 à marcher samedi, a expliqué les difficultés du centre.",
    ),
    ("fr", "Les barrages ferment les centres dans lesquels se trouvent des halles et des quais comme Lyrac."),
    ("fr", "Son objectif, rappelons-le, est de garder trois régions."),
    ("fr", "La grève continue. Lire aussi: « Des ports pour ou contre la grève »"),
    ("fr", "Les services, fabriqués par des ouvriers, assurés par des fonctionnaires, coûtent peu."),
    ("fr", "BRINDELLE : Une bande de cambrioleurs trahis par le système"),
    ("fr", "Le port grandit. À LIRE AUSSI: Le ministre veut doubler les échanges"),
    (
        "fr",
        "Le maire du Port libre Paulin Destrée, scandalisé par cette démarche au « caractère absolument "
        "honteux et qu'il convient de dénoncer », a lancé l'une des cagnottes publiées sur Quaiti.",
    ),
    (
        "fr",
        "Le docker, arrêté le 22 mai pour « port d'arme et participation à un groupe violent », a aussi reçu "
        "le soutien de Marine Sol.",
    ),
    ("fr", "Pour l'« acte 9 » samedi 12, 8.000 agents sont mobilisés dans toute la région."),
    ("fr", "Le huitième samedi de mobilisation confirmera la baisse observée."),
    ("fr", "La préfète s'est déjà rendue à quatre reprises dans les îles du Nord."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), FOUND)
def test_a_form_of_the_press_gives_its_source_and_content(
    lang: str, text: str, expected: tuple[str, str, str]
) -> None:
    """Whose words they are, and how far they go."""
    assert expected in triples(text, lang)


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_reports_nothing_gives_no_statement(lang: str, text: str) -> None:
    """A reflexive verb that tells of its subject, an aside of the outlet, a link to another article."""
    assert triples(text, lang) == set()


def test_a_city_before_a_colon_opens_an_article_and_says_nothing() -> None:
    """ "PARIS: …" tells where the text was written; a name in capitals still speaks."""
    assert {who for who, _, _ in triples("PARIS: Le port ferme, selon la mairie.")} == {"la mairie"}
    assert {who for who, _, _ in triples("LOWE: We will open it again.", "en")} == {"LOWE"}


def test_a_title_inside_what_a_sentence_is_about_is_not_the_last_speakers() -> None:
    """ "L'article, qui prévoit « … », est voté" after somebody's words is not that one's."""
    said = '"De petites entreprises ne pourront pas payer", a souligné Ivo Sarre.'
    next_one = 'L\'article 4 du projet, qui prévoit "la revalorisation de la prime au 1er mai", est voté.'
    assert len(triples(f"{said} {next_one}")) == 1


def test_one_report_is_told_once_where_a_noun_and_a_verb_could_both_tell_it() -> None:
    """ "A report saying that": the verb has the clause; "a fait valoir X": the second word is no cue."""
    found = triples("Last week the board released a report saying that adults should be able to ask.", "en")
    assert {cue for _, cue, _ in found} == {"saying"}
    found = triples("«Il est important de s'écouter», a fait valoir le dirigeant lyracois.")
    assert {cue for _, cue, _ in found} == {"fait valoir"}


def test_a_witness_whom_a_report_turns_to_speaks_in_the_words_that_stand_alone() -> None:
    """ "Gérard est venu …. « Je suis … »" is his, not the last speaker's; what is told of nobody is not."""
    said = "Ana Sol assure que le port ferme."
    own = "« Je suis un marin à la retraite, j'ai été de toutes les grèves. »"
    other = "« Le port a toujours été de toutes les grèves du pays. »"
    met = "Sur le quai, Gérard est venu avec son fils. Il a rejoint les dockers."
    assert {who for who, _, what in triples(f"{said} {met} {own}") if what.startswith("«")} == {"Gérard"}
    assert {who for who, _, what in triples(f"{said} {met} {other}") if what.startswith("«")} == {"Ana Sol"}


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "Peter Lund said:\n“We are tired of this war.”", "Peter Lund"),
        ("fr", "Le rapport conclut :\n« La digue était peu sûre pour tous. »", "Le rapport"),
        (
            "fr",
            "Ana Sol a dit que le plan était injuste.\nPaul Sarre, maire de Brindelle, a déclaré :\n"
            "« Le commerce apporte de nouveaux risques à tous les ports. »",
            "Paul Sarre, maire de Brindelle",
        ),
    ],
)
def test_a_line_that_ends_in_a_colon_tells_whose_the_next_one_is(lang: str, text: str, who: str) -> None:
    """The quotation stands in a paragraph of its own; who spoke before does not go on."""
    assert who in {source for source, _, content in triples(text, lang) if content[0] in "«“"}


def test_only_the_next_line_is_whose_the_line_with_a_colon_tells() -> None:
    """A line further on, nobody is announced."""
    told = "Peter Lund writes to all of us:\nThe port is shut.\n“My sons and I do not know where to go.”"
    assert "Peter Lund" not in {who for who, _, _ in triples(told, "en")}


def test_a_day_before_a_spaced_dash_is_no_speaker() -> None:
    """Only a hyphen inside a word keeps a number from being a date ("a 23-year-old")."""
    found = triples("Le port fermera bientôt, a déclaré mardi - jour de marché - le maire.")
    assert "mardi" not in {who for who, _, _ in found}
