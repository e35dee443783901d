"""An analyst in a real browser: reads, opens words, compares, judges, undoes, searches, prints, by keys."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.browser.conftest import followed, opened, serving
from tests.report.crowd import crowd
from tests.web.stored import stored

expect = pytest.importorskip("playwright.sync_api", reason="no Playwright: make install").expect
HURT = "Douze personnes ont été blessées, dont deux grièvement"


def seen(page) -> str:
    """Return the words that the page shows."""
    return " ".join(page.locator("body").inner_text().split())


def to_claim(page) -> None:
    """Go from the overview to the claim that most articles tell on a named word."""
    page.goto("/")
    followed(page, page.get_by_role("link", name=HURT).first.click)


def test_the_words_of_an_origin_are_two_clicks_from_the_overview(page):
    """Overview, claim, origin: the panel shows the sentence that founds it."""
    to_claim(page)
    expect(page.locator("h1")).to_have_text(re.compile("^Douze personnes"))
    page.locator("svg.d a", has_text="Ysaline").first.click()
    expect(page.locator(".words .w:visible")).to_contain_text("Nous avons admis douze personnes")


def test_the_words_that_stand_open_first_open_again(page):
    """Another text and back: one panel at a time, with a script and without."""
    to_claim(page)
    first = page.locator(".words .w:visible").get_attribute("id")
    for doc in ("d03", "d01"):
        page.locator(f"svg.d a[data-doc={doc}]").first.click()
        expect(page.locator(".words .w:visible")).to_have_count(1)
    expect(page.locator(".words .w:visible")).to_have_id(first)


def test_every_line_of_the_drawing_opens_its_words(page):
    """An edge is a link too: the evidence for it stands beside the drawing."""
    to_claim(page)
    edge = page.get_by_role("link", name=re.compile("d04 à d06|d04 to d06")).first
    edge.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".words .w:visible")).to_contain_text("Vingt et une")


def test_the_words_of_a_very_large_tree_come_without_a_new_page(browser, tmp_path):
    """Each text asks for its own words: they are put in place, the address follows, the drawing stays."""
    path = stored(crowd(300), tmp_path / "crowd.selon")
    with serving(path) as address, opened(browser, address) as window:
        window.goto("/claims/claim:crowd?view=all")
        window.evaluate("document.querySelector('.plot').dataset.kept = '1'")
        text = window.locator("svg.d a[data-doc]").nth(40)
        doc = text.get_attribute("data-doc")
        with window.expect_response(lambda answer: "words=" in answer.url):
            text.click()
        expect(window.locator(".words")).to_contain_text(doc)
        expect(window).to_have_url(re.compile("words="))
        expect(text).to_have_class(re.compile(r"\bon\b"))
        assert window.locator(".plot[data-kept]").count() == 1


def test_a_translation_stands_beside_its_original(page):
    """Two languages, sentence by sentence, and the ladder of evidence for the direction."""
    page.goto("/compare?a=d01&b=d07")
    words = seen(page)
    assert "Doce personas" in words and "Douze personnes" in words


def test_search_needs_no_accents(page):
    """The same passages with and without."""
    for asked in ("blesses", "blessés"):
        page.goto("/")
        followed(page, page.get_by_role("link", name="Rechercher").click)
        page.get_by_role("searchbox").fill(asked)
        followed(page, lambda: page.keyboard.press("Enter"))
        assert HURT in seen(page)


def test_the_language_is_one_click_and_is_kept(page):
    """French, English, and English still on the next page."""
    page.goto("/claims")
    followed(page, page.get_by_role("link", name="English").click)
    followed(page, page.get_by_role("link", name="Actors").click)
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_page_prints(browser, traced, tmp_path):
    """The claim as a PDF: several pages, the drawing among them, no navigation."""
    with serving(traced) as address, opened(browser, address) as page:
        to_claim(page)
        page.emulate_media(media="print")
        assert not page.locator(".main-nav").is_visible()
        assert page.locator("svg.d").first.is_visible()
        assert len(page.pdf(format="A4")) > 20_000


def test_the_keyboard_alone_is_enough(page):
    """From the overview to the words of a text with no mouse: tab or keys, enter, escape."""
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/claims")
    first = page.locator("tr[data-row] td.c a").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    expect(page.locator("h1")).to_have_text(first)
    page.keyboard.press("/")
    page.wait_for_url("**/search*")
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_a_merge_is_judged_and_undone(browser, traced, tmp_path):
    """An analyst with a name merges two claims; the count changes; undone, the dossier is as before."""
    copy = tmp_path / "copy.selon"
    shutil.copy(traced, copy)
    with serving(copy) as address, opened(browser, address) as page:
        before = page.request.get(f"{address}/api/claims").body()
        to_claim(page)
        page.locator(".judge input[name=by]").fill("Ada")
        page.keyboard.press("Escape")
        page.keyboard.press("f")
        page.keyboard.type("c11")
        assert page.evaluate("document.activeElement.name") == "other"
        followed(page, lambda: page.keyboard.press("Enter"))
        wait(page, address)
        assert page.request.get(f"{address}/api/claims").body() != before
        expect(page.locator(".running")).to_have_count(0)  # the page renews itself
        page.goto("/judgements")
        followed(page, page.get_by_role("button", name=re.compile("retirer|annuler", re.I)).first.click)
        wait(page, address)
        assert page.request.get(f"{address}/api/claims").body() == before


def test_enter_in_a_field_judges_nothing(page):
    """A note or a name that is typed and closed with Enter is no verdict."""
    to_claim(page)
    page.locator(".judge input[name=by]").fill("Ada")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.keyboard.type("à revoir")
    page.keyboard.press("Enter")
    assert page.input_value(".judge input[name=note]") == "à revoir"
    assert not page.request.get("/api/judgements").json()


def wait(page, address: str, seconds: int = 120) -> None:
    """Wait until the worker behind the pages has nothing left to do."""
    for _ in range(seconds * 2):
        state = page.request.get(f"{address}/api/runs").json()
        if state["current"] is None:
            return
        page.wait_for_timeout(500)
    pytest.fail(f"still running: {state}")
