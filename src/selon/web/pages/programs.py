"""What a program may ask, for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.web.desk import AtDesk, Desk

router = APIRouter(include_in_schema=False)


@router.get("/api")
def description(desk: AtDesk) -> HTMLResponse:
    """Return what a program may ask, for people: each address, its parameters, what it gives."""
    paths = desk.request.app.openapi()["paths"]
    gets = {path: ways["get"] for path, ways in paths.items() if "get" in ways}
    after = sorted(gets, key=lambda path: (path.removesuffix(".csv"), path))  # a table stands after its list
    asked = [(path, _named(gets[path]), _told(desk, gets[path])) for path in after]
    return desk.page("api.html.j2", "api", asked=asked)


def _named(way: Mapping[str, Any]) -> list[str]:
    """Return the names of the parameters of an address that are not in its path."""
    return [p["name"] for p in way.get("parameters", ()) if p["in"] == "query"]


def _told(desk: Desk, way: Mapping[str, Any]) -> str:
    key = "api.get." + way["summary"].lower().replace(" ", "_")
    return desk.say.plain(key) if desk.say.has(key) else str(way.get("description", ""))
