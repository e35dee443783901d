"""What lineage looks at: the documents, what each two have in common, whom each credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.link.dates import earlier
from selon.link.lineage.credits import Sign, key, signs
from selon.link.lineage.cuts import cut_marks
from selon.link.lineage.evidence import LONG, MOST, PART, headlines, weight
from selon.model.document import FURNITURE, Document, PartKind
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind, shared
from selon.model.span import Span, Spans, tidy, without
from selon.text.memo import Memo


@dataclass(frozen=True)
class Tie:
    """What a document has in common with another: the stretches that the other answers, and the changes.

    `amount` counts characters, reworded ones by their score; `changes` are (span in this document, change,
    side of this document).
    """

    other: str
    spans: Spans
    amount: float
    kind: ReuseKind
    changes: tuple[tuple[Span, Change, int], ...]

    def answers(self, span: Span, change: Change) -> bool:
        """Tell whether the other text has these words too; a translation shows figures and names only."""
        if self.kind is ReuseKind.translated and change.kind not in CROSSING:
            return False
        return any(s.holds(span) for s in self.spans)


CROSSING = frozenset({ChangeKind.figure, ChangeKind.name})


@dataclass(frozen=True)
class Case:
    """Everything that lineage looks at: documents, their ties by id and other id, their credits."""

    docs: Mapping[str, Document]
    ties: Mapping[str, Mapping[str, Tie]]

    @cached_property
    def signs(self) -> Memo[tuple[Sign, ...]]:
        """Whom each document credits."""
        outlets = [d.outlet for d in self.docs.values() if d.outlet]
        return Memo(lambda ident: signs(self.docs[ident], outlets), len(self.docs))

    @cached_property
    def cuts(self) -> Memo[Spans]:
        """Where each document shows that it was cut."""
        return Memo(lambda ident: cut_marks(self.docs[ident]), len(self.docs))

    def credit(self, doc: str, parent: str) -> Sign | None:
        """Return where `doc` credits the outlet of `parent`, or None."""
        outlet = key(self.docs[parent].outlet or "")
        return next((s for s in self.signs[doc] if outlet and key(s.name) == outlet), None)

    def precedes(self, one: str, other: str) -> bool:
        """Tell whether `one` surely stood before `other` did: by date, or because `other` credits it."""
        return earlier(self.docs[one], self.docs[other]) or self.credit(other, one) is not None

    def agencies(self, doc: str) -> tuple[Sign, ...]:
        """Return the agencies that `doc` credits."""
        return tuple(s for s in self.signs[doc] if s.agency)

    def long(self, doc: str, other: str) -> bool:
        """Tell whether the two have long stretches in common (level 3)."""
        mine, yours = self.ties[doc][other], self.ties[other][doc]
        shares = (mine.amount / size(self.docs[doc]), yours.amount / size(self.docs[other]))
        return max(shares) >= (PART if min(mine.amount, yours.amount) >= LONG else MOST)


def size(doc: Document) -> int:
    """Return the characters of the article itself: no furniture, no headline."""
    aside = sum(len(p.span) for p in doc.parts if p.kind in FURNITURE or p.kind is PartKind.headline)
    return max(1, len(doc.text.strip()) - aside)


def ties_of(docs: Sequence[Document], passages: Iterable[Passage]) -> dict[str, dict[str, Tie]]:
    heads = {d.id: headlines(d) for d in docs}
    found: dict[tuple[str, str], list[tuple[Passage, int]]] = defaultdict(list)
    for passage in passages:
        found[passage.a, passage.b].append((passage, 0))
        found[passage.b, passage.a].append((passage, 1))
    out: dict[str, dict[str, Tie]] = {d.id: {} for d in docs}
    for (mine, other), sides in sorted(found.items()):
        out[mine][other] = _tie(other, sides, heads[mine])
    return out


def _tie(other: str, sides: Sequence[tuple[Passage, int]], heads: Spans) -> Tie:
    spans: list[Span] = []
    amount = 0.0
    for passage, side in sides:
        common = without(shared(passage, side), heads)
        spans.extend(common)
        amount += weight(passage) * sum(map(len, common))
    changes = tuple(
        (span, c, side) for p, side in sides for c in p.changes if (span := c.b if side else c.a) is not None
    )
    largest = max(sides, key=lambda s: (len(s[0].a_span), s[0].kind.value))[0]
    return Tie(other, tidy(spans), amount, largest.kind, changes)
