"""The tab-separated forms of `selon reuse`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from selon.model.lineage import Direction, Edge
from selon.model.passage import Pair, Passage
from selon.model.span import Span

AGENCY = "agency:"


def pair_lines(pairs: Iterable[Pair]) -> Iterator[str]:
    """Yield `a, b, kind, score` for each pair."""
    for p in pairs:
        yield _line(p.a, p.b, p.kind.value, f"{p.score:.4f}")


def cluster_lines(clusters: Mapping[str, str]) -> Iterator[str]:
    """Yield `id, cluster` for each document, by id."""
    for doc, cluster in sorted(clusters.items()):
        yield _line(doc, cluster)


def passage_lines(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield `id, start, end, other id, start, end, kind` for each passage, offsets in code points."""
    for p in passages:
        yield _line(
            p.a,
            *map(str, (p.a_span.start, p.a_span.end)),
            p.b,
            *map(str, (p.b_span.start, p.b_span.end)),
            p.kind.value,
        )


def change_lines(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield `id, start, end, other id, start, end, kind, words, other words` for each change in a passage.

    A side that has no words (an omission, an insertion) leaves its offsets and words empty.
    """
    for p in passages:
        for c in p.changes:
            yield _line(p.a, *_place(c.a), p.b, *_place(c.b), c.kind.value, c.a_words, c.b_words)


def _place(span: Span | None) -> tuple[str, str]:
    return (str(span.start), str(span.end)) if span else ("", "")


def lineage_lines(edges: Iterable[Edge]) -> Iterator[str]:
    """Yield `earlier, later, level` for each edge between documents of the set whose direction is decided."""
    for e in edges:
        if e.direction is Direction.certain and not e.source.startswith(AGENCY):
            yield _line(e.source, e.derived, str(int(e.level)))


def _line(*cells: str) -> str:
    """Return the cells as one line; a tab or line end inside a cell becomes a space."""
    return "\t".join(" ".join(c.split("\t")).replace("\n", " ").replace("\r", " ") for c in cells) + "\n"
