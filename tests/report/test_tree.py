"""The provenance tree: origins first, each text in one row, copies under what they copy."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from selon.model.claim import Assertion, Chain, ChainLink, LinkHow
from selon.model.document import Precision, Published
from selon.model.lineage import Direction, Edge, Level
from selon.model.passage import ReuseKind
from selon.report.questions.case import Case, Listed
from selon.report.questions.exact import below, panels
from selon.report.questions.rows import Tree
from selon.report.questions.tree import tree
from tests.report.sample import MADE, build


def _tree(claim: str) -> tuple[Case, Listed, Tree]:
    case = Case(build())
    item = case.by_claim[claim]
    return case, item, tree(case, item)


def _parents(found: Tree) -> dict[str, str | None]:
    return {r.doc: found.rows[r.parent].doc if r.parent is not None else None for r in found.rows}


def test_copies_hang_under_the_text_they_copy():
    """Every copy and translation of the dispatch is a row under it, whatever its chain leaves out."""
    _, _, found = _tree("claim:hurt")
    parents = _parents(found)
    assert {doc for doc, parent in parents.items() if parent == "d01"} == {
        "d02",
        "d03",
        "d05",
        "d06",
        "d07",
        "d14",
    }
    assert parents["d01"] is None and parents["d08"] is None and parents["d09"] == "d06"


def test_origins_come_first_and_the_actor_between_in_the_next_column():
    """The service that the prefect cites is the origin; the prefect stands between it and the texts."""
    _, _, found = _tree("claim:hurt")
    placed = {n.name: n.column for n in found.nodes}
    assert placed["Service d’incendie"] == 0 and placed["Ysaline Brochenoire"] == 0
    assert placed["Préfète de l’Orvanche"] == 1


def test_what_hangs_on_an_actor_comes_in_the_order_of_time():
    """The first text of the first origin is the first row, and the actors on its way stand at its height."""
    case, _, found = _tree("claim:hurt")
    assert found.rows[0].doc == "d01"
    assert [n.slot for n in found.nodes if n.name in ("Service d’incendie", "Préfète de l’Orvanche")] == [
        0,
        0,
    ]
    for node in range(len(found.nodes)):
        below = [r.doc for r in found.rows if r.node == node]
        assert below == sorted(below, key=case.order)


def test_a_changed_copy_stays_hollow_with_its_source():
    """A text that copies but says something else is drawn, not counted, with the source it names."""
    _, item, found = _tree("claim:hurt")
    hollow = [r for r in found.rows if not r.asserts]
    assert [r.doc for r in hollow] == ["d06", "d09"]
    assert {r.doc for r in found.rows if r.asserts} == set(item.claim.articles)
    assert [n.name for n in found.nodes if n.foreign] == ["des sources proches de l’enquête"]


def test_lines_say_how_each_text_was_taken():
    """Copy, changed copy and translation have their own lines."""
    _, _, found = _tree("claim:hurt")
    via = {r.doc: r.derivation.via for r in found.rows if r.parent is not None}
    assert via == {
        "d02": "copies",
        "d03": "copies",
        "d05": "copies",
        "d06": "edits",
        "d07": "translates",
        "d09": "translates",
        "d14": "edits",
    }


def test_an_undecided_pair_is_joined_at_the_side():
    """Two texts of which nobody knows who copied whom are joined without direction."""
    _, _, found = _tree("claim:hurt")
    assert [{found.rows[a].doc, found.rows[b].doc} for a, b in found.undecided] == [{"d03", "d05"}]


def test_a_circle_has_no_origin_and_closes():
    """Texts that cite each other are one loop, under a node that is no origin."""
    _, _, found = _tree("claim:sold")
    assert {found.rows[i].doc for i in found.loop} == {"d11", "d12"}
    assert [n.origin for n in found.nodes] == [None]


@pytest.mark.parametrize("claim", [c.id for c in build().found])
def test_rows_have_their_own_place(claim: str):
    """No two texts share a row, and actors of one column keep clear of each other."""
    _, _, found = _tree(claim)
    slots = [r.slot for r in found.rows]
    assert len(slots) == len(set(slots))
    for column in range(found.columns):
        at = sorted(n.slot for n in found.nodes if n.column == column)
        assert all(b - a >= 2 for a, b in zip(at, at[1:], strict=False))


@pytest.mark.parametrize("claim", [c.id for c in build().found])
def test_every_node_and_text_opens_its_exact_words(claim: str):
    """There is a panel for each, and what it quotes is a slice of the document."""
    case, item, found = _tree(claim)
    shown = panels(case, item, found)
    assert {p.key for p in shown} == {r.key for r in found.rows} | {n.key for n in found.nodes}
    for panel in shown:
        for quote in (*panel.quotes, *((panel.source,) if panel.source else ())):
            assert "".join(s.text for s in quote.segments) == quote.span.of(case.docs[quote.doc].text)
        assert panel.row is None or panel.quotes


def test_the_trimmed_copy_shows_what_it_omits():
    """Beside the words of a copy stand those of its original, with the omission marked."""
    case, item, found = _tree("claim:hurt")
    row = next(r for r in found.rows if r.doc == "d03")
    panel = next(p for p in panels(case, item, found) if p.key == row.key)
    assert panel.source is not None
    omitted = "".join(s.text for s in panel.source.segments if "om" in s.kinds)
    assert omitted == ", Maëlle Tardivon, citant un premier bilan des secours"


def test_the_articles_below_the_origins_are_all_articles():
    """What the origins hold together is every article of the claim."""
    _, item, found = _tree("claim:hurt")
    tops = [n for n in found.nodes if n.column == 0]
    assert sorted(d for n in tops for d in below(found, n)) == sorted(item.claim.articles)


def test_both_ways_of_naming_a_step_read_the_same():
    """Whether a link says how it was reached or how it goes on, the tree is the same."""
    view = build()
    hurt = next(c for c in view.found if c.id == "claim:hurt")
    shifted = []
    for chain in hurt.chains:
        hows = [*(link.how for link in chain.links[1:]), LinkHow.origin]
        pairs = zip(chain.links, hows, strict=True)
        links = tuple(msgspec.structs.replace(link, how=how) for link, how in pairs)
        shifted.append(msgspec.structs.replace(chain, links=links))
    view.found[view.found.index(hurt)] = msgspec.structs.replace(hurt, chains=tuple(shifted))
    case = Case(view)
    other = tree(case, case.by_claim["claim:hurt"])
    _, _, found = _tree("claim:hurt")
    assert _parents(other) == _parents(found)
    assert [(n.name, n.column, n.slot) for n in other.nodes] == [
        (n.name, n.column, n.slot) for n in found.nodes
    ]


def test_like_copies_are_stacked_when_there_are_many():
    """Sixty reprints of one dispatch are one row; texts that others derive from keep their own."""
    view = build()
    hurt = next(c for c in view.found if c.id == "claim:hurt")
    first = next(d for d in view.docs if d.id == "d02")
    said = next(s for s in view.said if s.id == "sd02a")
    assertions, chains = list(hurt.assertions), list(hurt.chains)
    for n in range(60):
        ident = f"r{n:02d}"
        when = Published("2025-03-05", Precision.day, None, "meta", "")
        view.docs.append(msgspec.structs.replace(first, id=ident, published=when))
        view.said.append(msgspec.structs.replace(said, id=f"s{ident}", doc=ident, parent=None))
        view.lineage.append(Edge(ident, "d01", ReuseKind.verbatim, Direction.certain, Level.extent, (), MADE))
        links = (ChainLink("R", "media", LinkHow.prints, ident, None, ""), *hurt.chains[1].links[1:])
        chains.append(Chain(len(assertions), links, "o:sio"))
        assertions.append(Assertion(ident, said.content[0], None, said.stance, f"s{ident}"))
    more = msgspec.structs.replace(hurt, assertions=tuple(assertions), chains=tuple(chains))
    view = dataclasses.replace(view, found=[more])
    case = Case(view)
    found = tree(case, case.claims[0])
    stacks = [r for r in found.rows if r.stack]
    assert sorted(len(r.stack) for r in stacks) == [1, 59]
    assert len(found.rows) < 15
    assert set(more.articles) == {d for r in found.rows if r.asserts for d in (r.doc, *r.stack)}
