"""Tracking parameters in the links of a text: who had the same link, and from whose page it was taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from selon.languages import pack
from selon.model.document import Document
from selon.model.lineage import Evidence, Level
from selon.model.span import Span
from selon.text.normalise import fold

_ADDRESS = re.compile(r"https?://[^\s<>\"'»)\]]+\?[^\s<>\"'»)\]]+")
LONG_VALUE = 8
"""Letters of a value that two pages would not choose alike; a shorter one ("rss", "share") says nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Tracked:
    """One tracking parameter of one link: the page that is linked, its name and value, where it stands."""

    page: str
    name: str
    value: str
    span: Span


def tracked(doc: Document) -> Iterator[Tracked]:
    """Yield the tracking parameters of the addresses that `doc` prints, in order."""
    for hit in _ADDRESS.finditer(doc.text):
        address = hit.group().rstrip(".,;")
        try:
            parts = urlsplit(address)
        except ValueError:  # brackets that close nothing: no address after all
            continue
        page = parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/")
        for name, value in parse_qsl(parts.query.replace("&amp;", "&")):
            if name.lower() in _names()["passed"] | _names()["click"]:
                yield Tracked(page, name.lower(), value, Span(hit.start(), hit.start() + len(address)))


@cache
def _names() -> Mapping[str, frozenset[str]]:
    tables = pack.everywhere("tracking").values()
    return {kind: frozenset(n for t in tables for n in t.get(kind, ())) for kind in ("passed", "click")}


def same_links(doc: Document, other: Document) -> tuple[Evidence, ...]:
    """Return the links of `doc` that `other` has with the same identifier: affinity, it has no direction."""
    theirs = {(t.page, t.name, t.value) for t in tracked(other)}
    found = {t.span: t for t in tracked(doc) if (t.page, t.name, t.value) in theirs and _telling(t)}
    return tuple(_evidence(doc, t, Level.affinity, f"{t.name}={t.value} in both") for t in found.values())


def _telling(link: Tracked) -> bool:
    return link.name in _names()["click"] or len(link.value) >= LONG_VALUE


def taken_from(doc: Document, other: Document) -> tuple[Evidence, ...]:
    """Return the links of `doc` that bear the name of the outlet of `other`, which links the same page so."""
    outlet = _letters(other.outlet or "")
    if not outlet or outlet == _letters(doc.outlet or ""):
        return ()
    theirs = {(t.page, t.name, t.value) for t in tracked(other)}
    named = (t for t in tracked(doc) if t.name in _names()["passed"] and outlet in _letters(t.value))
    found = {t.span: t for t in named if (t.page, t.name, t.value) in theirs}
    return tuple(
        _evidence(doc, t, Level.idiosyncratic, f"a link marked {t.name}={t.value} by {other.id}")
        for t in found.values()
    )


def _letters(name: str) -> str:
    """Return the letters of a name: 'Le Phare de Tremel' and 'le-phare-de-tremel' are one."""
    return re.sub(r"[\W_]+", "", fold(name))


def _evidence(doc: Document, link: Tracked, level: Level, why: str) -> Evidence:
    return Evidence(level, why, link.span.of(doc.text), doc.id, link.span)
