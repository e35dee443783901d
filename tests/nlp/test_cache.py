"""What was computed is found again, whatever other processes do; an unwritable cache does no harm."""

import numpy as np
import pytest

from selon.model.identity import sha256
from selon.nlp import cache
from selon.nlp.cache import Kept


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SELON_CACHE", str(tmp_path))
    return tmp_path


def row(number):
    return np.full(4, number, dtype=np.float32)


def some(first, last):
    return {sha256(str(n).encode()): row(n) for n in range(first, last)}


def files(home):
    return sorted(p.name for p in (home / "m.segments").glob("*"))


def test_what_was_kept_is_found_by_another_process():
    """After a flush a second opening finds every vector, and says nothing of digests it does not know."""
    first = Kept("m", 4)
    first.add(some(0, 10))
    first.flush()
    found = Kept("m", 4).find([*some(0, 12)])
    assert found.keys() == some(0, 10).keys()
    assert all(np.array_equal(found[k], r) for k, r in some(0, 10).items())


def test_many_small_writes_leave_few_files(home):
    """A hundred writes end in fewer files than are merged at one go, and nothing is lost."""
    kept = Kept("m", 4)
    for n in range(100):
        kept.add(some(n, n + 1))
        kept.flush()
    assert len(files(home)) < cache.MANY
    assert len(Kept("m", 4).find([*some(0, 100)])) == 100


def test_a_full_disk_keeps_what_was_there(home, monkeypatch):
    """When nothing can be written no error is raised, no litter stays and no old segment is given up."""
    kept = Kept("m", 4)
    for n in range(cache.MANY + 4):
        if n == cache.MANY - 2:
            monkeypatch.setattr(cache.np, "save", full)
        kept.add(some(n, n + 1))
        kept.flush()
    assert len(files(home)) == cache.MANY - 2
    assert len(kept.find([*some(0, cache.MANY + 4)])) == cache.MANY + 4


def full(*_):
    raise OSError(28, "No space left on device")


def test_segments_of_the_earlier_form_are_taken_over_once(home):
    """Vectors of an `.npz` folder are found, and later ones there are not looked for again."""
    (home / "m").mkdir()
    rows = some(0, 3)
    np.savez(home / "m" / "a.npz", keys=np.array([*rows]), rows=np.stack([*rows.values()]))
    assert len(Kept("m", 4).find(rows)) == 3
    (home / "m" / "a.npz").unlink()
    assert len(Kept("m", 4).find(rows)) == 3


def test_little_room_lets_go_of_what_can_be_found_again(monkeypatch):
    """Vectors beyond the room in memory are mapped again, those that are not written yet stay."""
    monkeypatch.setattr(cache, "ROOM", 4)
    kept = Kept("m", 4)
    kept.add(some(0, 3))
    kept.flush()
    kept = Kept("m", 4)
    kept.add(some(3, 6))
    kept.flush()
    kept.add(some(6, 9))
    assert kept.find([*some(0, 9)]).keys() == some(0, 9).keys()
    assert kept.find([*some(0, 9)]).keys() == some(0, 9).keys()
