"""A second report behind the content of the first, on invented sentences."""

from __future__ import annotations

import pytest

from tests.analyse.test_statements import triples

FURTHER = [
    (
        "fr",
        "Le maire reconnaît que la grève a coûté cher et ajoute que le port rouvrira lundi.",
        ("Le maire", "ajoute", "que le port rouvrira lundi"),
    ),
    (
        "fr",
        "La préfète affirme que le barrage tient mais admet que la digue a cédé.",
        ("La préfète", "admet", "que la digue a cédé"),
    ),
    (
        "fr",
        "Ana Sol a expliqué que son frère était parti et a affirmé qu'elle ignorait où.",
        ("Ana Sol", "affirmé", "qu'elle ignorait où"),
    ),
    (
        "fr",
        "Le ministre assure que la police a bien agi et dénonce les violences.",
        ("Le ministre", "dénonce", "les violences"),
    ),
    (
        "en",
        "A spokeswoman for Mr Hale would not say whether the council plans to extend the scheme but pointed "
        "out the money was only available for a year.",
        ("A spokeswoman for Mr Hale", "pointed out", "the money was only available for a year"),
    ),
    (
        "en",
        "Rasmus recommended that the drug be considered for gout, and called for further trials in children.",
        ("Rasmus", "called for", "further trials in children"),
    ),
    (
        "en",
        "The minister said the union had lied and accused the mayor.",
        ("The minister", "accused", "the mayor"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), FURTHER)
def test_a_second_report_has_the_speaker_of_the_first(
    lang: str, text: str, expected: tuple[str, str, str]
) -> None:
    """A content that cannot speak, a verb of a further saying, the tense of the first: the first speaker."""
    assert expected in triples(text, lang)


def test_what_is_said_of_one_who_speaks_in_the_same_tense_stays_with_that_one() -> None:
    """Nothing tells that the mayor denounces anything."""
    found = triples("Le maire assure que la préfète quitte la salle et dénonce la grève.")
    assert ("la préfète", "dénonce", "la grève") in found
