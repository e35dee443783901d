"""The reasons that the stages write, said in the words of the interface (report/reasons.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from selon.report.wording import Words


@cache
def _table() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    path = resources.files("selon.report") / "reasons.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return {kind: {key: re.compile(p) for key, p in rows.items()} for kind, rows in found.items()}


def matched(kind: str, why: str) -> tuple[str, dict[str, str]] | None:
    """Return the key of the phrase for a reason and what to put into it, None for one without a phrase."""
    for key, pattern in _table()[kind].items():
        if found := pattern.fullmatch(why):
            return key, found.groupdict()
    return None


def spoken(kind: str, why: str, words: Words) -> str:
    """Return a reason in the words of the interface; one that it has no words for stands as it is."""
    found = matched(kind, why)
    return words.plain(found[0], **_worded(found[1], words)) if found else why


def _worded(values: dict[str, str], words: Words) -> dict[str, str]:
    """Write numbers as the language does; the reason inside that of a row is said too."""
    out = {k: words.number(int(v)) if v.isascii() and v.isdigit() else v for k, v in values.items()}
    return {**out, "rest": spoken("reject", values["rest"], words)} if "rest" in values else out
