"""Scare quotes, titles, names and idioms told from quotations, on a hundred invented cases."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from selon.analyse.statements import find_statements
from selon.model.document import Document
from selon.model.span import Span

CASES = tomllib.loads((Path(__file__).parent / "marks.toml").read_text(encoding="utf-8"))["case"]
PRECISION, RECALL = 0.95, 0.95
"""Of what is rejected, the share that nobody says; of what nobody says, the share that is rejected."""


def reported(case: dict[str, Any]) -> bool:
    """Whether the words between the marks are part of what somebody says."""
    start = case["text"].index(case["mark"])
    mark = Span(start, start + len(case["mark"]))
    found = find_statements(Document("d", case["text"], case["lang"]))
    return any(span.overlap(mark) for s in found for span in s.content)


@cache
def counts(lang: str) -> tuple[int, int, int]:
    """Rejected rightly, rejected wrongly, kept wrongly."""
    judged = [(case["kind"] == "quotation", reported(case)) for case in CASES if case["lang"] == lang]
    return judged.count((False, False)), judged.count((True, False)), judged.count((False, True))


def test_there_are_a_hundred_cases_of_both_kinds() -> None:
    """Sixty report nothing, forty are short quotations; both languages have their share."""
    said = [case for case in CASES if case["kind"] == "quotation"]
    assert (len(CASES), len(said)) == (100, 40)
    assert {case["kind"] for case in CASES} == {"scare", "title", "name", "idiom", "quotation"}
    assert all(case["text"].count(case["mark"]) == 1 for case in CASES)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_rejected_reports_nothing(lang: str) -> None:
    """Of the marks rejected, at least 95 in a hundred are no quotation."""
    right, wrong, _ = counts(lang)
    assert right / (right + wrong) >= PRECISION


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_reports_nothing_is_rejected(lang: str) -> None:
    """Of the scare quotes, titles, names and idioms at least 95 in a hundred are rejected."""
    right, _, missed = counts(lang)
    assert right / (right + missed) >= RECALL
