"""The ladder of evidence: bars in time, and the stretches that two texts have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.link.dates import earlier, when
from selon.model.document import Precision, Published
from selon.model.identity import Made
from selon.model.passage import Change, ChangeKind, Passage, ReuseKind, shared
from selon.model.span import Span, tidy, without
from tests.link.texts import doc


def dated(value, precision, zone=None):
    from msgspec.structs import replace

    return replace(doc("x", "text"), published=Published(value, precision, zone, "row", value))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2031-05-02", Precision.day), ("2031-05-03", Precision.day), True),
        (("2031-05-02", Precision.day), ("2031-05-02", Precision.day), False),
        (("2031-05", Precision.month), ("2031-05-20", Precision.day), False),
        (("2031-05", Precision.month), ("2031-06-01", Precision.day), True),
        (("2030", Precision.year), ("2031-01-01", Precision.day), True),
        (
            ("2031-05-02T09:40", Precision.minute, "-03:00"),
            ("2031-05-02T13:05", Precision.minute, "+02:00"),
            False,
        ),
        (
            ("2031-05-02T13:05", Precision.minute, "+02:00"),
            ("2031-05-02T09:40", Precision.minute, "-03:00"),
            True,
        ),
        (("2031-05-02T10:00", Precision.minute, "Z"), ("2031-05-02", Precision.day), False),
        (("2031-05-02T10:00", Precision.minute, "Z"), ("2031-05-05", Precision.day), True),
    ],
)
def test_a_date_is_a_bar_in_utc(one, other, expected):
    """One text is earlier only when its bar ends before the other's begins."""
    assert earlier(dated(*one), dated(*other)) is expected


@pytest.mark.parametrize("value", ["", "mardi", "2031-13-01", "31/05/2031", "0000-00-00"])
def test_a_date_that_is_none_proves_nothing(value):
    """A broken date is no date."""
    assert when(Published(value, Precision.day, None, "row", value)) is None


dates = st.dates().map(lambda d: dated(d.isoformat(), Precision.day))


@given(dates, dates)
def test_two_documents_are_never_both_earlier(one, other):
    """Earlier is a strict order."""
    assert not (earlier(one, other) and earlier(other, one))


def test_changed_words_are_not_shared():
    """What a passage changed is cut out of what both sides have."""
    change = Change(ChangeKind.figure, Span(10, 14), Span(10, 12), "sept", "18")
    passage = Passage("a", Span(0, 50), "b", Span(0, 48), ReuseKind.edited, 0.9, Made("t", 1, ""), (change,))
    assert shared(passage, 0) == (Span(0, 10), Span(14, 50))
    assert shared(passage, 1) == (Span(0, 10), Span(12, 48))


spans = st.lists(
    st.tuples(st.integers(0, 90), st.integers(1, 20)).map(lambda t: Span(t[0], t[0] + t[1])), max_size=6
).map(tidy)


@given(spans, spans)
def test_without_leaves_exactly_the_rest(kept, holes):
    """Cutting holes out of spans leaves every other character, and nothing else."""
    left = {i for s in without(kept, holes) for i in range(s.start, s.end)}
    inside = {i for s in kept for i in range(s.start, s.end)}
    gone = {i for s in holes for i in range(s.start, s.end)}
    assert left == inside - gone
