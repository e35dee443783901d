"""Sentences that reject what stands before them, and what they are linked to."""

from __future__ import annotations

import pytest

from selon.model.claim import Dispute, DisputeLevel
from selon.model.statement import Form, SourceKind
from tests.link.story import Story

CLAIM = {"fr": "la scierie d'Ouvrelac a vendu du bois volé", "en": "the Ouvrelac sawmill sold stolen timber"}
SAYS = {"fr": "{} selon Lise Aubray. ", "en": "{} according to Lise Aubray. "}


def told(rebuttal: str, lang: str = "fr") -> tuple[Dispute, ...]:
    """What disputes a claim that the sentence `rebuttal` follows."""
    story = Story().doc("x1", SAYS[lang].format(CLAIM[lang]) + rebuttal, "Le Fanal", lang=lang)
    story.said("x1", CLAIM[lang], "Lise Aubray", SourceKind.named_person)
    return story.claim("x1", CLAIM[lang]).disputed_by


@pytest.mark.parametrize(
    ("rebuttal", "lang"),
    [
        ("Le maire d'Ouvrelac dément ces accusations.", "fr"),
        ("Cette version est contredite par le registre du port.", "fr"),
        ("Le maire avait affirmé le contraire.", "fr"),
        ("« C'est totalement faux », répond le maire.", "fr"),
        ("« C'est indigne de dire des choses pareilles », répond le maire.", "fr"),
        ("The mayor dismissed those allegations.", "en"),
        ("The mayor rejected the accusations.", "en"),
        ("“That is simply not true,” the mayor said.", "en"),
    ],
)
def test_what_points_back_disputes_what_stands_before_it(rebuttal: str, lang: str) -> None:
    """A demonstrative, a pronoun or "the contrary" carries the denial to the claim before it."""
    (found,) = told(rebuttal, lang)
    assert (found.doc, found.level) == ("x1", DisputeLevel.denies)


@pytest.mark.parametrize(
    ("rebuttal", "lang"),
    [
        ("Ces accusations ont été portées lundi.", "fr"),
        ("Le maire dément les accusations de corruption qui visent son frère.", "fr"),
        ("C'est un mardi que le bac est parti.", "fr"),
        ("The mayor read those allegations aloud.", "en"),
    ],
)
def test_sentences_that_reject_nothing_said_before_are_silent(rebuttal: str, lang: str) -> None:
    """Nothing is linked where nothing is rejected, or where the sentence says itself what is."""
    assert told(rebuttal, lang) == ()


def test_doubt_about_a_source_has_a_level_of_its_own() -> None:
    """ "Ces témoins sont peu crédibles" questions the source, not the fact."""
    (found,) = told("Ces témoins sont peu crédibles.")
    assert found.level is DisputeLevel.source


def test_a_rejected_count_is_the_figure_before_it() -> None:
    """ "Ces chiffres sont contestés" goes back to the nearest figure, not to what was said of the sky."""
    story = Story().doc(
        "x1",
        "4.000 marcheurs ont défilé à Brindelle, selon la mairie. "
        "Il pleuvait au port, selon Lise Aubray. Ces chiffres sont contestés par les bergers.",
        "Le Fanal",
    )
    story.said("x1", "4.000 marcheurs ont défilé à Brindelle", "la mairie")
    story.said("x1", "Il pleuvait au port", "Lise Aubray", SourceKind.named_person)
    (found,) = story.claim("x1", "4.000").disputed_by
    assert found.level is DisputeLevel.figure
    assert story.claim("x1", "pleuvait").disputed_by == ()


def test_nobody_rejects_his_own_words() -> None:
    """The target is the words of somebody else, further up if need be."""
    story = Story().doc(
        "x1",
        "La scierie a vendu du bois volé, selon Lise Aubray. "
        "Le pont de Sourdelle reste fermé, selon le maire. "
        "« C'est totalement faux », répond le maire.",
        "Le Fanal",
    )
    story.said("x1", "La scierie a vendu du bois volé", "Lise Aubray", SourceKind.named_person)
    story.said("x1", "Le pont de Sourdelle reste fermé", "le maire", SourceKind.office)
    text = story.docs["x1"].text
    assert text.count("le maire") == 2
    story.said("x1", "C'est totalement faux", "le maire", SourceKind.office, form=Form.direct)
    assert story.claim("x1", "Le pont").disputed_by == ()
    assert len(story.claim("x1", "La scierie").disputed_by) == 1


def test_those_who_are_counted_contest_the_count() -> None:
    """ "We are ten times more" answers the figure that stands before it."""
    story = Story().doc(
        "x1",
        "Le défilé a réuni 300 dockers, selon la préfecture de Morvagne. "
        "« Nous sommes dix fois plus », assure Lise Aubray.",
        "Le Fanal",
    )
    story.said("x1", "Le défilé a réuni 300 dockers", "la préfecture de Morvagne", SourceKind.office)
    story.said("x1", "Nous sommes dix fois plus", "Lise Aubray", SourceKind.named_person, form=Form.direct)
    claim = story.claim("x1", "Le défilé a réuni 300 dockers")
    assert [d.level for d in claim.disputed_by] == [DisputeLevel.figure]


@pytest.mark.parametrize(
    ("words", "lang", "count"),
    [
        ("une accusation « honteuse » pour le maire", "fr", 1),
        ("ce que dément la scierie", "fr", 1),
        ("a claim that the mayor rejects", "en", 1),
        ("something she denies", "en", 1),
        ("une accusation que le maire ne conteste pas", "fr", 0),
        ("une vente que le maire regrette", "fr", 0),
    ],
)
def test_words_after_a_comma_reject_what_stands_before_it(words: str, lang: str, count: int) -> None:
    """An apposition that calls the clause before it an accusation, or takes it up whole, carries a denial."""
    story = Story().doc("x1", f"Selon Lise Aubray, {CLAIM[lang]}, {words}.", "Le Fanal", lang=lang)
    story.said("x1", CLAIM[lang], "Lise Aubray", SourceKind.named_person)
    assert len(story.claim("x1", CLAIM[lang]).disputed_by) == count
