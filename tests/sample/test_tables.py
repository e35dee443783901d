"""The gold of the sample fits its pages and is consistent in itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selon import sample
from selon.errors import StoreError
from selon.sample.gold import GoldClaim, GoldDocument, GoldStatement, find, load, places
from tests.sample import visible

GOLD = sample.gold()
QUOTES = sorted(
    {(w.doc, w.words) for c in GOLD.claims for group in (c.asserted, c.disputed, c.reviewed) for w in group}
    | {(s.doc, s.content) for s in GOLD.statements}
)


@pytest.mark.parametrize(("doc", "words"), QUOTES)
def test_gold_words_stand_once_in_their_document(doc: str, words: str) -> None:
    """Every quotation of the gold is found in its document, and in one place."""
    assert find(words, visible.whole(GOLD.document(doc)))


@pytest.mark.parametrize("statement", GOLD.statements, ids=lambda s: f"{s.doc}-{s.content[:24]}")
def test_source_and_cue_stand_near_their_content(statement: GoldStatement) -> None:
    """Source and cue of a planted statement are within two hundred characters of its content."""
    text = visible.whole(GOLD.document(statement.doc))
    content = find(statement.content, text)
    near = text[max(0, content.start - 200) : content.end + 200]
    assert all(places(words, near) for words in (statement.source, statement.cue) if words)


@pytest.mark.parametrize("document", GOLD.documents, ids=lambda d: d.id)
def test_furniture_and_title_are_words_of_the_page(document: GoldDocument) -> None:
    """Title, author, outlet and furniture stand in the file that is said to show them."""
    source = visible.source(document.file).replace("&amp;", "&")
    shown = source + visible.page(document.file)
    for words in (document.title, document.author, document.outlet, *document.furniture):
        assert words is None or places(words, shown), words


@pytest.mark.parametrize("document", GOLD.documents, ids=lambda d: d.id)
def test_furniture_is_kept_apart_from_the_article(document: GoldDocument) -> None:
    """No words of furniture stand in the paragraphs of the article."""
    article = "\n".join(visible.body(document))
    assert article
    assert not [words for words in document.furniture if places(words, article)]


def test_there_are_eighteen_documents_in_seventeen_captures() -> None:
    """The tables and the folder name the same files, and one more that holds no document."""
    held = {d.file for d in GOLD.documents}
    assert (len(GOLD.documents), len(held)) == (18, 17)
    assert held | {r.file for r in GOLD.rejected} == {p.name for p in sample.pages()}


@pytest.mark.parametrize("claim", GOLD.claims, ids=lambda c: c.id)
def test_each_claim_is_consistent(claim: GoldClaim) -> None:
    """The count is the number of origins, a circular claim has none, and rivals name each other."""
    assert claim.origin_count == len(claim.origins)
    assert claim.circular == (claim.origin_count == 0)
    asserting = [w.doc for w in claim.asserted]
    assert len(asserting) == len(set(asserting))
    assert {w.origin for w in claim.asserted} - {None} == {o.actor for o in claim.origins}
    assert all(claim.id in GOLD.claim(rival).rivals for rival in claim.rivals)


def test_every_name_leads_to_a_record() -> None:
    """Ids of actors, documents and claims in the tables exist."""
    actors, documents = {a.id for a in GOLD.actors}, {d.id for d in GOLD.documents}
    used = {o.actor for c in GOLD.claims for o in c.origins} | {a for s in GOLD.statements for a in s.chain}
    used |= {a for c in GOLD.claims for d in c.disputed for a in d.actors}
    assert used <= actors
    assert {i for e in GOLD.edges for i in (e.derived, e.source)} <= documents
    assert {i for t in GOLD.traps for i in (t.a, t.b)} <= documents


def test_nine_origins_assert_and_one_only_denies() -> None:
    """Over the whole dossier nine actors are origins of a claim; the prosecutor only denies."""
    origins = {o.actor for c in GOLD.claims for o in c.origins}
    deniers = {a for c in GOLD.claims for d in c.disputed for a in d.actors}
    assert len(origins) == 9
    assert "parquet" in deniers - origins


def test_names_of_sources_are_those_of_the_pages() -> None:
    """Each form of each actor's name is printed somewhere in the sample."""
    shown = "\n".join(visible.page(p.name) for p in sample.pages())
    missing = [
        f
        for a in GOLD.actors
        for f in a.forms
        if not places(f, shown.replace("’", "'")) and not places(f, shown)
    ]
    assert missing == []


def test_our_own_voice_gives_no_verdict() -> None:
    """Neither the notes of the sample nor the tables call anything true, false or a lie."""
    verdicts = r"\b(fake|hoax|lies?|liar|debunk\w*|misleading|faux|fausse\w*|mensonge\w*|infox|vrai\w*)\b"
    own = [sample.folder() / "README.md", *sorted((sample.folder() / "gold").glob("*.toml"))]
    assert not [(p.name, m) for p in own for m in re.findall(verdicts, p.read_text(encoding="utf-8"), re.I)]


def test_words_are_found_across_kinds_of_space() -> None:
    """A quotation holds whatever space the page uses, and an ambiguous one is refused."""
    assert find("8 000 tonnes", "soit 8\u202f000\u00a0tonnes").start == 5
    with pytest.raises(ValueError, match="2 places"):
        find("deux", "deux et deux")


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    """A gold folder with a missing or broken table stops with the path in the message."""
    with pytest.raises(StoreError, match=r"documents\.toml"):
        load(tmp_path)
