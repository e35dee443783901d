"""The keyboard alone: every key does what a link or button does, and none acts where it should not."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.browser.conftest import followed, opened, serving

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright: make install").expect
LONG = 120_000


@pytest.fixture
def judged(traced, tmp_path, browser):
    """A window on a copy of the sample, for an analyst whose name is known."""
    path = shutil.copy(traced, tmp_path / "port-lazare.selon")
    with serving(path) as address, opened(browser, address) as window:
        window.goto("/judgements")
        window.fill("#analyst input[name=by]", "Nour")
        followed(window, lambda: window.press("#analyst input[name=by]", "Enter"))
        yield window


def listed(window):
    """Where every page says how many claims there are."""
    return window.locator(".main-nav a[href='/claims']")


def settles(window, total: int) -> None:
    """Wait until the dossier is whole again and the page, which renews itself, shows so many claims."""
    expect(listed(window)).to_have_text(re.compile(rf"\b{total}\b"), timeout=LONG)
    expect(window.locator(".running")).to_have_count(0, timeout=LONG)
    window.wait_for_load_state()


def test_a_merge_is_picked_made_and_undone_by_keys(judged):
    """x twice and f make one claim of two; u gives both back."""
    judged.goto("/claims")
    before = int(re.search(r"\d+", listed(judged).text_content())[0])
    for key in "jxjxf":
        judged.keyboard.press(key)
    settles(judged, before - 1)
    judged.keyboard.press("u")
    settles(judged, before)


def test_rooms_rows_and_words_are_reached_by_keys(page):
    """g c, j, Enter: from the overview to the exact words of a text in the drawing."""
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/claims")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    for key in ("j", "l", "Enter"):
        page.keyboard.press(key)
    shown = page.get_attribute(".words .w.on", "id")
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"#{shown}"
    here = page.evaluate("document.activeElement.dataset.key")
    page.keyboard.press("h")
    assert page.evaluate("document.activeElement.dataset.key") != here


def test_no_key_acts_in_a_field_or_with_a_modifier(page):
    """What is typed is typed; Esc leaves the field."""
    page.goto("/claims")
    page.keyboard.press("/")
    page.keyboard.type("gcumd?")
    assert page.input_value("input[type=search]") == "gcumd?"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("Control+j")
    assert not page.query_selector(".cur")


def test_the_list_opens_over_any_page_and_keys_can_be_switched_off(page):
    """? shows the list; switched off on its page, no key does anything (WCAG 2.1.4)."""
    page.goto("/claims")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    assert page.locator("dialog kbd").count() > 20
    page.keyboard.press("Escape")
    assert not page.query_selector("dialog[open]")
    page.goto("/keys")
    page.uncheck("#keys-on")
    page.goto("/claims")
    page.keyboard.press("j")
    assert not page.query_selector(".cur")


def test_without_a_script_the_pages_judge_and_add(traced, tmp_path, browser):
    """Forms are plain: a reader without JavaScript judges, and the page says that the dossier is written."""
    path = shutil.copy(traced, tmp_path / "port-lazare.selon")
    with serving(path) as address, opened(browser, address, java_script_enabled=False) as window:
        window.goto("/claims/c01")
        form = window.locator("form.acts").first
        form.locator("input[name=by]").fill("Nour")
        followed(window, form.locator("button[value=unsure]").click)
        expect(window.locator(".held")).to_have_count(1)
        window.goto("/add")
        window.fill("textarea[name=text]", "Le pont restera fermé, a indiqué la mairie.")
        followed(window, lambda: window.click("form.add button"))
        expect(window).to_have_url(re.compile("/runs$"))
        expect(window.locator("tbody tr")).to_have_count(2)
