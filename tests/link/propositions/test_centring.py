"""Wordings are compared by what they say beyond the affair that all of them are about."""

import numpy as np
import pytest
from benchmarks.middle import middle

from selon.link.propositions import centring
from selon.link.propositions.centring import centred, unrelated
from selon.nlp.embedder import embed, weighed

FIRE = [
    f"{who} {what} dans l'incendie du dépôt de grains de Corvalis"
    for who in ("Douze dockers", "Trois pompiers", "Deux passants", "Des riverains")
    for what in ("ont été blessés", "ont été évacués", "sont portés disparus", "ont aidé les secours")
]
SAME = ("Douze dockers ont été blessés au dépôt", "Une douzaine d'ouvriers du port sont à l'hôpital")


def test_what_all_have_in_common_counts_nothing():
    """Sentences of one affair that say different things are far apart; plainly compared all are alike."""
    different = ~np.eye(len(FIRE), dtype=bool)
    apart, plain = centred(FIRE), embed(FIRE)
    assert (plain @ plain.T)[different].mean() > 0.9
    assert (apart @ apart.T)[different].mean() < 0.3


def test_one_thing_in_other_words_stays_near():
    """Two wordings of one proposition are nearer than any to another thing said of the affair."""
    vectors = centred([*SAME, *FIRE[4:]])
    alike = vectors @ vectors.T
    assert alike[0, 1] > np.delete(alike[1], [0, 1]).max()


def test_neither_order_nor_repeats_change_a_digit():
    """Turned round, or with a text that stands there twice, each text has the same vector."""
    plain = centred(FIRE)
    assert np.array_equal(plain, centred(FIRE[::-1])[::-1])
    assert np.array_equal(plain, centred([*FIRE, FIRE[3]])[:-1])


def test_more_texts_than_the_sample_holds_move_nothing(monkeypatch: pytest.MonkeyPatch):
    """A text whose digest is not among the least changes no other vector."""
    monkeypatch.setattr(centring, "SAMPLE", 4)
    digests = sorted(FIRE, key=lambda t: centring.sha256(t.encode()))
    assert np.array_equal(centred(digests[:-1]), centred(digests)[:-1])


def test_one_text_alone_and_none_at_all():
    """A dossier of one wording has the middle of unrelated sentences."""
    assert np.linalg.norm(centred(FIRE[:1])[0]) == pytest.approx(1.0, abs=1e-4)
    assert centred([]).shape == (0, 384)


def test_the_middle_that_is_shipped_is_that_of_the_examples():
    """`benchmarks/middle.py` gives the file, but for examples added since."""
    fresh = middle().astype(np.float64)
    assert fresh @ unrelated() / np.linalg.norm(fresh) / np.linalg.norm(unrelated()) > 0.998
    assert np.linalg.norm(unrelated()) < np.linalg.norm(weighed(FIRE), axis=1).mean()
