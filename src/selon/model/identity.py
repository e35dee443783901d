"""Ids that depend on content and stage version only, never on order, shard count or time."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

_encoder = msgspec.json.Encoder(order="deterministic")


def digest(value: Any) -> str:
    """Return the SHA-256 hex digest of the canonical JSON of `value`."""
    return hashlib.sha256(_encoder.encode(value)).hexdigest()


def make_id(prefix: str, *parts: Any) -> str:
    """Return `prefix` plus 12 hex digits of the digest of `parts`."""
    return f"{prefix}{digest(parts)[:12]}"


def sha256(data: bytes) -> str:
    """Return the SHA-256 hex digest of raw bytes."""
    return hashlib.sha256(data).hexdigest()


class Made(msgspec.Struct, frozen=True):
    """What made a machine result: the stage, its version, and the rule or score that decided."""

    stage: str
    version: int
    why: str
