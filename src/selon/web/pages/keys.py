"""The list of keys, as a page; the script shows the same list over any page."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from selon.web.desk import AtDesk

router = APIRouter(include_in_schema=False)

KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("search", ("/",)),
    ("go_overview", ("g", "o")),
    ("go_claims", ("g", "c")),
    ("go_documents", ("g", "d")),
    ("go_actors", ("g", "a")),
    ("rows", ("j", "k")),
    ("tree", ("h", "l")),
    ("open", ("Enter",)),
    ("back", ("Esc",)),
    ("stack", ("e",)),
    ("same", ("m",)),
    ("different", ("d",)),
    ("unsure", ("i",)),
    ("split", ("s",)),
    ("merge", ("f",)),
    ("pick", ("x",)),
    ("note", ("n",)),
    ("statements", ("n", "p")),
    ("undo", ("u",)),
    ("list", ("?",)),
)
"""What each key does (the rest of a key of words, `keys.…`), and the keys."""


@router.get("/keys")
def page(desk: AtDesk) -> Response:
    """Return the list of keys with the switch that turns them off."""
    return desk.page("keys.html.j2", "keys", keys=KEYS)
