"""Signals: a sentence that is not parsed is one in which no rule would have found anything."""

from __future__ import annotations

import pytest

from selon import sample
from selon.analyse import units
from selon.analyse.signals import signalled
from selon.analyse.statements import find_statements
from selon.ingest.read import read_paths
from selon.model.document import Document
from selon.model.span import Span


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Le bac reste à quai.", "fr", False),
        ("La maire de Tremel a promis un pont.", "fr", True),
        ("Selon la mairie, le bac reste à quai.", "fr", True),
        ("D’après la mairie, le bac reste à quai.", "fr", True),
        ("Le bac va de la rive à la ferme, puis au port.", "fr", False),
        ("À en croire le port, le bac est perdu.", "fr", True),
        ("De source portuaire, le bac est perdu.", "fr", True),
        ("Le bac aurait coulé.", "fr", True),
        ("The ferry stayed in the harbour.", "en", False),
        ("The ferry sank, the mayor said.", "en", True),
        ("According to the harbour the ferry sank.", "en", True),
    ],
)
def test_a_cue_or_a_whole_phrase_is_a_signal(text, lang, found):
    """A reporting word is a signal, and a phrase when all of its words are there; parts of it are none."""
    assert signalled(text, lang, Span(0, len(text)), beliefs=False) is found


def test_beliefs_are_signals_where_they_are_asked_for():
    """A word that only believes or intends is no reason to parse, unless beliefs are wanted."""
    text = "Le passeur espère un été sec."
    assert not signalled(text, "fr", Span(0, len(text)), beliefs=False)
    assert signalled(text, "fr", Span(0, len(text)), beliefs=True)


@pytest.mark.slow
def test_nothing_is_lost_by_parsing_only_what_has_a_signal(monkeypatch):
    """On the sample dossier a parse of every sentence finds the same statements."""
    docs = [d for d in read_paths([str(p) for p in sample.pages()]) if isinstance(d, Document)]
    chosen = [find_statements(d, beliefs=b) for d in docs for b in (False, True)]
    monkeypatch.setattr(units, "signalled", lambda *_: True)
    assert [find_statements(d, beliefs=b) for d in docs for b in (False, True)] == chosen
