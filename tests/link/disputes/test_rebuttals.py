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
        ("Une version que le maire conteste.", "fr"),
        ("An allegation denied by the mayor.", "en"),
        ("Contrairement à ce qu'affirme Lise Aubray, le bois était marqué.", "fr"),
        ("Contrary to what Lise Aubray claims, the timber was marked.", "en"),
        ("La mairie dément formellement.", "fr"),
        ("The town hall denied this.", "en"),
        ("Le maire nie les faits.", "fr"),
        ("The mayor denies any wrongdoing.", "en"),
        ("La mairie nie tout en bloc et s'en tient là.", "fr"),
        ("The mayor denied everything and went home.", "en"),
        ("Le maire dément formellement cet appel.", "fr"),
        ("Le maire a démenti l'annonce.", "fr"),
        ("The mayor denied this sale.", "en"),
        ("The mayor denied the announcement.", "en"),
        ("« Comment peut-on dire une chose pareille ? », répond le maire.", "fr"),
        ("“How can anyone say such a thing?” the mayor asked.", "en"),
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
        ("Une version que le maire a lue à voix haute.", "fr"),
        ("Le maire ne dément pas.", "fr"),
        ("Le maire ne dément pas cette vente.", "fr"),
        ("The mayor did not deny this sale.", "en"),
        ("Le maire nie tout de suite la vente du quai.", "fr"),
        ("Le maire a toujours contesté tout usage du quai la nuit.", "fr"),
        ("Contrairement à sa sœur, Lise Aubray vit au port.", "fr"),
        ("Contrary to the mayor, Lise Aubray lives by the port.", "en"),
    ],
)
def test_sentences_that_reject_nothing_said_before_are_silent(rebuttal: str, lang: str) -> None:
    """Nothing is linked where nothing is rejected, or where the sentence says itself what is."""
    assert told(rebuttal, lang) == ()


def test_doubt_about_a_source_has_a_level_of_its_own() -> None:
    """ "Ces témoins sont peu crédibles" questions the source, not the fact."""
    for words, lang in (
        ("Ces témoins sont peu crédibles.", "fr"),
        ("Ce rapport n'a aucune crédibilité.", "fr"),
        ("This report has no credibility.", "en"),
        ("That outlet is propaganda.", "en"),
    ):
        (found,) = told(words, lang)
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
        ("ce qui n'est pas confirmé par les images", "fr", 1),
        ("which is not borne out by the pictures", "en", 1),
        ("ce qui est confirmé par les images", "fr", 0),
        ("which is borne out by the pictures", "en", 0),
        ("une accusation que le maire ne conteste pas", "fr", 0),
        ("une vente que le maire regrette", "fr", 0),
    ],
)
def test_words_after_a_comma_reject_what_stands_before_it(words: str, lang: str, count: int) -> None:
    """An apposition that calls the clause before it an accusation, or takes it up whole, carries a denial."""
    story = Story().doc("x1", f"Selon Lise Aubray, {CLAIM[lang]}, {words}.", "Le Fanal", lang=lang)
    story.said("x1", CLAIM[lang], "Lise Aubray", SourceKind.named_person)
    assert len(story.claim("x1", CLAIM[lang]).disputed_by) == count


@pytest.mark.parametrize(
    ("words", "lang", "count"),
    [
        ("(ce que la scierie a réfuté)", "fr", 1),
        ("– une accusation que nie le maire –", "fr", 1),
        ("– l'intéressé a démenti l'accusation –", "fr", 1),
        ("(a claim that the mayor denies)", "en", 1),
        ("– the mayor denied the accusation –", "en", 1),
        ("(ce que la scierie a regretté)", "fr", 0),
        ("– the mayor heard the accusation –", "en", 0),
    ],
)
def test_an_aside_rejects_what_stands_before_it(words: str, lang: str, count: int) -> None:
    """The same in brackets and between dashes, where a clause of its own may deny "the accusation"."""
    rest = {"fr": ", et la mairie se tait.", "en": ", and the town hall is silent."}[lang]
    story = Story().doc("x1", f"Selon Lise Aubray, {CLAIM[lang]} {words}{rest}", "Le Fanal", lang=lang)
    story.said("x1", CLAIM[lang], "Lise Aubray", SourceKind.named_person)
    assert len(story.claim("x1", CLAIM[lang]).disputed_by) == count


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le bac a pris 300 dockers, selon les chiffres du port, contestés par les mariniers.", "fr"),
        ("Selon les comptages du port, contestés chaque mois par les mariniers, {}.", "fr"),
        ("According to the port, whose figures are disputed by the crews, {}.", "en"),
    ],
)
def test_a_count_that_its_own_sentence_calls_contested(text: str, lang: str) -> None:
    """ "Figures disputed by X" beside a count contests that count."""
    count = {"fr": "Le bac a pris 300 dockers", "en": "the ferry took 300 dockers"}[lang]
    text = text.format(count)
    story = Story().doc("x1", text, "Le Fanal", lang=lang)
    story.said("x1", count, "du port" if lang == "fr" else "the port")
    (found,) = story.claim("x1", count).disputed_by
    assert found.level is DisputeLevel.figure
    assert found.span.of(text).endswith(("mariniers", "crews"))


def test_who_contests_a_count_does_not_contest_his_own() -> None:
    """ "Figures disputed by the crews, who count 700" goes back to the count before it."""
    story = Story().doc(
        "x1",
        "Le bac a pris 300 dockers, selon le port. "
        "Des chiffres contestés par les mariniers, qui en comptent 700 sur le quai.",
        "Le Fanal",
    )
    story.said("x1", "Le bac a pris 300 dockers", "le port")
    story.said("x1", "qui en comptent 700 sur le quai", "les mariniers")
    assert {d.doc for d in story.claim("x1", "300").disputed_by} == {"x1"}
    assert all(
        "contestés" not in d.span.of(story.docs["x1"].text) for d in story.claim("x1", "700").disputed_by
    )


def test_who_goes_on_in_a_sentence_without_a_place_rejects_nothing_of_his_own() -> None:
    """ "« Tout cela est absurde », ajoute X" after X's own words goes back to nothing that X said."""
    text = f"{CLAIM['fr']}, selon Lise Aubray. « C'est absurde », ajoute {{}}."
    for who, count in (("Lise Aubray", 0), ("Aubin Trellec", 1)):
        story = Story().doc("x1", text.format(who).replace("selon Lise", "dit Lise"), "Le Fanal")
        story.said("x1", CLAIM["fr"], "Lise Aubray", SourceKind.named_person)
        story.said("x1", "C'est absurde", who, SourceKind.named_person, form=Form.direct)
        assert len(story.claim("x1", CLAIM["fr"]).disputed_by) == count


@pytest.mark.parametrize(
    ("text", "lang", "now", "then"),
    [
        (
            "Le bac a pris 300 dockers, contre 700 la semaine précédente, selon les comptages du port, "
            "contestés par les mariniers.",
            "fr",
            "Le bac a pris 300 dockers",
            "contre 700 la semaine précédente",
        ),
        (
            "The ferry took 300 dockers, down from 700 last week, the port says. "
            "These figures are disputed by the crews.",
            "en",
            "The ferry took 300 dockers",
            "down from 700 last week",
        ),
    ],
)
def test_a_count_told_for_comparison_is_not_the_contested_one(
    text: str, lang: str, now: str, then: str
) -> None:
    """Who contests counts contests that of the day, not the one that it is compared with."""
    story = Story().doc("x1", text, "Le Fanal", lang=lang)
    source = {"fr": "du port", "en": "the port"}[lang]
    story.said("x1", now, source)
    story.said("x1", then, source)
    assert [d.level for d in story.claim("x1", now).disputed_by] == [DisputeLevel.figure]
    assert not story.claim("x1", then).disputed_by


def test_a_denial_of_this_call_is_of_what_stands_right_before_it() -> None:
    """Not of what is more like it further up, nor of a count in between."""
    story = Story().doc(
        "x1",
        "Selon Paul Merle, les dockers démentent tout appel. "
        "Selon Lise Aubray, une marche partira lundi du quai. "
        "Selon Lise Aubray, 900 personnes sont inscrites. Les dockers ont démenti cet appel.",
        "Le Fanal",
    )
    for words, who in (
        ("les dockers démentent tout appel", "Paul Merle"),
        ("une marche partira lundi du quai", "Lise Aubray"),
        ("900 personnes sont inscrites", "Lise Aubray"),
    ):
        story.said("x1", words, who, SourceKind.named_person)
    contested = [c.text for c in story.claims() if c.disputed_by]
    assert contested == ["Selon Lise Aubray, une marche partira lundi du quai."]
