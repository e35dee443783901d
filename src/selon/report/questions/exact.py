"""The exact words behind every node and every text of a tree."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from selon.model.claim import Chain, ChainLink
from selon.model.lineage import Evidence
from selon.model.passage import ChangeKind
from selon.model.span import Span, hull
from selon.model.statement import Statement
from selon.report.questions.case import Case, Listed
from selon.report.questions.derivation import WEIGHTY, Turned, other_side, side, turned
from selon.report.questions.marks import Mark, Segment, segments, statement_marks
from selon.report.questions.rows import Node, Row, Tree
from selon.report.questions.sentences import context, lines_of

LONGEST = 900
"""Code points: a longer context is cut to the words themselves."""


@dataclass(frozen=True)
class Quote:
    """Words of a document with their marks; `number` is that of the first sentence."""

    doc: str
    span: Span
    number: int | None
    segments: tuple[Segment, ...]
    clipped: tuple[bool, bool] = (False, False)
    """Whether the sentence goes on before and after the words shown."""


@dataclass(frozen=True)
class Panel:
    """What opens when a node or a text is clicked."""

    key: str
    quotes: tuple[Quote, ...]
    node: Node | None = None
    row: Row | None = None
    source: Quote | None = None
    """The same words in the text that this one derives from."""
    evidence: tuple[Evidence, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    docs: tuple[str, ...] = ()
    undecided: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()
    """Texts of the tree that share these words, of which nobody knows which came first, with what says so."""

    @property
    def verbatim(self) -> bool:
        """Whether the text that this one derives from has the same words there."""
        said = ["".join(s.text for s in q.segments).split() for q in self.quotes[:1]]
        return self.source is not None and ["".join(s.text for s in self.source.segments).split()] == said


def quote(case: Case, doc: str, span: Span, marks: list[Mark]) -> Quote:
    """Return the sentence around `span`, cut down to `span` when it is very long."""
    whole, number = context(case.docs[doc], span)
    shown = whole if len(whole) <= LONGEST else span
    clipped = (shown.start > whole.start, shown.end < whole.end)
    return Quote(doc, shown, number, segments(case.docs[doc].text, shown, marks), clipped)


def panels(case: Case, item: Listed, tree: Tree, only: Collection[str] | None = None) -> tuple[Panel, ...]:
    """Return one panel for each text and each node of a tree, texts first; `only` are the keys wanted."""
    drawn = frozenset(doc for row in tree.rows for doc in (row.doc, *row.stack))
    rows = [r for r in tree.rows if r.doc in case.docs and (only is None or r.key in only)]
    nodes = [n for n in tree.nodes if only is None or n.key in only]
    found = [_row_panel(case, item, tree, row, drawn) for row in rows]
    return tuple(found) + tuple(_node_panel(case, tree, node) for node in nodes)


def _row_panel(case: Case, item: Listed, tree: Tree, row: Row, drawn: frozenset[str]) -> Panel:
    parent = tree.rows[row.parent].doc if row.parent is not None else None
    parent = parent or (row.derivation.edge.source if row.derivation.edge else None)
    quotes = tuple(_said(case, item, row, parent))
    source = _same_words(case, quotes[0], parent) if quotes and parent else None
    edge = row.derivation.edge
    chain = told(row.path.chain) if row.path and row.path.chain else ()
    return Panel(
        row.key,
        quotes,
        None,
        row,
        source,
        edge.evidence if edge else (),
        chain,
        (row.doc, *row.stack),
        _undecided(case, row.doc, drawn),
    )


def _undecided(case: Case, doc: str, drawn: frozenset[str]) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    edges = case.undecided_of.get(doc, ())
    pairs = ((e.source if e.derived == doc else e.derived, e.evidence) for e in edges)
    return tuple((other, evidence) for other, evidence in pairs if other in drawn)


def told(chain: Chain) -> tuple[ChainLink, ...]:
    """Return the links of a chain as a reader needs them: an outlet cited and then opened is told once."""
    out: list[ChainLink] = []
    for link in chain.links:
        if out and out[-1].name == link.name:
            continue
        out.append(link)
    return tuple(out)


def _said(case: Case, item: Listed, row: Row, parent: str | None) -> list[Quote]:
    if row.other is not None:
        marks = related_marks(case, row.doc, row.other.statement) + change_marks(case, row.doc, parent)
        span = hull(row.other.statement.content) if row.other.statement else row.other.span
        own = row.other.doc == row.doc
        return [quote(case, row.doc, span, marks)] if own else _other_said(case, row)
    out = []
    here = item.said_in.get(row.doc, ())
    for assertion in sorted(here, key=lambda a: (a.source is None, a.content.start)):
        statement = case.statement(assertion.doc, assertion.statement)
        marks = related_marks(case, row.doc, statement) + change_marks(case, row.doc, parent)
        out.append(quote(case, row.doc, assertion.content, marks))
    return out


def _other_said(case: Case, row: Row) -> list[Quote]:
    claim = row.other.claim.claim if row.other and row.other.claim else None
    found = [a for a in claim.assertions if a.doc == row.doc] if claim else []
    return [
        quote(case, row.doc, a.content, related_marks(case, row.doc, case.statement(a.doc, a.statement)))
        for a in found
    ]


def related_marks(case: Case, doc: str, statement: Statement | None) -> list[Mark]:
    """Return the marks of a statement and of those that hold it or are held by it."""
    if statement is None:
        return []
    family = [
        s
        for s in case.statements(doc)
        if s.id in (statement.id, statement.parent) or s.parent == statement.id
    ]
    return [mark for member in family for mark in statement_marks(member)]


def change_marks(case: Case, doc: str, parent: str | None) -> list[Mark]:
    """Return marks on the words of `doc` that its copy from `parent` changed in meaning."""
    if parent is None:
        return []
    changes = (c for p in case.between(doc, parent) for c in turned(p, doc))
    return [Mark(c.here, "chg") for c in changes if c.here and c.kind in WEIGHTY]


def _same_words(case: Case, said: Quote, parent: str) -> Quote | None:
    """Return the sentence of `parent` that stands behind `said`; what the copy omits is marked."""
    best = max(
        case.between(said.doc, parent), key=lambda p: side(p, said.doc).overlap(said.span), default=None
    )
    if best is None or not side(best, said.doc).overlap(said.span) or parent not in case.docs:
        return None
    changes = [c for c in turned(best, said.doc) if c.there and _near(c, said.span)]
    span = _matching(case, parent, said, other_side(best, said.doc), changes)
    marks = [Mark(c.there, _SIGN.get(c.kind, "")) for c in changes if c.there and c.kind in _SIGN]
    own = [m for s in case.statements(parent) for m in statement_marks(s)]
    return quote(case, parent, span, marks + own)


_SIGN = {ChangeKind.omission: "om", **dict.fromkeys(WEIGHTY, "chg")}


def _near(change: Turned, span: Span) -> bool:
    return change.here is None or bool(change.here.overlap(span))


def _matching(case: Case, parent: str, said: Quote, aligned: Span, changes: list[Turned]) -> Span:
    """Choose the sentence of the aligned stretch that shares most words with what is said."""
    doc = case.docs[parent]
    wanted = set("".join(s.text for s in said.segments).lower().split())
    changed = [c.there for c in changes if c.there and c.here]
    best, most = aligned, -1
    for line in (found.span for found in lines_of(doc, aligned)):
        shared = len(wanted & set(line.of(doc.text).lower().split()))
        shared += 2 * sum(bool(line.overlap(c)) for c in changed)
        if shared > most:
            best, most = line, shared
    return best


def _node_panel(case: Case, tree: Tree, node: Node) -> Panel:
    quotes, seen = [], set()
    for link in node.links:
        if link.span is not None and link.doc in case.docs and (link.doc, link.span) not in seen:
            seen.add((link.doc, link.span))
            quotes.append(quote(case, link.doc, link.span, _link_marks(case, node, link)))
    return Panel(node.key, tuple(quotes), node, docs=below(tree, node))


def _link_marks(case: Case, node: Node, link: ChainLink) -> list[Mark]:
    tint = " anon" if node.kind == "anonymous" else ""
    return [Mark(link.span, "w-src" + tint)] if link.span else []


def below(tree: Tree, node: Node) -> tuple[str, ...]:
    """Return the documents that stand on the word of a node and assert the claim, in drawing order."""
    if node.foreign:
        return tuple(r.doc for r in tree.rows if r.slot == node.slot)
    return tree.held[tree.nodes.index(node)]
