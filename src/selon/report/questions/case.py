"""One state of a dossier with its records by id, and its claims in the order of the page."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from selon.model import moment
from selon.model.artefact import Artefact
from selon.model.claim import Assertion, Claim
from selon.model.lineage import Direction, Edge
from selon.model.passage import Passage
from selon.model.span import Span
from selon.model.statement import Statement
from selon.report.questions.titles import title
from selon.report.view import View
from selon.text.normalise import fold

Key = TypeVar("Key")
Item = TypeVar("Item")

AGENCY = "agency:"
"""Prefix of the source of an edge whose original is not in the dossier."""
_SAFE = re.compile(r"[^A-Za-z0-9_]+")


def anchor(prefix: str, ident: str) -> str:
    """Return a fragment name for `ident` that needs no escaping; ids that differ never share one."""
    plain = _SAFE.sub("-", ident)
    mark = "" if plain == ident else "-" + hashlib.sha256(ident.encode()).hexdigest()[:6]
    return f"{prefix}-{plain}{mark}"


@dataclass(frozen=True)
class Listed:
    """A claim in the order of the page: short siglum, anchor, and whether it has a section of its own."""

    claim: Claim
    siglum: str
    anchor: str
    full: bool

    @property
    def gap(self) -> int:
        """How many articles there are beyond the origins."""
        return len(self.articles) - self.claim.origin_count

    @cached_property
    def title(self) -> str:
        """What the claim is called in a heading or a list."""
        return title(self.claim.text)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The documents that assert the claim."""
        return frozenset(self.claim.articles)

    @cached_property
    def said_in(self) -> Mapping[str, tuple[Assertion, ...]]:
        """The assertions of the claim by document."""
        return _group((a.doc, a) for a in self.claim.assertions)


class Case:
    """Everything that a report reads, fetched once from a view; what no question needs is never fetched."""

    def __init__(self, view: View) -> None:
        self.name = view.name
        self.docs = {d.id: d for d in sorted(view.documents(), key=lambda d: d.id)}
        self._view = view
        self._said: dict[str, tuple[Statement, ...]] = {}
        self.passages = tuple(view.passages())
        self.edges = tuple(view.edges())
        self.clusters = {doc: c for c in view.clusters() for doc in c.docs}
        self.rejects = tuple(sorted(view.rejects(), key=lambda r: (r.where or "", r.record, r.reason)))
        self.conflicts = tuple(view.conflicts())
        self.info = dict(sorted(view.info().items()))
        self.claims = listed(view.claims(), view.numbers(), view.total())

    def statements(self, doc: str) -> tuple[Statement, ...]:
        """Return the statements of a document in order of place, read when they are first asked for."""
        if doc not in self._said:
            self._said[doc] = tuple(self._view.statements(doc)) if doc in self.docs else ()
        return self._said[doc]

    def statement(self, doc: str, ident: str) -> Statement | None:
        """Return the statement of a document that has an id, or None."""
        return next((s for s in self.statements(doc) if s.id == ident), None)

    @cached_property
    def artefacts(self) -> dict[str, tuple[Artefact, ...]]:
        """Traces of translation by document."""
        return {doc: tuple(self._view.artefacts(doc)) for doc in self.docs}

    @cached_property
    def by_claim(self) -> dict[str, Listed]:
        """Claims by their stable id."""
        return {item.claim.id: item for item in self.claims}

    @cached_property
    def claims_of_statement(self) -> dict[str, tuple[Listed, ...]]:
        """Claims that a statement asserts, by statement id."""
        return _gather((a.statement, item) for item in self.claims for a in item.claim.assertions)

    @cached_property
    def places(self) -> dict[str, tuple[tuple[Span, Listed], ...]]:
        """Where a statement asserts which claim, by statement id."""
        return _gather((a.statement, (a.content, i)) for i in self.claims for a in i.claim.assertions)

    @cached_property
    def contest_places(self) -> dict[str, tuple[tuple[Span, Listed], ...]]:
        """Where a statement contests which claim, by statement id."""
        found = ((d, i) for i in self.claims for d in i.claim.disputed_by if d.statement)
        return _gather((d.statement or "", (d.span, i)) for d, i in found)

    @cached_property
    def claims_of_doc(self) -> dict[str, tuple[Listed, ...]]:
        """Claims that a document asserts, by document id."""
        return _gather((doc, item) for item in self.claims for doc in item.claim.articles)

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], tuple[Passage, ...]]:
        found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
        for passage in self.passages:
            found[passage.a, passage.b].append(passage)
        return {pair: tuple(group) for pair, group in found.items()}

    def between(self, one: str, other: str) -> tuple[Passage, ...]:
        """Return the aligned passages of two documents."""
        return self._pairs.get((min(one, other), max(one, other)), ())

    @cached_property
    def parents(self) -> dict[str, tuple[Edge, ...]]:
        """Decided edges by the document that derives, strongest first."""
        decided = (e for e in self.edges if e.direction is Direction.certain)
        found = _group((e.derived, e) for e in decided)
        return {doc: tuple(sorted(es, key=lambda e: (-e.level, e.source))) for doc, es in found.items()}

    @cached_property
    def children(self) -> dict[str, tuple[Edge, ...]]:
        """Decided edges by the document that they derive from, in the order of publication."""
        decided = (e for e in self.edges if e.direction is Direction.certain)
        found = _group((e.source, e) for e in decided)
        return {doc: tuple(sorted(es, key=lambda e: self.order(e.derived))) for doc, es in found.items()}

    @cached_property
    def undecided(self) -> tuple[Edge, ...]:
        """Edges whose direction no evidence decides."""
        return tuple(e for e in self.edges if e.direction is Direction.undecided)

    @cached_property
    def undecided_of(self) -> dict[str, tuple[Edge, ...]]:
        """Edges whose direction no evidence decides, by each of their documents."""
        return _group((doc, e) for e in self.undecided for doc in (e.derived, e.source))

    def edge(self, derived: str, source: str) -> Edge | None:
        """Return the decided edge between two documents, or None."""
        return next((e for e in self.parents.get(derived, ()) if e.source == source), None)

    def order(self, doc: str) -> tuple[str, str]:
        """Return the key that puts documents in the order of publication, undated ones last."""
        return self._orders.get(doc) or moment.order(None, doc)

    @cached_property
    def _orders(self) -> dict[str, tuple[str, str]]:
        return {ident: moment.order(doc.published, ident) for ident, doc in self.docs.items()}

    @cached_property
    def called(self) -> dict[str, frozenset[str]]:
        """What each document may be called when another cites it: outlet, title, id, folded."""
        named = {d.id: (d.outlet, d.title, d.id) for d in self.docs.values()}
        return {ident: frozenset(fold(n) for n in names if n) for ident, names in named.items()}

    def outlet(self, doc: str) -> str:
        """Return the outlet of a document, else its title, else its id."""
        found = self.docs.get(doc)
        return (found.outlet or found.title or found.id) if found else doc.removeprefix(AGENCY)

    @cached_property
    def several_years(self) -> bool:
        """Whether the dated documents lie in more than one year."""
        return len({d.date[:4] for d in self.docs.values() if d.date}) > 1

    def lang(self, doc: str) -> str:
        """Return the language of a document, or an empty string."""
        found = self.docs.get(doc)
        return found.lang if found else ""


def listed(claims: Iterable[Claim], numbers: Mapping[str, int], total: int) -> tuple[Listed, ...]:
    """Return claims with their sigla, in that order.

    `numbers` gives the place of each claim in the whole dossier of `total` claims.
    """
    ordered = sorted(claims, key=lambda c: numbers[c.id])
    return tuple(Listed(c, siglum(numbers[c.id], total), anchor("claim", c.id), c.notable) for c in ordered)


def siglum(number: int, total: int) -> str:
    """Return the short name of a claim, as wide as the dossier needs: c07."""
    return f"c{number:0{max(2, len(str(total)))}d}"


def _gather(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    """Group items by key, each once in a group."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for key, item in pairs:
        if item not in found[key]:
            found[key].append(item)
    return {key: tuple(items) for key, items in found.items()}


def _group(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    """Group items that are all different by key; a group may be large."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return {key: tuple(items) for key, items in found.items()}
