"""Lineage: the closest parent, the level of the evidence, and silence where nothing decides."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.lineage.lineage import find_lineage
from selon.link.reuse.reuse import find_reuse
from selon.model.lineage import Direction, Level
from selon.model.passage import ReuseKind
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc

TYPO = DISPATCH.replace("Ostelle", "Ostlele")


def edges(*docs):
    return find_lineage(docs, find_reuse(docs, {}))


def links(*docs):
    return [(e.derived, e.source, e.direction) for e in edges(*docs)]


def test_a_credit_to_an_agency_in_the_set_is_the_strongest_evidence():
    """A copy that credits the agency derives from the agency's own text, level 5, even with no date."""
    (edge,) = edges(
        doc("wire", DISPATCH, outlet="ANO"), doc("paper", DISPATCH, outlet="Le Quai", credit="ANO")
    )
    assert (edge.derived, edge.source, edge.direction) == ("paper", "wire", Direction.certain)
    assert edge.level is Level.stated and edge.credited


def test_a_credit_to_an_agency_outside_the_set_names_the_agency():
    """With no text of the agency in the set, the source is `agency:NAME`."""
    assert links(doc("paper", DISPATCH, credit="ANO")) == [("paper", "agency:ANO", Direction.certain)]


def test_a_sign_off_in_the_text_is_read():
    """'(Reuters)' at the foot of a page credits the agency; the same name inside a sentence does not."""
    assert links(doc("a", f"{DISPATCH}\n(Reuters)")) == [("a", "agency:Reuters", Direction.certain)]
    assert links(doc("a", f"{DISPATCH} Le maire l'a dit à Reuters hier soir au téléphone.")) == []


def test_copies_of_a_signed_copy_come_through_the_agency():
    """An unsigned text with long stretches of a signed copy derives from the agency, not from that paper."""
    found = links(
        doc("a", f"{DISPATCH}\n(Reuters)", day="2031-05-02"),
        doc("b", f"{OTHER} {DISPATCH}", day="2031-05-04"),
    )
    assert found == [("a", "agency:Reuters", Direction.certain), ("b", "agency:Reuters", Direction.certain)]


def test_a_little_in_common_with_a_signed_copy_leaves_the_agency_undecided():
    """Three sentences that a signed copy has too may have come another way: the agency is named, no more."""
    few = " ".join(SENTENCES[1:4])
    found = links(
        doc("a", f"{DISPATCH}\n(Reuters)", day="2031-05-02"),
        doc("b", f"{OTHER} {few} {OTHER[::-1]}", day="2031-05-02"),
    )
    assert found == [("a", "agency:Reuters", Direction.certain), ("b", "agency:Reuters", Direction.undecided)]


def test_long_copy_and_time_decide():
    """Long stretches in common and a reliable order in time give a direction (levels 3 and 2)."""
    (edge,) = edges(doc("z", DISPATCH, at="2031-05-02T08:00"), doc("a", DISPATCH, at="2031-05-02T09:30"))
    assert (edge.derived, edge.source) == ("a", "z")
    assert {e.level for e in edge.evidence} == {Level.extent, Level.timing}


def test_without_dates_the_direction_stays_open():
    """Copies with no date and no credit are tied, undecided, ids in alphabetical order."""
    assert links(doc("b", DISPATCH), doc("a", DISPATCH)) == [("a", "b", Direction.undecided)]


def test_a_day_is_a_bar():
    """An article of the same day without an hour may come before or after: undecided."""
    found = links(doc("a", DISPATCH, day="2031-05-02"), doc("b", DISPATCH, at="2031-05-02T23:00"))
    assert found == [("a", "b", Direction.undecided)]


def test_printed_hours_are_compared_in_utc():
    """09:40 at UTC-3 is later than 13:05 at UTC+2, whatever the clocks print."""
    from msgspec.structs import replace

    east = doc("east", DISPATCH, at="2031-05-02T13:05")
    west = doc("west", DISPATCH, at="2031-05-02T09:40")
    west = replace(west, published=replace(west.published, zone="-03:00"))
    assert links(east, west) == [("west", "east", Direction.certain)]


def test_a_copy_of_a_copy_derives_from_the_copy():
    """The text that carries the copy's error derives from the copy, not from the original."""
    found = edges(
        doc("a", DISPATCH, at="2031-05-02T06:00"),
        doc("b", TYPO, at="2031-05-02T07:00"),
        doc("c", TYPO.replace("Sept personnes", "Dix-neuf personnes"), at="2031-05-02T09:00"),
    )
    assert [(e.derived, e.source) for e in found] == [("b", "a"), ("c", "b")]
    assert found[1].level is Level.idiosyncratic and found[1].kind is ReuseKind.edited
    assert any(e.words == "Ostlele" for e in found[1].evidence)


def test_siblings_that_share_a_change_are_tied_undecided():
    """Two copies with one change that their original lacks, neither holding the other, stay undecided."""
    change = ("Sept personnes", "Huit personnes")
    found = links(
        doc("a", DISPATCH, at="2031-05-02T06:00"),
        doc("b", " ".join(SENTENCES[:4]).replace(*change), at="2031-05-02T07:00"),
        doc("c", " ".join((*SENTENCES[:2], *SENTENCES[3:])).replace(*change), day="2031-05-03"),
    )
    assert ("b", "a", Direction.certain) in found
    assert ("b", "c", Direction.undecided) in found


def test_shared_phrases_give_no_edge():
    """Articles on other things, or with one sentence in common, have no lineage."""
    one = doc("a", f"{OTHER} {SENTENCES[2]}", day="2031-05-02")
    assert links(one, doc("b", DISPATCH + " " + OTHER[:40], day="2031-05-09")) == []


def test_a_trimmed_copy_is_marked():
    """A copy that leaves out much of its original is trimmed, and still verbatim."""
    (edge,) = edges(doc("a", DISPATCH, day="2031-05-02"), doc("b", " ".join(SENTENCES[:3]), day="2031-05-04"))
    assert edge.trimmed and edge.kind is ReuseKind.verbatim


FAMILY = (
    doc("q", DISPATCH, at="2031-05-02T06:00", outlet="ANO"),
    doc("c", TYPO, day="2031-05-02", credit="ANO", outlet="Le Quai"),
    doc("m", TYPO.replace("Sept", "Neuf"), at="2031-05-03T06:00", outlet="Le Phare"),
    doc("x", DISPATCH, outlet="La Rade"),
    doc("b", OTHER, day="2031-05-02"),
)


@given(st.permutations(FAMILY))
@settings(max_examples=15)
def test_the_order_of_documents_changes_nothing(order):
    """Neither the order of the documents nor that of the passages says which came first."""
    passages = find_reuse(FAMILY, {})
    expected = find_lineage(FAMILY, passages)
    assert find_lineage(order, tuple(reversed(passages))) == expected


@given(st.permutations(["a1", "b2", "c3", "d4", "e5"]))
@settings(max_examples=15)
def test_ids_never_decide(names):
    """Other ids give the same certain edges."""
    from msgspec.structs import replace

    new = dict(zip((d.id for d in FAMILY), names, strict=True))
    renamed = [replace(d, id=new[d.id]) for d in FAMILY]
    before = {
        (new[e.derived], new.get(e.source, e.source)) for e in edges(*FAMILY) if e.direction == "certain"
    }
    after = {(e.derived, e.source) for e in edges(*renamed) if e.direction == "certain"}
    assert after == before
