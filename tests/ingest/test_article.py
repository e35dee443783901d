"""HTML pages: main text, what the page states, credits that the extractor drops."""

from __future__ import annotations

import pytest

from selon.errors import RecordError
from selon.ingest.article import html_documents
from selon.ingest.assemble import Stated
from selon.model.document import CreditKind, PartKind
from tests.ingest.pages import HTML, WALL


def read(page):
    return html_documents("p", page, Stated(), None)


def test_what_a_page_states():
    """Title, outlet, address, byline, author, date with hour and zone, and the words they come from."""
    (doc,) = read(HTML)
    assert doc.title == "Le pont fermé pour deux semaines"
    assert (doc.outlet, doc.url) == ("Le Phare de Brévane", "https://phare.example/pont")
    assert (doc.byline, doc.author) == ("Par Solène Marquier", "Solène Marquier")
    published = doc.published
    assert (published.value, published.zone) == ("2024-05-06T06:30", "+02:00")
    assert (published.basis, published.words) == ("meta article:published_time", "2024-05-06T06:30:00+02:00")
    assert (doc.date, doc.lang) == ("2024-05-06", "fr")


def test_the_markup_tells_quotations_and_headlines():
    """A blockquote is a quotation, the h1 a headline."""
    (doc,) = read(HTML)
    found = {p.kind: p.span.of(doc.text) for p in doc.parts}
    assert found[PartKind.quotation].startswith("Nous avons choisi")
    assert found.get(PartKind.headline, doc.title) == doc.title


@pytest.mark.parametrize("where", ["in", "out"])
def test_a_credit_at_the_foot_survives(where):
    """'avec APV' is a credit whether the extractor keeps the line or drops it."""
    foot = '<p class="signature">avec APV</p>'
    page = HTML if where == "in" else HTML.replace(foot, "").replace("<footer>", f"<footer>{foot}")
    (doc,) = read(page)
    assert [(c.kind, c.name) for c in doc.credits] == [(CreditKind.agency, "APV")]


def test_a_source_in_json_ld_is_a_credit():
    """isBasedOn states where the article comes from."""
    block = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
        '"headline": "Le pont fermé", "datePublished": "2024-05-06T07:00:00Z", '
        '"author": [{"@type": "Person", "name": "Ivo Sarne"}, {"name": "Lena Marquis"}], '
        '"isBasedOn": {"@type": "NewsArticle", "headline": "Bridge shut", "url": "https://light.example/b"}}</script>'
    )
    (doc,) = read(HTML.replace("</head>", block + "</head>"))
    source = next(c for c in doc.credits if c.kind is CreditKind.source)
    assert (source.name, source.url, source.span) == ("Bridge shut", "https://light.example/b", None)
    assert doc.author == "Ivo Sarne, Lena Marquis"
    assert doc.title == "Le pont fermé"


def test_broken_json_ld_is_passed_over():
    """A block that is not JSON states nothing and breaks nothing."""
    (doc,) = read(HTML.replace("</head>", '<script type="application/ld+json">{"@type": </script></head>'))
    assert doc.outlet == "Le Phare de Brévane"


def test_a_page_without_a_date_has_none():
    """A day in the story is not the day of publication, and htmldate's guess needs words of the page."""
    page = HTML.replace('<meta property="article:published_time" content="2024-05-06T06:30:00+02:00">', "")
    page = page.replace("© 2024 ", "© ").replace("à partir de lundi", "à partir du 28 septembre")
    (doc,) = read(page)
    assert doc.published is None


def test_a_printed_date_adds_the_hour():
    """The meta tag gives the day, the line under the title the hour of the same day."""
    page = HTML.replace("2024-05-06T06:30:00+02:00", "2024-05-06")
    page = page.replace("<h1>", "<p>Publié le 6 mai 2024 à 06 h 30 (UTC+2)</p><h1>")
    (doc,) = read(page)
    assert (doc.published.value, doc.published.zone) == ("2024-05-06T06:30", "+02:00")


def test_only_a_wall_is_refused():
    """A page with nothing but its consent wall has no article."""
    with pytest.raises(RecordError, match="only a cookie wall, no article text: “Avec votre accord"):
        read(WALL)


def test_furniture_is_left_out_of_the_main_text():
    """A wall beside the article does not get into its text."""
    wall = WALL[WALL.index("<p>") : WALL.index("<button>")]
    (doc,) = read(HTML.replace("</article>", f"{wall}</article>"))
    assert "cookies" not in doc.text
    assert "Une déviation sera mise en place" in doc.text


def test_an_annex_in_a_page():
    """A republished text inside a page is a second document of the page's main text."""
    annex = (
        "<h2>Document : communiqué n° 2024-7 de la mairie de Brévane (texte intégral)</h2>"
        "<p>Brévane, le 5 mai 2024, 16:00 (UTC+02:00)</p>"
        "<p>Le pont de Brévane sera fermé à toute circulation du lundi 6 mai au dimanche 19 mai inclus.</p>"
        "<p>La mairie prie les habitants de l'excuser pour la gêne et les remercie de leur patience.</p>"
    )
    host, second = read(HTML.replace("</article>", f"{annex}</article>"))
    assert (second.id, second.host) == ("p#2", "p")
    assert second.title == "communiqué n° 2024-7 de la mairie de Brévane"
    assert second.published.value == "2024-05-05T16:00"
    assert host.published.value == "2024-05-06T06:30"
    assert [c.name for c in second.credits] == ["mairie de Brévane"]
    assert "communiqué n° 2024-7" not in host.text
