"""The page of a dossier: what it holds, what it never does."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import msgspec
import pytest

from selon.errors import UsageError
from selon.model.document import Capture, Document
from selon.report.html import render, safe_url
from tests.report.hostile import hostile
from tests.report.sample import Sample, build

_VOID = {"meta", "br", "link", "img", "hr", "input", "path", "line", "rect", "use", "circle"}


class Page(HTMLParser):
    """Collects tags, ids and fragment links, and checks that tags close in order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        return [a["id"] for _, a in self.tags if a.get("id")]


@pytest.fixture(scope="module", params=["fr", "en"])
def page(request) -> Page:
    return Page(render(build(), request.param))


def test_the_markup_is_well_formed(page: Page):
    """Every element closes in order."""
    assert not page.crossed
    assert not page.open


def test_ids_are_unique(page: Page):
    """No two elements answer to one fragment."""
    assert len(page.ids) == len(set(page.ids))


def test_every_link_inside_the_page_leads_somewhere(page: Page):
    """Clicking a node, a step, a siglum or a document always arrives, without a script."""
    targets = {
        a["href"][1:] for tag, a in page.tags if tag in ("a", "use") and (a.get("href") or "")[:1] == "#"
    }
    assert len(targets) > 60
    assert targets <= set(page.ids)


def test_nothing_is_loaded(page: Page):
    """The file needs no network: no source, no style sheet, no font, and a policy that forbids them."""
    assert not [a for _, a in page.tags if a.get("src") or a.get("srcset") or a.get("data")]
    assert not page.all("link") and not page.all("img") and not page.all("iframe")
    assert "default-src 'none'" in str(page.all("meta"))


def test_the_style_names_no_address():
    """The style sheet has no url() and no @import."""
    style = re.search(r"<style>(.*?)</style>", render(build()), re.S).group(1)
    assert "url(" not in style and "@import" not in style and "http" not in style


def test_the_same_dossier_gives_the_same_page():
    """Order of the records and repetition change nothing."""
    view = build()
    turned = dataclasses.replace(
        view,
        docs=view.docs[::-1],
        found=view.found[::-1],
        aside=view.aside[::-1],
    )
    assert render(view) == render(turned) == render(build())


def test_each_shared_or_disputed_claim_has_its_section(page: Page):
    """Claims with several articles, a dispute or a circle have a section; the others one row."""
    sections = [a["id"] for a in page.all("article") if "claim" in (a.get("class") or "")]
    assert len(sections) == 6
    assert "c01" in page.ids and "c07" in page.ids


def test_every_document_is_there_with_its_text(page: Page):
    """All documents are shown, and all characters that are not white space."""
    shown = [a["id"] for a in page.all("article") if "doc" in (a.get("class") or "").split()]
    assert len(shown) == len(build().docs)


def test_hostile_text_stays_text():
    """Markup in a text, a title, a name, an id or an address is shown, never obeyed."""
    source = render(hostile())
    page = Page(source)
    assert len(page.all("script")) == 1
    assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert" in source
    assert not [a for a in page.all("a") if (a.get("href") or "").lower().startswith(("javascript", "data"))]
    assert not page.crossed


def test_only_web_addresses_become_links():
    """An address of another kind is no link."""
    assert safe_url("https://example.org/a") == "https://example.org/a"
    assert safe_url("javascript:alert(1)") is None
    assert safe_url(None) is None


def test_an_empty_dossier_says_so():
    """A dossier without documents gives a page with one sentence and a way on."""
    assert "Aucun document." in render(Sample())
    assert "No document." in render(Sample(), "en")


def test_an_unknown_language_is_a_usage_error():
    """Only languages with interface words can be asked for."""
    with pytest.raises(UsageError, match="fr or en"):
        render(Sample(), "tlh")


def _crowd(count: int) -> Sample:
    """A dossier with many claims, each contested by many."""
    view = build()
    hurt = view.found[0]
    disputes = [msgspec.structs.replace(hurt.disputed_by[0], actor=f"Témoin {n}") for n in range(12)]
    for n in range(count):
        view.found.append(msgspec.structs.replace(hurt, id=f"many:{n}", disputed_by=tuple(disputes)))
    return view


def test_long_lists_fold_and_stay_well_formed():
    """With hundreds of claims the table and the disputes fold into details, and nothing is lost."""
    page = Page(render(_crowd(60)))
    assert not page.crossed and not page.open
    assert len(page.ids) == len(set(page.ids))
    assert "and 26 more" in render(_crowd(60), "en").replace("\u00a0", " ")
    assert "c067" in page.ids or "c67" in page.ids


def test_document_text_is_never_respaced():
    """French spacing is for the interface: the words of a document keep the spaces that they have."""
    view = build()
    text = "Il criait : « au feu ; vite » à qui voulait."
    view.docs.append(Document("d98", text, "fr", outlet="La Rive"))
    assert text in render(view)


def test_the_claims_follow_the_widest_gap():
    """The first section is the claim with most articles beyond its origins."""
    source = render(build())
    titles = re.findall(r'<h2 class="claim-title[^>]*>([^<]+)</h2>', source)
    assert titles[0] == "Douze personnes ont été blessées, dont deux grièvement"
    assert len(titles) == 6


def test_rejects_are_listed_with_their_reason():
    """What was set aside is on the page, with why."""
    source = render(build())
    assert "fil-2025-03-05.html" in source and "mur de cookies seul, aucun texte lu" in source


def test_furniture_is_dimmed_with_its_reason():
    """A cookie wall stands in the text of its document, apart, with the reason beside it."""
    source = render(build())
    blocks = re.findall(
        r'<div class="boil" lang="fr" dir="auto">([^<]*)</div><div class="note bn"><p[^>]*>(.*?)</p>', source
    )
    reasons = {text.split(".")[0]: why for text, why in blocks}
    assert "mur de cookies" in reasons["Ce site mesure son audience"]


def test_it_is_fit_to_annex_to_a_report():
    """Every text has its reference with the digest of what was read; method, limits and versions close it."""
    view = build()
    digest = "ab" * 32
    capture = Capture(digest, 1234, "fil/d01.html", "text/html", "utf-8", time="2025-03-10T08:00:00Z")
    view.docs[0] = msgspec.structs.replace(view.docs[0], capture=capture, url="https://apv.example/d01")
    source = render(view)
    references = source[source.index('id="references"') : source.index('id="method"')]
    assert references.count("<li>") == len(view.docs)
    assert digest in references and "https://apv.example/d01" in references
    assert "sans capture" in references
    method = source[source.index('id="method"') :]
    assert "Limites" in method and view.about["digest"] in method
