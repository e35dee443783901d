"""The files that pages load: style, script and the text face, each under a name that changes with it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from selon.web.faults import NotFound

_WEB, _REPORT = "selon.web", "selon.report"
_FILES = {
    "base.css": (_REPORT, "templates/style.css", "text/css"),
    "web.css": (_WEB, "static/web.css", "text/css"),
    "reading.css": (_WEB, "static/reading.css", "text/css"),
    "claim.css": (_WEB, "static/claim.css", "text/css"),
    "panel.js": (_REPORT, "templates/panel.js.j2", "text/javascript"),
    "judge.css": (_WEB, "static/judge.css", "text/css"),
    "keys.js": (_WEB, "static/keys.js", "text/javascript"),
    "run.js": (_WEB, "static/run.js", "text/javascript"),
    "words.js": (_WEB, "static/words.js", "text/javascript"),
    "web.js": (_WEB, "static/web.js", "text/javascript"),
}
_FACES = {
    "serif.ttf": "SourceSerifPro-Regular.ttf",
    "serif-italic.ttf": "SourceSerifPro-It.ttf",
    "serif-semibold.ttf": "SourceSerifPro-Semibold.ttf",
}
"""Faces of the package font-source-serif-pro (SIL Open Font License)."""

_A_YEAR = "public, max-age=31536000, immutable"


@cache
def content(name: str) -> tuple[bytes, str]:
    """Return the bytes and media type of a file; raises NotFound for any other name."""
    if name in _FACES:
        import font_source_serif_pro

        folder = Path(font_source_serif_pro.font_directory)
        return (folder / _FACES[name]).read_bytes(), "font/ttf"
    if name not in _FILES:
        raise NotFound("fault.file", name=name)
    package, path, media = _FILES[name]
    return (resources.files(package) / path).read_bytes(), media


@cache
def address(name: str) -> str:
    """Return the address of a file, with the digest that lets a browser keep it."""
    return f"/static/{name}?v={hashlib.sha256(content(name)[0]).hexdigest()[:10]}"


def serve(name: str, request: Request) -> Response:
    """Answer with a file; one asked for under its digest never changes."""
    body, media = content(name)
    keep = _A_YEAR if "v" in request.query_params else "no-cache"
    return Response(body, media_type=media, headers={"Cache-Control": keep})
