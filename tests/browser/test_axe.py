"""Accessibility (WCAG 2.2 AA): axe-core finds no serious or critical fault on any page, light or dark."""

from __future__ import annotations

import re

from tests.browser.conftest import opened

PAGES = ("/", "/claims", "/claims?state=circular", "/documents", "/actors", "/search?q=incendie",
         "/search?q=incendie&mode=meaning", "/search?mode=paste", "/compare", "/compare?a=d01&b=d07",
         "/compare?a=d04&b=d06", "/documents/d06", "/captures/d06", "/rejects", "/method", "/api", "/add",
         "/judgements", "/keys", "/runs", "/nowhere")  # fmt: skip


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def faults(page, axe: str, only: dict) -> list[str]:
    """Return the serious and critical faults of a page, each with the first element that shows it."""
    page.evaluate(axe)
    found = page.evaluate("only => axe.run(document, {runOnly: only})", only)
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:160]}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
    ]


def _check(browser, address: str, axe: str, scheme: str, only: dict) -> dict[str, list[str]]:
    found = {}
    with opened(browser, address, color_scheme=scheme) as page:
        for path in (*PAGES, *_one_of_each(page)):
            page.goto(path)
            if wrong := faults(page, axe, only):
                found[path] = wrong
    return found


def test_no_page_has_a_serious_fault(browser, address, axe):
    """Every kind of page passes every rule."""
    assert not _check(browser, address, axe, "light", {"type": "tag", "values": RULES})


def test_the_dark_theme_has_contrast(browser, address, axe):
    """What a theme changes is colours: they hold in the dark too."""
    assert not _check(browser, address, axe, "dark", {"type": "rule", "values": ["color-contrast"]})


def _one_of_each(page) -> list[str]:
    """Return a claim with several origins, a circular one, and an actor."""
    out = []
    for listing, kind in (("/claims", "claims"), ("/claims?state=circular", "claims"), ("/actors", "actors")):
        page.goto(listing)
        out.append(re.search(rf'href="(/{kind}/[^"]+)"', page.content())[1])
    return out


def test_no_page_is_wider_than_a_phone(browser, address):
    """At 390 pixels nothing but a drawing or a table in its own scroller goes beyond the window."""
    wide = {}
    with opened(browser, address, viewport={"width": 390, "height": 800}) as page:
        for path in (*PAGES, *_one_of_each(page)):
            page.goto(path)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 390:
                wide[path] = width
    assert not wide
