"""Chains that go on: to who is told to have said it, and to the images that a sentence describes."""

from __future__ import annotations

from selon.model.actor import ActorKind
from selon.model.statement import SourceKind, Stance
from tests.link.story import Story

WORDS = "avoir ouvert la vanne du barrage de Sourdelle"


def test_a_paper_that_tells_who_said_it_is_not_the_last_source() -> None:
    """ "According to Le Quai, a diver admitted …" ends at the diver, in whatever claim his words are."""
    whole = f"un plongeur du port d'Ouvrelac a reconnu {WORDS}"
    story = Story().doc("x1", f"Selon Le Quai, {whole}.", "La Digue")
    story.said("x1", whole, "Le Quai", SourceKind.media)
    story.said("x1", WORDS, "un plongeur du port d'Ouvrelac", SourceKind.anonymous, cue="a reconnu")
    assert {o.kind for c in story.claims() for o in c.origins} == {ActorKind.anonymous}


def test_what_somebody_denies_inside_is_the_paper_s_word() -> None:
    """A paper that tells a denial stays the source of its words: who denies asserts nothing."""
    whole = f"un plongeur du port d'Ouvrelac nie {WORDS} samedi avant la crue de la Bormée"
    story = Story().doc("x1", f"Selon Le Quai, {whole}.", "La Digue")
    story.said("x1", whole, "Le Quai", SourceKind.media)
    story.said("x1", WORDS, "un plongeur du port d'Ouvrelac", SourceKind.anonymous, Stance.denies, cue="nie")
    assert ActorKind.media in {o.kind for c in story.claims() for o in c.origins}


def test_what_images_show_has_the_images_as_its_source() -> None:
    """A sentence of the outlet's own that opens with "on the footage" ends at the footage, on record."""
    told = "un homme en ciré jaune tourne la roue de la vanne du barrage de Sourdelle vers 16 h 45"
    story = Story().doc("x1", f"Sur les images de la scène, {told}.", "Le Quai")
    story.said("x1", f"Sur les images de la scène, {told}.")
    story.doc("y1", f"{told[0].upper()}{told[1:]}, a indiqué la mairie d'Ouvrelac.", "La Digue")
    story.said("y1", f"{told[0].upper()}{told[1:]}", "la mairie d'Ouvrelac", SourceKind.office)
    claim = story.claim("x1", "la roue de la vanne")
    assert {o.kind for o in claim.origins} == {ActorKind.document, ActorKind.office}


def test_a_figure_beside_a_denial_is_the_outlet_s() -> None:
    """ "42 boats sank, the only count, which the fishermen contest": the fishermen are no source of it."""
    story = Story().doc(
        "x1", "Au port, 42 bateaux ont coulé, le seul décompte, contesté par les pêcheurs.", "Le Quai"
    )
    story.said("x1", "le seul décompte", "les pêcheurs", SourceKind.anonymous, Stance.denies, cue="contesté")
    story.doc("y1", "42 bateaux ont coulé au port, a indiqué la mairie d'Ouvrelac.", "La Digue")
    story.said("y1", "42 bateaux ont coulé au port", "la mairie d'Ouvrelac", SourceKind.office)
    claim = story.claim("y1", "42 bateaux")
    assert {a.doc for a in claim.assertions} == {"x1", "y1"}
    assert claim.origin_count == 1
