"""The four seed articles: hard real pages, read from the shared folder."""

from __future__ import annotations

import json
import re

import pytest

from selon.ingest.read import read_paths
from selon.ingest.rows import document_row, row_document
from selon.model.document import CreditKind, PartKind
from selon.model.span import Span

pytestmark = pytest.mark.shared
ARTICLE = {PartKind.lead, PartKind.body, PartKind.quotation, PartKind.headline}


@pytest.fixture(scope="module")
def seeds(shared_dir):
    return {d.id[:3] + d.id[20:]: d for d in read_paths([str(shared_dir / "seeds")])}


def kinds(doc, pattern):
    return [p.kind.value for p in doc.parts if re.search(pattern, p.span.of(doc.text))]


def test_five_documents_from_four_files(seeds):
    """001 is read as two; every text is a slice of its file."""
    assert sorted(seeds) == ["000", "001", "001#2", "002", "003"]
    assert seeds["001#2"].capture.offset == len(seeds["001"].text)
    assert len(seeds["001"].text) + len(seeds["001#2"].text) == len(text_of(seeds["001"]))


def text_of(doc):
    with open(doc.capture.where, encoding="utf-8", newline="") as handle:
        return handle.read()


def test_texts_are_unaltered(seeds):
    """Each text stands in its file at its offset."""
    for doc in seeds.values():
        start = doc.capture.offset
        assert text_of(doc)[start : start + len(doc.text)] == doc.text


def test_no_article_part_speaks_of_cookies_or_licences(seeds):
    """The consent wall of 003 and the licence text of 001 are boilerplate to the last line."""
    for doc in seeds.values():
        for part in doc.parts:
            if re.search(r"cookies|Tout [Aa]ccepter|droit d.auteur|\[email|^OK$", part.span.of(doc.text)):
                assert part.kind is PartKind.boilerplate


def test_003_is_cut_right(seeds):
    """Two headlines, a caption, four promos, one subheading, seven lines of wall and label."""
    doc = seeds["003"]
    assert kinds(doc, r"^Lire aussi|^Suivez") == ["promo"] * 4
    assert [p.kind.value for p in doc.parts[:4]] == ["headline", "headline", "caption", "caption"]
    assert kinds(doc, r"^La France appelle") == ["headline"]
    assert sum(p.kind is PartKind.boilerplate for p in doc.parts) == 7
    assert doc.published is None


def test_002_is_markdown(seeds):
    """Front matter, headings, a shortcode, and block quotations."""
    doc = seeds["002"]
    assert set(kinds(doc, r"^>")) == {"quotation"}
    assert kinds(doc, r"^####") == ["headline", "headline"]
    assert kinds(doc, r"^\{\{<") == ["boilerplate"]
    assert (doc.published.value, doc.published.basis, doc.published.precision.value) == (
        "2019-11-03",
        "front matter",
        "day",
    )


def test_001_names_its_sources(seeds):
    """The annex is credited to its publisher, source and translator; the host keeps its byline."""
    annex, host = seeds["001#2"], seeds["001"]
    assert [c.kind for c in annex.credits] == [
        CreditKind.republished,
        CreditKind.source,
        CreditKind.translator,
    ]
    assert annex.outlet == annex.credits[0].name
    assert host.author
    assert (annex.author, annex.published, host.published) == (None, None, None)


def test_000_has_a_month_and_a_promo(seeds):
    """The dump's stamp gives the month; the headline behind the photo credit is apart."""
    doc = seeds["000"]
    assert (doc.published.value, doc.published.precision.value) == ("2018-07", "month")
    assert [p.kind.value for p in doc.parts[:1]] == ["boilerplate"]
    at = next(i for i, p in enumerate(doc.parts) if p.kind is PartKind.caption)
    assert doc.parts[at + 1].kind is PartKind.promo
    assert all(p.kind in ARTICLE for p in doc.parts[at + 2 :])


def test_they_are_rows_too(seeds):
    """What read writes about them reads back."""
    for doc in seeds.values():
        row = document_row(doc)
        assert document_row(row_document(row)) == row


def test_no_annotated_statement_lies_in_boilerplate(shared_dir):
    """What annotators found to be statements in 60 news articles is never boilerplate or a caption."""
    base = shared_dir / "eval" / "attribution"
    for docs, gold in (("seeds_docs", "seeds_gold"), ("dev/fr_news.docs", "dev/fr_news.gold")):
        read = {r["id"]: row_document(r) for r in rows_of(base / f"{docs}.jsonl")}
        for statement in rows_of(base / f"{gold}.jsonl"):
            for start, end in statement["content"]:
                part = read[statement["doc_id"]].part_at(Span(start, end))
                assert part.kind not in {PartKind.boilerplate, PartKind.caption}, part


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
