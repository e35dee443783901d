"""Documents with reuse between them, siblings included, and the clusters that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from selon.model.document import Document
from selon.model.passage import Pair, Passage, ReuseKind, shared
from selon.model.span import Spans, tidy

SIBLINGS = 0.8
"""Two texts that copy one stretch of a third are siblings when this share of the shorter copy is common."""
FAITHFUL = 0.8
"""Only copies that keep this share of their words say anything about the other copies of the same text."""
ENOUGH = 80
"""Characters that siblings must share."""
WHOLE = 0.97
"""Share of both texts that makes one a copy of the whole of the other: the last stop may be missing."""
CLOSENESS = (ReuseKind.verbatim, ReuseKind.edited, ReuseKind.reworded, ReuseKind.translated)


def make_pairs(docs: Sequence[Document], passages: Iterable[Passage]) -> tuple[Pair, ...]:
    """Return the pairs of documents with reuse between them, sorted by id.

    `kind` is that of most of the reused characters, `score` their share of the shorter text. Two documents
    that both copy the same stretch of a third are a pair too, also when they were never compared.
    """
    lengths = {d.id: max(1, len(d.text.strip())) for d in docs}
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_pair[passage.a, passage.b].append(passage)
    direct = {pair: pair_of(pair, found, lengths) for pair, found in by_pair.items()}
    siblings = {(p.a, p.b): p for p in _siblings(by_pair, lengths)}
    known = {**siblings, **direct}
    copies = {(p.a, p.b): p for p in _of_copies(known.values(), by_pair, lengths)}
    return tuple(pair for _, pair in sorted({**copies, **known}.items()))


def _of_copies(
    pairs: Iterable[Pair], by_pair: Mapping[tuple[str, str], Sequence[Passage]], lengths: Mapping[str, int]
) -> Iterator[Pair]:
    """Yield what a pair says of all whole copies of its two texts, and the pairs of these copies."""
    whole = [pair for pair, found in by_pair.items() if any(_is_whole(p, lengths) for p in found)]
    first = components(lengths, whole)
    copies: dict[str, list[str]] = defaultdict(list)
    for doc, head in first.items():
        copies[head].append(doc)
    for group in copies.values():
        yield from (Pair(a, b, ReuseKind.verbatim, 1.0) for a, b in combinations(group, 2))
    best: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        one, other = first[pair.a], first[pair.b]
        heads = (min(one, other), max(one, other))
        if heads[0] != heads[1] and (heads not in best or pair.score > best[heads].score):
            best[heads] = pair
    for (x, y), pair in best.items():
        for a, b in product(copies[x], copies[y]):
            yield Pair(min(a, b), max(a, b), pair.kind, pair.score)


def _is_whole(passage: Passage, lengths: Mapping[str, int]) -> bool:
    """Tell whether a passage is all of both texts, letter case and marks apart."""
    sizes = (len(passage.a_span) / lengths[passage.a], len(passage.b_span) / lengths[passage.b])
    return passage.kind is ReuseKind.verbatim and not passage.changes and min(sizes) >= WHOLE


def pair_of(ids: tuple[str, str], found: Sequence[Passage], lengths: Mapping[str, int]) -> Pair:
    """Return the pair that the passages of two documents make; `lengths` are those of their texts."""
    sizes: dict[ReuseKind, int] = defaultdict(int)
    for passage in found:
        sizes[passage.kind] += len(passage.a_span) + len(passage.b_span)
    kind = max(CLOSENESS, key=lambda k: (sizes[k], -CLOSENESS.index(k)))
    shorter = min(lengths[i] for i in ids)
    covered = min(sum(map(len, tidy(p.a_span for p in found))), sum(map(len, tidy(p.b_span for p in found))))
    return Pair(ids[0], ids[1], kind, round(min(1.0, covered / shorter), 4))


Held = tuple[str, Spans, ReuseKind]
"""Another document, which stretches of this one it shares, and how."""


def _siblings(
    by_pair: Mapping[tuple[str, str], Sequence[Passage]], lengths: Mapping[str, int]
) -> Iterator[Pair]:
    """Yield the pairs that a third document makes."""
    copies: dict[str, list[Held]] = defaultdict(list)
    for found in by_pair.values():
        for passage in (p for p in found if p.score >= FAITHFUL):
            copies[passage.a].append((passage.b, shared(passage, 0), passage.kind))
            copies[passage.b].append((passage.a, shared(passage, 1), passage.kind))
    for _, held in sorted(copies.items()):
        for one, other in combinations(sorted(held), 2):
            if pair := _sibling(one, other, by_pair, lengths):
                yield pair


def _sibling(
    one: Held, other: Held, by_pair: Mapping[tuple[str, str], Sequence[Passage]], lengths: Mapping[str, int]
) -> Pair | None:
    a, b = one[0], other[0]
    if a == b or (a, b) in by_pair:
        return None
    common = _overlap(one[1], other[1])
    shorter = min(sum(map(len, one[1])), sum(map(len, other[1])))
    if common < max(ENOUGH, SIBLINGS * shorter):
        return None
    kind = max(one[2], other[2], key=CLOSENESS.index)
    return Pair(a, b, kind, round(min(1.0, common / min(lengths[a], lengths[b])), 4))


def _overlap(ours: Spans, theirs: Spans) -> int:
    """Return the characters that two sorted tuples of disjoint spans share."""
    total, at = 0, 0
    for span in ours:
        while at < len(theirs) and theirs[at].end <= span.start:
            at += 1
        for other in theirs[at:]:
            if other.start >= span.end:
                break
            total += span.overlap(other)
    return total


def make_clusters(docs: Sequence[Document], pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the cluster of every document: the smallest id among those that reuse ties together."""
    return components((d.id for d in docs), ((p.a, p.b) for p in pairs))


def components(ids: Iterable[str], ties: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each id, in order, the smallest id that ties connect it with."""
    parent = {i: i for i in sorted(ids)}

    def root(of: str) -> str:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for a, b in ties:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return {i: root(i) for i in parent}
