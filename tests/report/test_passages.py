"""A passage opens: its words on both sides and its changes, by the id that its documents list."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from selon.errors import UsageError
from selon.model.passage import passage_id
from selon.report import lookup, terminal

from .sample import build


def _plain(renderable) -> str:
    out = StringIO()
    Console(file=out, width=400, color_system=None, force_terminal=False).print(renderable)
    return out.getvalue()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_passage_opens_its_words_on_both_sides_and_its_changes(lang):
    """Both wordings and both wordings of each change are printed."""
    view = build()
    texts = {d.id: d.text for d in view.documents()}
    assert view.passages()
    for one in view.passages():
        shown = _plain(terminal.show(view, lookup.find(view, "passage", passage_id(one)), lang, why=True))
        for doc, span in ((one.a, one.a_span), (one.b, one.b_span)):
            first = span.of(texts[doc]).split()[0]
            assert first in shown and f"[{span.start}, {span.end})" in shown
        for change in one.changes:
            assert all(w.split()[0] in shown for w in (change.a_words, change.b_words) if w.strip())
        assert one.made.why in shown


def test_a_document_lists_the_ids_of_its_passages():
    """Whoever shows a document sees which passages it shares, and the id that opens each."""
    view = build()
    one = view.passages()[0]
    (doc,) = (d for d in view.documents() if d.id == one.a)
    assert passage_id(one) in _plain(terminal.show(view, doc))


def test_a_passage_that_is_not_there_is_told():
    """An id that names nothing is refused, with what there is."""
    with pytest.raises(UsageError, match="no passage"):
        lookup.find(build(), "passage", "p-none")
