"""The application that serves one dossier: its pages, its files, and what it answers when something fails."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from selon.errors import SelonError, StoreError, UsageError
from selon.pipeline.trace import links_behind
from selon.report.wording import words
from selon.store.address import Address, files
from selon.store.dossier import Dossier
from selon.web import api, api_tables, assets, guard
from selon.web.desk import environment, language
from selon.web.faults import Fault, NotFound
from selon.web.pages import ROUTERS
from selon.web.runs import Kind, Runs

_log = logging.getLogger("selon.web")
_STATUS: dict[type[Exception], int] = {UsageError: 400, StoreError: 503}


def application(path: Address, lang: str, hosts: frozenset[str] = frozenset()) -> FastAPI:
    """Return the application for the dossier at `path`, file or database; `lang` is spoken where the reader
    prefers nothing.

    `hosts` are names, beside this machine's own, by which it may be asked. Raises what opening a dossier
    raises.
    """
    app = FastAPI(title="selon", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.dossier = Dossier(path)
    app.state.path = files(app.state.dossier.path)
    app.state.lang = lang
    app.state.runs = Runs(app.state.dossier.path)
    with app.state.dossier.snapshot() as view:
        if links_behind(view):
            app.state.runs.ask(Kind.judge)
    app.add_middleware(GZipMiddleware, minimum_size=600, compresslevel=5)
    app.middleware("http")(_guarded(hosts))
    app.add_exception_handler(Fault, _fault)
    app.add_exception_handler(SelonError, _error)
    app.add_exception_handler(HTTPException, _unknown)
    app.add_api_route("/static/{name}", assets.serve, include_in_schema=False)
    for router in (api_tables.router, api.router, *ROUTERS):
        app.include_router(router)
    return app


def _guarded(
    hosts: frozenset[str],
) -> Callable[[Request, Callable[[Request], Awaitable[Response]]], Awaitable[Response]]:
    async def guarded(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        if key := guard.refusal(request, hosts):
            response: Response = _page(request, 403, words(language(request)).plain(key))
        else:
            response = await _calm(request, call)
        return guard.with_headers(response)

    return guarded


async def _calm(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer; what nobody foresaw is written to the log and said in one sentence, never shown."""
    try:
        return await call(request)
    except Exception:
        _log.exception("%s %s", request.method, request.url.path)
        return _page(request, 500, words(language(request)).plain("fault.unforeseen"))


async def _fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, Fault)
    return _page(request, error.status, words(language(request)).plain(error.key, **error.values))


async def _error(request: Request, error: Exception) -> Response:
    return _page(request, _STATUS.get(type(error), 500), str(error))


async def _unknown(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    if status == 404:
        return await _fault(request, NotFound("fault.page"))
    return _page(request, status, words(language(request)).plain("fault.request"))


def _page(request: Request, status: int, said: str) -> Response:
    """Return a page that needs nothing from the dossier: one sentence and a way out; a program gets JSON."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": said}, status)
    say = words(language(request))
    values = {"say": say, "said": said, "status": status, "asset": assets.address, "plain": True}
    body = environment().get_template("fault.html.j2").render(values)
    return HTMLResponse(body, status, headers={"Cache-Control": "no-store"})
