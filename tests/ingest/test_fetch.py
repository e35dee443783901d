"""A page is fetched within bounds, and never from this machine's own network."""

from __future__ import annotations

import gzip
import http.server
import ipaddress
import socket
import threading

import pytest

from selon.errors import RecordError
from selon.ingest import fetch as fetching
from selon.ingest.fetch import fetch, public

PAGE = "<html><head><title>Le pont</title></head><body><p>Le pont est fermé.</p></body></html>".encode()


class _Handler(http.server.BaseHTTPRequestHandler):
    answers: dict = {}

    def do_GET(self):
        status, headers, body = self.answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    """A server on loopback, allowed for the test alone; give it answers by path."""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    _Handler.answers = {}
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def anything(address, port):
    return True


def answer(path, body=PAGE, status=200, **headers):
    names = {k.replace("_", "-"): v for k, v in headers.items()}
    _Handler.answers[path] = (status, {"Content-Type": "text/html; charset=utf-8", **names}, body)


def reason(url, permitted=anything):
    with pytest.raises(RecordError) as found:
        fetch(url, permitted)
    return found.value.reason


def test_a_page_comes_with_its_last_address(server):
    """Redirects are followed, and the address is the one that answered."""
    answer("/old", status=302, Location="/pont")
    answer("/pont")
    found = fetch(f"{server}/old", anything)
    assert (found.data, found.html, found.url) == (PAGE, True, f"{server}/pont")


def test_a_packed_page_is_unpacked_within_the_limit(server, monkeypatch):
    """gzip that nobody asked for is undone; what unpacks beyond the limit is refused."""
    answer("/a", gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(f"{server}/a", anything).data == PAGE
    monkeypatch.setattr(fetching, "MAX_BYTES", 1_000)
    answer("/bomb", gzip.compress(b"x" * 500_000), Content_Encoding="gzip")
    assert "too large" in reason(f"{server}/bomb")
    answer("/long", b"x" * 2_000)
    assert "too large" in reason(f"{server}/long")


def test_what_is_no_article_is_refused_with_the_reason(server):
    """Pictures, faults of the server and endless redirects are reasons, no errors."""
    answer("/photo", Content_Type="image/png")
    answer("/gone", status=404)
    answer("/round", status=301, Location="/round")
    assert "image/png" in reason(f"{server}/photo")
    assert "404" in reason(f"{server}/gone")
    assert "redirects" in reason(f"{server}/round")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "0.0.0.0", "224.0.0.1", "::1",
     "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_of_this_network_are_not_public(address):
    """Loopback, private, link-local, multicast, and IPv6 forms that hide one of them."""
    assert not public(ipaddress.ip_address(address), 80)


def test_public_addresses_are_asked_on_ports_of_the_web_alone():
    """Another port is another service."""
    assert public(ipaddress.ip_address("93.184.216.34"), 443)
    assert not public(ipaddress.ip_address("93.184.216.34"), 22)


def test_a_name_for_this_machine_is_refused(server, monkeypatch):
    """A name that stands for a loopback address is not asked, nor a redirect that leads there."""
    port = int(server.rpartition(":")[2])
    assert "open web" in reason(f"http://localhost:{port}/", public)
    asked = []

    def only_first(address, _):
        asked.append(address)
        return len(asked) < 2

    answer("/out", status=302, Location="/in")
    answer("/in")
    assert "open web" in reason(f"{server}/out", only_first)


def test_one_private_address_among_several_refuses_the_name(monkeypatch):
    """Every address that a name stands for must be public."""
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    assert "open web" in reason("http://two.example/", public)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "a.example", "http://", "http://[::1",
     "", "http://u:p@a.example/", "http://a.example:99999/"],
)  # fmt: skip
def test_other_addresses_are_none(url):
    """Only http and https with a host and no password; anything else is a reason."""
    assert reason(url, public)


def test_a_slow_server_is_left(server, monkeypatch):
    """The time for one page is bounded, whatever trickles in."""
    monkeypatch.setattr(fetching, "_SECONDS", 0.6)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        assert "cannot be fetched" in reason(f"http://127.0.0.1:{silent.getsockname()[1]}/")
