"""The main text of a page, by trafilatura, with what its markup says of each line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from selon.ingest.marks import Mark
from selon.model.document import PartKind

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class MainText:
    """The text (a line each paragraph) and the marks of headings and block quotations."""

    text: str
    hints: dict[str, Mark] = field(default_factory=dict)


def extract(page: str, url: str | None) -> MainText | None:
    """Return the main text of an HTML page, or None when there is none.

    The wide reading is kept: precision first gains .005 of 4-gram F1 on whole articles and loses .013 on
    the passages that must be there (dev pages), and what is too much can be marked as furniture.
    """
    import trafilatura

    found: Any = trafilatura.bare_extraction(page, url=url, with_metadata=False, include_comments=False)
    if found is None or not (found.text or "").strip():
        return None
    return MainText(found.text, dict(_hints(found.body)))


def author(tree: Any) -> str | None:
    """Return the author that trafilatura finds by the page's usual classes, or None."""
    from trafilatura.metadata import extract_author

    found = extract_author(tree)
    return str(found) if found else None


def _hints(body: Any) -> Iterator[tuple[str, Mark]]:
    for tag in body.iter("head"):
        if words := _words(tag):
            yield words, Mark(PartKind.headline, "heading: the page's markup")
    for tag in body.iter("quote"):
        for words in filter(None, [_words(tag), *(_words(p) for p in tag.iter("p")), *_lines(tag)]):
            yield words, Mark(PartKind.quotation, "block quotation: the page's markup")


def _words(tag: Any) -> str:
    return " ".join("".join(tag.itertext()).split())


def _lines(tag: Any) -> list[str]:
    return [" ".join(line.split()) for line in "".join(tag.itertext()).splitlines()]
