"""What front matter states of its text: title, date, author, outlet, language, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from selon.ingest import dates, frontmatter
from selon.ingest.assemble import Stated
from selon.ingest.frontmatter import FrontMatter
from selon.model.document import Credit, CreditKind


def with_front(text: str, given: Stated) -> Stated:
    """Return `given` with what the front matter of `text` states where `given` states nothing."""
    front = frontmatter.find(text)
    if front is None:
        return given
    found = front_stated(front)
    fields = ("title", "author", "outlet", "url", "lang", "published")
    missing = {f: getattr(found, f) for f in fields if getattr(given, f) is None}
    return replace(given, **missing, credits=(*given.credits, *found.credits))


def front_stated(front: FrontMatter) -> Stated:
    """Return what front matter states; a field that is not there states nothing."""
    lang = front.get("lang", "language", "locale")
    words = front.get("date", "published", "publishdate", "pubdate", "published_at", "created")
    address = front.get("url", "canonical", "canonical_url", "link", "permalink")
    return Stated(
        title=front.get("title"),
        author=front.get("author", "authors", "byline"),
        outlet=front.get("outlet", "publisher", "site", "site_name", "publication"),
        url=address if address and address.startswith("http") else None,
        lang=lang,
        published=dates.parse(words, lang, "front matter") if words else None,
        credits=tuple(_credits(front)),
    )


def _credits(front: FrontMatter) -> Iterator[Credit]:
    kinds = (
        ("source", CreditKind.source),
        ("translator", CreditKind.translator),
        ("agency", CreditKind.agency),
    )
    for key, kind in kinds:
        if name := front.get(key):
            yield Credit(kind, name, front.places.get(key), None, name if name.startswith("http") else None)
