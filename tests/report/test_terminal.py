"""Answers in the terminal: readable without colour, nothing hidden, nothing obeyed."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from rich.console import Console

from selon.model.artefact import Artefact, ArtefactKind
from selon.model.identity import Made
from selon.model.span import Span
from selon.report import html, terminal
from selon.report.terminal.marks import flat
from tests.report.hostile import hostile
from tests.report.sample import build


def _plain(thing, width: int = 120) -> str:
    out = io.StringIO()
    Console(file=out, width=width, no_color=True, color_system=None).print(thing)
    return out.getvalue()


def test_the_summary_prints_articles_beside_origins():
    """Each shared claim has one line with both counts and its origins."""
    shown = _plain(terminal.summary(build()))
    line = next(ln for ln in shown.splitlines() if ln.startswith("c01"))
    assert "7 → 2" in line and "Service d’incendie" in line
    assert "circulaire" in shown
    assert "mur de cookies seul, aucun texte lu" in shown


def test_the_summary_speaks_english_too():
    """The interface follows `lang`; the words of the documents do not change."""
    shown = _plain(terminal.summary(build(), "en"))
    assert "circular" in shown and "Origins" in shown and "ammonitrate" in shown


def test_the_tree_goes_from_origins_to_articles_with_their_words():
    """The origin stands above the prefect, the prefect above the dispatch, the dispatch above its copies."""
    view = build()
    shown = _plain(terminal.claim_tree(view, next(c for c in view.found if c.id == "claim:hurt")))
    order = [
        "Service d’incendie",
        "Préfète de l’Orvanche",
        "d01 APV",
        "d02 Valmorie-Matin",
        "Ysaline Brochenoire",
    ]
    assert [shown.index(w) for w in order] == sorted(shown.index(w) for w in order)
    assert "“Douze personnes ont été blessées" in shown.replace("\n", " ")
    assert "Baptiste Ormelin" in shown


@pytest.mark.parametrize("make", [build, hostile])
def test_every_record_can_be_shown(make):
    """Documents, statements, origins and claims are printed, whatever they contain, without markup."""
    view = make()
    for doc in view.docs:
        assert _plain(terminal.document(view, doc))
    for said in view.said:
        assert said.made.why in _plain(terminal.statement(view, said, why=True), 400)
    for claim in view.found:
        assert _plain(terminal.claim_tree(view, claim, "en"))
        for found in claim.origins:
            assert " ".join(found.name.split()) in _plain(terminal.origin(view, found), 400)


def test_brackets_in_a_text_are_not_markup():
    """A text such as "[bold]" or a control character is printed, not obeyed."""
    view = build()
    claim = view.found[0]
    view.found[0] = replace(claim, text="[red]Douze[/red] \x1b[31m blessés")
    shown = _plain(terminal.summary(view))
    assert "[red]Douze[/red]" in shown and "\x1b" not in shown


def test_the_summary_fits_a_narrow_terminal():
    """At eighty columns every line keeps inside, and no claim takes more than a few lines."""
    lines = _plain(terminal.summary(build()), 80).splitlines()
    assert all(len(line) <= 80 for line in lines)
    first, second = (next(n for n, ln in enumerate(lines) if ln.startswith(s)) for s in ("c01", "c02"))
    assert second - first <= 3


def test_who_answers_with_the_tree_and_the_claims_near_it():
    """The best claim is shown whole, the others with their pair."""
    view = build()
    shown = _plain(terminal.who(view, view.found[:2], "en"))
    assert "Service d’incendie" in shown and "Other claims near it" in shown
    assert "2\u00a0articles, 1\u00a0origin" in shown
    assert "Rien dans ce dossier" in _plain(terminal.nothing("un mot"))


def test_show_says_why():
    """With `why`, a claim has the steps of its count and what would change it."""
    view = build()
    hurt = view.found[0]
    assert "Pourquoi ce compte" not in _plain(terminal.show(view, hurt))
    shown = _plain(terminal.show(view, hurt, why=True))
    assert "Pourquoi ce compte" in shown and "copies et traductions" in shown
    assert "1\u00a0origine" in shown


def test_emoji_stay_whole_and_nothing_turns_the_line_around():
    """Joined emoji and soft hyphens are printed as they are; escapes and overrides of direction are not."""
    assert flat("👨\u200d👩\u200d👧 dé\u00adpôt") == "👨\u200d👩\u200d👧 dé\u00adpôt"
    assert flat("a\x1b[31mb\u202ec\u2066d") == "a�[31mb�c�d"


@pytest.mark.parametrize(
    ("lang", "shown"), [("fr", "expliqué par : allemand"), ("en", "explained by: German")]
)
def test_a_document_shows_its_traces_of_translation(lang, shown):
    """Kind, exact words, place and the language that would explain them stand with the document."""
    view = build()
    doc = view.documents()[0]
    span = Span(0, 4)
    made = Made("artefacts", 1, "test")
    kind = ArtefactKind.transliteration
    view.traces.append(Artefact(doc.id, kind, span, span.of(doc.text), ("de",), made))
    text = _plain(terminal.show(view, doc, lang)).replace("\u202f", " ").replace("\u00a0", " ")
    assert shown in text and f"“{span.of(doc.text)}” [0, 4)" in text
    page = html.render(view, lang).replace("\u202f", " ").replace("\u00a0", " ")
    assert (shown in page and "jamais un jugement" in page) or "never a verdict" in page
