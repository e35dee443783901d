"""Results written whole or not at all, bad rows set aside beside them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from selon.errors import UsageError
from selon.model.document import Reject

STDOUT = "-"


def streams(target: str) -> bool:
    """Tell whether `target` is standard output, a pipe or a device: nothing can stand beside it."""
    path = Path(target)
    return target == STDOUT or (path.exists() and not path.is_file() and not path.is_dir())


def write_text(target: str, pieces: Iterable[str]) -> None:
    """Write `pieces` to the file `target` in one move, or as they come to a stream (`-`, `/dev/stdout`).

    A link is followed. Raises UsageError when the folder is missing, full or cannot be written.
    """
    if target == STDOUT:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
        return
    try:
        if streams(target):
            with open(target, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(pieces)
        else:
            _in_one_move(Path(os.path.realpath(target)), pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror or error}") from error


def _in_one_move(path: Path, pieces: Iterable[str]) -> None:
    number, part = tempfile.mkstemp(dir=path.parent, prefix=".selon-")
    try:
        with open(number, "w", encoding="utf-8", newline="\n") as handle:
            handle.writelines(pieces)
        os.chmod(part, 0o666 & ~_umask())
        os.replace(part, path)
    except BaseException:  # a full disk, a folder in the way, Ctrl-C: no litter
        os.unlink(part)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def json_lines(rows: Iterable[Any]) -> Iterable[str]:
    """Return one line of JSON a row, keys as given, non-ASCII characters as they are."""
    return (msgspec.json.encode(row).decode() + "\n" for row in rows)


def rejects_path(target: str) -> Path:
    """Return where the rejects of the output `target` go: `OUT.rejects.jsonl`."""
    path = Path(target)
    return (
        path.with_suffix(".rejects.jsonl")
        if path.suffix in {".jsonl", ".json"}
        else Path(f"{target}.rejects.jsonl")
    )


def write_rejects(target: str, rejects: Sequence[Reject]) -> None:
    """Write the rejects of a run beside `target`; with none, a list left by an earlier run goes away."""
    if streams(target):
        sys.stderr.writelines(f"set aside: {r.record}: {r.reason}\n" for r in rejects)
        return
    path = rejects_path(target)
    if rejects:
        write_text(str(path), json_lines(rejects))
    else:
        path.unlink(missing_ok=True)
