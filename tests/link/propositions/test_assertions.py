"""Assertions: what of a statement is compared."""

from __future__ import annotations

from selon.link.propositions.assertions import propositions
from selon.link.propositions.propositions import Proposition
from selon.model.statement import Form, Stance
from tests.link.story import Story


def found(story: Story) -> tuple[Proposition, ...]:
    return propositions(list(story.docs.values()), story.statements, story.quantities())


def test_each_sentence_of_a_quotation_is_compared_on_its_own() -> None:
    """A quotation of two sentences gives two propositions with their own places."""
    story = Story().doc("d0", "« Le pont tient bon. La crue est passée. », dit Lise Aubray.", "Le Quai")
    story.said("d0", "Le pont tient bon. La crue est passée.", "Lise Aubray", form=Form.direct)
    assert [p.text for p in found(story)] == ["Le pont tient bon", "La crue est passée"]


def test_a_denial_turns_the_content_round_but_not_the_words_of_who_denies() -> None:
    """ "Dément que P" is not-P; "« Il n'y a pas eu P », dément X" is not-P by its own words only."""
    story = Story().doc("d0", "Lise Aubray dément que le pont ait cédé dimanche.", "Le Quai")
    story.said("d0", "le pont ait cédé dimanche", "Lise Aubray", stance=Stance.denies)
    story.doc("d1", "« Le pont est resté debout dimanche », dément Lise Aubray.", "La Digue")
    story.said(
        "d1", "Le pont est resté debout dimanche", "Lise Aubray", stance=Stance.denies, form=Form.direct
    )
    assert [p.positive for p in found(story)] == [False, True]


def test_negative_words_turn_a_content_round_idioms_do_not() -> None:
    """ "Aucun" denies; "pas moins de" does not."""
    story = Story().doc(
        "d0", "Aucun bateau n'a quitté le port. Pas moins de dix barques ont coulé.", "Le Quai"
    )
    story.said("d0", "Aucun bateau n'a quitté le port.")
    story.said("d0", "Pas moins de dix barques ont coulé.")
    assert [p.positive for p in found(story)] == [False, True]


def test_what_nobody_says_is_asserted_by_nobody() -> None:
    """ "Aucun témoin ne dit que …" is no voice for it; "une personne dit" is."""
    story = Story().doc("d0", "Aucun témoin ne dit que le pont a cédé dimanche.", "Le Quai")
    story.said("d0", "le pont a cédé dimanche", "Aucun témoin")
    story.doc("d1", "Une personne dit que le pont a cédé dimanche.", "La Digue")
    story.said("d1", "le pont a cédé dimanche", "Une personne")
    assert [p.doc for p in found(story)] == ["d1"]


def test_an_inner_statement_stands_for_its_outer_one() -> None:
    """Where a statement reports another of the same words, one proposition is left: the inner one."""
    story = Story().doc("d0", "Le pont a cédé, a dit la maire, citant les pompiers.", "Le Quai")
    outer = story.said("d0", "Le pont a cédé", "la maire")
    inner = story.said("d0", "Le pont a cédé", "les pompiers", parent=outer)
    assert [p.statement.id for p in found(story)] == [inner.id]


def test_a_figure_set_against_another_is_a_content_of_its_own() -> None:
    """ "69.000 marcheurs, contre 84.000 la semaine précédente" holds two propositions."""
    story = Story().doc(
        "d0", "La mairie a compté 69.000 marcheurs, contre 84.000 la semaine précédente.", "Le Quai"
    )
    story.said("d0", "69.000 marcheurs, contre 84.000 la semaine précédente", "La mairie")
    assert [[q.value for q in p.figures] for p in found(story)] == [[69_000], [84_000]]


def test_a_figure_that_no_content_covers_is_taken_beside_its_source() -> None:
    """ "Selon X, qui a compté N …": the clause with the figure is asserted by X."""
    story = Story().doc(
        "d0",
        "Le pont tient bon, selon la mairie de Brindelle, qui a compté 69.000 marcheurs, un record.",
        "Le Quai",
    )
    said = story.said("d0", "Le pont tient bon", "la mairie de Brindelle")
    figured = [p for p in found(story) if p.figures]
    assert [p.statement.id for p in figured] == [said.id]
    assert figured[0].text.endswith("69.000 marcheurs")


def test_a_false_thing_is_no_denial_what_is_called_false_is() -> None:
    """ "Un faux plafond" denies nothing; "il est faux que" and "is false" do."""
    story = Story().doc(
        "d0", "Un faux plafond cachait les barils. Il est faux que le pont ait cédé.", "Le Quai"
    )
    story.said("d0", "Un faux plafond cachait les barils.")
    story.said("d0", "Il est faux que le pont ait cédé.")
    story.doc("d1", "A false wall hid the barrels. The story of the bridge is false.", "The Quay", lang="en")
    story.said("d1", "A false wall hid the barrels.")
    story.said("d1", "The story of the bridge is false.")
    assert [p.positive for p in found(story)] == [True, False, True, False]


def test_what_is_left_open_asserts_nothing() -> None:
    """Who wonders whether the bridge holds says neither that it does nor that it does not."""
    story = Story().doc("d0", "Lise Aubray attend de savoir si le pont de Sourdelle tiendra.", "Le Quai")
    story.said("d0", "attend de savoir si le pont de Sourdelle tiendra", "Lise Aubray")
    assert not found(story)


def test_a_source_of_a_part_is_no_source_of_the_whole() -> None:
    """ "700 marched, including 90 in the port according to the police": the police counted the part."""
    story = Story().doc(
        "d0", "Ils étaient 700 marcheurs à Brindelle, dont 90 au port selon la police.", "Le Quai"
    )
    said = story.said("d0", "dont 90 au port", "la police")
    text = story.docs["d0"].text
    assert [p.span.of(text) for p in found(story) if p.statement.id == said.id] == ["dont 90 au port"]


def test_who_does_not_deny_a_thing_neither_says_nor_denies_it() -> None:
    """ "Did not deny that P" is no word for P and none against it; "denied that P" is."""
    for text, cue, lang, count in (
        ("Lise Aubray ne nie pas que le pont ait cédé dimanche.", "nie", "fr", 0),
        ("Lise Aubray nie que le pont ait cédé dimanche.", "nie", "fr", 1),
        ("Lise Aubray did not deny that the bridge gave way on Sunday.", "deny", "en", 0),
        ("Lise Aubray has not ruled out that the bridge gave way on Sunday.", "ruled out", "en", 0),
        ("Lise Aubray denied that the bridge gave way on Sunday.", "denied", "en", 1),
    ):
        story = Story().doc("d0", text, "Le Quai", lang=lang)
        content = text[text.index("que " if lang == "fr" else "that ") : -1]
        story.said("d0", content, "Lise Aubray", stance=Stance.denies, cue=cue)
        assert len(found(story)) == count


def test_a_denial_before_the_cue_turns_no_other_content_round() -> None:
    """ "Denies it all and says that P" says P."""
    for text, cue, lang in (
        ("Lise Aubray nie tout en bloc et assure que le pont a cédé dimanche.", "assure", "fr"),
        ("Lise Aubray denied it all and said that the bridge gave way on Sunday.", "said", "en"),
    ):
        story = Story().doc("d0", text, "Le Quai", lang=lang)
        story.said("d0", text[text.index(cue) + len(cue) + 1 : -1], "Lise Aubray", cue=cue)
        assert [p.positive for p in found(story)] == [True]
