"""The keyboard alone: every key does what a link or button does, and none acts where it should not."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.browser.conftest import opened, serving


@pytest.fixture
def judged(traced, tmp_path, browser):
    """A window on a copy of the sample, for an analyst whose name is known."""
    path = shutil.copy(traced, tmp_path / "port-lazare.selon")
    with serving(path) as address, opened(browser, address) as window:
        window.goto("/judgements")
        window.fill("#analyst input[name=by]", "Nour")
        window.press("#analyst input[name=by]", "Enter")
        window.wait_for_load_state()
        yield window


def settled(window):
    """Wait until the dossier is whole again and the page shows it."""
    window.wait_for_selector(".running", state="detached", timeout=120_000)
    return window


def total(window) -> int:
    return int(re.search(r"\d+", window.text_content(".main-nav a[href='/claims']"))[0])


def test_a_merge_is_picked_made_and_undone_by_keys(judged):
    """x twice and f make one claim of two; u gives both back."""
    judged.goto("/claims")
    before = total(judged)
    for key in "jxjxf":
        judged.keyboard.press(key)
    judged.wait_for_selector(".running", timeout=30_000)
    assert total(settled(judged)) == before - 1
    judged.keyboard.press("u")
    judged.wait_for_selector(".running", timeout=30_000)
    assert total(settled(judged)) == before


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
        form.locator("button[value=unsure]").click()
        assert window.locator(".held").count() == 1
        window.goto("/add")
        window.fill("textarea[name=text]", "Le pont restera fermé, a indiqué la mairie.")
        window.click("form.add button")
        assert window.url.endswith("/runs") and window.locator("tbody tr").count() == 2
