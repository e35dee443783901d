"""A dossier of an earlier selon becomes one of today: every record is kept, every list is made."""

import sqlite3

import msgspec
import pytest

from selon.store import migrations
from selon.store.dialects.sqlite import APPLICATION
from selon.store.dossier import Dossier
from selon.store.writer import content_digest
from tests.pipeline.states import state
from tests.store.tables import tables

SEVEN = 7
encode = msgspec.json.Encoder(order="deterministic").encode


def numbered(records, *columns):
    """Rows of a table whose records were known by their place in a list."""
    return [(n, *(getattr(r, c) for c in columns), encode(r)) for n, r in enumerate(records)]


@pytest.fixture
def old(traced, tmp_path):
    """The sample as selon kept it before records were known by their content."""
    path = tmp_path / "old.selon"
    with Dossier(traced) as dossier, dossier.snapshot() as view, sqlite3.connect(path) as made:
        for statement in (s for step in migrations.STEPS[:SEVEN] for s in step):
            made.execute(statement)
        rows = {
            "documents": [
                (d.id, content_digest(d), d.lang, d.outlet, d.date, encode(d)) for d in view.documents()
            ],
            "passages": numbered(view.passages(), "a", "b"),
            "edges": numbered(view.edges(), "derived", "source"),
            "clusters": numbered(view.clusters()),
            "conflicts": numbered(view.conflicts()),
            "proposals": numbered(view.proposals()),
            "compared": [(c.doc, encode(c)) for c in view.compared()],
            "actors": [(a.id, n, encode(a)) for n, a in enumerate(view.actors())],
            "claims": [
                (c.id, n, len(c.articles), c.origin_count, encode(c)) for n, c in enumerate(view.claims())
            ],
            "ledger": [("examine", k, v, i) for k, (v, i) in view.ledger("examine").items() if k != "d05"],
        }
        for doc in view.documents():
            for table in ("quantities", "artefacts"):
                found = [(doc.id, n, encode(r)) for n, r in enumerate(getattr(view, table)(doc.id))]
                rows[table] = rows.get(table, []) + found
            said = [(s.id, doc.id, s.content[0].start, encode(s)) for s in view.statements(doc.id)]
            rows["statements"] = rows.get("statements", []) + said
        for table, found in rows.items():
            for row in found:
                made.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        made.execute(f"PRAGMA user_version = {SEVEN}")
        made.execute(f"PRAGMA application_id = {APPLICATION}")
    return path


def test_an_older_dossier_keeps_its_records_and_gets_the_lists_of_today(old, traced):
    """State, lists and words are those of a dossier traced today, and nothing is at fault; a document whose
    examination is not in the ledger is examined again."""
    with Dossier(traced) as fresh:
        expected = tables(fresh)
    with Dossier(old) as opened:
        assert tables(opened) == expected
        assert opened.check().faults == ()
        with opened.snapshot() as view:
            done = view.ledger("examine")
            assert view.unexamined("examine", next(iter(done.values()))[0]) == ("d05",)
    assert state(old) == state(traced)
    with sqlite3.connect(old) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'old_%'").fetchone() == (0,)


def test_an_upgrade_that_is_cut_short_leaves_the_older_dossier(old, traced, monkeypatch):
    """Something fails on the way: the file is as it was, and the next opening brings it up to date."""
    from selon.store import renewal

    with monkeypatch.context() as broken, pytest.raises(RuntimeError):
        broken.setattr(renewal, "_put", lambda *_: (_ for _ in ()).throw(RuntimeError("stop")))
        Dossier(old)
    with sqlite3.connect(old) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (SEVEN,)
    assert state(old) == state(traced)
