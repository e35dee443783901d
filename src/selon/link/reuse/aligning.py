"""Texts aligned two by two, many pairs at a time, so that the vectors of all of them are made together.

A text that is embedded alone takes the encoder 1.6 times as long as one among several of its length (ADR 14).
While the words of one portion are compared, which keeps one processor busy, the sentences of the portion
before it are embedded beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from selon.link.reuse.passages import Draft, draft, finished
from selon.link.reuse.view import Views
from selon.link.reuse.weights import Weigh
from selon.model.passage import Passage
from selon.nlp import embedder

PORTION = 1024
"""Pairs of texts that are held at once."""


def align_all(pairs: Iterable[Views], weigh: Weigh) -> Iterator[tuple[Passage, ...]]:
    """Yield the passages that each two texts share, strongest first, in the order of `pairs`."""
    waiting: Sequence[Draft] = ()
    asked: Sequence[str] = ()
    for portion in _portions(pairs):
        with embedder.ahead(asked):
            drafts = [draft(a, b, weigh) for a, b in portion]
        yield from _finished(waiting, asked, weigh)
        waiting, asked = drafts, sorted({words for one in drafts for words in one.asked()})
    yield from _finished(waiting, asked, weigh)


def _finished(drafts: Sequence[Draft], asked: Sequence[str], weigh: Weigh) -> Iterator[tuple[Passage, ...]]:
    if asked:
        embedder.embed(asked)
    for one in drafts:
        yield tuple(finished(one, weigh))


def _portions(pairs: Iterable[Views]) -> Iterator[list[Views]]:
    rest = iter(pairs)
    while portion := list(islice(rest, PORTION)):
        yield portion
