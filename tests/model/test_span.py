"""Spans are half-open, inside the text, sorted and disjoint."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.model.document import Document, Part, PartKind
from selon.model.identity import digest, make_id
from selon.model.span import Span, check_spans, hull, tidy

spans = st.tuples(st.integers(0, 200), st.integers(1, 50)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize("pair", [(3, 3), (5, 2), (-1, 4)])
def test_empty_backward_and_negative_spans_cannot_exist(pair):
    """A span that holds no character is refused when it is made."""
    with pytest.raises(ValueError):
        Span(*pair)


@given(st.lists(spans))
def test_tidy_gives_sorted_disjoint_spans_with_the_same_characters(given_spans):
    """Merging changes no character set and is idempotent."""
    made = tidy(given_spans)
    check_spans(made)
    assert {i for s in made for i in range(s.start, s.end)} == {
        i for s in given_spans for i in range(s.start, s.end)
    }
    assert tidy(made) == made


@given(st.lists(spans, min_size=1))
def test_the_hull_holds_every_span(given_spans):
    """The hull of tidy spans holds each of them and touches both ends."""
    made = tidy(given_spans)
    around = hull(made)
    assert all(around.holds(s) for s in made)
    assert (around.start, around.end) == (made[0].start, made[-1].end)


@given(spans)
def test_a_span_travels_as_a_pair_of_numbers(span):
    """JSON form is [start, end] and reads back the same."""
    data = msgspec.json.encode(span)
    assert data == f"[{span.start},{span.end}]".encode()
    assert msgspec.json.decode(data, type=Span) == span


def test_a_document_refuses_parts_outside_its_text():
    """Parts that overlap or end after the text are refused."""
    part = Part(PartKind.body, Span(0, 9), "test")
    with pytest.raises(ValueError):
        Document(id="d", text="court", lang="fr", parts=(part,))


@given(st.dictionaries(st.text(), st.integers()))
def test_ids_do_not_depend_on_the_order_of_keys(value):
    """The same content gives the same id whatever the order it was written in."""
    turned = dict(reversed(list(value.items())))
    assert digest(value) == digest(turned)
    assert make_id("x", value) == make_id("x", turned)
