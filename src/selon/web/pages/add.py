"""Adding: files dropped, a text pasted; the bytes stay beside the dossier and a run takes them in."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.ingest.deposit import Pasted, beside, new_folder, put_file, put_text
from selon.web import forms
from selon.web.desk import AtDesk
from selon.web.faults import Busy, Fault, Refused, TooLong
from selon.web.forms import Uploaded
from selon.web.runs import Kind, Runs, clock

router = APIRouter(include_in_schema=False)
_LINE = 500
"""Characters of a title, outlet or date."""

_ADDRESS = 2_000
_ADDRESSES = 20
"""Addresses fetched at a time: more is a crawl, which selon is not made for."""


@router.get("/add")
def page(desk: AtDesk) -> Response:
    """Return the page with the forms; who may only read is told so."""
    if not desk.writes:
        raise Refused("fault.read_only")
    folder = beside(desk.request.app.state.path)
    return desk.page(
        "add.html.j2",
        "add",
        folder=folder.name,
        most_megabytes=forms.MAX_SENT // 1024 // 1024,
        most_text=forms.MAX_TEXT,
        most_files=forms.MAX_FILES,
        most_addresses=_ADDRESSES,
        rejects=desk.view.counts()["rejects"],
    )


@router.post("/add")
def add(request: Request, form: Uploaded) -> Response:
    """Keep what was handed over and queue a run that takes it in; the answer is the page of runs."""
    files = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    pasted, addresses = _pasted(form), _addresses(form)
    if not files and pasted is None and not addresses:
        raise Fault("add.nothing")
    try:
        folder = new_folder(request.app.state.path, clock())
        for file in files:
            put_file(folder, file.filename or "", file.file)
        if pasted is not None:
            put_text(folder, pasted)
    except OSError as error:
        raise Busy("add.unwritable", why=error.strerror or str(error)) from error
    runs: Runs = request.app.state.runs
    runs.ask(Kind.add, (str(folder),), addresses)
    return RedirectResponse("/runs", 303)


def _pasted(form: FormData) -> Pasted | None:
    """Return the pasted text with its fields, None when there is none; TooLong for one beyond the limit."""
    value = form.get("text", "")
    text = value.replace("\r\n", "\n") if isinstance(value, str) else ""
    if not text.strip():
        return None
    if len(text) > forms.MAX_TEXT:
        raise TooLong("add.too_long", length=len(text), most=forms.MAX_TEXT)
    return Pasted(
        text,
        forms.field(form, "title", _LINE),
        forms.field(form, "outlet", _LINE),
        forms.field(form, "date", _LINE),
        forms.field(form, "url", _ADDRESS),
    )


def _addresses(form: FormData) -> tuple[str, ...]:
    """Return the addresses to fetch, one a line, each once."""
    value = form.get("addresses", "")
    lines = value.splitlines() if isinstance(value, str) else []
    found = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
    if len(found) > _ADDRESSES or any(len(a) > _ADDRESS for a in found):
        raise TooLong("add.too_many_addresses", most=_ADDRESSES)
    return found
