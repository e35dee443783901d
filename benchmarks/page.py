"""The tables of docs/quality.md, and how a command that fills one is run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SELON_SHARED") or ROOT.parent / "shared")
EVAL = SHARED / "eval"
SELON = [sys.executable, "-m", "selon"]


@dataclass(frozen=True)
class Table:
    """One table of the page: its title, column names, rows, and the commands that repeat it.

    `note` stands before the table; `deeper` tables come under the one before.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    commands: tuple[str, ...] = ()
    note: str = ""
    deeper: bool = False


def run(*words: str | Path) -> str:
    """Run a command and return its standard output; stop with its error when it fails."""
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stderr}")
    return done.stdout


def figure(value: Any) -> str:
    """Return a share to three places, a dash where there is none."""
    return "–" if value is None else f"{value:.3f}".lstrip("0") if 0 < value < 1 else f"{value:g}"


def markdown(tables: Iterable[Table]) -> str:
    """Return the tables as Markdown, each with its commands."""
    return "\n".join(map(_one, tables))


def renewed(page: str, made: str) -> str:
    """Return the sections of `page` with those of `made` in their places; what is new comes last."""
    sections = _sections(page) | _sections(made)
    return "\n".join(body.strip("\n") + "\n" for body in sections.values())


def _sections(page: str) -> dict[str, str]:
    """Return every table of a page, heading first, by its heading."""
    parts = re.split(r"^(?=##)", page, flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts if part.strip()}


def _one(table: Table) -> str:
    ruled = (table.columns, ("---",) * len(table.columns), *table.rows)
    lines = "\n".join("| " + " | ".join(row) + " |" for row in ruled)
    head = f"{'###' if table.deeper else '##'} {table.title}\n\n"
    note = f"{table.note}\n\n" if table.note else ""
    tail = "\n```\n" + "\n".join(table.commands) + "\n```\n" if table.commands else ""
    return f"{head}{note}{lines}\n{tail}"
