"""Several people at one dossier: judgements are kept one by one, runs one after the other, readers go on."""

import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from selon.errors import StoreError
from selon.model.document import Document
from selon.model.judgement import contradicted, standing
from selon.pipeline.trace import link_again, trace
from selon.store.dossier import Dossier

JUDGING = Path(__file__).parent / "judging.py"
ROOT = JUDGING.parents[2]
ANALYSTS, EACH = 3, 12


@pytest.fixture
def team(server):
    """An empty dossier in a database."""
    place = server.fresh()
    Dossier(place, create=True).close()
    return place


def test_analysts_who_judge_at_once_lose_nothing_and_contradict_nobody(place):
    """Three processes judge the same few pairs: every decision that was not refused is kept, each supersedes
    the one before it, and those in force can all hold."""
    Dossier(place, create=True).close()
    command = [sys.executable, str(JUDGING), place]
    people = [
        subprocess.Popen([*command, name, str(n), str(EACH)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for n, name in enumerate("ABC"[:ANALYSTS])
    ]
    kept = sum(int(person.communicate(timeout=120)[0]) for person in people)
    assert [person.returncode for person in people] == [0] * ANALYSTS
    with Dossier(place) as dossier, dossier.snapshot() as view:
        every = view.judgements()
    assert len(every) == kept > EACH
    assert max(Counter(j.supersedes for j in every if j.supersedes).values()) == 1
    assert len({j.id for j in every} - {j.supersedes for j in every}) <= 6
    assert contradicted(standing(every)) is None
    assert len({j.by for j in every}) == ANALYSTS


def test_the_second_run_is_told_who_runs(team):
    """While somebody's run is at work, another does not start, and says who and what to do."""
    with Dossier(team) as one, Dossier(team) as other:
        with one.running(), pytest.raises(StoreError, match=r"another run .* by postgres .* run it again"):
            trace([], other, jobs=1)
        assert trace([], other, jobs=1).linked


def test_judging_goes_on_beside_a_run_and_its_links_wait_for_it(team):
    """The lock of runs keeps no judgement out; what must follow a judgement waits until the run has ended."""
    done = []
    with Dossier(team) as one, Dossier(team) as other:
        with one.running():
            with other.writing() as writer:
                writer.alone_to_judge()
            after = threading.Thread(target=lambda: done.append(link_again(other)))
            after.start()
            after.join(0.6)
            assert done == []
        after.join(30)
    assert done == [True]


def test_a_run_that_was_overtaken_does_its_links_again(tmp_path, monkeypatch):
    """Two runs link one file at once: the one that set out from links that are gone starts over."""
    from selon.pipeline import trace as job

    linked = []
    real = job.link

    def link(docs, *rest):
        linked.append([d.id for d in docs])
        if len(linked) == 1:
            with Dossier(tmp_path / "d.selon") as other:
                with other.writing() as writer:
                    writer.put_document(Document(id="b", text="Deux mots.", lang="fr"))
                link_again(other)
        return real(docs, *rest)

    monkeypatch.setattr(job, "link", link)
    with Dossier(tmp_path / "d.selon", create=True) as dossier:
        with dossier.writing() as writer:
            writer.put_document(Document(id="a", text="Un mot.", lang="fr"))
        link_again(dossier)
        assert linked == [["a"], ["a", "b"]]
        assert not link_again(dossier)


def test_a_lost_connection_lets_the_next_run_in(team, server, monkeypatch):
    """The lock of a run that was cut off dies with its connection: nobody has to clean up."""
    monkeypatch.setattr("selon.store.dialects.postgres._PATIENCE", 30.0)
    with Dossier(team) as one, Dossier(team) as other:
        running = one.running()
        running.__enter__()
        server.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        with other.running(wait=True):  # the server takes a moment to end a session
            pass
        running.__exit__(None, None, None)
