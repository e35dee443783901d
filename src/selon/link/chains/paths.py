"""How documents hang together by reuse: who copied whom, who shares an agency, which places are aligned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from copy import copy

import msgspec

from selon.model.document import Document
from selon.model.lineage import Direction, Edge
from selon.model.passage import Passage
from selon.model.span import Span

AGENCY = "agency:"


class Paths:
    """Looks into lineage and passages; answers never depend on the order of the input."""

    def __init__(self, docs: Sequence[Document], passages: Sequence[Passage], edges: Sequence[Edge]) -> None:
        self.docs = {d.id: d for d in docs}
        self.langs = Counter(d.lang for d in docs)
        self._edges = sorted(edges, key=lambda e: (e.derived, e.source))
        self._from: dict[str, list[Edge]] = defaultdict(list)
        for edge in self._edges:
            self._from[edge.derived].append(edge)
        inside = (e for e in self._edges if e.derived in self.docs and e.source in self.docs)
        self._open = tuple(e for e in inside if e.direction is Direction.undecided)
        self._out: tuple[str, str] | None = None
        self._passages: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
        self._partners: dict[str, set[str]] = defaultdict(set)
        for p in sorted(passages, key=lambda p: (p.a, p.b, p.a_span, p.b_span)):
            self._passages[p.a, p.b].append((p.a_span, p.b_span))
            self._passages[p.b, p.a].append((p.b_span, p.a_span))
            self._partners[p.a].add(p.b)
            self._partners[p.b].add(p.a)
        self._family = self._families()

    def originals(self, doc: str) -> tuple[Edge, ...]:
        """Return the edges from `doc` to the documents of the dossier that it certainly derives from."""
        certain = (e for e in self._from.get(doc, ()) if e.direction is Direction.certain)
        return tuple(e for e in certain if e.source in self.docs and (doc, e.source) != self._out)

    def edges(self, doc: str) -> Sequence[Edge]:
        """Return every edge from `doc`, decided or not, by source."""
        return self._from.get(doc, ())

    def partners(self, doc: str) -> AbstractSet[str]:
        """Return the documents that share a passage with `doc`."""
        return self._partners.get(doc, frozenset())

    def shared(
        self, doc: str, docs: AbstractSet[str] | None = None
    ) -> Iterator[tuple[str, Sequence[tuple[Span, Span]]]]:
        """Yield the documents (those of `docs`) that share passages with `doc`, with the aligned places, in
        order."""
        partners = self.partners(doc)
        for other in sorted(partners if docs is None else partners & docs):
            yield other, self._passages[doc, other]

    def undecided(self) -> tuple[Edge, ...]:
        """Return the edges between documents of the dossier whose direction is open."""
        return self._open

    def without(self, edge: Edge) -> Paths:
        """Return these paths as if one text did not derive from the other; families stay what they are."""
        other = copy(self)
        other._out = (edge.derived, edge.source)
        return other

    def decided(self, edge: Edge, derived: str) -> Paths:
        """Return these paths as if it were known that `derived`, one of both texts, is the copy."""
        source = edge.source if derived == edge.derived else edge.derived
        known = msgspec.structs.replace(edge, derived=derived, source=source, direction=Direction.certain)
        other = copy(self)
        mine = sorted([*self._from.get(derived, ()), known], key=lambda e: e.source)
        other._from = defaultdict(list, {**self._from, derived: mine})
        return other

    def agency(self, doc: str) -> Edge | None:
        """Return the edge to an agency whose dispatch is not in the dossier."""
        return next((e for e in self._from.get(doc, ()) if e.source.startswith(AGENCY)), None)

    def related(self, a: str, b: str) -> bool:
        """Tell whether edges (of any direction, agencies included) join two documents."""
        return a == b or self._family.get(a, a) == self._family.get(b, b)

    def family(self, doc: str) -> str:
        """Return the name of the set of documents that edges join to `doc`."""
        return self._family.get(doc, doc)

    def aligned(self, doc: str, span: Span, other: str) -> Span | None:
        """Return the place of `other` aligned with `span` of `doc`, by proportion inside a passage."""
        best: tuple[int, Span, Span] | None = None
        for here, there in self._passages.get((doc, other), ()):
            shared = here.overlap(span)
            if shared * 2 >= len(span) and (best is None or shared > best[0]):
                best = (shared, here, there)
        return _project(span, best[1], best[2]) if best else None

    def _families(self) -> dict[str, str]:
        parent: dict[str, str] = {}

        def root(key: str) -> str:
            while parent.setdefault(key, key) != key:
                key = parent[key]
            return key

        for edge in self._edges:
            first, second = sorted((root(edge.derived), root(edge.source)))
            parent[second] = first
        return {key: root(key) for key in sorted(parent)}


def _project(span: Span, here: Span, there: Span) -> Span:
    """Map a span by its relative place, with a margin for words that came or went."""
    scale = len(there) / len(here)
    margin = 0 if len(here) == len(there) else max(8, len(there) // 20)
    start = there.start + int((max(span.start, here.start) - here.start) * scale) - margin
    end = there.start + int((min(span.end, here.end) - here.start) * scale) + margin
    start, end = max(there.start, start), min(there.end, end)
    return Span(start, max(end, start + 1))
