"""What a wording puts in the place of what."""

import pytest

from selon.text.corrections import cleft, corrections


@pytest.mark.parametrize(
    ("text", "lang", "given", "rejected"),
    [
        ("the pier was struck by a barge, not by a ferry", "en", "a barge", "a ferry"),
        ("not by a ferry but by a barge", "en", "a barge", "a ferry"),
        ("It is not the pilot who lied, it is the harbour", "en", "the harbour", "the pilot who lied"),
        ("le quai a été heurté par une barge et non par un bac", "fr", "une barge", "un bac"),
        ("non pas une panne mais une négligence", "fr", "negligence", "panne"),
        ("Ce n'est pas le pilote qui a menti, c'est le port", "fr", "le port", "le pilote qui a menti"),
        ("C'est le port, ce n'est pas le pilote", "fr", "le port", "le pilote"),
    ],
)
def test_what_holds_is_told_from_what_is_rejected(text: str, lang: str, given: str, rejected: str) -> None:
    """Two prepositions or articles that are alike, or the halves of a cleft, name both."""
    (found,) = corrections(text, lang)
    assert (found.given.strip(), found.rejected.strip()) == (given, rejected)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("the town will remove, but not replace, the pier", "en"),
        ("the pilot was not on board but he heard the bell", "en"),
        ("le quai rouvrira, mais pas avant lundi", "fr"),
        ("le bac n'a pas coulé, mais il prend l'eau", "fr"),
        ("Brzeg, a nie port", "pl"),
    ],
)
def test_a_negation_that_sets_no_two_things_side_by_side_corrects_nothing(text: str, lang: str) -> None:
    """Verbs, clauses and dates are no things that are put in each other's place."""
    assert corrections(text, lang) == ()
    assert not cleft(text, lang)
