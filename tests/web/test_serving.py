"""The dossier in a browser: loopback only, nothing from elsewhere, drawn from the file as it is."""

import pytest
from fastapi.testclient import TestClient

from selon.model.document import Document
from selon.store.dossier import Dossier
from selon.web import serving


@pytest.fixture
def path(tmp_path):
    with Dossier(tmp_path / "case.selon", create=True) as dossier, dossier.writing() as writer:
        writer.put_document(Document(id="a", text="Le port a brûlé.", lang="fr", title="Incendie <b>"))
    return tmp_path / "case.selon"


def test_the_page_is_drawn_from_the_file_at_each_visit(path):
    """A document added while the server runs is on the next page."""
    client = TestClient(serving.application(path, "fr"))
    assert "Incendie &lt;b&gt;" in client.get("/").text
    with Dossier(path) as dossier, dossier.writing() as writer:
        writer.put_document(Document(id="b", text="Autre.", lang="fr", title="Deuxième titre"))
    assert "Deuxième titre" in client.get("/").text


def test_nothing_may_be_loaded_from_elsewhere(path):
    """The policy forbids every outside load, and no API page that needs a CDN is served."""
    client = TestClient(serving.application(path, "en"))
    assert client.get("/").headers["content-security-policy"].startswith("default-src 'none'")
    assert client.get("/docs").status_code == 404
    assert client.get("/claims.json").json() == []


def test_the_server_listens_on_loopback():
    """No address but this machine's own."""
    assert serving.LOOPBACK == "127.0.0.1"
