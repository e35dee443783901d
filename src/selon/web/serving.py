"""The dossier in a browser: drawn on this machine, from the file as it is at each visit."""

from __future__ import annotations

import socket
import threading
import webbrowser
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, JSONResponse

from selon.report import html, lookup
from selon.store.dossier import Dossier

LOOPBACK = "127.0.0.1"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
    " base-uri 'none'"
)


def application(dossier: Path, lang: str) -> FastAPI:
    """Return the application for one dossier: the page at `/`, the claims as JSON at `/claims.json`."""
    app = FastAPI(title="selon", docs_url=None, redoc_url=None)

    @app.get("/", response_class=HTMLResponse)
    def page() -> HTMLResponse:
        with Dossier(dossier) as opened, opened.snapshot() as view:
            return HTMLResponse(html.render(view, lang), headers={"Content-Security-Policy": _POLICY})

    @app.get("/claims.json")
    def claims(q: str = "", limit: int = 20) -> JSONResponse:
        with Dossier(dossier) as opened, opened.snapshot() as view:
            found = lookup.nearest_claims(view, q, limit) if q else list(view.claims())
        return JSONResponse(lookup.plain(found))

    return app


def serve(dossier: Path, port: int, lang: str, browser: bool) -> None:
    """Serve until interrupted, on the loopback address only; raises OSError when the port is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((LOOPBACK, port))
    address = f"http://{LOOPBACK}:{port}/"
    if browser:
        threading.Timer(0.8, webbrowser.open, [address]).start()
    print(f"{dossier} at {address} (Ctrl-C stops)")
    uvicorn.run(application(dossier, lang), host=LOOPBACK, port=port, log_level="warning")
