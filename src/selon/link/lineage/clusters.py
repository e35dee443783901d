"""Clusters by derivation: the earliest copy known in each, and what could overturn that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.link.dates import earlier, when
from selon.link.reuse.pairs import components
from selon.model.cluster import Caveat, CaveatKind, Cluster
from selon.model.document import Document, Precision
from selon.model.identity import Made, make_id
from selon.model.lineage import Direction, Edge, Level
from selon.model.passage import Passage

STAGE = "clusters"
VERSION = 1
AGENCY = "agency:"
SHAKY = frozenset({"url", "text"})
"""Where a date is read that may not be that of publication."""
COARSE = frozenset({Precision.year, Precision.month, Precision.day})


def find_clusters(
    docs: Sequence[Document], passages: Iterable[Passage], edges: Sequence[Edge]
) -> tuple[Cluster, ...]:
    """Return the clusters of two documents or more, largest first; the order of input changes nothing.

    Documents are tied by an edge of the lineage, decided or not, or by a passage when both carry one agency.
    """
    known = {d.id: d for d in docs}
    first = components(known, _ties(known, passages, edges))
    groups: dict[str, list[str]] = defaultdict(list)
    for doc, head in first.items():
        groups[head].append(doc)
    found = [_Group({i: known[i] for i in sorted(g)}, edges).cluster() for g in groups.values() if len(g) > 1]
    return tuple(sorted(found, key=lambda c: (-len(c.docs), c.docs)))


def _ties(
    known: Mapping[str, Document], passages: Iterable[Passage], edges: Sequence[Edge]
) -> Iterator[tuple[str, str]]:
    carried: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.source in known:
            yield edge.derived, edge.source
        elif edge.source.startswith(AGENCY):
            carried[edge.derived].add(edge.source)
    for passage in passages:
        if carried[passage.a] & carried[passage.b]:
            yield passage.a, passage.b


@dataclass(frozen=True)
class _Group:
    """The documents of one cluster, by id, and the edges of the run."""

    docs: Mapping[str, Document]
    edges: Sequence[Edge]

    def cluster(self) -> Cluster:
        """Return the record of this group."""
        first = self.earliest
        levels = [e.level for e in self._decided if e.source == first]
        level = max(levels, default=None)
        why = "the one text that none derives from or precedes" if first else "several may be the earliest"
        made = Made(STAGE, VERSION, why)
        caveats = tuple(self._caveats(first, level))
        return Cluster(make_id("k", *self.docs), tuple(self.docs), first, level, caveats, made)

    @cached_property
    def _decided(self) -> tuple[Edge, ...]:
        inside = (e for e in self.edges if e.source in self.docs and e.derived in self.docs)
        return tuple(e for e in inside if e.direction is Direction.certain)

    @cached_property
    def earliest(self) -> str | None:
        """Return the one member that none precedes and that derives from none, or the dated one of these."""
        derived = {e.derived for e in self._decided} | {
            e.derived for e in self.edges if e.source.startswith(AGENCY) and e.level is Level.stated
        }
        roots = [i for i in self.docs if i not in derived] or list(self.docs)
        firsts = [i for i in roots if not any(earlier(o, self.docs[i]) for o in self.docs.values())]
        dated = [i for i in firsts if when(self.docs[i].published)]
        alone = firsts if len(firsts) == 1 else dated
        return alone[0] if len(alone) == 1 else None

    def _caveats(self, first: str | None, level: Level | None) -> Iterator[Caveat]:
        after = self._surely_after(first)
        open_ = [i for i in self.docs if i not in after and (i != first or not when(self.docs[i].published))]
        undated = [i for i in open_ if not when(self.docs[i].published)]
        found = {
            CaveatKind.undated: undated,
            CaveatKind.overlapping: [i for i in open_ if i not in undated and not self._later(first, i)],
            CaveatKind.unreliable: [first] if first and _shaky(self.docs[first]) else [],
            CaveatKind.outside: sorted(self._outside()),
            CaveatKind.undecided: sorted(self._undecided()),
            CaveatKind.thin: [first] if first and level is not None and level <= Level.extent else [],
        }
        yield from (Caveat(kind, tuple(about)) for kind, about in found.items() if about)

    def _surely_after(self, first: str | None) -> frozenset[str]:
        """Return the members that derive from `first`, directly or not, by evidence of level 4 or 5."""
        strong = [e for e in self._decided if e.level >= Level.idiosyncratic]
        reached = {first} if first else set()
        while more := {e.derived for e in strong if e.source in reached} - reached:
            reached |= more
        return frozenset(i for i in reached if i and i != first)

    def _later(self, first: str | None, other: str) -> bool:
        return first is not None and earlier(self.docs[first], self.docs[other])

    def _outside(self) -> set[str]:
        return {
            e.source.removeprefix(AGENCY)
            for e in self.edges
            if e.derived in self.docs and e.source.startswith(AGENCY)
        }

    def _undecided(self) -> set[str]:
        open_ = (e for e in self.edges if e.direction is Direction.undecided)
        return {i for e in open_ for i in (e.source, e.derived) if i in self.docs}


def _shaky(doc: Document) -> bool:
    """Tell whether a date is read where it may be another's, or names no hour."""
    published = doc.published
    return published is not None and (published.basis in SHAKY or published.precision in COARSE)
