"""Running the server: one dossier, on this machine's loopback address unless another is named."""

from __future__ import annotations

import gc
import socket
import threading
import webbrowser

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from selon.report import lookup
from selon.store.address import Address, shown
from selon.store.dossier import Dossier
from selon.web.app import application

LOOPBACK = "127.0.0.1"


def serve(dossier: Address, port: int, lang: str, browser: bool, host: str = LOOPBACK) -> None:
    """Serve until interrupted; raises OSError when the port is taken or the address is not this machine's.

    On another address than loopback, others may read and only this machine may change anything.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    app = Settled(application(dossier, lang, frozenset({host})))
    threading.Thread(target=_warm, args=(dossier,), daemon=True).start()
    if browser:
        threading.Timer(0.8, webbrowser.open, [address]).start()
    print(f"{shown(dossier)} at {address} (Ctrl-C stops)", flush=True)
    uvicorn.run(app, host=host, port=port, log_level="warning")


class Settled:
    """An application after each of whose answers cycles are collected, and seldom meanwhile.

    A page makes hundreds of thousands of records that no cycle holds; looking through them in the middle took
    two fifths of the time of a large page. When the answer is sent they are gone: nothing is left to look at.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        gc.collect()
        gc.freeze()
        gc.set_threshold(2_000_000, 20, 50)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, then tidy up."""
        await self._app(scope, receive, send)
        if scope["type"] == "http":
            gc.collect(1)


def _warm(dossier: Address) -> None:
    """Load the model behind the search by meaning, so that the first search does not wait for it."""
    with Dossier(dossier) as opened, opened.snapshot() as view:
        lookup.nearest_claims(view, "?", 1)
