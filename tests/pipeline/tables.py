"""Everything in a corpus that the way there must not change, as bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from selon.store.shards import files
from selon.store.shards.asking import PLACES
from selon.store.shards.records import COLUMNS


def tables(home: Path) -> dict[str, list[tuple]]:
    """Return the rows of every table of the corpus in `home`, sorted; places among shards left out."""
    return {name: sorted(_rows(home, name), key=repr) for name in PLACES}


def _rows(home, name):
    columns = [c for c in COLUMNS[name] if not c.endswith("_ref")]
    for place in PLACES[name]:
        for path in sorted((home / place).glob("*.parquet")):
            yield from (tuple(row.values()) for row in files.read(path, columns).to_pylist())


def shards(home: Path) -> dict[str, str]:
    """Return the digest of every shard of the corpus in `home`."""
    found = sorted(home.rglob("*.parquet"))
    return {str(p.relative_to(home)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}
