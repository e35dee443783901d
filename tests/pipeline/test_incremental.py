"""A dossier that grew is the dossier of one run, and what cannot have changed is not done again."""

import random

import pytest

from selon import sample
from selon.link import samples
from selon.link.reuse import aligning, weights
from selon.model.judgement import Subject, Verdict
from selon.pipeline.judging import judge, withdraw
from selon.pipeline.trace import link_again, trace
from selon.store.dossier import Dossier
from selon.store.writer import Writer
from tests.pipeline.states import state


def grown(file, additions, jobs=1):
    """Trace each of `additions` (lists of paths) into one dossier, one after the other."""
    with Dossier(file, create=True) as dossier:
        for paths in additions:
            trace([str(p) for p in paths], dossier, jobs)
    return state(file)


def parted(paths, seed):
    """Return `paths` in random order, cut into two to four additions."""
    rng = random.Random(seed)
    order = rng.sample(paths, len(paths))
    cuts = sorted(rng.sample(range(1, len(order)), rng.randint(1, 3)))
    return [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]


@pytest.fixture
def counted(monkeypatch):
    """The pairs that were really compared."""
    made = []
    real = aligning.draft

    def draft(a, b, weigh):
        made.append((a.doc.id, b.doc.id))
        return real(a, b, weigh)

    monkeypatch.setattr(aligning, "draft", draft)
    return made


@pytest.mark.parametrize("seed", range(4))
def test_any_additions_end_where_one_run_does(texts, tmp_path, seed, monkeypatch):
    """Generated articles in random order and random parts: the same bytes as at once, ids included.

    In every other case weights come from a sample of the texts, as they do in a large dossier.
    """
    if seed % 2:
        monkeypatch.setattr(samples, "TEXTS", 4)
    whole = grown(tmp_path / "whole.selon", [texts])
    assert grown(tmp_path / "parts.selon", parted(texts, seed)) == whole


def test_the_sample_dossier_grows_to_the_same_bytes(tmp_path):
    """The pages of the sample, in two random parts."""
    pages = sample.pages()
    order = random.Random(5).sample(pages, len(pages))
    whole = grown(tmp_path / "whole.selon", [pages])
    assert grown(tmp_path / "parts.selon", [order[:9], order[9:]]) == whole


def test_what_did_not_change_is_not_compared_again(texts, tmp_path, monkeypatch, counted):
    """When weights stay, a text that is added is compared with others and no two of the others are."""
    monkeypatch.setattr(weights, "sample_texts", lambda views: sorted(views, key=lambda v: v.key)[:1])
    added = next(t for t in texts if t.stem == "00000-2")
    rest = [t for t in texts if t != added]
    grown(tmp_path / "d.selon", [rest])
    assert counted
    counted.clear()
    grown(tmp_path / "d.selon", [[added]])
    assert counted
    assert all(added.stem in pair for pair in counted)


def test_other_weights_compare_everything_again(texts, tmp_path, counted):
    """In a small dossier a new text changes the weights of words, so every pair is looked at again."""
    grown(tmp_path / "d.selon", [texts[:-1]])
    first = set(counted)
    counted.clear()
    grown(tmp_path / "d.selon", [texts[-1:]])
    assert first <= set(counted)


def test_a_judgement_compares_no_texts(texts, tmp_path, counted):
    """A decision about two texts takes their passages out, and its withdrawal brings them back, at once."""
    before = grown(tmp_path / "d.selon", [texts])
    counted.clear()
    with Dossier(tmp_path / "d.selon") as dossier:
        one = judge(
            dossier, Subject.reuse, "00000-0", "00000-1", Verdict.different, "ada", "2025-01-01T00:00:00Z"
        )
        assert link_again(dossier)
        with dossier.snapshot() as view:
            assert not [p for p in view.passages() if (p.a, p.b) == ("00000-0", "00000-1")]
            assert view.withheld()
        withdraw(dossier, one.id, "ada", "2025-01-02T00:00:00Z")
        assert link_again(dossier)
    assert counted == []
    assert state(tmp_path / "d.selon") == before


def test_without_its_notes_a_dossier_comes_to_the_same(texts, tmp_path):
    """Notes on comparisons save work only: forgotten, the next addition ends in the same bytes."""
    whole = grown(tmp_path / "whole.selon", [texts])
    grown(tmp_path / "d.selon", [texts[:5]])
    with Dossier(tmp_path / "d.selon") as dossier, dossier.writing() as writer:
        Writer.put_compared(writer, ())
    assert grown(tmp_path / "d.selon", [texts[5:]]) == whole
