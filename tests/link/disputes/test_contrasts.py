"""What a text sets against each other contests each other."""

from __future__ import annotations

import pytest

from selon.model.statement import SourceKind
from tests.link.story import Story

RANG = {"fr": "la cloche du bac avait sonné au départ", "en": "the bell of the ferry rang at the start"}
SILENT = {"fr": "il n'a pas entendu la cloche du bac", "en": "he did not hear the bell of the ferry"}


def told(text: str, lang: str, denial: str = "", second: str = "Aubin Trellec") -> Story:
    """A text with an affirmation of Lise Aubray and what another says of it."""
    story = Story().doc("x1", text, "Le Fanal", lang=lang)
    story.said("x1", RANG[lang], "Lise Aubray", SourceKind.named_person)
    story.said("x1", denial or SILENT[lang], second, SourceKind.named_person)
    return story


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Alors que Lise Aubray a dit que {}, Aubin Trellec assure qu'{}.", "fr"),
        ("Lise Aubray a dit que {}, mais Aubin Trellec assure qu'{}.", "fr"),
        ("Lise Aubray a dit que {}. Aubin Trellec assure en revanche qu'{}.", "fr"),
        ("While Lise Aubray said {}, Aubin Trellec said {}.", "en"),
        ("Lise Aubray said {}, whereas Aubin Trellec said {}.", "en"),
        ("Lise Aubray said {}. But Aubin Trellec said {}.", "en"),
    ],
)
def test_a_word_of_contrast_ties_a_denial_to_what_stands_before_it(text: str, lang: str) -> None:
    """In one sentence or from one to the next, either way."""
    story = told(text.format(RANG[lang], SILENT[lang]), lang)
    assert [d.actor for d in story.claim("x1", RANG[lang]).disputed_by] == ["Aubin Trellec"]
    assert [d.actor for d in story.claim("x1", SILENT[lang]).disputed_by] == ["Lise Aubray"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Lise Aubray a dit que {}. Aubin Trellec assure qu'{}.", "fr"),
        ("Lise Aubray said {}. Aubin Trellec said {}.", "en"),
    ],
)
def test_places_that_nothing_ties_need_more_likeness(text: str, lang: str) -> None:
    """Two sentences in a row are about one thing; that alone is no contest."""
    story = told(text.format(RANG[lang], SILENT[lang]), lang)
    assert story.claim("x1", RANG[lang]).disputed_by == ()


def test_a_contrast_of_two_affirmations_contests_nothing() -> None:
    """ "But Trellec said that the crews paid for a new one": both may be true."""
    late = "les mariniers ont payé une cloche neuve en juin"
    story = told(f"Lise Aubray a dit que {RANG['fr']}. Mais Aubin Trellec assure que {late}.", "fr", late)
    assert all(c.disputed_by == () for c in story.claims())


def test_nobody_is_set_against_himself() -> None:
    """One source that denies one thing and affirms another is of one mind."""
    text = f"Lise Aubray a dit que {RANG['fr']}, mais qu'{SILENT['fr']}."
    story = told(text, "fr", second="Lise Aubray")
    assert all(c.disputed_by == () for c in story.claims())


@pytest.mark.parametrize(
    ("text", "lang", "causes"),
    [
        (
            "Selon Lise Aubray, {}. Mais selon Aubin Trellec, {}.",
            "fr",
            (
                "le docker a eu trois doigts brûlés à cause d'une fuite de gaz",
                "la main du docker a pris feu à la suite d'un mégot",
            ),
        ),
        (
            "According to Lise Aubray, {}. But according to Aubin Trellec, {}.",
            "en",
            (
                "three fingers of the docker were burned because of a gas leak",
                "the docker in hospital lost a hand to flames triggered by a cigarette",
            ),
        ),
    ],
)
def test_two_causes_that_a_text_sets_against_each_other_are_rivals(
    text: str, lang: str, causes: tuple[str, str]
) -> None:
    """Causes with no word in common contest each other where a word of contrast ties them."""
    for tie, count in ((text, 1), (text.replace("Mais s", "S").replace("But a", "A"), 0)):
        story = Story().doc("x1", tie.format(*causes), "Le Fanal", lang=lang)
        story.said("x1", causes[0], "Lise Aubray", SourceKind.named_person)
        story.said("x1", causes[1], "Aubin Trellec", SourceKind.named_person)
        assert len(story.claim("x1", causes[0]).disputed_by) == count
