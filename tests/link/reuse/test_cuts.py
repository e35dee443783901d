"""A text that is cut once keeps all that a view needs of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from selon.link.kept import Kept
from selon.link.reuse import cuts as module
from selon.link.reuse.cuts import cut, cuts
from selon.link.reuse.view import view_of
from selon.model.document import Part, PartKind
from selon.model.span import Span
from selon.text.normalise import fold
from tests.link.texts import DISPATCH, doc

TEXTS = st.text(st.sampled_from("aé Zœ2.,!?\n’'-_\u00a0_«»"), max_size=60)


@given(TEXTS)
def test_words_are_those_of_their_places(text):
    """Each form is what its place prints, folded; sentences hold all words, in order."""
    view = view_of(doc("a", text))
    places = [view.hull(k, k + 1) for k in range(len(view.ids))]
    assert list(view.forms) == [fold(span.of(text)) for span in places]
    assert [view.capital(k) for k in range(len(places))] == [text[span.start].isupper() for span in places]
    assert [k for first, last in view.pieces for k in range(first, last)] == list(range(len(view.forms)))
    many = {len(part) for part in (view.ids, view.stems, view.proper, view.notice, view.mute)}
    assert many == {len(view.forms)}
    assert len(view.blocks) == len(view.pieces)


def test_furniture_is_left_out_and_parts_what_stands_around_it():
    """What stands behind a piece of furniture is of another block."""
    text = "Le pont a cédé. Abonnez-vous ici. Le maire a fui."
    view = view_of(doc("a", text, parts=(Part(PartKind.boilerplate, Span(16, 33), "test"),)))
    assert (view.blocks, "abonnez" in view.forms) == ((0, 1), False)


def test_a_text_that_has_not_changed_is_not_cut_again(monkeypatch):
    """What was kept gives the same view; only the text that is new is cut."""
    docs, first = [doc("a", DISPATCH), doc("b", f"{DISPATCH} Fin.")], Kept()
    made = cuts(docs[:1], first)
    cutting = []
    monkeypatch.setattr(module, "cut", lambda one: cutting.append(one.id) or cut(one))
    again = cuts(docs, Kept(lambda keys: {k: first.made[k] for k in keys if k in first.made}))
    assert (cutting, again[:1]) == (["b"], made)
    assert view_of(docs[0], made=again[0]) == view_of(docs[0])
