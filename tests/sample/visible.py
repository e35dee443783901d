"""The sample pages as a person sees them, read without any of selon's readers."""

from __future__ import annotations

from functools import cache

from lxml import html

from selon import sample
from selon.sample.gold import GoldDocument
from selon.text.normalise import fold
from selon.text.segment import paragraphs, sentences

ARTICLE = "(//article | //*[@id='article'])"
ASIDE = "ancestor::aside or ancestor::header or ancestor::section or ancestor::div[@class='liens']"
ANNEX = "//section[@class='document']"


@cache
def source(file: str) -> str:
    """Return the decoded text of a sample file."""
    return (sample.folder() / "pages" / file).read_text(encoding="utf-8")


@cache
def page(file: str) -> str:
    """Return all that the file shows: a page without head, scripts and tags, other files as they are."""
    if not file.endswith(".html"):
        return source(file)
    tree = html.document_fromstring(source(file))
    for hidden in tree.xpath("//head | //script | //style"):
        hidden.drop_tree()
    return "\n".join(line for line in tree.text_content().splitlines() if line.strip())


def whole(document: GoldDocument) -> str:
    """Return what a page shows for one document: its annex is cut from its host."""
    shown = page(document.file)
    tree = html.document_fromstring(source(document.file)) if document.file.endswith(".html") else None
    annex = tree.xpath(ANNEX) if tree is not None else []
    if not annex:
        return shown
    text = "\n".join(line for line in annex[0].text_content().splitlines() if line.strip())
    return text if document.host else shown.replace(text, "")


def body(document: GoldDocument) -> tuple[str, ...]:
    """Return the paragraphs of the article itself, furniture left out by the page's own markup."""
    if document.file.endswith(".html"):
        return _html_body(document)
    blocks = source(document.file).split("---\n\n")[-1 if document.file.endswith(".txt") else 1].split("\n\n")
    kept = (b.strip() for b in blocks)
    return tuple(b for b in kept if b[:1].isalpha() and b.endswith(".") and not b.startswith("APV"))


def _html_body(document: GoldDocument) -> tuple[str, ...]:
    tree = html.document_fromstring(source(document.file))
    where = f"{ANNEX}//p" if document.host else f"{ARTICLE}//p[not(@class)][not({ASIDE})]"
    return tuple(" ".join(p.text_content().split()) for p in tree.xpath(where))


@cache
def sentences_of(id: str) -> tuple[str, ...]:
    """Return the sentences of one document's article, folded (letter case, accents, kinds of space)."""
    document = sample.gold().document(id)
    return tuple(
        fold(s.of(block))
        for block in body(document)
        for p in paragraphs(block)
        for s in sentences(block, document.lang, p)
    )
