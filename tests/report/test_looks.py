"""Ways to look at a tree of hundreds of texts: stacks that open in place, outlets, one way."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from selon.report.drawing import provenance
from selon.report.questions.case import Case
from selon.report.questions.layout import STACK_ABOVE, laid
from selon.report.questions.looks import AUTO, EVERY, Look, View
from selon.report.questions.pilewords import pile_how
from selon.report.questions.rows import Row, Tree
from selon.report.questions.tree import plan
from selon.report.wording import words
from tests.report.crowd import crowd

CASE = Case(crowd(120))
ITEM = CASE.by_claim["claim:crowd"]
PLAN = plan(CASE, ITEM)


def _seen(look: Look) -> Tree:
    return laid(CASE, PLAN, look)


def _docs(tree: Tree) -> list[str]:
    return sorted(doc for row in tree.rows for doc in (row.doc, *row.stack))


def _pile(tree: Tree) -> Row:
    return max(tree.rows, key=lambda row: len(row.stack))


@pytest.mark.parametrize("view", [View.auto, View.all, View.stacks, View.media])
def test_no_view_loses_a_text(view: View):
    """Every text of the tree stands in one row of its own or in one stack."""
    assert _docs(_seen(Look(view))) == _docs(_seen(EVERY))


def test_a_large_tree_is_stacked_of_its_own():
    """Above forty rows like texts share a row; all of them can be asked for."""
    assert len(_seen(EVERY).rows) > STACK_ABOVE
    assert len(_seen(AUTO).rows) < 20
    assert not _seen(EVERY).piled


def test_a_stack_opens_in_place_ten_rows_at_a_time():
    """Ten texts get rows of their own where the stack stood, the rest stays one row; closing undoes it."""
    closed = _seen(AUTO)
    pile = _pile(closed)
    look = AUTO.opened(pile.pile, 10)
    opened = _seen(look)
    assert len(opened.rows) == len(closed.rows) + 10
    rows = [row for row in opened.rows if row.pile == pile.pile]
    assert [len(row.stack) for row in rows[:10]] == [0] * 10
    assert len(rows[10].stack) == len(pile.stack) - 10
    assert rows[0].slot == pile.slot and _docs(opened) == _docs(closed)
    assert _seen(look.opened(pile.pile, 0)) == closed


def test_opening_more_than_there_is_opens_all():
    """Any number may stand in an address."""
    pile = _pile(_seen(AUTO))
    opened = _seen(AUTO.opened(pile.pile, 99999))
    assert not any(row.stack for row in opened.rows if row.pile == pile.pile)


def test_what_matters_is_never_stacked():
    """Changed texts, texts that others derive from, judged ones and the selected one keep their own row."""
    member = _pile(_seen(AUTO)).stack[3]
    for look in (Look(path=member), Look(judged=frozenset({member}))):
        assert next(row for row in _seen(look).rows if row.doc == member).stack == ()
    for row in _seen(AUTO).rows:
        if row.derivation.via == "edits" or row.doc in ("d001", "d002"):
            assert row.stack == ()


def test_a_stack_holds_texts_that_came_the_same_way():
    """All texts of a stack have the parent, the link and the evidence of its first one."""
    every = {row.doc: row for row in _seen(EVERY).rows}
    whole = _seen(EVERY)
    for row in _seen(AUTO).rows:
        alike = {
            (whole.above(every[d]), every[d].derivation.via, every[d].derivation.level)
            for d in (row.doc, *row.stack)
        }
        assert len(alike) == 1


def test_one_way_shows_what_leads_to_one_text():
    """Only the texts and actors between the origin and the text remain."""
    found = _seen(Look(View.path, "d009"))
    assert [row.doc for row in found.rows] == ["d001", "d009"]
    assert [node.name for node in found.nodes] == ["Secours", "Préfète"]
    assert not _seen(Look(View.path, "nowhere")).rows


def test_by_outlet_a_stack_is_one_outlet():
    """Texts of one outlet that came the same way share a row."""
    for row in _seen(Look(View.media)).rows:
        assert len({CASE.outlet(d) for d in (row.doc, *row.stack)}) == 1


def test_keys_do_not_change_with_the_view():
    """A text has one address of its words, however the tree is looked at."""
    every = {row.doc: row.key for row in _seen(EVERY).rows}
    assert all(every[row.doc] == row.key for row in _seen(AUTO).rows)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_stacks_can_be_opened_and_closed_from_the_drawing(lang: str):
    """Each stack has a link that opens ten more, the first row of an open one a link that closes it."""
    pile = _pile(_seen(AUTO))
    look = AUTO.opened(pile.pile, 10)

    def address(seen: Look) -> str:
        return f"/x?{sorted(seen.open.items())}"

    drawn = provenance.draw(CASE, _seen(look), "c", words(lang), look, address)
    root = ET.fromstring(str(drawn))
    turns = {(a.get("data-turn"), a.get("data-what")): a.get("href", "") for a in root.iter("a")}
    assert "20" in turns[pile.pile, "open"] and "[]" in turns[pile.pile, "close"]
    assert all(a.get("aria-label") for a in root.iter("a"))


def test_the_drawing_is_thirty_pixels_a_row():
    """Height grows with the rows alone."""
    for look in (AUTO, EVERY):
        tree = _seen(look)
        root = ET.fromstring(str(provenance.draw(CASE, tree, "c", words("fr"), look)))
        assert float(root.get("height", "0")) == 64 + 30 * (tree.slots - 1) + 34


def test_a_stack_shows_the_real_dates_of_its_texts():
    """The strip has a tick for each printed hour of a stack and a bar for each day without one."""
    tree = _seen(AUTO)
    root = ET.fromstring(str(provenance.draw(CASE, tree, "c", words("fr"))))
    strokes = [p.get("d", "") for p in root.iter("path") if p.get("class", "").startswith("fine")]
    ticks = sum(d.count("v12") for d in strokes)
    dated = [d for d in CASE.docs.values() if d.published and "T" in (d.published.value or "")]
    assert 0 < ticks <= len(dated) and ticks > len(dated) * 0.9


def test_texts_without_date_are_counted_in_their_stack():
    """A stack with undated texts says how many."""
    pile = _pile(_seen(AUTO))
    undated = [d for d in (pile.doc, *pile.stack) if CASE.docs[d].published is None]
    assert f"{len(undated)}\u00a0undated" in pile_how(CASE, pile, words("en")) and undated


def test_what_has_no_room_is_counted():
    """After so many rows no further origin is drawn; the origins and texts left out are told."""
    whole = _seen(EVERY)
    cut = _seen(Look(View.all, most=5))
    assert cut.left == (1, whole.texts - cut.texts) and cut.left[1] > 0
    assert [n.name for n in cut.nodes] == [n.name for n in whole.nodes if n.name != "Ysaline Brochenoire"]
    assert whole.left == (0, 0)
