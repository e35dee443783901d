"""Vectors do not depend on batches, order, processes or what the cache holds."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import numpy as np
import pytest

from selon.nlp import embedder

TEXTS = [
    "Douze blessés dans l'incendie.",
    "Twelve people were injured in the fire.",
    "Le prix du blé monte.",
    "x" * 50,
]


@pytest.fixture(autouse=True)
def fresh_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("SELON_CACHE", str(tmp_path))
    embedder._kept.cache_clear()
    yield
    embedder._kept.cache_clear()


def reopened():
    """Write what waits and let go of everything in memory, as at the end of a process."""
    embedder._kept().flush()
    embedder._kept.cache_clear()


def test_a_text_has_one_vector_whatever_stands_beside_it():
    """Alone, in a batch, in another order, or from the cache: the same bytes."""
    together = embedder.embed(TEXTS)
    reopened()  # now from the cache folder
    assert np.array_equal(together, embedder.embed(TEXTS))
    assert np.array_equal(together[::-1], embedder.embed(TEXTS[::-1]))


def test_alone_and_in_a_batch_are_the_same(tmp_path, monkeypatch):
    """A batch changes no digit after rounding."""
    together = embedder.embed(TEXTS)
    monkeypatch.setenv("SELON_CACHE", str(tmp_path / "other"))
    for n, text in enumerate(TEXTS):
        reopened()
        assert np.array_equal(together[n], embedder.embed([text])[0])


def test_a_translation_is_nearer_than_another_topic():
    """The French and the English sentence about one event are nearer than a sentence about something else."""
    fr, en, other, _ = embedder.embed(TEXTS)
    assert fr @ en > fr @ other + 0.03


def test_nothing_gives_an_empty_table():
    """No text, no row; strange characters do no harm."""
    assert embedder.embed([]).shape == (0, embedder.DIMENSIONS)
    assert np.isfinite(embedder.embed(["", "\x00", "🌾" * 10])).all()


def test_a_broken_cache_segment_is_left_out(tmp_path):
    """A file that is no segment changes nothing."""
    embedder.embed(TEXTS[:1])
    reopened()
    (tmp_path / f"{embedder._NAME}.segments" / "zz.npy").write_bytes(b"not a segment")
    assert np.isfinite(embedder.embed(TEXTS[:2])).all()


def test_many_threads_change_no_digit(tmp_path, monkeypatch):
    """Fifty texts in one thread and in three: the same bytes, and the setting for others stays as it was."""
    texts = [f"Le maire a compté {n} blessés." for n in range(50)]
    tables = []
    for threads in ("1", "3"):
        monkeypatch.setenv("OMP_NUM_THREADS", threads)
        monkeypatch.setenv("SELON_CACHE", str(tmp_path / threads))
        reopened()
        embedder._threads.cache_clear()
        assert embedder.processors() == int(threads)
        tables.append(embedder.embed(texts))
        assert embedder.os.environ["OMP_NUM_THREADS"] == threads
    embedder._threads.cache_clear()
    assert np.array_equal(*tables)


def test_what_was_embedded_ahead_is_the_same(tmp_path, monkeypatch):
    """Beside other work, ended early, on one processor or two: the same bytes."""
    texts = [f"Le maire a compté {n} blessés {'hier ' * (n % 5)}." for n in range(150)]
    plain = embedder.embed(texts)
    for processors in ("2", "1"):
        monkeypatch.setenv("OMP_NUM_THREADS", processors)
        monkeypatch.setenv("SELON_CACHE", str(tmp_path / processors))
        reopened()
        with embedder.ahead(texts):
            first = embedder.embed(texts[:3])
        assert len(embedder._kept()._held) < len(texts) or processors == "2"
        assert np.array_equal(first, plain[:3])
        assert np.array_equal(embedder.embed(texts), plain)


def test_two_threads_that_want_the_same_texts_make_each_once(monkeypatch):
    """What one thread is making the other waits for, and both get the same bytes."""
    texts = [f"La digue de Brindelle a cédé {n} fois." for n in range(40)]
    made, real, both = [], embedder._vectors, Barrier(2)

    def vectors(part, each=None):
        made.extend(part)
        return real(part, each)

    def asked(some):
        both.wait()
        return embedder.embed(some)

    monkeypatch.setattr(embedder, "_vectors", vectors)
    with ThreadPoolExecutor(2) as two:
        one, other = two.map(asked, (texts, texts[::-1]))
    assert sorted(made) == sorted(texts)
    assert np.array_equal(one, other[::-1])


def test_what_a_thread_failed_to_make_is_made_by_the_one_that_waits(monkeypatch):
    """A thread that breaks lets go of its texts; beside it, `embed` makes them itself."""
    real = embedder._vectors

    def broken(part, each=None):
        if each is map:
            raise MemoryError
        return real(part, each)

    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    monkeypatch.setattr(embedder, "_vectors", broken)
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    with embedder.ahead(TEXTS):
        found = embedder.embed(TEXTS)
    assert np.isfinite(found).all() and not embedder._MAKING


def test_the_pace_of_threads_is_as_it_was_afterwards(monkeypatch):
    """Beside other work threads take shorter turns; the interpreter's own pace comes back."""
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    before = sys.getswitchinterval()
    with pytest.raises(ValueError), embedder.ahead(TEXTS):
        assert sys.getswitchinterval() < before
        raise ValueError
    assert sys.getswitchinterval() == before
