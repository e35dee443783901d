"""Errors left: every kind is decided by rule, and nothing is counted twice."""

from __future__ import annotations

import json

import pytest

from errors_left import errors
from matching import Beside, Item, item
from selon.model.document import Document

TEXT = (
    "La maire de Tremel a promis que le bac serait réparé avant l'été. "
    "« Nous n'avons rien reçu », a répondu le passeur Aubin Lestrac, selon un communiqué du port."
)


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def made(content: str, source: str = "", cue: str = "", rule: str = "", **more: object) -> Item:
    row = {"content": [span(content)], "source": span(source) if source else None}
    return item({**row, "cue": span(cue) if cue else None, "source_kind": "office", **more}, rule)


def kinds(gold: list[Item], found: list[Item], pairs: list[tuple[Item, Item]]) -> list[str]:
    case = Beside(Document(id="d", text=TEXT, lang="fr"), tuple(gold), tuple(found), tuple(pairs))
    return [e.kind for e in errors(case)]


PROMISE, ANSWER = "que le bac serait réparé avant l'été", "« Nous n'avons rien reçu »"
MAYOR, FERRYMAN = "La maire de Tremel", "le passeur Aubin Lestrac"


@pytest.mark.parametrize(
    ("gold", "kind"),
    [
        (made(PROMISE, MAYOR, "promis"), "missed: cue verb known, content after it, no frame fits"),
        (made(ANSWER, FERRYMAN, "répondu"), "missed: cue verb known, content before it, no frame fits"),
        (made(ANSWER, "un communiqué", "selon"), "missed: phrase of the kind 'according to'"),
        (made(ANSWER, FERRYMAN), "missed: quotation carried on with no cue"),
        (made(PROMISE), "missed: hearsay conditional, no cue"),
        (made(PROMISE, MAYOR, "bac"), "missed: cue noun not in the lexicon"),
    ],
)
def test_what_is_missed_is_named_by_its_cue(gold, kind):
    """A gold statement that nothing overlaps is one error, of the kind that its cue tells."""
    assert kinds([gold], [], []) == [kind]


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (made("bac"), "false find: short quotation with no cue (scare quote, title)"),
        (made(PROMISE), "false find: quotation with no cue"),
        (made(PROMISE, rule="hearsay conditional"), "false find: conditional that is no hearsay"),
        (
            made(PROMISE, MAYOR, "promis", "verb promettre: that"),
            "false find: verb that reports nothing here, frame 'that'",
        ),
        (made(PROMISE, MAYOR, "promis", "noun promesse"), "false find: noun that reports nothing here"),
    ],
)
def test_a_false_find_is_named_by_the_rule_that_made_it(found, kind):
    """What overlaps no gold is one error, of the kind of its rule."""
    assert kinds([], [found], []) == [kind]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("le bac", "extent: stops too early"),
        ("réparé avant l'été", "extent: begins too late"),
        (TEXT[: TEXT.index(" «")], "extent: begins too early"),
        (TEXT[TEXT.index("que") :], "extent: runs on too far"),
    ],
)
def test_a_wrong_extent_is_named_by_its_end(content, kind):
    """The end at which most characters are wrong gives the kind, whether the scorer pairs the two or not."""
    gold, found = made(PROMISE, MAYOR, "promis"), made(content, MAYOR, "promis")
    assert kinds([gold], [found], [(gold, found)]) == [kind]
    assert kinds([gold], [found], []) == [kind]


@pytest.mark.parametrize(
    ("gold", "found", "kind"),
    [
        (MAYOR, "", "source: none given"),
        ("", MAYOR, "source: one given where none is named"),
        ("La maire", "Tremel", "source: a nearer noun phrase"),
        (FERRYMAN, "un communiqué du port", "source: a noun phrase farther off"),
        ("le passeur Aubin", "Lestrac", "source: a noun phrase farther off"),
    ],
)
def test_a_wrong_source_is_named_by_what_stands_there(gold, found, kind):
    """The kind tells what was taken for the speaker."""
    ours, theirs = made(ANSWER, gold, "répondu"), made(ANSWER, found, "répondu")
    if kind.endswith("nearer noun phrase"):
        ours, theirs = made(PROMISE, gold, "promis"), made(PROMISE, found, "promis")
    assert kinds([ours], [theirs], [(ours, theirs)]) == [kind]


def test_a_parent_is_right_when_it_names_the_same_source():
    """A parent that is missing, another one, or one too many are three kinds; the same source is none."""
    top = made(PROMISE, MAYOR, "promis", id="t", parent=None)
    other = made(ANSWER, FERRYMAN, "répondu", id="o", parent=None)
    low = {up: made("le bac", "Tremel", "serait", id="l", parent=up) for up in ("t", "o", None)}
    base = [(top, top), (other, other)]

    def found(gold, ours):
        return kinds([top, other, low[gold]], [top, other, low[ours]], [*base, (low[gold], low[ours])])

    assert found("t", "t") == []
    assert found("t", None) == ["parent: none given"]
    assert found("t", "o") == ["parent: another one given"]
    assert found(None, "t") == ["parent: given where gold has none"]


@pytest.mark.shared
def test_classes_of_every_set_add_up(shared_dir):
    """Gold that is missed and gold that is paired are all of the gold of a document."""
    from attribution import SETS
    from matching import laid_beside

    one = next(s for s in SETS if s.name == "seeds")
    for case in laid_beside(one.docs, one.gold, one.beliefs):
        assert len(case.pairs) + len(case.missed) == len(case.gold)
        assert len(case.pairs) + len(case.false) == len(case.found)
        assert all(json.dumps(e.kind) for e in errors(case))
