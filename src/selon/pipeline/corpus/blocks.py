"""What is compared with what, cut into blocks of a bounded number of documents that belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from selon.link.reuse.copies import between, inside
from selon.link.reuse.joining import Pairs, parts
from selon.link.reuse.translation import COPIES, EMBED_ALL
from selon.pipeline.corpus.texts import Texts

DOCUMENTS = 512
"""Documents that one block holds at most, which a worker holds at once."""
COMPARED = 4_000
"""Comparisons of one block at most, so that a few texts that are all compared are work for several."""

Ends = tuple[Pairs, Pairs]
"""The places of one text and of another, for each pair."""
IDENTICAL, ALIGNED, CROSSED = 0, 1, 2
"""Kinds of comparison: copies of one text, two texts in one language, texts that may translate each other."""


class Block(msgspec.Struct, frozen=True):
    """Comparisons of one unit: pairs of places by kind; for `crossed` the copies of either text, by id."""

    identical: tuple[tuple[int, int], ...]
    aligned: tuple[tuple[int, int], ...]
    crossed: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]

    def refs(self) -> Pairs:
        """Return the places of all documents in it, rising."""
        both = {ref for pair in (*self.identical, *self.aligned) for ref in pair}
        both |= {ref for pair in self.crossed for side in pair for ref in side}
        return np.array(sorted(both), dtype=np.int64)


def blocks(texts: Texts, same: Ends, cross: Ends) -> list[Block]:
    """Return every comparison once; texts that candidates tie together, directly or not, stand together."""
    kinds, a, b = _comparisons(texts, same, cross)
    places, ends = np.unique(np.concatenate([a, b]), return_inverse=True)
    label = parts(len(places), ends[: len(a)], ends[len(a) :])[ends[: len(a)]]
    order = np.lexsort((b, a, kinds, label))
    return [_block(texts, kinds[cut], a[cut], b[cut]) for cut in _cuts(order, label, a, b)]


def all_across(texts: Texts) -> Ends | None:
    """Return all pairs of texts in different languages where these are few, as `trace` compares them."""
    if int(texts.sentences.sum()) > EMBED_ALL:
        return None
    left, right = np.triu_indices(len(texts.heads), 1)
    other = texts.langs[left] != texts.langs[right]
    return texts.heads[left[other]], texts.heads[right[other]]


def _comparisons(texts: Texts, same: Ends, cross: Ends) -> tuple[Pairs, Pairs, Pairs]:
    copied = [pair for group in texts.members.values() for pair in inside(group)]
    tied = [
        pair
        for x, y in zip(*(side.tolist() for side in same), strict=True)
        for pair in between(texts.copies_of(x), texts.copies_of(y))
    ]
    lots = [(IDENTICAL, *_columns(copied)), (ALIGNED, *_columns(tied)), (CROSSED, *cross)]
    kinds = np.concatenate([np.full(len(a), kind, dtype=np.int64) for kind, a, _ in lots])
    return kinds, np.concatenate([a for _, a, _ in lots]), np.concatenate([b for _, _, b in lots])


def _columns(pairs: Sequence[tuple[int, int]]) -> Ends:
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _cuts(order: Pairs, label: Pairs, a: Pairs, b: Pairs) -> Iterator[Pairs]:
    """Yield runs of comparisons that are one block each: small components whole, large ones cut."""
    held: list[int] = []
    named: set[int] = set()
    for component in _runs(order, label):
        fresh = {*a[component].tolist(), *b[component].tolist()}
        if held and (len(named) + len(fresh) > DOCUMENTS or len(held) + len(component) > COMPARED):
            yield np.array(held, dtype=np.int64)
            held, named = [], set()
        if len(fresh) <= DOCUMENTS and len(component) <= COMPARED:
            held.extend(component.tolist())
            named |= fresh
        else:
            yield from _pieces(component, a, b)
    if held:
        yield np.array(held, dtype=np.int64)


def _runs(order: Pairs, label: Pairs) -> list[Pairs]:
    cuts = np.flatnonzero(label[order][1:] != label[order][:-1]) + 1
    return [run for run in np.split(order, cuts) if len(run)]


def _pieces(component: Pairs, a: Pairs, b: Pairs) -> Iterator[Pairs]:
    held: list[int] = []
    named: set[int] = set()
    for at in component.tolist():
        pair = {int(a[at]), int(b[at])}
        if held and (len(named | pair) > DOCUMENTS or len(held) >= COMPARED):
            yield np.array(held, dtype=np.int64)
            held, named = [], set()
        held.append(at)
        named |= pair
    yield np.array(held, dtype=np.int64)


def _block(texts: Texts, kinds: Pairs, a: Pairs, b: Pairs) -> Block:
    found: dict[int, list[tuple[int, int]]] = {IDENTICAL: [], ALIGNED: [], CROSSED: []}
    for kind, x, y in zip(kinds.tolist(), a.tolist(), b.tolist(), strict=True):
        found[kind].append((x, y))
    crossed = tuple(_copies(texts.by_id, x, y) for x, y in found[CROSSED])
    return Block(tuple(found[IDENTICAL]), tuple(found[ALIGNED]), crossed)


def _copies(by_id: Mapping[int, tuple[int, ...]], x: int, y: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the copies of two texts that a translation is written down for: all of a few, else the first."""
    ours, theirs = by_id.get(x, (x,)), by_id.get(y, (y,))
    return (ours, theirs) if len(ours) * len(theirs) <= COPIES else (ours[:1], theirs[:1])


def components(a: Pairs, b: Pairs) -> list[Pairs]:
    """Return the places that pairs tie together, as rising arrays, by their smallest place."""
    places, ends = np.unique(np.concatenate([a, b]), return_inverse=True)
    label = parts(len(places), ends[: len(a)], ends[len(a) :])
    order = np.argsort(label, kind="stable")
    return [places[run] for run in _runs(order, label)]


def packed(groups: Iterable[Sequence[int] | Pairs], most: int) -> list[list[Any]]:
    """Return groups in lots of at most `most` places; a larger group is a lot of its own."""
    lots: list[list[Any]] = [[]]
    held = 0
    for group in groups:
        if lots[-1] and held + len(group) > most:
            lots.append([])
            held = 0
        lots[-1].append(group)
        held += len(group)
    return [lot for lot in lots if lot]
