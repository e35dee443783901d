"""What is broken is told, lists are made anew from the records, and room is given back."""

import shutil
import subprocess
import sys

import msgspec
import pytest
from sqlalchemy import text

from selon.errors import StoreError
from selon.store.dossier import Dossier
from tests.store.tables import tables


@pytest.fixture(params=["sqlite", "postgres"])
def full(request, tmp_path):
    """The sample, copied into a dossier that the test may break."""
    if request.param == "sqlite":
        where = shutil.copy(request.getfixturevalue("traced"), tmp_path / "d.selon")
    else:
        name = request.getfixturevalue("traced_database")
        where = request.getfixturevalue("server").copy(name)
    with Dossier(where) as made:
        yield made


def run(dossier, *statements):
    with dossier._dialect.writing(dossier._engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_sound_dossier_has_no_fault_and_tells_what_it_holds(full):
    """No fault; documents, claims and bytes are counted."""
    found = full.check()
    assert found.faults == ()
    assert dict(found.counts)["documents"] == 18 and found.size > 100_000


BROKEN = {
    "DELETE FROM document_list WHERE id = 'd05'": "documents that are not listed: 1",
    "DELETE FROM claims WHERE id IN (SELECT min(id) FROM claims)": "claim_list without their claims: 1",
    "UPDATE document_list SET claims = claims + 1 WHERE id = 'd05'": "document_list that miscount claims: 1",
    "UPDATE claim_list SET last = '2031' WHERE origins > 1": "that miscount last",
    "UPDATE edges SET shared = 99 WHERE derived = 'd05'": "rows of edges that miscount shared: 1",
    "UPDATE actor_list SET origin_of = 99 WHERE kind = 'person'": "miscount origin_of",
    "UPDATE search_rows SET ref = 'x' WHERE kind = 'statement' AND doc = 'd05'": "words of statements",
    "DELETE FROM search_rows WHERE kind = 'statement' AND doc = 'd05'": "statements that no word finds",
    "UPDATE claim_marks SET number = number + 1": "rows of claim_marks that miscount number: 1",
    "DELETE FROM claim_facets WHERE name = 'outlet'": "rows that claim_facets lacks",
    "UPDATE origin_list SET claims = claims + 1": "rows that origin_list should not have",
    "INSERT INTO agency_list VALUES ('agency:x', 1, 0, 0)": "rows that agency_list should not have: 1",
}


@pytest.mark.parametrize(("broken", "said"), BROKEN.items())
def test_what_lists_and_records_contradict_is_told(full, broken, said):
    """Each kind of fault is named and counted, and renewing the lists mends those that are theirs."""
    before = tables(full)
    run(full, broken)
    assert any(said in fault for fault in full.check().faults), full.check().faults
    full.renew()
    assert full.check().faults == ()
    if "FROM claims" not in broken:
        assert tables(full) == before


def test_an_altered_text_is_told(full):
    """A document whose record was changed behind selon's back no longer has its digest."""
    with full.snapshot() as view:
        doc = view.document("d05")
    other = msgspec.json.encode(msgspec.structs.replace(doc, text=doc.text.replace("a", "o")))
    with full._dialect.writing(full._engine) as connection:
        connection.execute(text("UPDATE documents SET record = :r WHERE id = 'd05'"), {"r": other})
    assert full.check().faults == ("document d05 is not as it was read",)


def test_an_index_that_lost_words_is_told(full):
    """Words that are no longer what the index was given, or rows that it lacks."""
    which = "SELECT min(id) FROM search_rows WHERE kind = 'statement'"
    lost = {
        "sqlite": f"UPDATE search_rows SET words = 'other' WHERE id = ({which})",
        "postgresql": f"DELETE FROM place_words WHERE rowid = ({which})",
    }
    run(full, lost[full._engine.dialect.name])
    assert any(fault.startswith("index place_words") for fault in full.check().faults)
    full.renew()
    assert full.check().faults == ()


def test_a_compacted_dossier_is_smaller_and_the_same(full):
    """What is no longer used is given back; every table is as before."""
    before = tables(full)
    run(full, "CREATE TABLE ballast (words TEXT)", f"INSERT INTO ballast VALUES ('{'x' * 5_000_000}')")
    run(full, "DROP TABLE ballast")
    sizes = full.compact()
    if full._engine.dialect.name == "sqlite":
        assert sizes[1] < sizes[0] - 4_000_000
        assert full.path.stat().st_size == sizes[1]
    assert tables(full) == before


def test_no_room_for_the_copy_is_told_before_anything_happens(traced, monkeypatch):
    """Writing a file anew takes its size once more: without it nothing is begun."""
    monkeypatch.setattr(
        "selon.store.dialects.sqlite.shutil.disk_usage", lambda _: type("Use", (), {"free": 10})
    )
    with Dossier(traced) as dossier, pytest.raises(StoreError, match=r"make .* bytes of room"):
        dossier.compact()


def test_the_command_tells_and_exits_three_on_a_fault(traced, tmp_path):
    """`selon dossier check`: what there is on standard output, faults on standard error, exit 3."""
    path = shutil.copy(traced, tmp_path / "d.selon")

    def selon(*words):
        command = [sys.executable, "-m", "selon", "dossier", *words, str(path)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    fine = selon("check")
    assert fine.returncode == 0 and "18 documents" in fine.stdout and "no fault" in fine.stdout
    with Dossier(path) as dossier:
        run(dossier, "DELETE FROM actor_list")
    broken = selon("check")
    assert broken.returncode == 3 and "actors that are not listed" in broken.stderr
    assert "selon dossier renew" in broken.stderr
    assert selon("renew").returncode == 0
    assert selon("check").returncode == 0
    assert "before" in selon("compact").stdout
