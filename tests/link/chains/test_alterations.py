"""Which places of a copy change what its original says, and which only stand where it stood."""

from __future__ import annotations

import pytest

from selon.model.passage import ReuseKind
from selon.model.statement import SourceKind
from tests.link.story import Story

SAYS = {"fr": "dit Lise Aubray", "en": "says Lise Aubray"}
ASKED = "Les riverains ont été invités à garder leurs fenêtres fermées"
ORIGINAL = f"{ASKED}, dit la mairie. Personne, à la préfecture, ne parle d'autre chose que d'un accident."


@pytest.mark.parametrize(
    ("copy", "lang", "changed"),
    [
        ("Nobody at the prefecture has spoken to the residents of the quay", "en", False),
        ("The windows of the prefecture were not open on Monday", "en", False),
        ("The residents were not invited to keep their windows closed", "en", True),
        ("Les riverains n'ont pas été invités à garder leurs fenêtres fermées", "fr", True),
        ("Personne n'a vu le préfet à Morvagne ce matin", "fr", False),
    ],
)
def test_a_copy_changes_what_it_gives_in_nearly_the_same_words(copy: str, lang: str, changed: bool) -> None:
    """A denial that is aligned with two sentences contests the one that it denies, not its neighbour."""
    story = (
        Story().doc("x1", ORIGINAL, "Le Fanal").doc("y1", f"{copy}, {SAYS[lang]}.", "The Lantern", lang=lang)
    )
    story.said("x1", ASKED, "la mairie")
    story.said("y1", copy, "Lise Aubray", SourceKind.named_person)
    story.copy("y1", "x1", copy, ORIGINAL, ReuseKind.translated)
    contests = [d for c in story.claims() for d in c.disputed_by if c.text_doc == "x1"]
    assert bool(contests) is changed
