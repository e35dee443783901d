"""Generated articles: the same bytes each time, and what is said of their kinds holds."""

import articles
from selon.ingest.rows import row_document
from selon.link.reuse.reuse import find_reuse
from selon.model.passage import ReuseKind


def test_a_longer_run_begins_with_a_shorter_one():
    """Growth is measured on one stream of articles, whatever their number."""
    assert list(articles.rows(20))[:9] == list(articles.rows(9))


def test_articles_are_of_the_length_that_is_said():
    """Some 500 words, in both languages; only shortened copies are shorter."""
    sizes = {r["id"]: len(r["text"].split()) for r in articles.rows(24)}
    whole = [n for i, n in sizes.items() if not i.endswith("-3")]
    assert 400 < min(whole) < max(whole) < 650
    assert {r["lang"] for r in articles.rows(24)} == {"fr", "en"}


def test_copies_are_found_as_copies():
    """Copy, altered copy and shortened copy share passages with the dispatch in one language."""
    docs = [row_document(r) for r in articles.rows(4)]
    found = {(p.a[-1], p.b[-1]): p.kind for p in find_reuse(docs, {})}
    assert found["0", "1"] is ReuseKind.verbatim
    assert found["0", "2"] is ReuseKind.edited
    assert found["0", "3"] is ReuseKind.verbatim
