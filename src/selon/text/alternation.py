"""One of several forms, as a part of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(forms: Iterable[str]) -> str:
    """Return a group that matches any of `forms`, the longest first; of no forms it never matches."""
    ordered = sorted(set(forms), key=lambda f: (-len(f), f))
    return "(?:" + ("|".join(map(re.escape, ordered)) or "(?!)") + ")"
