"""Symmetry: who contests whom parts actors into two sides, and intervals are those of the books."""

import symmetry


def test_who_contest_each_other_stand_on_opposite_sides():
    """A contests B and B contests C: A and C are one side; the rarer contradiction of that is left out."""
    side = symmetry.sides({("a", "b"): 3, ("b", "c"): 2, ("a", "c"): 1, ("x", "y"): 9})
    assert side["a"] == side["c"] != side["b"]
    assert "x" not in side


def test_who_contest_nobody_have_no_side():
    """Without disputes there are no sides."""
    assert symmetry.sides({}) == {}


def test_names_are_compared_without_what_explains_them():
    """What stands in brackets or after a comma names nobody else."""
    assert symmetry.named("Aline Corbaz, juriste (Borme)") == symmetry.named("Aline Corbaz")


def test_intervals_are_those_of_the_books():
    """Newcombe's own example: 56 of 70 against 48 of 80 gives .0524 to .3339 (Newcombe 1998, table II)."""
    assert [round(v, 4) for v in symmetry.newcombe(56, 70, 48, 80)] == [0.0524, 0.3339]
    low, high = symmetry.wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
