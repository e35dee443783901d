"""A page fetched once, because its reader asked for it: within bounds, never from this machine's own network.

The addresses that a name stands for are checked, and the connection goes to the one that was checked, so
that no name and no redirect leads to a private or loopback address (server-side request forgery, OWASP).
Proxies are not used.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from selon.errors import RecordError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

MAX_BYTES = 10_000_000
"""Bytes of one page, unpacked; the extractor takes no longer page either."""

_SECONDS = 30.0
"""For one page, redirects and all."""

_REDIRECTS = 5
_CHUNK = 1 << 16
_PORTS = {"http": 80, "https": 443}
_KINDS = {"text/html": True, "application/xhtml+xml": True, "text/plain": False, "text/markdown": False}
"""Kinds of content that hold an article, and whether they are HTML."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": "selon (one page, asked for by its reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,text/markdown;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True)
class Fetched:
    """A page as it came: the address that it was found at, its bytes, and whether they are HTML."""

    url: str
    data: bytes
    html: bool


def public(address: Address, port: int) -> bool:
    """Tell whether an address is one of the open internet, on a port of the web."""
    inner = _inside(address)
    return inner.is_global and not inner.is_multicast and port in _PORTS.values()


def _inside(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, if it stands for one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


def fetch(url: str, permitted: Callable[[Address, int], bool] = public) -> Fetched:
    """Return the page at `url`; RecordError with the reason when there is none that selon may read.

    `permitted` says which addresses may be asked.
    """
    until = time.monotonic() + _SECONDS
    here = url
    for _ in range(_REDIRECTS + 1):
        found = _ask(here, until, permitted)
        if isinstance(found, Fetched):
            return found
        here = found
    raise RecordError(url, f"more than {_REDIRECTS} redirects")


def _ask(url: str, until: float, permitted: Callable[[Address, int], bool]) -> Fetched | str:
    """Return the page, or the address that its server points to."""
    parts = _parts(url)
    port = parts.port or _PORTS[parts.scheme]
    address = _resolved(url, parts.hostname or "", port, permitted)
    connection = _connection(parts, address, port, until)
    cut = threading.Timer(max(0.1, until - time.monotonic()), _cut, [connection.sock])
    cut.daemon = True
    cut.start()  # a time limit of the socket begins anew with every byte
    try:
        connection.request("GET", _target(parts), headers=_HEADERS)
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308):
            return urljoin(url, answer.getheader("Location") or "")
        return _page(url, answer, until)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise RecordError(url, f"cannot be fetched: {_why(error)}") from error
    finally:
        cut.cancel()
        connection.close()


def _cut(open_socket: socket.socket) -> None:
    with suppress(OSError):
        open_socket.shutdown(socket.SHUT_RDWR)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        known = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise RecordError(url, f"no address of a page: {error}") from error
    if not known:
        raise RecordError(url, "no address of a page: it must begin with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise RecordError(url, "an address with a name or password in it is not fetched")
    return parts


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return path + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else "")


def _resolved(url: str, host: str, port: int, permitted: Callable[[Address, int], bool]) -> str:
    """Return an address of `host` that may be asked; all that it stands for must be."""
    try:
        name = host if ":" in host else host.encode("idna").decode()
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RecordError(url, "the name is unknown, or this machine is offline") from error
    addresses = [str(row[4][0]).partition("%")[0] for row in found]
    if not addresses or not all(permitted(ipaddress.ip_address(a), port) for a in addresses):
        raise RecordError(url, "the address is not on the open web: private networks and ports are not asked")
    return addresses[0]


def _connection(parts: SplitResult, address: str, port: int, until: float) -> http.client.HTTPConnection:
    """Return a connection to the checked address that speaks as to the host named."""
    host = parts.hostname or ""
    left = max(0.1, until - time.monotonic())
    try:
        plain = socket.create_connection((address, port), timeout=left)
    except OSError as error:
        raise RecordError(parts.geturl(), f"cannot be fetched: {_why(error)}") from error
    made = http.client.HTTPConnection(host if ":" not in host else f"[{host}]", port, timeout=left)
    made.default_port = _PORTS[parts.scheme]
    try:
        secure = parts.scheme == "https"
        made.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
    except (OSError, ValueError) as error:
        plain.close()
        raise RecordError(parts.geturl(), f"cannot be fetched: {_why(error)}") from error
    return made


def _page(url: str, answer: http.client.HTTPResponse, until: float) -> Fetched:
    if answer.status != 200:
        raise RecordError(url, f"the server answered {answer.status}: save the page from a browser instead")
    kind = (answer.getheader("Content-Type") or "text/html").partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise RecordError(url, f"no article: the server sends {kind[:60]}")
    return Fetched(url, _unpacked(url, answer, _body(url, answer, until)), _KINDS[kind])


def _body(url: str, answer: http.client.HTTPResponse, until: float) -> bytes:
    data = bytearray()
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > MAX_BYTES:
            raise RecordError(url, f"too large: more than {MAX_BYTES} bytes")
        if time.monotonic() > until:
            raise RecordError(url, f"too slow: not whole after {_SECONDS:.0f} seconds")
    return bytes(data)


def _unpacked(url: str, answer: http.client.HTTPResponse, data: bytes) -> bytes:
    """Undo the packing of a server that packs though nobody asked."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return data
    if packing not in ("gzip", "x-gzip"):
        raise RecordError(url, f"packed in a way that selon does not read: {packing[:20]}")
    try:
        opened = zlib.decompressobj(wbits=31).decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise RecordError(url, f"cannot be unpacked: {error}") from error
    if len(opened) > MAX_BYTES:
        raise RecordError(url, f"too large: more than {MAX_BYTES} bytes")
    return opened


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)[:200]
