"""Method and limits are one page away from everything."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("lang", "title"), [("fr", "Méthode et limites"), ("en", "Method and limits")])
def test_the_method_says_how_and_what_it_cannot_see(client, lang, title):
    """Nine rules of the count, five levels of evidence, limits, and the versions that made the dossier."""
    page = client.get("/method", headers={"accept-language": lang})
    assert page.status_code == 200 and f">{title}</h1>" in page.text
    rules = page.text.partition('<ol class="rules">')[2].partition("</ol>")[0]
    assert rules.count("<li>") == 9
    assert all(f'<b class="lv">{n}</b>' in page.text for n in range(1, 6))
    assert "lineage." in page.text and "docs/quality.md" in page.text


def test_every_page_leads_to_the_method(client):
    """The foot of a page links it."""
    assert 'href="/method"' in client.get("/claims").text
