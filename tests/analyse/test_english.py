"""English statements on invented sentences: asides, edges of contents, words that the parser splits."""

from __future__ import annotations

import pytest

from tests.analyse.test_statements import triples

ASIDES = [
    (
        "“The depot is in a critical state after the flood,” Chancellor Ada Mohr told reporters after the "
        "meeting that was held on a boat.",
        ("Chancellor Ada Mohr", "told", "“The depot is in a critical state after the flood,”"),
    ),
    (
        "“I will not follow a script,” Mayor Leo Rinz said after the meeting broke up.",
        ("Mayor Leo Rinz", "said", "“I will not follow a script,”"),
    ),
    (
        "Its first advert could start this week, said Brian Ort, a longtime adviser to the Welt family.",
        ("Brian Ort, a longtime adviser", "said", "Its first advert could start this week"),
    ),
    (
        "Though the handover was smooth, he said, replacing Lowe would be much harder.",
        ("he", "said", "Though the handover was smooth … replacing Lowe would be much harder"),
    ),
    (
        "The crane was old, Ada Holt-Baker said.",
        ("Ada Holt-Baker", "said", "The crane was old"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_an_aside_may_stand_before_a_clause_of_its_own(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "In her memoir, Long River, Lowe noted the existence of the fund.",
        "The port, after years of delay, announced a new owner, a sign of change.",
    ],
)
def test_a_verb_with_an_object_of_its_own_is_no_aside(text: str) -> None:
    """What stands before such a verb is no content."""
    assert not any("In her" in content or content == "The port" for _, _, content in triples(text, "en"))


EDGES = [
    (
        "Lowe said the bridge would reopen, though she admitted it was old.",
        ("Lowe", "said", "the bridge would reopen"),
    ),
    (
        "The mayor agreed that the rules are out of date, but he said the debate should wait.",
        ("The mayor", "agreed", "that the rules are out of date"),
    ),
    (
        "The mayor told residents this weekend he would resign in May.",
        ("The mayor", "told", "he would resign in May"),
    ),
    ("But Dana Lowe said the bridge would stay open.", ("Dana Lowe", "said", "the bridge would stay open")),
]


@pytest.mark.parametrize(("text", "expected"), EDGES)
def test_contents_end_where_the_teller_steps_back_in(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, "en")


def test_asking_for_an_act_is_read_with_its_gerund() -> None:
    found = triples("Ort has called for scrapping the levy on boats.", "en")
    assert ("Ort", "called for", "scrapping the levy on boats") in found
