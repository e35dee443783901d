"""The page of a claim: what a reader finds there, and that its address lasts."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from urllib.parse import quote

import msgspec
import pytest
from fastapi.testclient import TestClient

from selon.model.actor import ActorKind
from selon.model.claim import Assertion, Chain, ChainLink, Claim, LinkHow, Origin
from selon.model.document import Document
from selon.model.span import Span
from selon.model.statement import Form, SourceKind, Stance, Statement
from selon.store.dossier import Dossier
from selon.web.app import application
from tests.report.crowd import crowd
from tests.report.hostile import EVIL, hostile
from tests.report.sample import MADE, Sample, build
from tests.web.stored import stored


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


def _panels(page: str) -> dict[str, str]:
    """The panels of exact words by key."""
    opening = r'<section class="w[^"]*" id="claim-\w+-([\w-]+)" tabindex="-1">'
    return dict(re.findall(opening + r"(.*?)</section>", page, re.S))


def _plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_the_most_copied_claim_comes_first_in_the_list(client):
    """Sorted by articles, the first claim of the list has the page with the greatest count."""
    listed = client.get("/claims?sort=articles").text
    found = re.findall(r'href="(/claims/[0-9a-f]\w{6,})"', listed)
    counts = []
    for address in list(dict.fromkeys(found))[:3]:
        counts.append(int(re.findall(r'<span class="big">([^<]+)</span>', client.get(address).text)[0]))
    assert counts == sorted(counts, reverse=True) and counts[0] >= 10


def test_each_origin_opens_its_exact_words(hurt):
    """The node of an origin leads to the sentence that names it, with the document it stands in."""
    nodes = [a for a in hurt.all("a") if (a.get("data-key") or "").startswith("n")]
    node = next(a for a in nodes if "Ysaline Brochenoire" in (a.get("aria-label") or ""))
    assert (node["href"] or "").startswith("#")
    panel = _plain(_panels(hurt.source)[node["data-key"]])
    assert "Nous avons admis douze personnes cette nuit" in panel and "d08" in panel


def test_each_text_says_how_it_came_and_on_what_evidence(hurt):
    """The twin of the drawing has a row for each text: date, from which, how, evidence, last source."""
    table = hurt.source.partition("<table")[2].partition("</table>")[0]
    rows = {m[0]: _plain(m[1]) for m in re.findall(r'href="/documents/([^"]+)">(.*?)</tr>', table, re.S)}
    assert "copie abrégée, créditée 5" in rows["d03"] and " d01 " in rows["d03"]
    assert "copie modifiée : Douze → Vingt et une 4" in rows["d06"] and "affirme autre chose" in rows["d06"]
    assert "traduction créditée" in rows["d07"]


def test_a_line_opens_the_evidence_of_a_copy(hurt):
    """The line to a copy is a link to why it is one: level and words, and both texts to compare."""
    line = next(a for a in hurt.all("a") if a.get("data-edge") == "t-d03")
    assert "De d01 à d03" in (line["aria-label"] or "") and (line["href"] or "").endswith("t-d03-e")
    panel = _panels(hurt.source)["t-d03"]
    assert 'id="' + (line["href"] or "")[1:] + '"' in panel
    assert "dit par le texte" in panel and "/compare?a=d01&amp;b=d03" in panel


def test_who_contests_it_is_named_with_the_other_claim(hurt):
    """Those who give another figure stand beside those who say so, with their words and their count."""
    sides = hurt.source.partition("Qui le dit, qui le conteste")[2]
    contest, _, rivals = sides.partition("Donnent un autre chiffre")
    assert "dément" in contest and "Baptiste Ormelin" in contest and "Baptiste Ormelin" in rivals
    assert "Vingt et une personnes ont été blessées" in sides


def test_each_view_is_an_address(client, hurt):
    """All texts, stacks, outlets and one way each have an address, and say which one is shown."""
    mine = _find(client, "Douze personnes ont été blessées")
    assert "Seulement le chemin de" in hurt.text
    for view, said in (("stacks", "Piles ("), ("media", "Par média"), ("path&path=d03", "chemin de d03")):
        page = client.get(f"{mine}?view={view}").text
        assert said in page.partition('<b aria-current="true">')[2]
    way = Page(client.get(f"{mine}?view=path&path=d03").text)
    assert {a["data-doc"] for a in way.all("a") if a.get("data-doc")} == {"d01", "d03"}


def test_the_words_asked_for_are_open_first(client):
    """Without any script, an address opens the words of one text."""
    mine = _find(client, "Douze personnes ont été blessées")
    page = client.get(f"{mine}?words=t-d06").text
    first = re.search(r'<section class="w first" id="[^"]*-(t-[\w-]+)"', page)
    assert first is not None and first[1] == "t-d06"


ODD = (
    "view=nothing",
    "path=%3Cscript%3E",
    "view=path&path=nowhere",
    "open=x",
    "open=99999.t-d01",
    "words=%00",
)
LONG = ("open=" + "9" * 400, "view=path", "path=" + "d" * 9000)


@pytest.mark.parametrize("query", ODD + LONG)
def test_odd_questions_give_the_page(client, query):
    """What cannot be read in an address is taken as not asked; nothing of it becomes markup."""
    mine = _find(client, "Douze personnes ont été blessées")
    answer = client.get(f"{mine}?{query}")
    assert answer.status_code == 200 and "<script>" not in answer.text
    assert '<span class="big">10</span>' in answer.text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The hand-made sample: a circle, a changed copy, an own report."""
    path = stored(build(), tmp_path_factory.mktemp("made") / "made.selon")
    return TestClient(application(path, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


def test_a_circle_counts_zero_and_is_drawn_closed(made):
    """Texts that cite each other have no origin; each arrow of the circle opens the words that cite."""
    page = Page(made.get("/claims/claim:sold").text)
    assert re.findall(r'<span class="big">([^<]+)</span>', page.source) == ["2", "0"]
    assert "La chaîne revient à elle-même" in page.text
    arrows = [a for a in page.all("a") if (a.get("aria-label") or "").startswith("De ")]
    assert len(arrows) >= 2 and all((a["href"] or "").endswith("-e") for a in arrows)


def test_a_claim_born_of_a_changed_copy_says_so(made):
    """Its origin is the text that made the change, with the sign of that."""
    page = Page(made.get("/claims/claim:nitrate").text)
    assert "née d’une copie modifiée" in page.text and "Le Fil de l’Orvanche" in page.text


def test_a_claim_of_one_article_is_a_whole_page(made):
    """One article, one origin: no views to choose from, and everything else stands."""
    page = Page(made.get("/claims/claim:smoke").text)
    assert re.findall(r'<span class="big">([^<]+)</span>', page.source) == ["1", "1"]
    assert 'class="views' not in page.source and "Personne ne le conteste" in page.text


@pytest.fixture(scope="module")
def round_the_world(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A claim of more than two hundred texts."""
    path = stored(crowd(213), tmp_path_factory.mktemp("crowd") / "crowd.selon")
    return TestClient(application(path, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000))


def test_two_hundred_texts_stay_readable(round_the_world):
    """They stand in few rows, their dates on a strip; the page is light and loses none of them."""
    answer = round_the_world.get("/claims/claim:crowd")
    page = Page(answer.text)
    rows = [a for a in page.all("a") if a.get("data-doc")]
    assert len(rows) < 30 and "lignes)" in page.text
    table = page.source.partition("<table")[2].partition("</table>")[0]
    assert table.count("<tr>") == 208 + 1
    assert len(gzip.compress(answer.content)) < 60_000


def test_a_stack_opens_in_place(round_the_world):
    """The link of a stack opens ten of its texts and stays where it was; the next one closes it."""
    page = Page(round_the_world.get("/claims/claim:crowd").text)
    turn = next(
        a for a in page.all("a") if a.get("data-what") == "open" and "sur 67" in (a["aria-label"] or "")
    )
    opened = Page(round_the_world.get((turn["href"] or "").partition("#")[0]).text)
    pile = [a for a in opened.all("a") if a.get("data-pile") == turn["data-turn"]]
    assert len(pile) == 11
    closing = next(a for a in opened.all("a") if a.get("data-what") == "close")
    assert (closing["href"] or "").partition("#")[0] == "/claims/claim%3Acrowd"


def test_the_words_of_all_texts_of_a_huge_claim_are_asked_one_by_one(tmp_path):
    """Of hundreds of texts drawn at once the page holds the words of one, and addresses for the others."""
    made = TestClient(
        application(stored(crowd(300), tmp_path / "c.selon"), "fr"),
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50000),
    )
    page = Page(made.get("/claims/claim:crowd?view=all").text)
    far = [a["href"] or "" for a in page.all("a") if a.get("data-doc") and "words=" in (a["href"] or "")]
    assert len(far) > 250 and page.source.count('<section class="w') < 10
    asked = made.get(far[40].partition("#")[0]).text
    assert far[40].partition("#")[2] in asked


def test_a_former_id_still_answers(tmp_path):
    """The id of a claim that ended leads to the claim that took it in, and the page says so."""
    view = build()
    path = stored(view, tmp_path / "again.selon")
    with Dossier(path) as dossier, dossier.writing() as writer:
        renamed = [
            msgspec.structs.replace(c, id="claim:new") if c.id == "claim:hurt" else c for c in view.found
        ]
        writer.put_claims(renamed)
        writer.put_lists()
    made = TestClient(application(path, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000))
    page = made.get("/claims/claim:hurt")
    assert page.status_code == 200 and "claim:hurt a été repris" in page.text
    assert 'href="/claims/claim%3Anew"' in page.text


def test_hostile_text_stays_text(tmp_path):
    """Markup in ids, names, texts and addresses is shown, never obeyed, and no address runs a script."""
    made = TestClient(
        application(stored(hostile(), tmp_path / "evil.selon"), "fr"),
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50000),
    )
    answer = made.get("/claims/" + quote(EVIL, safe=""))
    page = Page(answer.text)
    assert answer.status_code == 200 and "<script>alert" not in answer.text
    assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]
    assert not [a for a in page.all("a") if (a.get("href") or "").lower().startswith(("javascript", "data:"))]


def test_a_text_of_a_thousand_words_is_cut_to_its_claim(tmp_path):
    """A sentence of a thousand words shows the words of the claim, and says that it goes on."""
    long = " ".join(f"mot{n}" for n in range(1000))
    text = f"Hier, {long}, douze personnes ont été blessées, puis {long}."
    span = Span(text.index("douze"), text.index(", puis"))
    said = Statement("s1", "d1", (span,), (), (), Form.voice, Stance.asserts, SourceKind.unattributed, MADE)
    origin = Origin("o1", "Le Fil", ActorKind.media, False, (0,))
    link = ChainLink("Le Fil", ActorKind.media, LinkHow.prints, "d1", None, "")
    claim = Claim(
        "claim1", span.of(text), "d1", span, (Assertion("d1", span, None, Stance.asserts, "s1"),),
        (origin,), 1, False, (Chain(0, (link,), "o1"),), MADE,
    )  # fmt: skip
    view = Sample(docs=[Document("d1", text, "fr", outlet="Le Fil")], said=[said], found=[claim])
    made = TestClient(
        application(stored(view, tmp_path / "long.selon"), "fr"),
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50000),
    )
    panel = _panels(made.get("/claims/claim1").text)["t-d1"]
    assert "… douze personnes ont été blessées …" in _plain(panel) and "mot500" not in panel


def test_undated_texts_are_said_to_be(tmp_path):
    """Where no text has a date there is no drawing of time, and each row says so."""
    view = build()
    view.docs[:] = [msgspec.structs.replace(d, published=None) for d in view.docs]
    made = TestClient(
        application(stored(view, tmp_path / "undated.selon"), "fr"),
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50000),
    )
    page = made.get("/claims/claim:hurt").text
    assert page.count("non daté") >= 9 and "Dans le temps" not in page
