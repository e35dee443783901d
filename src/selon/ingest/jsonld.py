"""JSON-LD blocks of a page: the article's record, flattened to the few fields that selon reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE = re.compile(
    r"Article$|^BlogPosting$|^Report$|^NewsArticle|^ReportageNews|^LiveBlogPosting$|Posting$"
)
_DEPTH = 6


def articles(blocks: list[str]) -> list[dict[str, Any]]:
    """Return the article records of a page's JSON-LD blocks, in order; broken blocks are skipped."""
    return [o for block in blocks for o in _objects(_loads(block), 0) if _is_article(o)]


def _loads(block: str) -> Any:
    block = block.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(record: dict[str, Any]) -> bool:
    kinds = record.get("@type")
    return any(
        isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])
    )


def words(record: dict[str, Any], *keys: str) -> str | None:
    """Return the first of `keys` that holds words (of an object: its name)."""
    for key in keys:
        for name in names(record.get(key)):
            return name
    return None


def names(value: Any) -> list[str]:
    """Return the names in a field that may be words, an object with a name, or a list of such."""
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, dict):
        return names(value.get("name") or value.get("headline"))
    return [n for item in value for n in names(item)] if isinstance(value, list) else []
