"""What keeps a served dossier to this machine: policy of the pages, hosts that may ask, who may write."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""No inline style or script, nothing from elsewhere (Content Security Policy Level 3)."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_READING = frozenset({"GET", "HEAD", "OPTIONS"})

_ASKING = frozenset({"/search"})
"""Posted because a text is too long for an address; nothing is written."""


def local(host: str | None) -> bool:
    """Tell whether a host name or address is this machine itself."""
    if host is None:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0]).is_loopback
    except ValueError:
        return False


def may_write(request: Request) -> bool:
    """Tell whether a request may change the dossier: it comes from this machine and from our own pages.

    The origin is checked so that no page of another site can post here (OWASP, cross-site request forgery).
    """
    return local(request.client.host if request.client else None) and _own_page(request)


def _own_page(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def refusal(request: Request, open_to: frozenset[str]) -> str | None:
    """Return the key of the reason why a request is refused, or None.

    A name that is not this server's is refused too: it is how a foreign page reaches a loopback address.
    """
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname
    if not (local(host) or host in open_to):
        return "fault.host"
    if request.method == "POST" and request.url.path in _ASKING and _own_page(request):
        return None
    if request.method not in _READING and not may_write(request):
        return "fault.read_only"
    return None


def with_headers(response: Response) -> Response:
    """Put the policy on an answer, but for what it brings of its own."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
