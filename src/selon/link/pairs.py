"""Documents with reuse between them, siblings included, and the clusters that they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from selon.model.document import Document
from selon.model.passage import Pair, Passage, ReuseKind
from selon.model.span import Span, tidy

SIBLINGS = 0.8
"""Two texts that copy one stretch of a third are siblings when this share of the shorter copy is common."""
FAITHFUL = 0.8
"""Only copies that keep this share of their words say anything about the other copies of the same text."""
ENOUGH = 80
"""Characters that siblings must share."""
CLOSENESS = (ReuseKind.verbatim, ReuseKind.edited, ReuseKind.reworded, ReuseKind.translated)


def make_pairs(docs: Sequence[Document], passages: Iterable[Passage]) -> tuple[Pair, ...]:
    """Return the pairs of documents with reuse between them, sorted by id.

    `kind` is that of most of the reused characters, `score` their share of the shorter text. Two documents that
    both copy the same stretch of a third are a pair too, also when they were never compared with each other.
    """
    lengths = {d.id: max(1, len(d.text.strip())) for d in docs}
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_pair[passage.a, passage.b].append(passage)
    direct = {pair: _pair(pair, found, lengths) for pair, found in by_pair.items()}
    siblings = {(p.a, p.b): p for p in _siblings(by_pair, lengths)}
    return tuple(pair for _, pair in sorted({**siblings, **direct}.items()))


def _pair(ids: tuple[str, str], found: Sequence[Passage], lengths: Mapping[str, int]) -> Pair:
    sizes: dict[ReuseKind, int] = defaultdict(int)
    for passage in found:
        sizes[passage.kind] += len(passage.a_span) + len(passage.b_span)
    kind = max(CLOSENESS, key=lambda k: (sizes[k], -CLOSENESS.index(k)))
    shorter = min(lengths[i] for i in ids)
    covered = min(sum(map(len, tidy(p.a_span for p in found))), sum(map(len, tidy(p.b_span for p in found))))
    return Pair(ids[0], ids[1], kind, round(min(1.0, covered / shorter), 4))


def _siblings(
    by_pair: Mapping[tuple[str, str], Sequence[Passage]], lengths: Mapping[str, int]
) -> Iterator[Pair]:
    """Yield the pairs that a third document makes."""
    copies: dict[str, list[tuple[str, Span, ReuseKind]]] = defaultdict(list)
    for (a, b), found in by_pair.items():
        for passage in (p for p in found if p.score >= FAITHFUL):
            copies[a].append((b, passage.a_span, passage.kind))
            copies[b].append((a, passage.b_span, passage.kind))
    for _, held in sorted(copies.items()):
        for (x, mine, one), (y, yours, other) in combinations(sorted(held), 2):
            common = mine.overlap(yours)
            if x != y and common >= max(ENOUGH, SIBLINGS * min(len(mine), len(yours))):
                a, b = min(x, y), max(x, y)
                kind = max(one, other, key=CLOSENESS.index)
                yield Pair(a, b, kind, round(min(1.0, common / min(lengths[a], lengths[b])), 4))


def make_clusters(docs: Sequence[Document], pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the cluster of every document: the smallest id among those that reuse ties together."""
    parent = {d.id: d.id for d in docs}

    def root(of: str) -> str:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for pair in pairs:
        low, high = sorted((root(pair.a), root(pair.b)))
        parent[high] = low
    return {d.id: root(d.id) for d in sorted(docs, key=lambda d: d.id)}
