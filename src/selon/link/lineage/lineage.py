"""Which document derives from which, by the ladder of evidence; silent or undecided where it does not say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from selon.link.dates import earlier
from selon.link.kept import Kept
from selon.link.lineage.case import Case, Tie, size, ties_of
from selon.link.lineage.credits import Sign, key, link_to
from selon.link.lineage.evidence import (
    SENSE,
    is_reading,
    timing,
)
from selon.link.lineage.internal import Artefacts, internal
from selon.link.lineage.surroundings import surroundings
from selon.link.lineage.tracking import same_links
from selon.model.document import Document
from selon.model.identity import Made
from selon.model.lineage import Direction, Edge, Evidence, Level
from selon.model.passage import ChangeKind, Passage, ReuseKind
from selon.model.span import Span

STAGE = "lineage"
VERSION = 4
INHERITED = 40
"""Characters in common that one inherited error is worth."""
UNCREDITED = 400
"""Characters in common with a signed copy that show the agency behind a text that credits nobody; with less,
two reporters may have had one witness or one video before them, and the direction stays open."""
EVEN = 3
"""Characters: two parents that differ by no more answer a copy equally well."""


def find_lineage(
    docs: Sequence[Document],
    passages: Iterable[Passage],
    artefacts: Artefacts | None = None,
    kept: Kept | None = None,
) -> tuple[Edge, ...]:
    """Return the edges between `docs`, sorted; neither order, hash nor id ever says which text came first.

    Each derived document gets its closest parent: the one that answers most of its characters, changed words
    apart, so that a copy of a copy that shares its errors derives from the copy (the common-errors method of
    textual criticism). An agency that is credited but not in the set is the source `agency:NAME`. `artefacts`
    are the traces of translation found in each document, `kept` what an earlier run found out.
    """
    case = Case({d.id: d for d in sorted(docs, key=lambda d: d.id)}, ties_of(docs, passages))
    every, given = list(case.docs), surroundings(case, artefacts or {})
    made = (kept or Kept()).each(
        "edges", list[Edge], given, lambda n: list(_edges_of(every[n], case, artefacts or {}))
    )
    first = [edge for edges in made for edge in edges]
    found = {(e.derived, e.source): e for e in first if e.direction is Direction.certain}
    tied = {frozenset(pair) for pair in found}
    open_ = [e for e in first if e.direction is Direction.undecided]
    for edge in (*_siblings(case, tuple(found.values())), *open_):
        if frozenset((edge.derived, edge.source)) not in tied:
            tied.add(frozenset((edge.derived, edge.source)))
            found[edge.derived, edge.source] = edge
    return tuple(edge for _, edge in sorted(found.items()))


def _edges_of(doc: str, case: Case, artefacts: Artefacts) -> Iterator[Edge]:
    """Yield the edge of `doc` to its closest parent or agency, or the nearest text where nothing decides."""
    decided = {p: ev for p in case.ties[doc] if (ev := _derives(doc, p, case, artefacts))}
    parent = _closest(doc, decided, case)
    agency = _agency(doc, case)
    if parent and not (agency and _agency_explains(doc, parent, decided[parent], case)):
        links = same_links(case.docs[doc], case.docs[parent])
        yield _edge(doc, parent, (*decided[parent], *_inherited(doc, parent, case), *links), case)
    elif agency:
        yield agency
    elif near := _nearest(doc, case):
        links = same_links(case.docs[doc], case.docs[near])
        yield _undecided(doc, near, (_extent(doc, near, case), *links), case)


def _derives(doc: str, parent: str, case: Case, artefacts: Artefacts) -> tuple[Evidence, ...]:
    """Return the evidence that `doc` derives from `parent`, empty when it does not reach."""
    child, source = case.docs[doc], case.docs[parent]
    if earlier(child, source) or case.credit(parent, doc):
        return ()
    out: list[Evidence] = []
    if sign := case.credit(doc, parent):
        out.append(_stated(child, sign))
    if case.long(doc, parent):
        out.append(_extent(doc, parent, case))
        if at := link_to(child, source):
            out.append(_stated(child, at))
    if before := timing(source, child):
        out.append(before)
    out.extend(internal(doc, parent, case, artefacts))
    levels = {e.level for e in out}
    telling = Level.stated in levels or Level.idiosyncratic in levels
    return tuple(out) if telling or {Level.timing, Level.extent} <= levels else ()


def _stated(doc: Document, sign: Sign) -> Evidence:
    words = sign.span.of(doc.text) if sign.span else sign.name
    return Evidence(sign.level, sign.why, words, doc.id, sign.span)


def _extent(doc: str, other: str, case: Case) -> Evidence:
    tie = case.ties[doc][other]
    span = max(tie.spans, key=lambda s: (len(s), -s.start), default=None)
    share = round(100 * tie.amount / size(case.docs[doc]))
    words = span.of(case.docs[doc].text)[:120] if span else ""
    return Evidence(Level.extent, f"{share}% of this text in common", words, doc, span)


def _inherited(doc: str, parent: str, case: Case) -> list[Evidence]:
    """Return readings that `doc` shares with `parent` and that a text before the parent has not.

    Only such innovations tell: what both keep of an original that a third text altered says nothing.
    """
    shared_with = case.ties[doc][parent]
    out: dict[Span, Evidence] = {}
    for third, tie in case.ties[doc].items():
        if third == parent or third not in case.ties[parent] or not case.precedes(third, parent):
            continue
        for span, change, side in tie.changes:
            if is_reading(change, side) and shared_with.answers(span, change):
                words = span.of(case.docs[doc].text)
                out.setdefault(span, Evidence(Level.idiosyncratic, f"both, not in {third}", words, doc, span))
    return [out[s] for s in sorted(out)][:3]


def _readings(doc: str, parent: str, others: Iterable[str], case: Case) -> int:
    """Return how many figures, names, dates and negations `doc` has from `parent` and not from others."""
    ties = case.ties[doc]
    places = {
        span
        for other in others
        for span, change, _ in ties[other].changes
        if other != parent and change.kind in SENSE and ties[parent].answers(span, change)
    }
    return len(places)


def _closest(doc: str, parents: Collection[str], case: Case) -> str | None:
    """Return the parent that answers most of `doc`; among even ones the credited, then the earliest."""
    if not parents:
        return None
    near = {p: case.ties[doc][p].amount + INHERITED * _readings(doc, p, parents, case) for p in parents}
    even = sorted(p for p in parents if near[p] >= max(near.values()) - EVEN)
    even = [p for p in even if case.credit(doc, p)] or even
    first = [p for p in even if not any(earlier(case.docs[q], case.docs[p]) for q in even)]
    return first[0]


def _agency(doc: str, case: Case) -> Edge | None:
    """Return the edge to an agency whose own text is not among those that `doc` is aligned with."""
    own = {key(case.docs[other].outlet or "") for other in case.ties[doc]}
    for sign in case.agencies(doc):
        if key(sign.name) not in own:
            evidence = (_stated(case.docs[doc], sign),)
            return _agency_edge(doc, sign, ReuseKind.verbatim, evidence)
    return _through(doc, case)


def _agency_edge(doc: str, sign: Sign, kind: ReuseKind, evidence: tuple[Evidence, ...]) -> Edge:
    level = max(e.level for e in evidence)
    made = Made(STAGE, VERSION, "; ".join(e.why for e in evidence))
    source = f"agency:{sign.name}"
    return Edge(doc, source, kind, Direction.certain, level, evidence, made, credited=level is Level.stated)


def _through(doc: str, case: Case) -> Edge | None:
    """Return the edge to the agency that the signed copy with most in common names."""
    ties = case.ties[doc]
    signed = [p for p in ties if case.agencies(p) and case.long(doc, p) and not case.signs[doc]]
    if not signed:
        return None
    best = max(signed, key=lambda p: (ties[p].amount, p))
    sign = case.agencies(best)[0]
    if key(case.docs[doc].outlet or "") == key(sign.name) or _present(sign, case, best):
        return None
    edge = _agency_edge(doc, sign, ties[best].kind, (_extent(doc, best, case), _signed(best, sign, case)))
    sure = ties[best].amount >= UNCREDITED
    return edge if sure else msgspec.structs.replace(edge, direction=Direction.undecided)


def _signed(doc: str, sign: Sign, case: Case) -> Evidence:
    """Return that another copy names the agency: for the text at hand that is extent, no statement."""
    words = sign.span.of(case.docs[doc].text) if sign.span else sign.name
    return Evidence(
        Level.extent, f"{doc} carries the same text and credits {sign.name}", words, doc, sign.span
    )


def _present(sign: Sign, case: Case, doc: str) -> bool:
    """Tell whether the agency's own text is in the set and aligned with `doc`."""
    return any(key(case.docs[o].outlet or "") == key(sign.name) for o in case.ties[doc])


def _agency_explains(doc: str, parent: str, evidence: Sequence[Evidence], case: Case) -> bool:
    """Tell whether the agency is the better answer: both carry it, or only the texts speak for the parent."""
    dated = {Level.stated, Level.timing} & {e.level for e in evidence}
    return not dated or _only_through_agency(doc, parent, case)


def _only_through_agency(doc: str, parent: str, case: Case) -> bool:
    """Tell whether text in common with `parent` is explained by the agency that both carry."""
    mine = {key(s.name) for s in case.agencies(doc)}
    yours = {key(s.name) for s in case.agencies(parent)}
    return bool(yours) and (not mine or bool(mine & yours))


def _nearest(doc: str, case: Case) -> str | None:
    """Return the text with most in common with `doc`, if that is long."""
    near = [p for p in case.ties[doc] if case.long(doc, p)]
    return max(near, key=lambda p: (case.ties[doc][p].amount, p), default=None)


def _edge(doc: str, parent: str, evidence: tuple[Evidence, ...], case: Case) -> Edge:
    level = max(e.level for e in evidence)
    made = Made(STAGE, VERSION, "; ".join(e.why for e in evidence))
    evidence = tuple(sorted(evidence, key=lambda e: -e.level))
    tie, back = case.ties[doc][parent], case.ties[parent][doc]
    return Edge(
        derived=doc,
        source=parent,
        kind=_kind(tie),
        direction=Direction.certain,
        level=level,
        evidence=evidence,
        made=made,
        credited=level is Level.stated,
        trimmed=sum(map(len, back.spans)) < TRIMMED * size(case.docs[parent]),
    )


ALTERING = frozenset({ChangeKind.figure, ChangeKind.polarity})


def _kind(tie: Tie) -> ReuseKind:
    """Return how the copy treats the text: a few changed words leave it verbatim, a figure does not."""
    if tie.kind is not ReuseKind.edited:
        return tie.kind
    if any(c.kind in ALTERING for _, c, _ in tie.changes):
        return ReuseKind.edited
    changed = sum(len(span) for span, c, _ in tie.changes if c.kind is not ChangeKind.insertion)
    return ReuseKind.verbatim if changed <= FAITHFUL * tie.amount else ReuseKind.edited


FAITHFUL = 0.1
"""Share of changed characters up to which a copy is called verbatim."""
TRIMMED = 0.85
"""A copy that answers less of its original than this has been cut."""


def _undecided(doc: str, other: str, evidence: tuple[Evidence, ...], case: Case) -> Edge:
    low, high = sorted((doc, other))
    level = max(e.level for e in evidence)
    made = Made(STAGE, VERSION, "; ".join(e.why for e in evidence))
    return Edge(low, high, _kind(case.ties[doc][other]), Direction.undecided, level, evidence, made)


def _siblings(case: Case, edges: Sequence[Edge]) -> Iterator[Edge]:
    """Yield undecided edges between copies of one text that share a reading which their original lacks."""
    parents = {e.derived: e.source for e in edges}
    for doc, parent in sorted(parents.items()):
        one_language = (o for o, tie in case.ties[doc].items() if tie.kind is not ReuseKind.translated)
        same = [o for o in one_language if parents.get(o) == parent and parent in case.ties[o]]
        found = {o: ev for o in same if (ev := _against(doc, o, parent, case))}
        if found:
            best = max(found, key=lambda o: (len(found[o]), case.ties[doc][o].amount, o))
            yield _undecided(doc, best, found[best], case)


def _against(doc: str, other: str, parent: str, case: Case) -> tuple[Evidence, ...]:
    """Return what `doc` and `other` have and their parent has not."""
    if parent not in case.ties[doc]:
        return ()
    tie = case.ties[doc][other]
    text = case.docs[doc].text
    return tuple(
        Evidence(Level.idiosyncratic, f"both, not in {parent}", span.of(text), doc, span)
        for span, change, _ in case.ties[doc][parent].changes
        if change.kind in SENSE and tie.answers(span, change)
    )[:3]
