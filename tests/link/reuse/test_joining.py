"""A join cut into parts finds what one join finds; samples of parts make the sample of the whole."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.link.reuse.boilerplate import Page, common
from selon.link.reuse.joining import CROWD, flat, parts, standing, tied, ties
from selon.link.reuse.weights import sample
from selon.model.identity import digest
from selon.text.shingles import Hashes

TEXTS = st.lists(st.lists(st.integers(0, 40), max_size=12, unique=True), max_size=30)


def arrays(texts) -> list[Hashes]:
    return [np.array(sorted(t), dtype=np.uint64) for t in texts]


@given(TEXTS, st.integers(0, 3))
def test_features_may_be_joined_bucket_by_bucket(texts, hubs):
    """Pairs tied by odd features and by even ones are the pairs tied by all."""
    feature, owner = flat(arrays(texts))
    whole = ties(feature, owner, len(texts), hubs)
    halves = [ties(feature[m], owner[m], len(texts), hubs) for m in (feature % 2 == 0, feature % 2 == 1)]
    assert sorted(np.concatenate(halves).tolist()) == sorted(whole.tolist())


def test_a_crowd_is_tied_to_its_hubs_alone():
    """A feature of a thousand texts makes two ties a text with two hubs, and none without."""
    crowd = arrays([[7]] * 1000)
    assert len(ties(*flat(crowd), 1000, 2)) == 999 + 998
    assert len(ties(*flat(crowd), 1000, 0)) == 0
    assert {a for a, _ in tied(crowd, 1, 2)} == {0, 1}
    assert len(tied(arrays([[7]] * CROWD), 1)) == CROWD * (CROWD - 1) // 2


def test_standing_puts_copies_before_length_before_digest():
    """Most copies first, then most words, then the smaller digest; extremes do not overflow."""
    copies = np.array([1, 2, 1, 1, 10**9], dtype=np.int64)
    words = np.array([9, 1, 10, 9, 10**9], dtype=np.int64)
    lead = np.array([5, 5, 5, 4, 2**32 - 1], dtype=np.int64)
    stand = standing(copies, words, lead)
    assert np.argsort(stand).tolist() == [4, 1, 2, 3, 0]
    assert (stand >= 0).all()


@given(st.integers(1, 30).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))))))  # fmt: skip  # noqa: E501
def test_parts_are_those_of_a_walk(graph):
    """The label of each thing is the smallest that a walk along the ties reaches."""
    count, edges = graph
    left, right = (np.array([e[k] for e in edges], dtype=np.int64) for k in (0, 1))
    expected = list(range(count))
    for _ in range(count):
        for a, b in edges:
            expected[a] = expected[b] = min(expected[a], expected[b])
    assert parts(count, left, right).tolist() == expected


@given(st.lists(st.integers(0, 500), max_size=120), st.integers(1, 5))
def test_the_sample_of_samples_is_the_sample_of_the_whole(numbers, count):
    """Cut into any parts, a collection has one sample."""
    pages = [Page(digest(n), (n,)) for n in numbers]
    lots = [sample(pages[k::count], 8) for k in range(count)]
    assert sample((p for lot in lots for p in lot), 8) == sample(pages, 8)


def test_of_many_pages_a_sample_says_what_an_outlet_carries():
    """A sentence on nine pages in ten of a thousand is furniture; one on a fifth of them is not."""
    pages = [Page(digest(n), ((1,) if n % 10 else ()) + ((2,) if n % 5 == 0 else ())) for n in range(1000)]
    assert common(pages) == {1}
