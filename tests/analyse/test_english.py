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


FRAMES = [
    (
        "The Trawl Board survey shows Lowe ahead by three points.",
        ("The Trawl Board survey", "shows", "Lowe ahead by three points"),
    ),
    ("Ort called the levy a blunder.", ("Ort", "called", "the levy a blunder")),
    ("“It held,” said Ada Ort. She likened the fee to theft.", ("She", "likened", "the fee to theft")),
    (
        "Said Harper: “We don’t know yet when it opens.”",
        ("Harper", "Said", "“We don’t know yet when it opens.”"),
    ),
    (
        "The ministry's claims that the quay is safe were met with doubt.",
        ("The ministry", "claims", "that the quay is safe"),
    ),
    (
        "Lowe unveiled a plan for the quay in a speech on Monday.",
        ("Lowe", "unveiled", "a plan for the quay"),
    ),
    (
        "The warning that the dam could fail set off a debate.",
        ("", "warning", "that the dam could fail"),
    ),
    (
        "After the board announced that it would leave, Lowe closed the gates.",
        ("the board", "announced", "that it would leave"),
    ),
    ("Ort was adamant that the fee would stay.", ("Ort", "adamant", "that the fee would stay")),
    ("The thief is said to have fled.", ("", "said", "to have fled")),
    ("Though he’s announced a new fee, boats keep coming.", ("he", "announced", "a new fee")),
    ("Lowe admitted raising the fee twice.", ("Lowe", "admitted", "raising the fee twice")),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_frames_of_objects_predicates_nouns_and_adjectives(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Boats like the Merlin were sold, such as trawlers and tugs.",
        "It goes without saying that the dam is old.",
        "The museum tells the truth about a town that lost its port.",
        "The board found it hard to sell the quay.",
        "A bridge built to promote trade stands empty.",
        "Ort gave the answer that he wanted.",
        "Two books written by Ana Lowe lay on the quay.",
        "It is worth noting that the quay is old.",
    ],
)
def test_words_that_only_look_like_cues_give_nothing(text: str) -> None:
    """Even with beliefs asked for."""
    assert triples(text, "en", beliefs=True) == set()


SOURCES = [
    (
        "Prices rose, according to Tim Ort, a senior economist at Torp Bank.",
        ("Tim Ort, a senior economist at Torp Bank", "according to", "Prices rose"),
    ),
    (
        "Ort's fee fell in May, according to the Trawl Board, and the levy rose in June.",
        ("the Trawl Board", "according to", "Ort's fee fell in May … and the levy rose in June"),
    ),
    ("The levy, according to Lowe, is high.", ("Lowe", "according to", "The levy … is high")),
    (
        "Lowe filed a suit in Dunmarrow alleging that the quay was unsafe.",
        ("Lowe", "alleging", "that the quay was unsafe"),
    ),
    (
        "Barlow's said a similar gift had proved popular.",
        ("Barlow's", "said", "a similar gift had proved popular"),
    ),
    ("Reporters asked Lowe about the levy on Monday.", ("Reporters", "asked", "the levy")),
    (
        "The message from Dana Ort, the new manager, is that the quay will stay open.",
        ("Dana Ort, the new manager", "message", "that the quay will stay open"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_sources_are_whole_and_their_contents_too(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, "en")


BELIEFS = [
    ("Lowe is confident that the dam will hold.", ("Lowe", "confident", "that the dam will hold")),
    ("Ort is willing to sell the quay.", ("Ort", "willing", "to sell the quay")),
    ("Fishermen in the port support the levy.", ("Fishermen in the port", "support", "the levy")),
    ("Lowe sees the fee as a tax on boats.", ("Lowe", "sees", "the fee as a tax on boats")),
    ("Ort left after the mayor's refusal to resign.", ("the mayor", "refusal", "to resign")),
    ("The town's fear that the dam could fail grew.", ("The town", "fear", "that the dam could fail")),
]


@pytest.mark.parametrize(("text", "expected"), BELIEFS)
def test_beliefs_and_intentions_are_read_only_when_asked(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in triples(text, "en", beliefs=True)
    assert expected not in triples(text, "en")


def test_asking_for_an_act_is_read_with_its_gerund() -> None:
    found = triples("Ort has called for scrapping the levy on boats.", "en")
    assert ("Ort", "called for", "scrapping the levy on boats") in found
