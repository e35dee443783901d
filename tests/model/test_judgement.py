"""Decisions are kept, superseded, withdrawn; two that cannot both hold are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.model.judgement import (
    LISTS,
    Subject,
    Verdict,
    contradicted,
    judgement,
    place_key,
    place_of,
    put_aside,
    standing,
    together,
)
from selon.model.span import Span


def said(a, b, verdict, former=None, time="2025-03-05T08:00:00Z"):
    return judgement(Subject.actors, a, b, verdict, "Nour", time, "", former)


def test_a_later_judgement_stands_in_place_of_the_former():
    """Both are kept as records; only the last one is in force."""
    first = said("a", "b", Verdict.same)
    then = said("b", "a", Verdict.different, first)
    assert standing([then, first]) == (then,)
    assert then.supersedes == first.id and (then.a, then.b) == ("a", "b")


def test_a_withdrawn_judgement_leaves_nothing_in_force():
    """Taking a decision back gives the pair to the machine again."""
    first = said("a", "b", Verdict.same)
    assert standing([first, said("a", "b", Verdict.withdrawn, first)]) == ()


def test_the_same_are_the_same_over_several_steps():
    """a = b and b = c make one set of three."""
    many = [said("a", "b", Verdict.same), said("c", "b", Verdict.same), said("x", "y", Verdict.unsure)]
    assert together(many, Subject.actors) == (frozenset("abc"),)
    assert together(many, Subject.claims) == ()


def test_two_that_cannot_both_hold_are_found():
    """a = b, b = c and a ≠ c contradict each other; without the last there is nothing wrong."""
    same = [said("a", "b", Verdict.same), said("b", "c", Verdict.same)]
    apart = said("a", "c", Verdict.different)
    assert contradicted(same) is None
    assert contradicted([*same, apart]) == apart


def test_a_judgement_needs_two_things():
    """One thing is no pair."""
    with pytest.raises(ValueError, match="two different"):
        said("a", "a", Verdict.same)


@given(st.text(min_size=1), st.integers(0, 10**6), st.integers(1, 10**4))
def test_a_place_key_reads_back(doc, start, size):
    """Any document id and span survive the key, also ids that hold its marks."""
    span = Span(start, start + size)
    assert place_of(place_key(doc, span)) == (doc, span)


@pytest.mark.parametrize("key", ["", "d1", "d1@", "d1@5", "d1@7-7", "d1@a-b", "d1@-1-4"])
def test_what_is_no_place_is_refused(key):
    """A damaged key is an error, never another place."""
    with pytest.raises(ValueError, match="no place"):
        place_of(key)


def test_what_is_put_aside_is_a_place_and_the_lists():
    """The side that is the lists themselves is no place; a withdrawal brings the claim back."""
    place = place_key("z9", Span(3, 9))
    one = judgement(Subject.lists, LISTS, place, Verdict.different, "Nour", "2025-03-05T08:00:00Z", "", None)
    assert [(doc, span) for _, doc, span in put_aside(standing([one]))] == [("z9", Span(3, 9))]
    back = judgement(Subject.lists, LISTS, place, Verdict.withdrawn, "Nour", "2025-03-05T09:00:00Z", "", one)
    assert not put_aside(standing([one, back])) and contradicted([one]) is None
