"""Fingerprints: stable, order-sensitive, and never blind to a long common run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.text.shingles import BLOCK, runs, shingles, winnow, winnowed, word_hash

words = st.lists(st.integers(0, 50), max_size=60)


def test_a_word_has_the_same_number_everywhere():
    """The number of a word is fixed by its letters, not by the process."""
    assert word_hash("a") == 2340832890917691671
    assert word_hash("a") != word_hash("b")
    assert 0 <= word_hash("") < 2**63


@given(words, st.integers(1, 6))
def test_there_is_one_shingle_for_each_run(ids, size):
    """A text of n words has n - size + 1 runs, never less than none."""
    assert len(shingles(ids, size)) == max(0, len(ids) - size + 1)


@given(words, words, st.lists(st.integers(0, 50), min_size=8, max_size=12))
def test_a_long_common_run_is_always_found(before, after, run):
    """Two texts that share eight words in a row share a winnowed fingerprint of five words."""
    one = winnow(shingles([100, *before, *run], 5), 4)
    other = winnow(shingles([*run, *after, 200], 5), 4)
    assert set(one.tolist()) & set(other.tolist())


@given(st.lists(st.lists(st.integers(0, 2**63 - 1), min_size=1, max_size=9), max_size=9))
def test_runs_that_follow_each_other_have_the_hashes_of_runs_alone(many):
    """All at once is what `shingles` gives for each run, at any length."""
    words = [word for run in many for word in run]
    alone = [int(shingles(run, len(run))[0]) for run in many]
    assert runs(words, [len(run) for run in many]).tolist() == alone


def test_order_counts():
    """The same words in another order make another fingerprint."""
    assert shingles([1, 2, 3], 3).tolist() != shingles([3, 2, 1], 3).tolist()


@given(st.lists(words, max_size=12), st.integers(1, 6), st.integers(1, 5))
def test_many_texts_at_once_give_what_each_gives_alone(texts, size, window):
    """Hashing a block of texts as one run of words changes no fingerprint, nor of short and empty texts."""
    alone = [winnow(shingles(ids, size), window).tolist() for ids in texts]
    assert [prints.tolist() for prints in winnowed(texts, size, window)] == alone


def test_blocks_have_no_seams():
    """More texts than one block holds are hashed as if there were no blocks."""
    texts = [list(range(n % 30)) for n in range(BLOCK + 40)]
    assert len(winnowed(texts, 5, 4)) == len(texts)
    assert winnowed(texts, 5, 4)[BLOCK + 29].tolist() == winnow(shingles(texts[BLOCK + 29], 5), 4).tolist()
