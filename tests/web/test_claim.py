"""The page of a claim: what a reader finds there, and that its address lasts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient


class Page(HTMLParser):
    """A page as its elements and their words."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of one name."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self) -> str:
        """All words, white space folded."""
        return " ".join(" ".join(self.said).split())


def _find(client: TestClient, words: str) -> str:
    """The address of the claim that holds `words`, as a reader finds it: from the list of claims."""
    listed = client.get("/claims").text
    found = re.findall(r'href="(/claims/[0-9a-f]\w+)"[^>]*>([^<]+)<', listed)
    return next(address for address, text in found if words in text)


@pytest.fixture(scope="module")
def hurt(client: TestClient) -> Page:
    """The page of the claim of twelve hurt, of the sample."""
    return Page(client.get(_find(client, "Douze personnes ont été blessées")).text)


def test_the_claim_itself_is_the_heading(hurt):
    """There is one h1 and it is the claim, in the language of its text; headings go down one by one."""
    assert '<h1 class="claim-title' in hurt.source and hurt.source.count("<h1") == 1
    levels = [int(tag[1]) for tag, _ in hurt.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_articles_and_origins_are_printed_as_a_pair(hurt):
    """Ten articles say so, and they go back to two origins, who are named."""
    big = re.findall(r'<span class="big">([^<]+)</span>', hurt.source)
    assert big == ["10", "2"]
    assert "Service d’incendie de l’Orvanche" in hurt.text and "Ysaline Brochenoire" in hurt.text


def test_the_address_lasts(client, hurt):
    """The permanent link is the address of the page; a siglum leads to it; data links stand beside it."""
    links = [a.get("href") or "" for a in hurt.all("a")]
    mine = _find(client, "Douze personnes ont été blessées")
    assert mine in links and f"/api{mine}" in links and f"/api{mine}.csv" in links
    answer = client.get("/claims/c02", follow_redirects=False)
    assert answer.status_code == 307 and answer.headers["location"].startswith("/claims/")


def test_the_claims_beside_it_are_one_click_away(client):
    """The first claim leads to the second and back."""
    first = client.get("/claims/c01", follow_redirects=False).headers["location"]
    page = Page(client.get(first).text)
    after = next(a["href"] for a in page.all("a") if a.get("rel") == "next")
    assert not [a for a in page.all("a") if a.get("rel") == "prev"]
    back = Page(client.get(after).text)
    assert first in [a["href"] for a in back.all("a") if a.get("rel") == "prev"]


@pytest.mark.parametrize("ident", ["c0000000000", "c99999", "%00", "..%2F..%2Fetc", "c01%2Fx", "🙂"])
def test_a_wrong_id_is_one_sentence(client, ident):
    """An id that no claim has gives a calm page with a way out."""
    answer = client.get(f"/claims/{ident}")
    assert answer.status_code == 404
    assert "Aucune affirmation" in answer.text and 'href="/claims"' in answer.text
