"""How selon counts, and what it cannot see."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from selon.web.desk import AtDesk

router = APIRouter(include_in_schema=False)


@router.get("/method")
def page(desk: AtDesk) -> HTMLResponse:
    """Return method and limits, with the versions that made this dossier and its digest."""
    return desk.page("method_page.html.j2", "method", info=desk.view.info())
