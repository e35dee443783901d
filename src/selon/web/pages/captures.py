"""The capture of a document: where it was read from, its digest, its source, and a download."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response

from selon.web.desk import AtDesk
from selon.web.faults import NotFound
from selon.web.originals import SHOWN, filename, original, source

router = APIRouter(include_in_schema=False)


@router.get("/captures/{ident:path}")
def page(desk: AtDesk, ident: str, download: str = "") -> Response:
    """Return what is known of the capture of a document, or its bytes as a file that no browser opens."""
    doc = desk.document(ident)
    path: Path = desk.request.app.state.path
    found = original(doc, path.parent)
    if download:
        if found.state != "kept":
            raise NotFound("capture.not_kept", ident=ident)
        return _file(found.data, filename(doc))
    shown = source(found.data, doc.capture.encoding if doc.capture else None)
    cut = len(found.data) > SHOWN
    return desk.page("capture.html.j2", "documents", doc=doc, found=found, shown=shown, cut=cut, most=SHOWN)


def _file(data: bytes, name: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
    }
    return Response(data, media_type="application/octet-stream", headers=headers)
