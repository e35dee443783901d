"""The first page: the story in figures."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.web.desk import AtDesk

router = APIRouter(include_in_schema=False)


@router.get("/")
def page(desk: AtDesk) -> HTMLResponse:
    """Return the overview."""
    return desk.page("home.html.j2", "overview")
