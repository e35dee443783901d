"""A dossier whose every string tries to become markup, opened in a real browser."""

from __future__ import annotations

from urllib.parse import quote

from tests.browser.conftest import opened, serving
from tests.report.hostile import EVIL, hostile
from tests.web.stored import stored

LONG = "x" * 10_000


def test_hostile_names_run_nothing_and_widen_nothing(browser, tmp_path):
    """No script of a document runs, no dialog opens, no 10,000-character word widens a phone."""
    view = hostile()
    view.name = f"{EVIL}\u202e{LONG}"
    path = stored(view, tmp_path / "evil.selon")
    ident = quote(EVIL, safe="")
    pages = ("/", "/claims", f"/claims/{ident}", "/documents", f"/documents/{ident}", f"/captures/{ident}",
             "/actors", "/compare", "/search?q=pont", f"/search?q={quote(EVIL + LONG[:300])}",
             f"/claims?actor={ident}", "/rejects", "/judgements", "/runs", "/add", "/api")  # fmt: skip
    with serving(path) as address:
        for width in (1440, 390):
            with opened(browser, address, viewport={"width": width, "height": 800}) as window:
                dialogs: list[str] = []
                window.on("dialog", lambda box, seen=dialogs: (seen.append(box.message), box.dismiss()))
                wide = [p for p in pages if _width(window, p) > width]
                assert not dialogs and not wide


def _width(window, path: str) -> int:
    answer = window.goto(path)
    assert answer is not None and answer.status in (200, 404)
    return window.evaluate("document.documentElement.scrollWidth")
