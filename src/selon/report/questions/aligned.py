"""Which lines of two documents answer each other in the passages that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selon.model.document import Document
from selon.model.passage import Passage, ReuseKind
from selon.model.span import Span
from selon.report.questions.case import Case
from selon.report.questions.derivation import Turned, side, turned
from selon.report.questions.pairing import Bead, Unit, pair
from selon.report.questions.sentences import Line, lines
from selon.report.questions.touching import Touching


def answers(case: Case, one: str, other: str) -> dict[Span, tuple[Line, ...]]:
    """Return the lines of `one` that answer each line of `other` in the passages that they share."""
    both = Aligned(case.docs[one], case.docs[other], case.between(one, other))
    return {
        both.lines[1][j].span: tuple(both.lines[0][i] for i in ours)
        for _, (ours, theirs) in both.joined()
        for j in theirs
    }


class Aligned:
    """Two documents with their lines and the changes between them, sides numbered 0 (left) and 1 (right)."""

    def __init__(self, left: Document, right: Document, passages: Sequence[Passage]) -> None:
        self.docs = (left, right)
        self.lines = (lines(left), lines(right))
        self.passages = passages
        self.changes = [c for p in passages for c in turned(p, right.id)]
        self.touching = tuple(Touching([ends(c, n)[0] for c in self.changes]) for n in (0, 1))

    def in_order(self) -> Iterator[tuple[Passage | None, Bead]]:
        """Yield every line of both: what is joined in the order of the left text, the rest in its place."""
        return _in_order(self.joined(), *map(len, self.lines))

    def joined(self) -> list[tuple[Passage, Bead]]:
        """Return the beads of every passage that have both sides; a line belongs to one passage."""
        held = [_held(self.lines[n], self.passages, self.docs[n].id) for n in (0, 1)]
        out = []
        for at, passage in enumerate(self.passages):
            ours, theirs = held[0].get(at, []), held[1].get(at, [])
            units = self._units(0, ours), self._units(1, theirs)
            for a, b in pair(*units, passage.kind is ReuseKind.translated):
                if a and b:
                    bead = tuple(ours[i] for i in a), tuple(theirs[j] for j in b)
                    out.append((passage, bead))
        return out

    def _units(self, n: int, places: Sequence[int]) -> list[Unit]:
        return [self._unit(n, self.lines[n][place].span) for place in places]

    def _unit(self, n: int, span: Span) -> Unit:
        links, gone = set(), 0
        for number in self.touching[n].of(span):
            here, there = ends(self.changes[number], n)
            if there is None and here is not None:
                gone += here.overlap(span)
            else:
                links.add(number)
        return Unit(span.of(self.docs[n].text), 2 * gone > len(span), frozenset(links))


def ends(change: Turned, n: int) -> tuple[Span | None, Span | None]:
    """Return where a change lies on side `n` (0 left, 1 right) and on the other."""
    return (change.there, change.here) if n == 0 else (change.here, change.there)


def _held(found: Sequence[Line], passages: Sequence[Passage], doc: str) -> dict[int, list[int]]:
    """Return the places of the lines that each passage holds: most of the line, or most of the passage."""
    out: dict[int, list[int]] = {}
    spans = [side(p, doc) for p in passages]
    touching = Touching(spans)
    for place, line in enumerate(found):
        near = () if line.furniture else touching.of(line.span)
        for best in sorted(near, key=lambda n: (-spans[n].overlap(line.span), n))[:1]:
            if 2 * spans[best].overlap(line.span) >= min(len(line.span), len(spans[best])):
                out.setdefault(best, []).append(place)
    return out


def _in_order(
    joined: list[tuple[Passage, Bead]], ours: int, theirs: int
) -> Iterator[tuple[Passage | None, Bead]]:
    """Yield the joined beads by the left text, and lines that stand alone each after the one before it."""
    found = sorted(joined, key=lambda j: j[1])
    taken = {j for _, (_, b) in found for j in b}
    left = right = 0
    for passage, (a, b) in found:
        yield from ((None, ((n,), ())) for n in range(left, a[0]))
        while right < b[0]:
            if right not in taken:
                yield None, ((), (right,))
            right += 1
        yield passage, (a, b)
        left, right = a[-1] + 1, max(right, b[-1] + 1)
    yield from ((None, ((n,), ())) for n in range(left, ours))
    yield from ((None, ((), (n,))) for n in range(right, theirs) if n not in taken)
