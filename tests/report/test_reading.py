"""The reader: the text of a document is shown whole and unaltered, whatever marks lie on it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from selon.model.document import Document, Part, PartKind
from selon.model.span import Span
from selon.report.questions.case import Case
from selon.report.questions.marks import Mark, segments
from selon.report.questions.reading import omitted, read
from tests.report.hostile import hostile
from tests.report.sample import build, place


@st.composite
def _marked(draw):
    text = draw(st.text(min_size=1, max_size=40))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
    marks = [
        Mark(Span(a, min(len(text), a + n)), draw(st.sampled_from(["w-src", "w-con anon", "chg"])))
        for a, n in draw(st.lists(places, max_size=8))
    ]
    return text, marks


@given(_marked())
def test_segments_give_the_text_back(case):
    """However marks overlap, the segments joined are the text, and each mark covers exactly its words."""
    text, marks = case
    cut = segments(text, Span(0, len(text)), marks)
    assert "".join(s.text for s in cut) == text
    at = 0
    for segment in cut:
        here = Span(at, at + len(segment.text))
        wanted = {k for m in marks if m.span.holds(here) for k in m.kind.split()}
        assert set(segment.kinds) == wanted
        at = here.end


def test_every_line_is_a_slice_of_its_document():
    """No character of a document is lost or changed by the reader; only white space lies between lines."""
    for view in (build(), hostile()):
        case = Case(view)
        for doc in case.docs.values():
            at = 0
            for line in read(case, doc):
                assert not doc.text[at : line.line.span.start].strip()
                assert "".join(s.text for s in line.segments) == line.line.span.of(doc.text)
                at = line.line.span.end
            assert not doc.text[at:].strip()


def test_marks_stand_on_the_words_of_their_statements():
    """What is tinted, underlined and italic in a document is what its statements say it is."""
    case = Case(build())
    doc = case.docs["d06"]
    found: dict[str, str] = {}
    for line in read(case, doc):
        for segment in line.segments:
            for kind in segment.kinds:
                found[kind] = found.get(kind, "") + segment.text
    assert found["w-cue"] == "selonévoquent"
    assert "des sources proches de l’enquête" in found["w-src"]
    assert found["chg"].startswith("Vingt et une")
    assert "un départ de feu volontaire" in found["anon"]


def test_furniture_is_shown_with_its_reason_and_without_marks():
    """Cookie walls and "Lire aussi" lines are kept, dimmed, not analysed and not counted as sentences."""
    case = Case(build())
    dim = [line for line in read(case, case.docs["d06"]) if line.line.furniture]
    assert [d.line.part.why for d in dim] == ["mur de cookies", "commence par « Lire aussi »"]
    assert all(d.line.number is None and not d.said and not d.taken for d in dim)


def test_changed_words_are_named_beside_the_line():
    """A line copied with a change carries the purple bar and the change; an unchanged one the plain bar."""
    case = Case(build())
    bars = {line.line.number: line for line in read(case, case.docs["d06"]) if line.line.number}
    assert bars[1].bar == "cp" and not bars[1].taken[0].changes
    assert bars[2].bar == "ed"
    first = bars[2].taken[0].changes[0]
    assert (first.there_words, first.here_words) == ("Douze", "Vingt et une")


def test_what_a_copy_leaves_out_is_listed():
    """The sentences of the original that a trimmed copy drops are named by number."""
    case = Case(build())
    gone = omitted(case, case.docs["d03"])
    assert [(o.doc, o.numbers) for o in gone] == [("d01", (3, 4))]
    assert not omitted(case, case.docs["d02"])


def test_every_statement_has_an_anchor_in_its_document():
    """A claim's row can point at the very passage."""
    case = Case(build())
    names = {n for d in case.docs.values() for ln in read(case, d) for s in ln.segments for n in s.starts}
    of_statements = {n for n in names if n.startswith("s-")}
    assert len(of_statements) == sum(len(case.statements(doc)) for doc in case.docs)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", n) for n in names)


def test_furniture_of_one_kind_is_one_block():
    """Lines that were set aside for one reason and stand together are shown as one block."""
    view = build()
    text = "---\n\ntitle: Silo\n\ndate: 2025\n\n---\n\nLe silo brûle."
    why = "front matter"
    parts = tuple(
        Part(PartKind.boilerplate, place(text, w), why) for w in ("---", "title: Silo", "date: 2025")
    )
    view.docs.append(Document("d99", text, "fr", parts=parts))
    shown = read(Case(view), view.docs[-1])
    assert [line.line.furniture for line in shown] == [True, False, False]
    assert shown[0].line.span.of(text) == "---\n\ntitle: Silo\n\ndate: 2025"


def test_a_long_quotation_names_its_claims_where_they_stand():
    """A statement of several sentences has its source at its first line, each claim beside its own words."""
    case = Case(build())
    notes = [n for line in read(case, case.docs["d08"]) for n in line.said]
    assert [(n.source, [c.claim.id for c in n.claims], n.first) for n in notes] == [
        ("Ysaline Brochenoire", ["claim:hurt"], True),
        ("Baptiste Ormelin", [], True),
    ]
    assert [c.claim.id for c in notes[1].contests] == ["claim:hurt"]
