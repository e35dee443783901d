"""Translations: several sentences in a row that say the same, with the figures that differ."""

from __future__ import annotations

from selon.link.lineage.lineage import find_lineage
from selon.link.reuse.reuse import find_reuse
from selon.model.lineage import Direction
from selon.model.passage import ChangeKind, ReuseKind
from selon.model.span import Span
from tests.link.texts import DISPATCH, OTHER, doc

ENGLISH = (
    "A suspension bridge gave way during the night from Thursday to Friday at Morvagne, above the "
    "river Ostelle. "
    "Seven people were injured, one of them seriously, the mayor said, citing a first report by the "
    "fire brigade. "
    "Two empty lorries and a delivery van were on the deck at the moment of the break. "
    "The structure, built for a quarry that is now closed, had been barred to heavy vehicles since "
    "the autumn. "
    "The operator says that the main cable showed no visible wear during the last inspection. "
    "A counselling unit was opened in the gymnasium, where some thirty residents spent the night."
)
APART = (
    "Engineers in Morvagne spent Friday sifting through the twisted steel that had fallen into the Ostelle. "
    "Shopkeepers complain that the detour through the valley will cost them their best season. "
    "A regional fund may pay for a temporary ferry, though no date has been set. "
    "Schools on the left bank will open an hour later until the end of the month."
)


def test_a_translation_is_found_with_its_place():
    """The English version of a French dispatch is one translated passage over nearly all of both."""
    docs = [doc("a", DISPATCH), doc("b", f"{APART} {ENGLISH}", lang="en")]
    (found,) = find_reuse(docs, {})
    assert found.kind is ReuseKind.translated
    assert len(found.a_span) > 0.9 * len(DISPATCH)
    assert found.b_span.start >= len(APART) - 100


def test_a_figure_that_the_translation_changes_is_shown():
    """'Sept' that becomes 'Nineteen' is a change of figure across languages."""
    docs = [doc("a", DISPATCH), doc("b", ENGLISH.replace("Seven people", "Nineteen people"), lang="en")]
    (found,) = find_reuse(docs, {})
    assert [(c.kind, c.a_words, c.b_words) for c in found.changes] == [
        (ChangeKind.figure, "Sept", "Nineteen")
    ]


def test_the_same_event_told_apart_is_no_translation():
    """Another reporter's text on the same event, and one on another subject, are no translations."""
    docs = [doc("a", DISPATCH), doc("b", APART, lang="en"), doc("c", OTHER), doc("d", "", lang="es")]
    assert find_reuse(docs, {}) == ()


def test_one_good_sentence_is_no_finding():
    """One translated sentence inside an article of its own is not reuse."""
    sentence = ENGLISH.split(". ")[2] + "."
    docs = [doc("a", DISPATCH), doc("b", f"{APART} {sentence} {APART[::-1]}", lang="en")]
    assert find_reuse(docs, {}) == ()


def test_an_uncredited_translation_derives_from_the_copy_whose_figure_it_has():
    """Of an original and an altered copy, the translation derives from the one that gives its figure."""
    docs = [
        doc("a", DISPATCH, at="2031-05-02T06:00"),
        doc("b", DISPATCH.replace("Sept", "Dix-neuf"), at="2031-05-02T08:00"),
        doc("c", ENGLISH.replace("Seven", "Nineteen"), lang="en", at="2031-05-03T08:00"),
    ]
    found = find_lineage(docs, find_reuse(docs, {}))
    assert [(e.derived, e.source, e.direction) for e in found] == [
        ("b", "a", Direction.certain),
        ("c", "b", Direction.certain),
    ]
    assert any(e.words == "Nineteen" for e in found[1].evidence)


def test_words_that_only_one_text_gives_as_a_quotation_are_a_translation():
    """A text that tells in its own voice what the other quotes has taken it over: nothing is shared there."""
    docs = [doc("a", DISPATCH), doc("b", ENGLISH, lang="en")]
    whole = (Span(0, len(ENGLISH)),)
    assert len(find_reuse(docs, {"b": whole})) == 1
    assert find_reuse(docs, {"a": (Span(0, len(DISPATCH)),), "b": whole}) == ()


def test_the_reason_counts_names_and_figures_in_common():
    """What corroborates a translation is said beside its margin."""
    (found,) = find_reuse([doc("a", DISPATCH), doc("b", ENGLISH, lang="en")], {})
    assert "names and figures in common" in found.made.why
