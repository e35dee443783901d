"""One file, whole transactions, one snapshot a reader, schema steps from the first day."""

import pickle
import sqlite3

import msgspec
import pytest

from selon.errors import StoreError, UsageError
from selon.model.artefact import Artefact, ArtefactKind
from selon.model.document import Capture, Document, PartKind, Reject
from selon.model.identity import Made
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from selon.store import migrations
from selon.store.dossier import Dossier
from selon.store.lists import DocumentAsk
from selon.store.records import Former
from selon.store.writer import content_digest

MADE = Made("statements", 1, "test")


def statement(doc, start=0, ident="s1"):
    return Statement(
        id=ident, doc=doc, content=(Span(start, start + 4),), source=(), cue=(), form=Form.indirect,
        stance=Stance.asserts, source_kind=SourceKind.unattributed, made=MADE, part=PartKind.body,
    )  # fmt: skip


@pytest.fixture
def dossier(place):
    """An empty dossier, once as a file and once as a database."""
    with Dossier(place, create=True) as made:
        yield made


def put(dossier, *docs):
    with dossier.writing() as w:
        for doc in docs:
            w.put_document(doc)


def test_a_record_reads_back_as_it_was_written(dossier):
    """Documents and statements come back equal, in order of id and place."""
    docs = [Document(id=i, text="Été à Port-Lazare", lang="fr") for i in ("b", "a")]
    put(dossier, *docs)
    with dossier.writing() as w:
        w.put_findings(docs[1], [statement("a", 4, "s2"), statement("a", 0, "s1")], [])
    with dossier.snapshot() as s:
        assert s.documents() == (docs[1], docs[0])
        assert [x.id for x in s.statements("a")] == ["s1", "s2"]
        assert s.statement("s2") == statement("a", 4, "s2")
        assert s.document("none") is None


def test_traces_of_translation_stay_with_their_document(dossier):
    """Artefacts read back as written and go with a changed text."""
    doc = Document(id="a", text="la ville D'Orvel", lang="fr")
    trace = Artefact("a", ArtefactKind.capital, Span(9, 16), "D'Orvel", (), Made("artefacts", 1, "test"))
    put(dossier, doc)
    with dossier.writing() as w:
        w.put_findings(doc, [], [], [trace])
    with dossier.snapshot() as s:
        assert s.artefacts("a") == (trace,)
    put(dossier, msgspec.structs.replace(doc, text="rien"))
    with dossier.snapshot() as s:
        assert s.artefacts("a") == ()


def test_a_reader_keeps_its_snapshot_while_a_run_writes(dossier):
    """What a reader sees does not change until it asks for a new snapshot."""
    put(dossier, Document(id="a", text="un", lang="fr"))
    with Dossier(dossier.path) as other, other.snapshot() as reader:
        assert len(reader.documents()) == 1
        put(dossier, Document(id="b", text="deux", lang="fr"))
        assert len(reader.documents()) == 1
        with other.snapshot() as later:
            assert len(later.documents()) == 2


def test_a_broken_run_leaves_nothing_half_written(dossier):
    """When the writer fails, none of its transaction stays."""
    with pytest.raises(RuntimeError), dossier.writing() as w:
        w.put_document(Document(id="a", text="un", lang="fr"))
        raise RuntimeError("stop")
    with dossier.snapshot() as s:
        assert s.documents() == ()


def test_a_replaced_document_takes_its_findings_with_it(dossier):
    """A document whose text changed loses the statements found in the former text."""
    doc = Document(id="a", text="un deux", lang="fr")
    put(dossier, doc)
    with dossier.writing() as w:
        w.put_findings(doc, [statement("a")], [])
    put(dossier, msgspec.structs.replace(doc, text="trois"))
    with dossier.snapshot() as s:
        assert s.statements("a") == ()
        assert s.search("un") == ()


def test_search_folds_accents_and_case(dossier):
    """'ete' finds 'Été', punctuation and operators in a question do no harm."""
    put(dossier, Document(id="a", text="x", lang="fr", title="Été à Port-Lazare"))
    with dossier.snapshot() as s:
        assert [h.ref for h in s.search("ete")] == ["a"]
        assert [h.ref for h in s.search('"ÉTÉ" AND ( NEAR*')] == ["a"]
        assert s.search("«»") == ()


def test_the_digest_of_a_document_leaves_clock_and_place_out():
    """Two captures of the same bytes at different times or places are the same content."""
    capture = Capture("00", 1, "a.txt", "text/plain", "utf-8", time="2025-03-04T00:00:00Z")
    doc = Document(id="a", text="un", lang="fr", capture=capture)
    later = msgspec.structs.replace(
        doc, capture=msgspec.structs.replace(capture, time="2026-01-01T00:00:00Z")
    )
    assert content_digest(doc) == content_digest(later)
    assert content_digest(doc) != content_digest(msgspec.structs.replace(doc, text="deux"))


def test_rejects_are_kept_once_and_dropped_when_read(dossier):
    """The same reject twice is one row; a record read later is no longer set aside."""
    reject = Reject("bad.html", "empty file", "read")
    with dossier.writing() as w:
        w.put_reject(reject)
        w.put_reject(reject)
    with dossier.snapshot() as s:
        assert s.rejects() == (reject,)
    with dossier.writing() as w:
        w.drop_rejects("read", "bad.html")
    with dossier.snapshot() as s:
        assert s.rejects() == ()


def test_a_missing_or_foreign_file_is_refused_with_words(tmp_path):
    """No dossier, a text file and another program's database each get a message that says what it is."""
    with pytest.raises(UsageError, match="no dossier at"):
        Dossier(tmp_path / "none.selon")
    with pytest.raises(UsageError, match="no folder"):
        Dossier(tmp_path / "none" / "case.selon", create=True)
    (tmp_path / "text.selon").write_text("certainly not a database " * 20)
    with pytest.raises(UsageError, match="not a dossier"):
        Dossier(tmp_path / "text.selon", create=True)
    with sqlite3.connect(tmp_path / "other.selon") as other:
        other.execute("CREATE TABLE t (a)")
    with pytest.raises(UsageError, match="another program"):
        Dossier(tmp_path / "other.selon", create=True)


def test_a_newer_schema_is_refused_and_an_older_one_is_brought_up(place, monkeypatch):
    """A dossier of the future is left alone; one of the past takes the missing steps and keeps its rows."""
    path = place
    with Dossier(path, create=True) as old:
        put(old, Document(id="a", text="un", lang="fr"))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("CREATE TABLE later (a TEXT)",)))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with Dossier(path) as new, new.snapshot() as s:
        assert len(s.documents()) == 1
    monkeypatch.undo()
    with pytest.raises(StoreError, match="newer selon"):
        Dossier(path)


def test_a_file_is_in_wal_mode(tmp_path):
    """Readers and one writer work side by side."""
    Dossier(tmp_path / "case.selon", create=True).close()
    with sqlite3.connect(tmp_path / "case.selon") as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_words_that_were_replaced_are_no_longer_found(dossier):
    """A document read anew takes its former words out of the indexes, and no one else's."""
    for title in ("Premier incendie", "Second incendie"):
        put(
            dossier,
            Document(id="a", text="Un.", lang="fr", title=title),
            Document(id="b", text="Deux.", lang="fr", title="Autre incendie"),
        )
    with dossier.snapshot() as view:
        assert [h.ref for h in view.search("incendie")] == ["a", "b"]
        assert not view.search("premier")
        assert view.document_page(DocumentAsk(words="premier"), 0, 9).total == 0
        assert view.document_page(DocumentAsk(words="second deux"), 0, 9).total == 0
        assert view.document_page(DocumentAsk(words="second un"), 0, 9).total == 1


def test_what_was_put_in_and_what_no_stage_has_seen_is_known_without_its_text(dossier):
    """A document is to be examined until its findings are put, and again when its text changes or its stage
    does."""
    docs = [Document(id=i, text=i, lang="fr", capture=Capture("0", 1, i, "t", None)) for i in "abc"]
    put(dossier, *docs)
    with dossier.writing() as w:
        for doc in docs[:2]:
            w.put_findings(doc, [], [])
            w.mark("examine", doc.id, "1", content_digest(doc))
    with dossier.snapshot() as s:
        assert s.unexamined("examine", "1") == ("c",)
        assert s.unexamined("examine", "2") == ("a", "b", "c")
        assert s.formers(["a", "none"]) == {"a": Former(content_digest(docs[0]), docs[0].capture)}
        assert s.digests() == tuple((d.id, content_digest(d)) for d in docs)
        assert [d.id for d in s.documents_of(["c", "a", "none"])] == ["a", "c"]
    put(dossier, msgspec.structs.replace(docs[1], text="other"))
    with dossier.snapshot() as s:
        assert s.unexamined("examine", "1") == ("b", "c")
    texts = dossier.texts(["a", "b", "c"])
    assert (
        [d.text for d in texts[:2]]
        == ["a", "other"]
        == pickle.loads(pickle.dumps([d.text for d in texts[:2]]))
    )
    assert (len(texts), texts[2].text, len(texts[1:])) == (3, "c", 2)
    assert pickle.loads(pickle.dumps(texts[1:])) == [texts[1], texts[2]]
