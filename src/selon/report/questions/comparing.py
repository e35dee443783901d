"""Two documents side by side: sentences that answer each other, what changed, and what stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selon.model.artefact import Artefact
from selon.model.document import Document
from selon.model.lineage import Edge
from selon.model.passage import ChangeKind, Passage, ReuseKind
from selon.model.span import Span
from selon.report.questions.aligned import Aligned, ends
from selon.report.questions.case import Case
from selon.report.questions.derivation import WEIGHTY, Turned
from selon.report.questions.marks import Mark, Segment, segments
from selon.report.questions.pairing import substance
from selon.report.questions.sentences import Line
from selon.report.questions.touching import Touching
from selon.report.questions.traits import spans


@dataclass(frozen=True)
class Side:
    """The words of one document in a row: its lines and their marked segments."""

    lines: tuple[Line, ...]
    segments: tuple[Segment, ...]

    @property
    def number(self) -> int | None:
        """The number of the first sentence, None for a headline or furniture."""
        return self.lines[0].number

    @property
    def text(self) -> str:
        """The words as they stand."""
        return "".join(s.text for s in self.segments)


@dataclass(frozen=True)
class Row:
    """A row of the comparison; `number` counts the joined ones from 1.

    `kind` is same, reworded, changed (a figure, name, date or negation differs), translated, left, right (no
    counterpart), or furniture. `share` is the share of words in common, or for a translation the closeness
    that the passage was found with, given at its first row; both lie between 0 and 1.
    """

    left: Side | None
    right: Side | None
    number: int | None
    kind: str
    share: float | None
    changes: tuple[Turned, ...] = ()

    @property
    def joined(self) -> bool:
        """Whether both texts have it."""
        return self.left is not None and self.right is not None

    @property
    def differs(self) -> bool:
        """Whether the two texts are not the same here."""
        if self.kind == "furniture":
            return False
        return not self.joined or bool(self.changes) or self.kind in ("changed", "reworded")


@dataclass(frozen=True)
class Comparison:
    """Two documents, the passages that they share, and their rows in reading order."""

    left: Document
    right: Document
    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]

    @property
    def joined(self) -> int:
        """How many rows both texts have."""
        return sum(row.joined for row in self.rows)

    def sentences(self, left: bool) -> int:
        """Return how many lines of a side are no furniture."""
        sides = [row.left if left else row.right for row in self.rows if row.kind != "furniture"]
        return sum(len(side.lines) for side in sides if side)


def compare(case: Case, one: str, other: str, edge: Edge | None = None) -> Comparison:
    """Return `one` on the left and `other` on the right; the lines of either joined are its whole text."""
    left, right = case.docs[one], case.docs[other]
    passages = case.between(one, other)
    work = _Work(case, Aligned(left, right, passages), edge)
    return Comparison(left, right, passages, tuple(work.rows()))


class _Work:
    """The state of one comparison: what is aligned, and the marks that lie on it."""

    def __init__(self, case: Case, both: Aligned, edge: Edge | None) -> None:
        self.both = both
        self.opened: set[Span] = set()
        self.marks = tuple(
            [*self._changed(n), *_traits(edge, doc), *_traces(case.artefacts.get(doc.id, ()))]
            for n, doc in enumerate(both.docs)
        )
        self.marked = tuple(Touching([m.span for m in marks]) for marks in self.marks)

    def _changed(self, n: int) -> Iterator[Mark]:
        for change in self.both.changes:
            here, there = ends(change, n)
            if here:
                alone = there is None
                sign = "chg" if change.kind in WEIGHTY else "x-only" if alone else "x-word"
                yield Mark(here, sign)

    def rows(self) -> Iterator[Row]:
        """Yield the rows: what is joined in the order of the left text, what stands alone in its place."""
        number = 0
        for passage, (ours, theirs) in self.both.in_order():
            left, right = self._side(0, ours), self._side(1, theirs)
            if passage is not None and left and right:
                number += 1
                yield self._row(passage, left, right, number)
            else:
                yield _alone(left, right)

    def _side(self, n: int, places: Sequence[int]) -> Side | None:
        if not places:
            return None
        found = tuple(self.both.lines[n][place] for place in places)
        within = Span(found[0].span.start, found[-1].span.end)
        marks = [self.marks[n][place] for place in self.marked[n].of(within)]
        return Side(found, segments(self.both.docs[n].text, within, marks))

    def _row(self, passage: Passage, left: Side, right: Side, number: int) -> Row:
        changes = self._changes(left, right)
        if passage.kind is ReuseKind.translated:
            weighty = any(c.kind in WEIGHTY for c in changes)
            first = passage.a_span not in self.opened
            self.opened.add(passage.a_span)
            kind = "changed" if weighty else "translated"
            return Row(left, right, number, kind, passage.score if first else None, changes)
        share = _share(left.text, right.text)
        if share == 1:  # a change of wording that only begins or ends here changes nothing here
            changes = tuple(c for c in changes if c.kind in WEIGHTY)
        return Row(left, right, number, _kind(share, changes), share, changes)

    def _changes(self, left: Side, right: Side) -> tuple[Turned, ...]:
        """Return the changes of a row: those that lie on both of its sides, or on the one that has them."""
        sides = enumerate((left, right))
        near = {n for at, side in sides for ln in side.lines for n in self.both.touching[at].of(ln.span)}
        found = (self.both.changes[n] for n in sorted(near))
        return tuple(c for c in found if _touches(c, left, right))


def _traits(edge: Edge | None, doc: Document) -> list[Mark]:
    """Return the singular traits that the lineage rests on, where they stand in `doc`."""
    return [Mark(span, "x-trait") for span in spans(edge, doc)] if edge else []


def _traces(found: Iterable[Artefact]) -> list[Mark]:
    return [Mark(a.span, "art") for a in found]


def _alone(left: Side | None, right: Side | None) -> Row:
    only = left or right
    assert only is not None
    if only.lines[0].furniture:
        return Row(left, right, None, "furniture", None)
    return Row(left, right, None, "left" if left else "right", None)


def _touches(change: Turned, left: Side, right: Side) -> bool:
    """Tell whether a change lies in a row: on both sides where it has both."""
    there = change.there is None or any(line.span.overlap(change.there) for line in left.lines)
    here = change.here is None or any(line.span.overlap(change.here) for line in right.lines)
    return there and here


def _kind(share: float, changes: Sequence[Turned]) -> str:
    if any(c.kind in WEIGHTY for c in changes):
        return "changed"
    return "same" if share == 1 and not changes else "reworded"


def _share(one: str, other: str) -> float:
    """Return the share of words that two texts have in common (Dice)."""
    a, b = Counter(substance(one)), Counter(substance(other))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def spoken(change: Turned) -> str:
    """Return the name of what a change touched, as the left text stands to the right one."""
    if change.there is None:
        return ChangeKind.insertion.value
    if change.here is None:
        return ChangeKind.omission.value
    return change.kind.value
