"""What an HTML page states about its article: title, outlet, author, date, language, address, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from selon.ingest import dates, jsonld
from selon.model.document import Credit, CreditKind, Precision, Published

_DATE_META = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "date.published",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "date",
    "rnews:datepublished",
    "bt:pubdate",
    "article.published",
    "dc:date",
)
_AUTHOR_META = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "cxenseparse:author",
    "dc:creator",
    "article:author",
    "twitter:data1_author",
)
_DATED_CLASS = re.compile(
    r"publish|pubdate|posted|date-?created|entry-date|dtpublished|article-?date|dateline", re.I
)
_CREATED = re.compile(r"(?:date)?(?:published|created)", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A parsed page: its tree, its meta tags (names in lower case), its JSON-LD article records."""

    tree: Any
    meta: dict[str, str]
    articles: list[dict[str, Any]]

    def first(self, *names: str) -> str | None:
        """Return the content of the first of these meta tags that has words."""
        return next((self.meta[n] for n in names if self.meta.get(n)), None)


def parse(text: str) -> Page | None:
    """Return the page, or None when no tree can be built from it."""
    try:
        tree = lxml_html.document_fromstring(
            text.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (LxmlError, ValueError, AssertionError):
        return None
    blocks = [s.text_content() for s in tree.xpath("//script[contains(@type, 'ld+json')]")]
    return Page(tree, _metas(tree), jsonld.articles(blocks))


def _metas(tree: Any) -> dict[str, str]:
    out: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        words = " ".join(tag.get("content").split())
        if name and words:
            out.setdefault(name.strip().lower(), words)
    return out


def title(page: Page) -> str | None:
    """Return the article's headline: JSON-LD, the only h1, og:title or the title tag, the site's name off."""
    stated = next((jsonld.words(a, "headline") for a in page.articles), None)
    heads = [_text(h) for h in page.tree.xpath("//h1")]
    heads = [h for h in heads if h]
    tag = next((_text(t) for t in page.tree.xpath("//head/title")), None)
    return (
        stated
        or (heads[0] if len(heads) == 1 else None)
        or _bare(page.first("og:title", "twitter:title") or tag, page)
    )


def _bare(words: str | None, page: Page) -> str | None:
    site = outlet(page)
    if words and site:
        words = re.sub(rf"\s+[|–—·-]\s+{re.escape(site)}\s*$", "", words, flags=re.IGNORECASE)
    return words or None


def outlet(page: Page) -> str | None:
    """Return the outlet as the page names it: og:site_name, else the publisher of its JSON-LD."""
    publishers = (jsonld.words(a, "publisher") for a in page.articles)
    return page.first("og:site_name", "application-name") or next((p for p in publishers if p), None)


def url(page: Page) -> str | None:
    """Return the canonical address of the page, when it is a whole one."""
    links = page.tree.xpath("//link[@rel='canonical']/@href")
    found = [*links, page.first("og:url") or ""]
    return next((str(u).strip() for u in found if str(u).startswith(("http://", "https://"))), None)


def lang(page: Page) -> str | None:
    """Return the language that the page states."""
    stated = page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return stated or page.first("og:locale", "content-language", "language")


def published(page: Page, code: str | None) -> Published | None:
    """Return the publication date with its basis: JSON-LD, meta tags, `<time>`, marked elements."""
    found = [made for basis, words in _dated(page) if (made := dates.parse(words, code, basis))]
    whole = [f for f in found if f.precision not in (Precision.year, Precision.month)]
    return next(iter(whole), None) or next(iter(found), None)


def _dated(page: Page) -> Iterator[tuple[str, str]]:
    for name in _DATE_META[:6]:
        if words := page.meta.get(name):
            yield f"meta {name}", words
    for record in page.articles:
        for key in ("datePublished", "dateCreated"):
            if words := jsonld.words(record, key):
                yield f"json-ld {key}", words
    for name in _DATE_META[6:]:
        if words := page.meta.get(name):
            yield f"meta {name}", words
    yield from _dated_elements(page)


def _dated_elements(page: Page) -> Iterator[tuple[str, str]]:
    times = page.tree.xpath("//time | //abbr[@title] | //*[@itemprop]")
    first = [t for t in times if _CREATED.fullmatch(t.get("itemprop") or "") or t.get("pubdate") is not None]
    classed = [t for t in times if _DATED_CLASS.search(t.get("class") or "")]
    for tag in [*first, *classed]:
        for words in (tag.get("datetime"), tag.get("content"), tag.get("title"), _text(tag)):
            if words and len(words) < 80:
                yield f"<{tag.tag}>", words.strip()


def authors(page: Page) -> list[str]:
    """Return the authors' names as stated: JSON-LD, then the first author meta tag with words."""
    found = [n for a in page.articles for n in jsonld.names(a.get("author"))]
    for name in _AUTHOR_META:
        if not found and (words := page.meta.get(name)):
            found = [words]
    return list(dict.fromkeys(n for n in found if _nameable(n, outlet(page))))


def _nameable(name: str, site: str | None) -> bool:
    plain = name.casefold()
    return (
        not plain.startswith(("http", "www.", "@"))
        and len(name) < 100
        and "@" not in name
        and plain
        not in {
            "admin",
            "administrator",
            "editor",
            "webmaster",
            "staff",
            "redaction",
            "rédaction",
            (site or "").casefold(),
        }
    )


def stated_sources(page: Page) -> tuple[Credit, ...]:
    """Return what JSON-LD says the article is based on or translated from, as credits without a place."""
    out: list[Credit] = []
    for record in page.articles:
        for key in ("isBasedOn", "translationOfWork", "isBasedOnUrl"):
            value = record.get(key)
            for item in value if isinstance(value, list) else [value]:
                out.extend(_basis(item))
    return tuple(dict.fromkeys(out))


def _basis(item: Any) -> Iterator[Credit]:
    address = item.get("url") or item.get("@id") if isinstance(item, dict) else item
    address = address if isinstance(address, str) and address.startswith("http") else None
    name = next(iter(jsonld.names(item)), None) or address
    if name:
        heading = name if isinstance(item, dict) and name != address else None
        yield Credit(CreditKind.source, name, None, heading, address)


def lines(page: Page) -> Iterator[str]:
    """Yield the short lines of the page's small elements (byline, foot), each once, in order."""
    seen: set[str] = set()
    for tag in page.tree.iter(
        "p", "span", "div", "small", "em", "i", "address", "footer", "a", "li", "cite", "time", "b", "strong"
    ):
        if len(tag) <= 3 and (words := _text(tag)) and len(words) <= 160 and words not in seen:
            seen.add(words)
            yield words


def _text(tag: Any) -> str:
    return " ".join(str(tag.text_content()).split())
