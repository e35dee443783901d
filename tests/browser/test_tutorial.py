"""The tutorial's clicks, performed: who has never seen selon answers six questions from the pages alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import followed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "six-questions.md"
BLOCK = re.compile(r"^## (?P<title>[^\n]+)\n(?P<body>.*?)(?=^## |\Z)", re.M | re.S)
CLICKS = re.compile(r"```clicks\n(.*?)```", re.S)


def steps() -> list[tuple[str, str, str]]:
    """Return `(title, verb, what)` for every step of the tutorial, in order."""
    found = []
    for block in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        for clicks in CLICKS.findall(block["body"]):
            for line in clicks.strip().split("\n"):
                verb, _, what = line.partition(" ")
                found.append((block["title"], verb, what))
    return found


def test_the_tutorial_asks_six_questions():
    """Six numbered questions, each with steps that say what a reader sees."""
    asked = {title for title, verb, _ in steps() if verb == "see" and title[:1].isdigit()}
    assert len(asked) == 6
    assert {verb for _, verb, _ in steps()} <= set(DO)


def test_every_step_of_the_tutorial_works(page):
    """Each click leads on, and each thing that the page promises is seen."""
    for title, verb, what in steps():
        try:
            DO[verb](page, what)
        except Exception as error:  # the step is what a reader of the failure needs
            pytest.fail(f"{title}: {verb} {what}: {str(error).splitlines()[0]}")


def _click(page, what: str) -> None:
    link = page.get_by_role("link", name=what).or_(page.get_by_role("button", name=what))
    followed(page, link.first.click)


def _see(page, what: str) -> None:
    words = " ".join(what.split())
    for _ in range(100):
        shown = " ".join(page.locator("body").inner_text().split())
        names = " | ".join(page.locator("[aria-label]").evaluate_all("all => all.map(e => e.ariaLabel)"))
        if words in shown or words in names:
            return
        page.wait_for_timeout(100)
    pytest.fail(f"not on the page {page.url}")


def _type(page, what: str) -> None:
    field, _, value = what.partition(" = ")
    page.get_by_label(field).fill(value)


DO = {
    "open": lambda page, what: page.goto(what),
    "click": _click,
    "see": _see,
    "type": _type,
    "press": lambda page, what: page.keyboard.press(what),
}
