"""Draw the pictures of the README from the sample dossier: `make screenshots`.

Needs Chromium and Playwright (`make browser`); writes claim.png and overview.png beside this file.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from selon import sample
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.web.app import application

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WIDE = {"width": 1440, "height": 1180}


def main() -> None:
    """Trace the sample, serve it on loopback, and take the pictures."""
    program = shutil.which("chromium") or sys.exit("no Chromium: install Debian's chromium")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "port-lazare.selon"
        with Dossier(path, create=True) as dossier:
            trace([str(p) for p in sample.pages()], dossier, now="2025-03-11T08:00:00Z")
            with dossier.writing() as writer:
                writer.put_title(sample.TITLE)
        server = uvicorn.Server(uvicorn.Config(application(path, "en"), port=0, log_level="error"))
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            page = browser.new_page(base_url=address, viewport=WIDE, locale="en-GB")
            take(page)
            browser.close()
        server.should_exit = True


def take(page: Page) -> None:
    """Take the overview, and the claim that most articles tell on a named word."""
    page.goto("/")
    page.screenshot(path=HERE / "overview.png")
    page.get_by_role("link", name="Douze personnes ont été blessées").first.click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / "claim.png")


if __name__ == "__main__":
    main()
