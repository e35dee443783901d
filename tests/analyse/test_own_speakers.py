"""A sentence that quotes names its own speaker before the one of the sentence before goes on."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import words_of
from tests.analyse.test_statements import triples

QUOTE = "« Le pont que nous avons bâti va tomber »"


def speakers(text: str) -> list[str]:
    found = find_statements(Document(id="d", text=text, lang="fr"))
    return [words_of(text, s.source) for s in found]


@pytest.mark.parametrize(
    ("aside", "speaker"),
    [
        ("a-t-il encore dit", "il"),
        ("a-t-elle sèchement martelé", "elle"),
        ("a cinglé dimanche Ivo Sarre", "Ivo Sarre"),
        ("a notamment tweeté Jean-Luc Sarre, qui y voit une faute", "Jean-Luc Sarre"),
        ("a approuvé dimanche Ivo Sarre", "Ivo Sarre"),
    ],
)
def test_an_aside_is_read_whatever_the_parser_takes_its_participle_for(aside: str, speaker: str) -> None:
    """Behind a quotation a helper and a word like a participle report, also when the parse sees no verb."""
    assert speakers(f"{QUOTE}, {aside}.") == [speaker]


@pytest.mark.parametrize(
    ("aside", "speaker"),
    [
        ("a indiqué au Quai Ivo Sarre", "Ivo Sarre"),
        ("a indiqué à l'ANP Ivo Sarre", "Ivo Sarre"),
        ("a déclaré à sa sortie de la mairie Mme Sarre", "Mme Sarre"),
        (
            "a indiqué au Quai le Brindellois à l'origine du cliché",
            "le Brindellois à l'origine du cliché",
        ),
    ],
)
def test_whom_a_speaker_told_is_no_part_of_the_speaker(aside: str, speaker: str) -> None:
    """ "A indiqué au Quai Ivo Sarre": the Quai was told by Ivo Sarre."""
    assert speakers(f"{QUOTE}, {aside}.")[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "M. Sarre « ne pense pas que ce soit des dockers venus d'ailleurs » qui aient peint la digue.",
            "M. Sarre",
        ),
        (
            "Mais samedi, Ivo Sarre est venu saluer un port qui incarne « la droiture et le goût du sel ».",
            "Ivo Sarre",
        ),
        ("Et Ivo Sarre la « haine » d'un « port qu'on a laissé tomber sans rien dire ».", "Ivo Sarre"),
    ],
)
def test_a_sentence_about_somebody_quotes_that_one(text: str, speaker: str) -> None:
    """A quotation inside a sentence is not the last speaker's when the sentence is about somebody by name."""
    assert speakers(f"Ana Sol a assuré que le port fermait. {text}")[:2] == ["Ana Sol", speaker]


def test_a_quotation_inside_a_sentence_about_a_thing_goes_on() -> None:
    """Where no person is the subject, the last speaker's words go on."""
    text = "Ana Sol a assuré que le port fermait. Mais cela permet « à ces bateaux de partir plus tôt »."
    assert speakers(text) == ["Ana Sol", "Ana Sol"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pour le porte-parole du port, la « bonne réponse » à la crue serait « que l'on se réunisse ».",
            (
                "le porte-parole du port",
                "Pour",
                "la « bonne réponse » à la crue serait « que l'on se réunisse »",
            ),
        ),
        (
            "A gauche, pour l'ancien maire Ivo Sarre, « la multiplication des crues signe un abandon ».",
            ("l'ancien maire Ivo Sarre", "pour", "« la multiplication des crues signe un abandon »"),
        ),
        (
            "Pour le ministre chargé des liens avec l'eau Ivo Sarre, la commission pose « un œil sévère ».",
            (
                "le ministre chargé des liens avec l'eau Ivo Sarre",
                "Pour",
                "la commission pose « un œil sévère »",
            ),
        ),
        (
            "Selon nos informations, le groupe d'étude sur la pêche va organiser une réunion mardi.",
            ("nos informations", "Selon", "le groupe d'étude sur la pêche va organiser une réunion mardi"),
        ),
        (
            "Le préfet a lui dénoncé « un simulacre de procès en place publique ».",
            ("Le préfet", "dénoncé", "« un simulacre de procès en place publique »"),
        ),
        (
            "Ivo Sarre, lui, jubile : « Avec les dockers on assiste à la fin de la digue ».",
            ("Ivo Sarre", "", "« Avec les dockers on assiste à la fin de la digue »"),
        ),
    ],
)
def test_whose_view_a_sentence_gives(text: str, expected: tuple[str, str, str]) -> None:
    """The subject behind the comma is no part of whose view it is, whatever the parse hangs together."""
    assert expected in triples(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            f"{QUOTE} a déploré dans un tweet Ivo Sarre, délégué à la lutte contre la rouille.",
            "Ivo Sarre",
        ),
        (f"{QUOTE}, affirme dans le même cortège Xavier, 42 ans, docker.", "Xavier, 42 ans, docker"),
        ("Le quai est vite vidé, assure Pierre à quelques mètres de là.", "Pierre"),
        ("Elle dit que Jean Mel, le leader du Front libre « ne condamne pas » le vol du bac.", "Elle"),
    ],
)
def test_a_name_behind_a_place_or_a_paper_begins_the_speaker(text: str, speaker: str) -> None:
    """ "Dans un tweet Ivo Sarre": where it was said is no part of who said it; nor where he stands."""
    assert speakers(text)[0].startswith(speaker)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ivo Sarre a lancé un appel à ceux qui se revendiquent du mouvement des dockers.", "fr"),
        (
            "Donc, « on » lynche des marins, « on » chante au port, « on » reprend les codes des années 30.",
            "fr",
        ),
        ("Pour son acte VI à trois jours de Noël, la foule des marins a fortement baissé samedi.", "fr"),
        ("The scans showed women with two embryos transferred per IVF cycle, while others had one.", "en"),
        ("However, an increase also was seen in all waves, indicating the younger women are at risk.", "en"),
    ],
)
def test_who_says_nothing_is_no_source(text: str, lang: str) -> None:
    """Who claims to be of a movement, a quoted subject, an event, a rate and a change are no sources."""
    found = find_statements(Document(id="d", text=text, lang=lang))
    named = [words_of(text, s.source) for s in found if s.source]
    assert named in ([], ["The scans"])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Quant à la ministre du Port, Ana Sarre, elle a estimé que le bac est sûr.",
            "la ministre du Port, Ana Sarre",
        ),
        ("Quant à Ana Sarre, Ivo Corbaz a estimé que le bac est sûr.", "Ivo Corbaz"),
    ],
)
def test_whom_a_sentence_opens_with_is_its_pronoun(text: str, speaker: str) -> None:
    """ "Quant à X, elle dit": X says it; not where somebody else is the subject."""
    assert speakers(text) == [speaker]


def test_a_quotation_pulled_out_is_that_of_who_says_it_in_the_text() -> None:
    """A quotation that stands alone and comes again with its speaker is no word of who spoke last."""
    pulled = "C'est la version hideuse de la crue des luttes"
    text = f"Ana Sol réclamera « la fin de la digue du nord ». « {pulled}. » La mer monte. "
    text += f"« Des gens s'accrochent, explique Ivo Sarre. {pulled}. »"
    assert speakers(text) == ["Ana Sol", "Ivo Sarre", "Ivo Sarre"]


def test_a_quotation_with_its_speaker_inside_is_told_once() -> None:
    """ "« P, dit X. Q »" is X's, and not the last speaker's as well."""
    text = "Ana Sol réclamera « la fin de la digue du nord ». "
    text += "« Il ne faut pas tout mêler, insiste Ivo Sarre. Nous avons le temps. »"
    assert speakers(text) == ["Ana Sol", "Ivo Sarre"]
