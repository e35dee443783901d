"""Pictures as a source, on invented sentences."""

from __future__ import annotations

import pytest

from tests.analyse.test_statements import triples

SHOWN = [
    ("Une vidéo montre que la grille était ouverte.", ("Une vidéo", "montre", "que la grille était ouverte")),
    ("On voit sur la vidéo un homme jeter une pierre.", ("la vidéo", "voit", "un homme jeter une pierre")),
    (
        "Sur une autre vidéo filmée au même moment, deux bruits sont entendus.",
        ("une autre vidéo", "Sur", "deux bruits sont entendus"),
    ),
    (
        "Une vidéo a montré un garde frappé par un marcheur sans « bonnet bleu ».",
        ("Une vidéo", "montré", "un garde frappé par un marcheur sans « bonnet bleu »"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_pictures_show_what_happens(text: str, expected: tuple[str, str, str]) -> None:
    """What pictures show by a clause or by somebody who acts has the pictures as its source."""
    assert expected in triples(text)


NOT_SHOWN = [
    "Les images montrent le quai de Sourdelle.",
    "Les images montrent des « sauveteurs » errant près du hangar.",
    "La grève montre que la colère monte.",
    "On voit bien que le pont est fermé.",
]


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_what_is_only_to_be_seen_is_no_statement(text: str) -> None:
    """A place, people whom only quotation marks call so, an event, a view: no picture asserts them."""
    assert triples(text) == set()


def test_who_speaks_in_a_video_is_the_source() -> None:
    """In "in a video, X says", X speaks, not the video."""
    assert {s for s, _, _ in triples("Dans une vidéo, le maire a affirmé que le pont était fermé.")} == {
        "le maire"
    }


def test_pictures_that_a_speaker_describes_are_his_words() -> None:
    """What a lawyer sees on a film is his statement alone."""
    text = "L'avocate a expliqué que, sur la vidéo, on voit un garde frapper le docker."
    assert {s for s, _, _ in triples(text)} == {"L'avocate"}
