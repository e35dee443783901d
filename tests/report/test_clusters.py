"""A cluster in words: on the page, in the terminal, after a run."""

from __future__ import annotations

import pytest

from selon.model.cluster import Caveat, CaveatKind, Cluster
from selon.model.identity import Made
from selon.model.lineage import Level
from selon.report import html, terminal
from selon.report.terminal.clusters import told
from selon.report.wording import words
from tests.report.sample import build
from tests.report.test_terminal import _plain

MADE = Made("clusters", 1, "test")
FIRST = {"fr": "plus ancienne copie connue", "en": "earliest copy known"}


def cluster(docs=("d01", "d03"), earliest="d01", caveats=()):
    return Cluster("k1", tuple(docs), earliest, Level.extent if earliest else None, tuple(caveats), MADE)


def straight(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_document_shows_its_cluster_on_the_page_and_in_the_terminal(lang):
    """The earliest copy known and the reasons for doubt stand with each document of the cluster."""
    view = build()
    doc = view.documents()[0]
    view.grouped = [cluster((doc.id, "d03"), doc.id, [Caveat(CaveatKind.undated, ("d03",))])]
    doubt = words(lang).plain("cluster.undated", about="d03")
    for shown in (straight(html.render(view, lang)), straight(_plain(terminal.show(view, doc, lang), 200))):
        assert FIRST[lang] in shown and straight(doubt) in shown


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", list(CaveatKind))
def test_every_reason_for_doubt_has_words(lang, kind):
    """Each kind names what it is about, in both languages."""
    (_, line) = told([cluster(caveats=[Caveat(kind, ("d03",))])], lang)
    assert "d03" in line


def test_after_a_run_the_largest_are_told_and_the_rest_counted():
    """A run of thousands does not fill the screen, and a cluster with no first copy says so."""
    lines = told([cluster(earliest=None)] * 20, "en")
    assert len(lines) == 9 and "no copy stands out" in lines[0] and "12" in lines[-1]
    many = Caveat(CaveatKind.undated, tuple(f"d{n:02d}" for n in range(40)))
    assert "34" in told([cluster(caveats=[many])], "en")[1]
