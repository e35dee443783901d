"""A real browser before a served sample: headless Chromium through Playwright, axe-core from npm.

Where no browser or no axe-core is found the tests skip and say so; `make browser` brings both.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from selon import sample
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.web.app import application

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample dossier as a file."""
    path = tmp_path_factory.mktemp("browser") / "port-lazare.selon"
    with Dossier(path, create=True) as dossier:
        trace([str(p) for p in sample.pages()], dossier, jobs=1, now="2025-03-11T08:00:00Z")
        with dossier.writing() as writer:
            writer.put_title(sample.TITLE)
    return path


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Serve a dossier on a free loopback port; give its address."""
    server = uvicorn.Server(uvicorn.Config(application(path, "fr"), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address(traced: Path) -> Iterator[str]:
    """The address of the served sample; tests that change it serve a copy."""
    with serving(traced) as found:
        yield found


@pytest.fixture(scope="session")
def browser():
    """Chromium as Debian installs it."""
    api = pytest.importorskip("playwright.sync_api", reason="no Playwright: make install")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium: install Debian's chromium, or run make browser as root")
    with api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser, address: str):
    """A new window of a French reader on the served sample; any fault of a script fails the test."""
    with opened(browser, address) as found:
        yield found


@contextmanager
def opened(browser, address: str, **options):
    """Open a window; a script that fails, or a file that the policy blocks, fails the test."""
    context = browser.new_context(base_url=address, locale="fr-FR", **options)
    window = context.new_page()
    faults: list[str] = []
    window.on("pageerror", lambda error: faults.append(str(error)))
    window.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield window
    context.close()
    assert not [f for f in faults if "404" not in f]


def followed(window, act) -> None:
    """Do what leads to another page, and wait until that page has loaded: a click alone waits for nothing."""
    with window.expect_navigation():
        act()


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules of axe-core as a script."""
    if not AXE.is_file():
        pytest.skip("no axe-core: run make browser (needs npm)")
    return AXE.read_text(encoding="utf-8")
