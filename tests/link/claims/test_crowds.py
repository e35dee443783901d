"""A thousand articles of one claim, here fewer: none is lost, and neither time nor memory is quadratic."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from msgspec.structs import replace

from selon.link.bags import weights
from selon.link.propositions import likeness
from selon.link.propositions.assertions import propositions
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.repeats import repeats
from selon.model.statement import SourceKind
from tests.link.story import Story

WORDS = "Le bac Estrenne sera vendu avant le printemps"
PLACES = ("quai", "port", "phare", "dépôt", "marché", "chenal")


def copies(count: int) -> Story:
    """One text so many times, each in another outlet's own voice, all from one that names its source."""
    story = Story().doc("a", f"{WORDS}, affirme Aubin Trellec.", "Le Fanal")
    story.said("a", WORDS, "Aubin Trellec", SourceKind.named_person)
    for n in range(count - 1):
        story.doc(f"d{n:04}", f"{WORDS}.", f"Outlet {n}")
        story.said(f"d{n:04}", WORDS)
        story.copy(f"d{n:04}", "a", WORDS, WORDS)
    return story


def variants(count: int) -> Story:
    """One claim in words that differ a little, each on the word of another person."""
    story = Story()
    for n in range(count):
        said = f"{WORDS}, près du {PLACES[n % len(PLACES)]} numéro {n + 4}"
        story.doc(f"d{n:04}", f"{said}, affirme Anne{n} Morv{n}al.", f"Outlet {n}")
        story.said(f"d{n:04}", WORDS, f"Anne{n} Morv{n}al", SourceKind.named_person)
    return story


@pytest.mark.parametrize("made", [copies, variants])
def test_no_article_of_a_crowd_is_lost(made) -> None:
    """Every article stands in the one claim, each with its chain."""
    (claim,) = made(120).claims()
    assert len(claim.articles) == len(claim.chains) == 120
    assert claim.origin_count == (1 if made is copies else 120)


def test_copies_are_compared_once() -> None:
    """What is compared grows with the wordings, not with the copies."""
    few, many = (likeness_of(copies(n)) for n in (50, 400))
    assert len(few) == len(many) == 2


def likeness_of(story: Story) -> Likeness:
    found = propositions(list(story.docs.values()), story.statements, story.quantities())
    same = repeats(found)
    return Likeness([found[k] for k in same.firsts], weights([p.stems for p in found]))


def test_near_pairs_take_the_memory_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the wordings, sixteen times the pairs: the memory at work stays about what it was."""
    draw = np.random.default_rng(1)
    monkeypatch.setattr(likeness, "centred", lambda texts, _: _unit(draw.standard_normal((len(texts), 384))))
    (one,) = propositions(*_parts(copies(1)))
    peaks = []
    for count in (700, 2800):
        alike = Likeness([replace(one, stems=frozenset({f"w{n}", f"w{n + 1}"})) for n in range(count)])
        tracemalloc.start()
        alike.near(0.95)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]


def _parts(story: Story):
    return list(story.docs.values()), story.statements, story.quantities()


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
