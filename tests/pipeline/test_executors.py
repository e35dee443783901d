"""Processes that die, fail or are not needed any more cost time, never results, and never hang a run."""

import gc
import multiprocessing
import os
from functools import partial
from multiprocessing.connection import Connection

import pytest

from selon.errors import ShardError
from selon.pipeline.executors.local import Local

ITEMS = list(range(24))


def halfway(marker, value):
    """Die once with half of an answer written, as a process that is killed while it writes."""
    if value == 5 and not os.path.exists(marker):
        open(marker, "w").close()
        pipe = next(o for o in gc.get_objects() if isinstance(o, Connection) and o.writable and o.readable)
        os.write(pipe.fileno(), b"\x00\x00\x01")
        os._exit(1)
    return value


def deadly(value):
    """Die of one value, every time."""
    if value == 5:
        os._exit(1)
    return value


def failing(value):
    """Fail on one value."""
    if value == 5:
        raise ValueError("five")
    return value


def test_half_an_answer_is_no_answer(tmp_path):
    """A process dies while it writes: its share is done again, the others go on, every result comes once."""
    assert list(Local(2).map_each(partial(halfway, tmp_path / "marker"), ITEMS)) == ITEMS
    assert (tmp_path / "marker").exists()


def test_what_kills_every_process_is_told():
    """Processes that die of one share again and again end the run with words that say what to do."""
    made = []
    with pytest.raises(ShardError, match="memory"):
        made.extend(Local(2).map_each(deadly, ITEMS))
    assert multiprocessing.active_children() == []


def test_a_fault_is_raised_with_its_place():
    """What the work raises is raised where the results are read, with the lines that it came from."""
    with pytest.raises(ValueError, match="five") as caught:
        list(Local(2).map_each(failing, ITEMS))
    assert "in failing" in caught.value.__notes__[0]


def test_who_stops_reading_stops_the_processes():
    """A run that is given up leaves no process behind."""
    results = Local(2).map_each(deadly, [0, 1, 2, 3] * 6)
    assert next(results) == 0
    results.close()
    assert multiprocessing.active_children() == []
