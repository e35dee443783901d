"""The main job: same input, same bytes; what is known is not done twice; nothing half-written stays."""

import msgspec
import pytest

from selon.model.document import Capture, Document
from selon.pipeline import trace as main_job
from selon.pipeline.trace import told_apart, trace
from selon.store.dossier import Dossier

PAGES = {
    "depeche": "Incendie à Port-Lazare\n\nUn incendie a ravagé lundi le dépôt du quai des Salines.\n\n"
    "Douze personnes ont été blessées, a indiqué la préfète de l'Orvanche.\n\n"
    "Le feu a été maîtrisé à l'aube par quatre-vingts pompiers venus de tout le département.\n",
    "reprise": "Le port en flammes\n\nUn incendie a ravagé lundi le dépôt du quai des Salines.\n\n"
    "Douze personnes ont été blessées, a indiqué la préfète de l'Orvanche.\n\n"
    "Le feu a été maîtrisé à l'aube par quatre-vingts pompiers venus de tout le département.\n\n(APV)\n",
    "ledger": "Port fire\n\nTwenty-one people were injured, according to sources close to the inquiry.\n\n"
    "The prosecutor denied that the fire had been set on purpose.\n",
}


@pytest.fixture
def folder(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / f"{name}.txt").write_text(text, encoding="utf-8")
    return pages


def content(path):
    """Everything in a dossier that the clock and the place must not change, as bytes."""
    with Dossier(path) as dossier, dossier.snapshot() as view:
        docs = view.documents()
        bare = [msgspec.structs.replace(d, capture=None) for d in docs]
        findings = [(view.statements(d.id), view.quantities(d.id)) for d in docs]
        return msgspec.json.encode(
            [bare, findings, view.passages(), view.edges(), view.claims(), view.conflicts()]
        )


def run(paths, file, jobs=1, **more):
    with Dossier(file, create=True) as dossier:
        return trace([str(p) for p in paths], dossier, jobs, **more)


def test_the_order_of_files_changes_nothing(folder, tmp_path):
    """Three files in any order give the same bytes."""
    files = sorted(folder.iterdir())
    for n, order in enumerate((files, files[::-1], [files[1], files[2], files[0]])):
        run(order, tmp_path / f"{n}.selon")
    assert content(tmp_path / "0.selon") == content(tmp_path / "1.selon") == content(tmp_path / "2.selon")


def test_the_number_of_processes_changes_nothing(folder, tmp_path):
    """Ten documents in one process and in two give the same bytes."""
    for n in range(7):
        (folder / f"more{n}.txt").write_text(
            PAGES["ledger"].replace("Twenty-one", f"{n + 30}"), encoding="utf-8"
        )
    run([folder], tmp_path / "one.selon", jobs=1)
    run([folder], tmp_path / "two.selon", jobs=2)
    assert content(tmp_path / "one.selon") == content(tmp_path / "two.selon")


def test_a_second_run_does_nothing_again(folder, tmp_path):
    """Nothing new: no document examined, no link sought, the same bytes."""
    first = run([folder], tmp_path / "d.selon", now="2025-03-10T08:00:00Z")
    before = content(tmp_path / "d.selon")
    again = run([folder], tmp_path / "d.selon", now="2026-01-01T00:00:00Z")
    assert (first.new, first.examined, first.linked) == (3, 3, True)
    assert (again.new, again.same, again.examined, again.linked) == (0, 3, 0, False)
    assert content(tmp_path / "d.selon") == before


def test_in_two_runs_or_in_one_the_dossier_is_the_same(folder, tmp_path):
    """Adding a file later examines that file alone and ends where one run would."""
    files = sorted(folder.iterdir())
    run(files[:2], tmp_path / "steps.selon")
    later = run(files, tmp_path / "steps.selon")
    run(files, tmp_path / "once.selon")
    assert (later.new, later.same, later.examined) == (1, 2, 1)
    assert content(tmp_path / "steps.selon") == content(tmp_path / "once.selon")


def test_a_changed_file_is_read_anew(folder, tmp_path):
    """A file whose text changed replaces its document and what was found in it."""
    run([folder], tmp_path / "d.selon")
    changed = PAGES["ledger"].replace("Twenty-one", "Thirty")
    (folder / "ledger.txt").write_text(changed, encoding="utf-8")
    outcome = run([folder], tmp_path / "d.selon")
    assert (outcome.changed, outcome.same, outcome.examined) == (1, 2, 1)
    with Dossier(tmp_path / "d.selon") as dossier, dossier.snapshot() as view:
        assert view.document("ledger").text == changed


def test_another_file_of_the_same_name_is_kept_beside_the_first(folder, tmp_path):
    """Two folders with an `index.txt` each give two documents, in one run or in two."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "ledger.txt").write_text(PAGES["ledger"].replace("Twenty-one", "Thirty"), encoding="utf-8")
    run([folder], tmp_path / "d.selon")
    outcome = run([other], tmp_path / "d.selon")
    assert (outcome.new, outcome.changed) == (1, 0)
    with Dossier(tmp_path / "d.selon") as dossier, dossier.snapshot() as view:
        assert len(view.documents()) == 4


def test_an_annex_follows_its_page_when_ids_are_told_apart():
    """Both documents of a page get the same suffix, and the annex still names its host."""
    known = {
        "a": Document(
            id="a", text="x", lang="fr", capture=Capture("11" * 32, 1, "one/a.html", "text/html", None)
        )
    }
    capture = Capture("22" * 32, 1, "two/a.html", "text/html", None)
    page = told_apart(Document(id="a", text="y", lang="fr", capture=capture), known)
    annex = told_apart(Document(id="a#2", text="z", lang="fr", host="a", capture=capture), known)
    assert (page.id, annex.id, annex.host) == ("a~222222", "a~222222#2", "a~222222")


def test_a_document_that_breaks_the_analysis_is_set_aside(folder, tmp_path, monkeypatch):
    """One document fails; the others are traced, and the reject says which stage failed on what."""
    from selon.pipeline import examine

    real = examine.find_statements

    def fragile(doc, **more):
        if doc.id == "ledger":
            raise RuntimeError("odd marks")
        return real(doc, **more)

    monkeypatch.setattr(examine, "find_statements", fragile)
    run([folder], tmp_path / "d.selon")
    with Dossier(tmp_path / "d.selon") as dossier, dossier.snapshot() as view:
        assert [r.record for r in view.rejects()] == ["ledger"]
        assert "odd marks" in view.rejects()[0].reason
        assert view.statements("depeche")


def test_a_run_cut_short_goes_on_where_it_stopped(folder, tmp_path, monkeypatch):
    """When linking fails, what was read and examined is kept, and the next run finishes the job."""
    with monkeypatch.context() as broken:
        broken.setattr(main_job, "link", lambda *_: (_ for _ in ()).throw(RuntimeError("power cut")))
        with pytest.raises(RuntimeError):
            run([folder], tmp_path / "d.selon")
    outcome = run([folder], tmp_path / "d.selon")
    assert (outcome.same, outcome.examined, outcome.linked) == (3, 0, True)
    run([folder], tmp_path / "whole.selon")
    assert content(tmp_path / "d.selon") == content(tmp_path / "whole.selon")


def test_rejects_of_a_file_go_away_when_it_can_be_read(folder, tmp_path):
    """An empty file is listed; once it has words it is a document and no reject."""
    (folder / "late.txt").write_bytes(b"")
    assert run([folder], tmp_path / "d.selon").rejected == 1
    (folder / "late.txt").write_text(PAGES["ledger"], encoding="utf-8")
    run([folder], tmp_path / "d.selon")
    with Dossier(tmp_path / "d.selon") as dossier, dossier.snapshot() as view:
        assert view.rejects() == ()
        assert view.document("late") is not None
