"""Strays: what shares a claim's topic with another origin is a claim of its own."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from selon.link.chains.scene import End, Scene
from selon.link.claims.strays import divided
from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.model.span import Span
from selon.model.statement import Form, SourceKind
from tests.link.story import Story


def test_two_bodies_that_speak_of_themselves_make_two_claims() -> None:
    """ "It will not replace the pumps" of two firms is two facts, not one fact with two origins."""
    story = Story()
    story.doc(
        "d0", "The Tarn Group said it will not replace the pumps free of charge.", "The Quay", lang="en"
    )
    story.doc("d1", "Orvane Homes said it will not replace the pumps free of charge.", "The Dyke", lang="en")
    story.said("d0", "it will not replace the pumps free of charge", "The Tarn Group")
    story.said("d1", "it will not replace the pumps free of charge", "Orvane Homes")
    assert [c.origin_count for c in story.claims()] == [1, 1]


def test_the_same_words_about_a_third_stay_one_claim() -> None:
    """Two origins that say the same of somebody else are two confirmations of one claim."""
    story = Story()
    for n, source in enumerate(("the Tarn Group", "Orvane Homes")):
        story.doc(f"d{n}", f"The old pumps leak diesel, said {source}.", f"Outlet {n}", lang="en")
        story.said(f"d{n}", "The old pumps leak diesel", source, SourceKind.organisation)
    assert [c.origin_count for c in story.claims()] == [2]


class Nearness:
    """Stands for the likeness of places: every pair by its number, 0.9 where nothing is said."""

    def __init__(self, pairs: dict[frozenset[int], float]) -> None:
        self.pairs = pairs

    def agreeing(self, group, rows):
        """The mean score of each row with the group."""
        return np.array([np.mean([self.pairs.get(frozenset((k, g)), 0.9) for g in group]) for k in rows])


def scene_of(pairs: dict[frozenset[int], float]) -> Scene:
    """A scene of ten places in one language, alike as `pairs` say."""
    text = "Le pont cède."
    said = SimpleNamespace(form=Form.indirect)
    place = SimpleNamespace(lang="fr", doc="d0", span=Span(0, len(text)), statement=said)
    docs = {"d0": Document("d0", text, "fr")}
    return SimpleNamespace(found=[place] * 10, raw=Nearness(pairs), paths=SimpleNamespace(docs=docs))


def ends_of(*names: str) -> list[End]:
    return [End(name, name, ActorKind.office, True, "d0") for name in names]


def close(*group: int, score: float = 1.1) -> dict[frozenset[int], float]:
    """All pairs of some places, close to each other."""
    return {frozenset((a, b)): score for a in group for b in group if a < b}


def test_a_place_of_another_origin_stays_only_when_its_words_are_close() -> None:
    """The fifth place ends at another source and says something near: it is a claim of its own."""
    ends = ends_of("mairie", "mairie", "mairie", "mairie", "parquet")
    assert divided(scene_of(close(0, 1, 2, 3)), range(5), ends) == [(0, 1, 2, 3), (4,)]
    assert divided(scene_of(close(0, 1, 2, 3, 4)), range(5), ends) == [(0, 1, 2, 3, 4)]


def test_places_of_one_origin_need_not_be_close() -> None:
    """However loosely they are bound, places of one source change no count and stay."""
    assert divided(scene_of({}), range(5), ends_of(*["mairie"] * 5)) == [(0, 1, 2, 3, 4)]


def test_strays_that_say_one_thing_stay_together() -> None:
    """Two origins that stray with the same words make one claim of two."""
    ends = ends_of("mairie", "mairie", "mairie", "mairie", "mairie", "parquet", "diocèse")
    found = divided(scene_of(close(0, 1, 2, 3, 4) | close(5, 6)), range(7), ends)
    assert found == [(0, 1, 2, 3, 4), (5, 6)]


def test_of_three_places_none_strays() -> None:
    """Too few places tell nothing about what the claim is."""
    ends = ends_of("mairie", "mairie", "parquet")
    assert divided(scene_of(close(0, 1)), range(3), ends) == [(0, 1, 2)]


def test_one_quotation_with_two_speakers_stays_one_claim() -> None:
    """ "We trusted the standards" given to two sources is one utterance: their "we" parts nothing."""
    story = Story()
    words = "We only sit here because the regulator approved these pumps"
    for n, source in enumerate(("the Tarn Group", "Orvane Homes")):
        story.doc(f"d{n}", f'"{words}", said {source}.', f"Outlet {n}", lang="en")
        story.said(f"d{n}", words, source, form=Form.direct)
    assert len(story.claims()) == 1
