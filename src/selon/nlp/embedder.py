"""Sentence vectors: multilingual-e5-small, computed by `selon.nlp.encoder`, cached by text digest.

Wang et al. 2024, Multilingual E5 Text Embeddings. Each text has two: `embed` gives the one that the model was
taught, `weighed` the one in which rare pieces count more. Both come of one pass and are kept together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from threading import Condition, Event, Thread

import numpy as np
import numpy.typing as npt

from selon.model.identity import sha256
from selon.nlp.cache import Kept, Rows
from selon.nlp.encoder import Each, Encoder

VERSION = 4
"""Raised when vectors change; every stage that compares them is then done again."""
Vectors = npt.NDArray[np.float32]
DIMENSIONS = 384
_WIDTH = 2 * DIMENSIONS
_DECIMALS = 3
_LONGEST = 1200
"""Code points read of each text: what a 512-token window holds."""

BATCH = 1024
"""Texts after which what was computed is kept: enough to find many of one length."""
_AHEAD = 64
"""Texts that are embedded ahead in one go: so many, of nearly one length, and the end is waited for."""
_TURNS = 0.0005
"""Seconds after which a thread that works hands the interpreter to one that has waited. An embedding thread
asks for it between any two steps on arrays; by Python's own 0.005 it takes twice as long beside others."""
_TURN = Condition()
"""Held while vectors are looked up or kept: two threads may embed at once."""
_MAKING: set[str] = set()
"""Keys of texts that some thread is embedding now."""
_LINE: list[Event] = []
"""Those that embed ahead; the last one goes first."""
_ASKED: list[None] = []
"""One entry for each call of `embed` that is at work."""
_SETTING = "OMP_NUM_THREADS"
_NAME = "e5-small-whole"


def embed(texts: Sequence[str]) -> Vectors:
    """Return one unit vector a text, shape (n, 384), rounded so that machines agree.

    Neither batches nor processes change a digit; what was computed before comes from the cache folder
    (`SELON_CACHE`).
    """
    return _unit(_both(texts)[:, :DIMENSIONS])


def weighed(texts: Sequence[str]) -> Vectors:
    """Return the unit vector of each text by the rarity of its pieces; zeros where it has none.

    What all texts have in common is still in it: compare such vectors less their middle.
    """
    return _unit(_both(texts)[:, DIMENSIONS:])


def _both(texts: Sequence[str]) -> Vectors:
    keys = [sha256(t[:_LONGEST].encode()) for t in texts]
    rows = _rows({k: t[:_LONGEST] for k, t in zip(keys, texts, strict=True)})
    return np.stack([rows[k] for k in keys]) if keys else np.zeros((0, _WIDTH), dtype=np.float32)


@contextmanager
def ahead(texts: Sequence[str]) -> Iterator[None]:
    """Embed texts that will be asked for while something else runs on one processor of several.

    It waits while `embed` works, which takes all of them, and while an `ahead` inside this one does. What is
    not done when it ends is left to `embed`; what that returns is the same.
    """
    if not texts or processors() == 1:
        yield
        return
    over, before = Event(), sys.getswitchinterval()
    beside = Thread(target=_go_ahead, args=(texts, over), name="ahead", daemon=True)
    sys.setswitchinterval(_TURNS)
    _LINE.append(over)
    beside.start()
    try:
        yield
    finally:
        over.set()
        _leave(over)
        beside.join()
        sys.setswitchinterval(before)


def _go_ahead(texts: Sequence[str], over: Event) -> None:
    wanted = {sha256(t.encode()): t for t in {t[:_LONGEST] for t in texts}}
    order = _by_length(_unknown(wanted), wanted)
    try:
        for at in range(0, len(order), _AHEAD):
            if not _may_go(over):
                return
            part = {k: wanted[k] for k in order[at : at + _AHEAD]}
            _made(_taken(part)[1], part, map)
    finally:
        _leave(over)


def _may_go(over: Event) -> bool:
    """Wait for the turn of one that embeds ahead; tell whether there is still something to do."""
    with _TURN:
        _TURN.wait_for(lambda: over.is_set() or (not _ASKED and _LINE[-1] is over))
    return not over.is_set()


def _leave(over: Event) -> None:
    """Take one that embeds ahead out of the line."""
    with _TURN:
        _LINE[:] = [one for one in _LINE if one is not over]
        _TURN.notify_all()


def _unknown(wanted: Mapping[str, str]) -> list[str]:
    with _TURN:
        return [k for k in wanted if not _kept().holds(k)]


def _by_length(keys: Iterable[str], texts: Mapping[str, str]) -> list[str]:
    """Order keys by the pieces of their texts: the encoder runs those of one length together."""
    return sorted(keys, key=lambda k: (_model().length(texts[k]), k))


def _rows(wanted: Mapping[str, str]) -> Rows:
    """Return the vectors of texts by key; what another thread is making is waited for."""
    rows: Rows = {}
    _ASKED.append(None)
    try:
        while left := {k: t for k, t in wanted.items() if k not in rows}:
            known, mine = _taken(left)
            rows.update(known)
            rows.update(_made(mine, wanted))
            if not known and not mine:
                with _TURN:
                    _TURN.wait_for(lambda: not _MAKING.issuperset(left))
    finally:
        with _TURN:
            _ASKED.pop()
            _TURN.notify_all()
    return rows


def _taken(wanted: Mapping[str, str]) -> tuple[Rows, list[str]]:
    """Return the vectors that are known, and the keys that are now this thread's to make."""
    with _TURN:
        known = _kept().find(wanted)
        mine = [k for k in wanted if k not in known and k not in _MAKING]
        _MAKING.update(mine)
    return known, mine


def _made(mine: Iterable[str], texts: Mapping[str, str], each: Each | None = None) -> Rows:
    """Embed texts, those of about one length together, and keep them at once: a run may be cut short."""
    order = _by_length(mine, texts)
    rows: Rows = {}
    try:
        for at in range(0, len(order), BATCH):
            part = order[at : at + BATCH]
            fresh = dict(zip(part, _vectors([texts[k] for k in part], each), strict=True))
            rows.update(fresh)
            with _TURN:
                _kept().add(fresh)
            _let_go(part)
    finally:
        _let_go(order)
    return rows


def _let_go(keys: Iterable[str]) -> None:
    with _TURN:
        _MAKING.difference_update(keys)
        _TURN.notify_all()


def _vectors(texts: Sequence[str], each: Each | None = None) -> Vectors:
    """Return both vectors of each text; the engine lets go of the interpreter's lock while it works."""
    each = each or (_threads().map if len(texts) > 1 else map)
    return np.round(_model().both(texts, each).reshape(-1, _WIDTH), _DECIMALS).astype(np.float32)


def _unit(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(norms == 0, 1, norms)).astype(np.float32)


@cache
def _kept() -> Kept:
    return Kept(_NAME, _WIDTH)


@cache
def _model() -> Encoder:
    return Encoder()


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(processors(), thread_name_prefix="embed")


def processors() -> int:
    """Return how many threads embed at once: what OMP_NUM_THREADS says, else one a processor."""
    said = os.environ.get(_SETTING, "")
    if said.isdigit() and int(said):
        return int(said)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
