"""Addresses that a reader gave: fetched into a folder, where the next run reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selon.errors import RecordError
from selon.ingest.deposit import put_page
from selon.ingest.fetch import fetch
from selon.model.document import Reject
from selon.pipeline.progress import Progress, silent
from selon.store.dossier import Dossier

STAGE = "fetch"


def fetch_into(dossier: Dossier, folder: Path, addresses: Sequence[str], progress: Progress = silent) -> int:
    """Fetch each address once into `folder`; return how many were set aside, each listed with its reason."""
    rejects = 0
    for n, address in enumerate(addresses, 1):
        progress(STAGE, n, len(addresses))
        reason = _fetched(folder, address)
        with dossier.writing() as writer:
            writer.drop_rejects(STAGE, address)
            if reason:
                writer.put_reject(Reject(address, reason, STAGE, address))
                rejects += 1
    return rejects


def _fetched(folder: Path, address: str) -> str:
    """Put one page into `folder`; return why that failed, or nothing."""
    try:
        put_page(folder, fetch(address))
    except RecordError as error:
        return error.reason
    return ""
