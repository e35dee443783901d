"""The comparison finds no fault with a perfect trace, and names the fault of a spoilt one."""

from __future__ import annotations

import msgspec
import pytest

from selon import sample
from selon.ingest.read import read_paths
from selon.model.actor import ActorKind
from selon.model.claim import Assertion, Chain, Claim, Dispute, DisputeLevel, Origin
from selon.model.document import Document
from selon.model.identity import Made
from selon.model.lineage import Direction, Edge
from selon.model.span import Span
from selon.model.statement import Stance
from selon.sample.gold import GoldClaim
from tests.sample.compare import compare, kinds_fit, spot

GOLD = sample.gold()
MADE = Made("test", 1, "made by hand")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """The sample as selon reads it."""
    read = read_paths([str(p) for p in sample.pages()])
    return {d.id: d for d in read if isinstance(d, Document)}


@pytest.fixture
def claims(documents: dict[str, Document]) -> list[Claim]:
    """A claim for each gold claim, with all that the gold says of it."""
    return [_perfect(g, documents) for g in GOLD.claims]


@pytest.fixture
def edges() -> list[Edge]:
    """The edges of the gold as a trace gives them."""
    return [
        Edge(e.derived, e.source, e.kind, e.direction, max(e.levels), (), MADE, e.credited, e.trimmed)
        for e in GOLD.edges
    ]


def _perfect(gold: GoldClaim, documents: dict[str, Document]) -> Claim:
    said = [(w.doc, _spot(documents, w.doc, w.words)) for w in gold.asserted]
    denied = [Dispute(d.doc, _spot(documents, d.doc, d.words), d.actors[0], d.level) for d in gold.disputed]
    rivals = [Dispute("d01", Span(0, 1), "", DisputeLevel.figure, claim=f"x{r}") for r in gold.rivals]
    origins = [
        Origin(o.actor, GOLD.actor(o.actor).name, o.kinds[0], True, (), o.altered) for o in gold.origins
    ]
    chains = [Chain(n, (), w.origin) for n, w in enumerate(gold.asserted)]
    return Claim(
        id=f"x{gold.id}",
        text=gold.text,
        text_doc=said[0][0],
        text_span=said[0][1],
        assertions=tuple(Assertion(d, s, None, Stance.asserts, f"s{d}") for d, s in said),
        origins=tuple(origins),
        origin_count=gold.origin_count,
        circular=gold.circular,
        chains=tuple(chains),
        made=MADE,
        disputed_by=(*denied, *rivals),
    )


def _spot(documents: dict[str, Document], doc: str, words: str) -> Span:
    found = spot(documents[doc], words)
    assert found is not None, (doc, words)
    return found


def _spoil(claims: list[Claim], id: str, **fields: object) -> list[Claim]:
    return [msgspec.structs.replace(c, **fields) if c.id == f"x{id}" else c for c in claims]


def test_a_perfect_trace_is_faultless(claims, edges, documents):
    """Each gold claim is answered by its own claim, in any order of claims, with nothing missing or extra."""
    result = compare(claims[::-1], edges, list(documents.values()))
    for r in result.claims:
        faults = (r.missing, r.extra, r.unnamed, r.undisputed, r.unopposed, r.misled)
        assert (r.predicted, r.kinds_fit, faults) == (f"x{r.gold}", True, ((),) * 6)
        assert r.origin_count == GOLD.claim(r.gold).origin_count
        assert r.altered == sum(o.altered for o in GOLD.claim(r.gold).origins)
        assert r.circular == GOLD.claim(r.gold).circular
    assert all(r.directed and r.kind and r.level for r in result.edges)
    assert not result.strays
    assert not any(t.edges for t in result.traps)


def test_a_lost_and_an_added_article_are_named(claims, edges, documents):
    """A document that drops out is missing; one that asserts something else is extra."""
    c01 = next(c for c in claims if c.id == "xc01")
    other = Assertion("d17", Span(0, 5), None, Stance.asserts, "s")
    spoilt = _spoil(claims, "c01", assertions=(*c01.assertions[1:], other))
    result = compare(spoilt, edges, list(documents.values())).claim("c01")
    assert (result.missing, result.extra) == (("d01",), ("d17",))


def test_a_claim_that_swallowed_another_answers_for_one(claims, edges, documents):
    """When two gold claims were run into one, the smaller goes without."""
    big, small = (next(c for c in claims if c.id == f"x{i}") for i in ("c01", "c02"))
    swollen = _spoil(claims, "c01", assertions=(*big.assertions, *small.assertions))
    result = compare([c for c in swollen if c.id != "xc02"], edges, list(documents.values()))
    assert result.claim("c01").extra == ("d06", "d09")
    assert result.claim("c02").predicted is None


def test_a_wrong_kind_name_or_contest_is_seen(claims, edges, documents):
    """Kinds, names, denials and rivals are judged apart."""
    c05 = next(c for c in claims if c.id == "xc05")
    named = (msgspec.structs.replace(c05.origins[0], name="Jean Personne", kind=ActorKind.person),)
    spoilt = _spoil(claims, "c05", origins=named, disputed_by=c05.disputed_by[1:])
    spoilt = _spoil(spoilt, "c10", disputed_by=())
    result = compare(spoilt, edges, list(documents.values()))
    five = result.claim("c05")
    assert (five.kinds_fit, five.unnamed, five.undisputed) == (False, ("enquete",), ("d10",))
    assert result.claim("c10").unopposed == ("c11",)


def test_an_article_that_leads_elsewhere_is_named(claims, edges, documents):
    """The right count is not enough: each article must lead to its own origin, and a circle to none."""
    c01, c09 = (next(c for c in claims if c.id == f"x{i}") for i in ("c01", "c09"))
    wrong = msgspec.structs.replace(c01.chains[2], origin="brochenoire")
    spoilt = _spoil(claims, "c01", chains=(*c01.chains[:2], wrong, *c01.chains[3:]))
    spoilt = _spoil(spoilt, "c09", chains=c09.chains[1:])
    result = compare(spoilt, edges, list(documents.values()))
    assert result.claim("c01").misled == ("d03",)
    assert result.claim("c09").misled == ("d11",)


def test_turned_missing_and_trapped_edges_are_seen(claims, edges, documents):
    """An edge the wrong way round, one left out, one in a trap and one out of nowhere are four faults."""
    turned = msgspec.structs.replace(edges[0], derived="d01", source="d02")
    trapped = msgspec.structs.replace(edges[0], derived="d17", source="d16")
    result = compare(claims, [turned, *edges[2:], trapped], list(documents.values()))
    assert (result.edges[0].found, result.edges[0].directed) == (turned, False)
    assert result.edges[1].found is None
    assert [e for t in result.traps for e in t.edges] == [trapped] == list(result.strays)


def test_an_undecided_edge_must_stay_undecided(claims, edges, documents):
    """A direction given to the pair that gives none is a fault; the order of its ids is not."""
    at = next(n for n, e in enumerate(edges) if e.direction is Direction.undecided)
    for change, right in (
        ({"direction": Direction.certain}, False),
        ({"derived": "d03", "source": "d05"}, True),
    ):
        spoilt = [*edges[:at], msgspec.structs.replace(edges[at], **change), *edges[at + 1 :]]
        assert compare(claims, spoilt, list(documents.values())).edges[at].directed is right


def test_kinds_are_laid_one_to_one():
    """An origin may have one of several right kinds, and no origin counts twice."""
    wanted = GOLD.claim("c08").origins
    assert kinds_fit([ActorKind.document, ActorKind.organisation], wanted)
    assert kinds_fit([ActorKind.organisation, ActorKind.organisation], wanted)
    assert not kinds_fit([ActorKind.document, ActorKind.document], wanted)
    assert not kinds_fit([ActorKind.organisation], wanted)
