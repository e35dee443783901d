"""Whether two names may be one name spelled twice: another alphabet, another ear, a slip of the hand."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

_LEAST = 6
"""Letters of the shortest name in which one letter may be a slip."""
_DIGIT = re.compile(r"\d")
_SOUNDS = (
    ("sch|sh|ch|kh", "h"),
    ("ph", "f"),
    ("tz|ts|z|c(?=[ei])", "s"),
    ("ck|c|q", "k"),
    ("w", "v"),
    ("[yj]", "i"),
)
"""Letters that alphabets and languages write each other's sounds with, after romanisation."""


def spelled_alike(one: str, other: str) -> bool:
    """Tell whether two folded last names sound alike letter by letter, or differ by one letter."""
    if one == other or min(len(one), len(other)) < _LEAST or _DIGIT.search(one + other):
        return False
    return _sound(one) == _sound(other) or OSA.distance(one, other, score_cutoff=1) == 1


def _sound(name: str) -> str:
    for letters, sound in _SOUNDS:
        name = re.sub(letters, sound, name)
    return re.sub(r"(.)\1+", r"\1", name)
