"""What holds for every page: loopback only, a strict policy, own hosts and own pages, calm faults."""

from __future__ import annotations

import gc
import weakref

import pytest
from fastapi.testclient import TestClient

from selon.model.document import Document
from selon.store.dossier import Dossier
from selon.web import serving
from selon.web.app import application


@pytest.fixture
def small(tmp_path):
    """A dossier of one document, asked as this machine's browser does."""
    with Dossier(tmp_path / "case.selon", create=True) as dossier, dossier.writing() as writer:
        writer.put_document(Document(id="a", text="Le port a brûlé.", lang="fr", title="Incendie <b>"))
    return TestClient(
        application(tmp_path / "case.selon", "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    )


def test_nothing_may_be_loaded_from_elsewhere(small):
    """The policy forbids outside loads, inline scripts and inline styles, on pages and faults alike."""
    for path in ("/", "/nowhere"):
        policy = small.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        assert "<script>" not in small.get(path).text and " style=" not in small.get(path).text


def test_the_server_listens_on_loopback():
    """No address but this machine's own, unless the user names one."""
    assert serving.LOOPBACK == "127.0.0.1"


def test_another_name_for_this_server_is_refused(small):
    """A page of a foreign name that leads to loopback gets nothing (DNS rebinding)."""
    assert small.get("/", headers={"host": "evil.example"}).status_code == 403
    assert small.get("/", headers={"host": "localhost:8765"}).status_code == 200


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}])
def test_another_site_can_post_nothing(small, headers):
    """A form on a foreign page that posts here is refused before any page sees it."""
    assert small.post("/anything", headers=headers).status_code == 403


def test_only_this_machine_may_change_anything(tmp_path):
    """On a shared address others read, and their posts are refused."""
    Dossier(tmp_path / "case.selon", create=True).close()
    app = application(tmp_path / "case.selon", "fr", frozenset({"192.0.2.7"}))
    far = TestClient(app, base_url="http://192.0.2.7", client=("192.0.2.99", 50000))
    assert far.get("/").status_code == 200
    assert far.post("/anything").status_code == 403


def test_a_fault_is_one_sentence_and_a_way_out(small):
    """A wrong address or id gives a page with links, in the reader's language, and no trace."""
    page = small.get("/claims/<script>alert(1)</script>", headers={"accept-language": "en"})
    assert page.status_code == 404
    assert "No claim" in page.text and 'href="/"' in page.text
    assert "<script>" not in page.text and "Traceback" not in page.text


def test_what_nobody_foresaw_is_no_trace(small):
    """An error inside a page says one sentence; the dossier is unharmed."""
    small.app.add_api_route("/breaks", lambda: 1 // 0)
    broken = TestClient(
        small.app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000), raise_server_exceptions=False
    ).get("/breaks")
    assert broken.status_code == 500 and "ZeroDivision" not in broken.text
    assert broken.headers["content-security-policy"]


def test_the_reader_chooses_the_language(small):
    """The address decides and is kept; without it the browser's preference does, then the server's."""
    assert '<html lang="fr"' in small.get("/", headers={"accept-language": "de"}).text
    assert '<html lang="en"' in small.get("/", headers={"accept-language": "en-GB,fr;q=0.5"}).text
    assert '<html lang="en"' in small.get("/?lang=en").text
    assert '<html lang="en"' in small.get("/", headers={"accept-language": "fr"}).text


def test_files_are_kept_by_their_digest(small):
    """Style, script and face are served from this machine, and change their address with their content."""
    page = small.get("/").text
    address = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    style = small.get(address)
    assert style.status_code == 200 and "immutable" in style.headers["cache-control"]
    assert small.get("/static/serif.ttf").headers["content-type"] == "font/ttf"
    assert small.get("/static/..%2Fapp.py").status_code == 404


def test_cycles_of_a_page_are_gone_when_it_is_answered():
    """What a page leaves behind is collected after its answer, and the collector keeps still meanwhile."""

    class Held:
        """A record in a cycle."""

    left = []

    async def page(scope, receive, send):
        one = Held()
        one.itself = one
        left.append(weakref.ref(one))

    before = gc.get_threshold()
    try:
        TestClient(serving.Settled(page), raise_server_exceptions=False).get("/")
        assert gc.get_threshold()[0] > before[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
    assert [ref() for ref in left] == [None]
