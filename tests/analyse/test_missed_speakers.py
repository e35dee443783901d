"""Speakers that articles nobody had read showed to be missed, on invented sentences."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.analyse.units import find_units
from selon.analyse.witnesses import first_named
from selon.model.document import Document
from selon.model.span import Span
from tests.analyse.test_statements import triples

BRACKETS = [
    (
        "Samedi, près de 900 marcheurs (selon la mairie) étaient sur le quai.",
        [("la mairie", "selon", "près de 900 marcheurs … étaient sur le quai")],
    ),
    (
        "La marche a réuni 900 personnes (selon la police).",
        [("la police", "selon", "La marche a réuni 900 personnes")],
    ),
    (
        "Une marche a eu lieu à Brindelle, rassemblant de 900 (selon la police) à 1 100 personnes (selon les"
        " organisateurs) dans le calme.",
        [
            ("la police", "selon", "rassemblant de 900"),
            ("les organisateurs", "selon", "à 1 100 personnes … dans le calme"),
        ],
    ),
]

SPEAKERS = [
    ("Selon le récit de M. Sarre, la porte a cédé.", "le récit de M. Sarre", "Selon"),
    ("« La digue est trop basse », dixit Ana Sol.", "Ana Sol", "dixit"),
    ("Le gouvernement juge que le port recule.", "Le gouvernement", "juge"),
    ("Hier, l'exécutif juge que le port, qui dure, recule encore.", "l'exécutif", "juge"),
    ("Le gouvernement fait savoir que le pont est fermé.", "Le gouvernement", "fait savoir"),
    ('"Vous devez présenter un plan", a ajouté De Morlaix.', "De Morlaix", "ajouté"),
    ("Hier, Van Tremel a affirmé que le pont est fermé.", "Van Tremel", "affirmé"),
    ("«Le port est responsable de tout cela», a jugé Marine Le Bihan.", "Marine Le Bihan", "jugé"),
    ("Marine Le Bihan a affirmé que le pont est fermé.", "Marine Le Bihan", "affirmé"),
    ("Le maire accuse, pour sa part, le port d'essayer de gagner du temps.", "Le maire", "accuse"),
    ("«Le port n'est le gardien de personne», évacuait dimanche Ivo Sarre.", "Ivo Sarre", "évacuait"),
    (
        "«Le port n'est le gardien de personne», évacuait dimanche sur Rive 3 Ivo Sarre, le maire.",
        "Ivo Sarre, le maire",
        "évacuait",
    ),
    ('"C\'est un peu triste pour nous", indique, dépité, un marin.', "un marin", "indique"),
    ("\"On est tous d'accord sur ce pont\", ont affirmé à l'AFP des marins.", "des marins", "affirmé"),
    (
        '"Les marins veulent rappeler que le port a tenu" ses quais, a indiqué dans un communiqué la Ligue.',
        "la Ligue",
        "indiqué",
    ),
    ('"Nous avons repéré des courants en mer" à Brindelle, écrit Ivo Sarre.', "Ivo Sarre", "écrit"),
    ("« Nous sommes devenus une famille », pense Ana Sol.", "Ana Sol", "pense"),
    ("« Le port va perdre ses marins cet hiver », souligne son entourage.", "son entourage", "souligne"),
    ("« Le port va perdre ses marins », a rappelé mi-janvier la capitaine.", "la capitaine", "rappelé"),
    ('"La caisse n\'accepte plus de dons", a indiqué Leetchi dans un communiqué.', "Leetchi", "indiqué"),
]


@pytest.mark.parametrize(("text", "found"), BRACKETS)
def test_a_source_in_brackets_has_said_what_stands_around_them(text, found):
    """The clause around a bracket, or what stands before it where another one follows."""
    assert triples(text) == set(found)


@pytest.mark.parametrize(("text", "source", "cue"), SPEAKERS)
def test_who_speaks_is_found(text, source, cue):
    """A speaker is found whatever verb leads to him, however his name is printed."""
    assert [(who, how) for who, how, _ in triples(text)] == [(source, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Le juge que le maire a reçu est parti.",
        "La lettre du juge que le maire cite est longue.",
        "Un ancien juge que l'on disait malade est mort.",
    ],
)
def test_a_noun_before_a_relative_clause_is_no_verb(text):
    """ "Le juge que le maire a reçu" judges nothing."""
    assert not triples(text)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_form_at_the_end_of_a_text_says_nothing(lang):
    """A text that breaks off behind "according to" is read all the same."""
    text = {"fr": "Le pont est fermé, selon", "en": "The bridge is closed, according to"}[lang]
    assert find_statements(Document("d", text, lang)) == ()


def test_no_list_of_a_light_pack_tells_what_links_words():
    """A name before a quotation is looked at in every language, whatever lists its pack brings."""
    doc = Document("d", "Вчера мэр Иван Сарре пришёл: «Мост закрыт до весны, и это знает каждый».", "ru")
    (unit,) = (one for one in find_units(doc) if one.quotes)
    assert first_named(doc, unit) == (Span(10, 20),)
