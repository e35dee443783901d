"""`selon.toml` becomes one frozen Config; unknown keys are errors."""

from __future__ import annotations

from pathlib import Path

import msgspec

from selon.errors import UsageError


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a user may set for a folder: each command-line option wins over it."""

    dossier: str = "dossier.selon"
    lang: str = "fr"
    jobs: int = 0
    """Processes to use; 0 means one for each processor."""


def load(folder: Path) -> Config:
    """Return the Config of `folder/selon.toml`, the defaults when there is none.

    Raises UsageError that names the file and the key.
    """
    path = folder / "selon.toml"
    if not path.is_file():
        return Config()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Config)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path}: {error}") from error
