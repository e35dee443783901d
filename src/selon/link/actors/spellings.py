"""Names that may be one name spelled twice: another alphabet, another ear, a slip of the hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

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


def spelled_alike(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the sorted pairs of folded last names that sound alike letter by letter or differ by one letter.

    Only names with one sound, or that are one name when each leaves out one letter at most, are held against
    each other (Garbe's deletion index), so that time grows with the names.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if len(name) >= _LEAST and not _DIGIT.search(name):
            for key in (f"={_sound(name)}", name, *(name[:k] + name[k + 1 :] for k in range(len(name)))):
                near[key].add(name)
    pairs = {(a, b) for many in near.values() if len(many) > 1 for a in many for b in many if a < b}
    return sorted(p for p in pairs if _sound(p[0]) == _sound(p[1]) or OSA.distance(*p, score_cutoff=1) == 1)


def sounds(one: str, other: str) -> bool:
    """Tell whether two folded names have the same sounds, but for vowels behind the first letter."""
    return _bones(one) == _bones(other)


def _bones(name: str) -> str:
    sound = _sound(name)
    return sound[:1] + re.sub("[aeiou]", "", sound[1:])


def _sound(name: str) -> str:
    for letters, sound in _SOUNDS:
        name = re.sub(letters, sound, name)
    return re.sub(r"(.)\1+", r"\1", name)
