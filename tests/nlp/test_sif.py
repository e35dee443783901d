"""Rough vectors say what is worth a closer look, cost little, and depend on their text alone."""

import numpy as np

from selon.nlp import sif

FIRE = "Douze blessés dans l'incendie du dépôt de grains."


def test_a_vector_depends_on_its_text_alone():
    """Alone and beside others: the same numbers."""
    texts = [FIRE, "Le prix du blé monte.", "Twelve people were hurt."]
    assert np.array_equal(sif.embed(texts)[::-1], sif.embed(texts[::-1]))


def test_other_words_for_one_thing_are_nearer_than_other_things():
    """A rewording and a translation stand nearer than sentences on something else."""
    given, reworded, translated, other, foreign = sif.embed(
        [
            FIRE,
            "L'incendie au dépôt de grains a fait douze blessés.",
            "Twelve injured in the fire at the grain depot.",
            "Le conseil a voté le budget des écoles maternelles.",
            "The council voted the budget of the nursery schools.",
        ]
    )
    assert given @ reworded > given @ other + 0.4
    assert given @ translated > given @ foreign + 0.05


def test_long_words_in_common_matter_more_than_small_ones():
    """Articles and prepositions bind two sentences less than the nouns of one event."""
    given, nouns, small = sif.embed(["le feu du dépôt", "feu dépôt", "le chat du voisin"])
    assert given @ nouns > given @ small + 0.3


def test_nothing_has_no_direction():
    """Empty texts give zeros, no texts no rows, strange signs finite numbers."""
    assert not sif.embed([""])[0].any() or np.isfinite(sif.embed([""])).all()
    assert sif.embed([]).shape == (0, 384)
    assert np.isfinite(sif.embed(["\x00", "🌾" * 3, "x" * 5000])).all()
