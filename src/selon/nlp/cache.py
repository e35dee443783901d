"""Where models keep what they computed, by digest; safe for several processes at once."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

from selon.model.identity import sha256

Rows = dict[str, npt.NDArray[np.float32]]


def folder() -> Path:
    """Return the cache folder: `SELON_CACHE`, else `$XDG_CACHE_HOME/selon`, else `~/.cache/selon`."""
    if named := os.environ.get("SELON_CACHE"):
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "selon"


def load(name: str) -> Rows:
    """Return every vector kept under `name` by digest; a segment that cannot be read is left out."""
    rows: Rows = {}
    for path in sorted((folder() / name).glob("*.npz")):
        try:
            with np.load(path, allow_pickle=False) as segment:
                rows.update(zip(segment["keys"].tolist(), segment["rows"], strict=True))
        except (OSError, ValueError, KeyError, EOFError):
            continue
    return rows


def save(name: str, rows: Rows) -> None:
    """Keep `rows` as one new segment, written whole or not at all; an unwritable folder keeps nothing."""
    keys = sorted(rows)
    target = folder() / name / f"{sha256(chr(10).join(keys).encode())[:24]}.npz"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as part:
            np.savez(part, keys=np.array(keys), rows=np.stack([rows[k] for k in keys]))
        os.replace(part.name, target)
    except OSError:
        return
