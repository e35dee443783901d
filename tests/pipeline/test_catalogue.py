"""The catalogue says what runs in which order, and a dossier follows the versions of the modules."""

import msgspec

from selon.pipeline import catalogue, trace
from selon.pipeline.catalogue import STAGES, version_of
from selon.store.dossier import Dossier

TEXT = "Douze personnes ont été blessées, a indiqué la préfète de l'Orvanche.\n"


def test_a_stage_reads_only_what_was_written_before():
    """Every table that a stage reads was read in, decided by a person, or written by an earlier stage."""
    known = {"documents", "judgements", "aliases"}
    for stage in STAGES:
        assert set(stage.reads) <= known, stage.name
        known |= set(stage.writes)


def test_a_raised_version_makes_a_dossier_do_the_stage_again(tmp_path, monkeypatch):
    """Nothing changed but the version of one module: its documents are examined once more."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Dossier(tmp_path / "d.selon", create=True) as dossier:
        trace.trace([str(tmp_path / "a.txt")], dossier, jobs=1)
        assert trace.trace([str(tmp_path / "a.txt")], dossier, jobs=1).examined == 0
        first, *rest = catalogue.EXAMINE.versions
        raised = msgspec.structs.replace(catalogue.EXAMINE, versions=(first + 1, *rest))
        monkeypatch.setattr(trace, "EXAMINE", raised)
        assert version_of(raised) != version_of(catalogue.EXAMINE)
        assert trace.trace([str(tmp_path / "a.txt")], dossier, jobs=1).examined == 1
