"""Likeness computed block by block is the likeness of the plain matrix, digit by digit."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selon.link import bags
from selon.link.bags import Bags, weights
from selon.link.propositions.alike import Alike
from selon.link.propositions.assertions import propositions
from selon.link.propositions.checks import SAME_CONCEPT, Checks
from selon.link.propositions.grouping import THRESHOLD, groups
from selon.link.propositions.likeness import Likeness
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.repeats import repeats
from selon.link.propositions.scored import cells
from tests.link import plain
from tests.link.story import Story

ACROSS = THRESHOLD - SAME_CONCEPT

CONTENTS = (
    ("Douze dockers ont été blessés sur le quai de Corvalis", "fr"),
    ("Au moins douze dockers ont été blessés à Corvalis lundi", "fr"),
    ("Vingt dockers ont été blessés sur le quai de Corvalis", "fr"),
    ("Aucun docker n'a été blessé sur le quai de Corvalis", "fr"),
    ("Twelve dock workers were injured on the quay at Corvalis", "en"),
    ("Le feu a été allumé volontairement dans le dépôt", "fr"),
    ("The fire was set on purpose in the depot", "en"),
    ("Le feu a pris dans le dépôt vers 14 heures", "fr"),
    ("La mairie rouvrira le marché couvert jeudi", "fr"),
    ("Les secours sont arrivés", "fr"),
)
WHO = (None, None, "la préfecture", "Aline Corbaz")
PLACES = st.lists(st.tuples(st.integers(0, len(CONTENTS) - 1), st.sampled_from(WHO)), max_size=9)


def nowhere(doc: str, span: object, other: str) -> None:
    """No reuse anywhere."""


def made(places: Sequence[tuple[int, str | None]]) -> tuple[Proposition, ...]:
    """One document a place."""
    story = Story()
    for n, (content, who) in enumerate(places):
        text, lang = CONTENTS[content]
        story.doc(f"d{n}", f"{text}, selon {who}." if who else f"{text}.", f"Outlet {n}", lang=lang)
        story.said(f"d{n}", text, who)
    return propositions(list(story.docs.values()), story.statements, story.quantities())


def grouped(found: Sequence[Proposition]) -> tuple[tuple[int, ...], ...]:
    """The rows by group, the blocked way."""
    same = repeats(found)
    alike = Likeness([found[k] for k in same.firsts], weights([p.stems for p in found]))
    checks = Checks(found, same, nowhere, ACROSS)
    near = checks.checked(alike.near(THRESHOLD, ACROSS))
    by_wording = groups([len(r) for r in same.rows], near, partial(checks.scores, alike.scores))
    return tuple(sorted(tuple(sorted(k for w in g for k in same.rows[w])) for g in by_wording))


@pytest.fixture(params=[2, 512])
def tile(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Blocks of two rows, and blocks that hold everything."""
    monkeypatch.setattr(bags, "TILE", request.param)
    return int(request.param)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES)
def test_blocks_give_the_digits_of_the_plain_matrix(tile: int, places: list[tuple[int, str | None]]) -> None:
    """Raw likeness, scores and near pairs are those of the matrix, whatever the size of the blocks."""
    found = made(places)
    alike, rows = Likeness(found), np.arange(len(found))
    matrix = plain.raw(found).reshape(len(found), len(found))
    assert np.allclose(alike.raw(rows, rows), matrix, atol=plain.DIGIT)
    scores = alike.scores(rows, rows)
    matrix = plain.scores(found).reshape(len(found), len(found))
    off = ~np.eye(len(found), dtype=bool)
    assert np.allclose(scores[off], matrix[off], atol=plain.DIGIT)
    near = {(i, j): s for i, j, s in cells(alike.near(0.9))}
    pairs = itertools.combinations(range(len(found)), 2)
    assert near == {p: scores[p] for p in pairs if scores[p] >= 0.9}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLACES)
def test_groups_are_those_of_the_plain_matrix(tile: int, places: list[tuple[int, str | None]]) -> None:
    """Repeats counted once, near pairs alone and blocks of any size group as all pairs together do."""
    found = made(places)
    matrix = plain.checked(plain.scores(found).reshape(len(found), len(found)), found, nowhere, THRESHOLD)
    assert grouped(found) == plain.average_link(matrix, THRESHOLD)


def test_one_pair_has_the_digits_of_its_block() -> None:
    """Asked for alone or in a block, a pair has one likeness; the mean to a group counts every place."""
    found = made([(0, None), (1, "la préfecture"), (4, None), (0, None), (5, None), (6, "Aline Corbaz")])
    same = repeats(found)
    alike = Alike(Likeness([found[k] for k in same.firsts], weights([p.stems for p in found])), same.of)
    matrix = plain.raw(found)
    block = np.array([[alike[i, j] for j in range(6)] for i in range(6)])
    assert np.allclose(block, matrix, atol=plain.DIGIT)
    nearest, mean = alike.against([0, 1, 3], [2, 4, 5])
    assert np.array_equal(nearest, block[[2, 4, 5]][:, [0, 1, 3]].max(axis=1))
    assert np.allclose(mean, block[[2, 4, 5]][:, [0, 1, 3]].mean(axis=1), atol=1e-9)


def test_bags_share_the_same_in_blocks_and_pair_by_pair() -> None:
    """What two bags share is the same in a block and alone; the cells in common are those that share."""
    words = Bags([frozenset(w.split()) for w in ("a b", "c", "d e", "a b f", "", "e")])
    rows, columns = np.repeat(np.arange(6), 6), np.tile(np.arange(6), 6)
    block = words.shared(np.arange(6), np.arange(6))
    assert np.array_equal(words.shared_by_each(rows, columns), block.reshape(-1))
    assert sorted(set(words.common(np.arange(6), np.arange(6)).tolist())) == np.flatnonzero(block).tolist()
    for whole, each in zip(
        words.overlap(np.arange(6), np.arange(6)), words.overlap_of_each(rows, columns), strict=True
    ):
        assert np.array_equal(whole.reshape(-1), each)


def test_bags_without_a_word_share_nothing() -> None:
    """Pairs of empty bags are asked for like any others."""
    none = Bags([frozenset[str](), frozenset[str]()])
    assert none.shared_by_each(np.array([0]), np.array([1])).tolist() == [0.0]


def test_places_in_the_same_words_stand_for_one_another_but_for_those_judged() -> None:
    """Equal places are one wording; a place that somebody judged is its own."""
    found = made([(0, None), (0, None), (0, "Aline Corbaz"), (0, None), (2, None)])
    assert repeats(found).rows == ((0, 1, 3), (2,), (4,))
    assert repeats(found, judged=[1]).rows == ((0, 3), (1,), (2,), (4,))
