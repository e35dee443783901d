"""What a page sends: forms read within limits, where to go back to, and the name of the analyst."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlsplit

from fastapi import Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.web.faults import Fault, TooLong

Message = MutableMapping[str, Any]

ANALYST = "selon-analyst"
"""Cookie that keeps the name of the analyst."""

MAX_TEXT = 1_000_000
"""Code points of a pasted text: the longest articles have a tenth of that."""

MAX_SENT = 256 * 1024 * 1024
"""Bytes of one addition, all files together."""

MAX_FILES = 500
_MAX_FIELDS = 40
_MAX_PART = 4 * MAX_TEXT + 1024
"""Bytes of one field: the longest text, each character in four bytes."""

_MAX_NAME = 80
_MAX_NOTE = 2_000
_SMALL = 64 * 1024
"""Bytes of a form that holds no text of an article."""


async def _read(request: Request, most: int) -> FormData:
    if int(request.headers.get("content-length") or 0) > most:
        await _drained(request)
        raise TooLong("add.too_much", most=most // 1024 // 1024 or 1)
    counted = Request(request.scope, _counted(request.receive, most))
    try:
        return await counted.form(max_files=MAX_FILES, max_fields=_MAX_FIELDS, max_part_size=_MAX_PART)
    except HTTPException as error:
        raise _meant(error) from error


def _meant(error: HTTPException) -> Fault:
    """Return what is wrong with a form that the parser refused."""
    if "maximum size" in error.detail:
        return TooLong("add.part_too_long", most=MAX_TEXT)
    if "Too many files" in error.detail:
        return TooLong("add.too_many", most=MAX_FILES)
    return Fault("fault.request")


async def _drained(request: Request) -> None:
    """Take in what is still sent, up to eight times the limit, so that the browser shows the answer."""
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > 8 * MAX_SENT:
            return


def _counted(receive: Callable[[], Awaitable[Message]], most: int) -> Callable[[], Awaitable[Message]]:
    """Return `receive` that raises TooLong beyond `most` bytes, whatever the length that was announced."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooLong("add.too_much", most=most // 1024 // 1024 or 1)
        return message

    return counted


async def _small(request: Request) -> AsyncIterator[FormData]:
    async with _closing(await _read(request, _SMALL)) as form:
        yield form


async def _large(request: Request) -> AsyncIterator[FormData]:
    async with _closing(await _read(request, MAX_SENT)) as form:
        yield form


@asynccontextmanager
async def _closing(form: FormData) -> AsyncIterator[FormData]:
    try:
        yield form
    finally:
        await form.close()


Sent = Annotated[FormData, Depends(_small)]
"""The fields of a form without files."""

Uploaded = Annotated[FormData, Depends(_large)]
"""The fields and files of a form."""


def field(form: FormData, name: str, most: int = 400) -> str:
    """Return one line of a form without the white space around it; TooLong when it is longer than `most`."""
    value = form.get(name, "")
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if len(words) > most:
        raise TooLong("form.too_long", most=most)
    return words


def note(form: FormData) -> str:
    """Return the note of a form."""
    return field(form, "note", _MAX_NOTE)


def analyst(request: Request) -> str:
    """Return the name that the reader gave, or an empty string: it is asked, never guessed."""
    return _clean(unquote(request.cookies.get(ANALYST, "")))[:_MAX_NAME]


def signed(request: Request, form: FormData) -> str:
    """Return who sends the form: the name in it, else the one kept; Fault when there is none."""
    name = _clean(field(form, "by", _MAX_NAME)) or analyst(request)
    if not name:
        raise Fault("judge.no_name")
    return name


def _clean(name: str) -> str:
    """Return a name without characters that show nothing or turn the line round."""
    return " ".join("".join(c for c in name if c.isprintable()).split())


def back(request: Request, form: FormData, by: str = "") -> Response:
    """Return the way back to the page that the form names, else to the judgements; it keeps the name `by`."""
    response = RedirectResponse(_own(field(form, "back", 4_000)), 303)
    if by and by != analyst(request):
        keep(response, by)
    return response


def keep(response: Response, name: str) -> None:
    """Let the browser remember the name of the analyst for a year."""
    response.set_cookie(ANALYST, quote(name), max_age=31_536_000, samesite="lax", httponly=True)


def _own(address: str) -> str:
    """Return a page of this server: an address that leads elsewhere is not followed."""
    parts = urlsplit(address.replace("\\", "/"))
    own = address.startswith("/") and not address.startswith("//") and not parts.netloc and not parts.scheme
    return address if own and address.isprintable() else "/judgements"
