"""A file and a database give the same answers: state, lists, searches, pages; but for ranks of searches."""

import itertools
import re

import msgspec
import pytest
from fastapi.testclient import TestClient

from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.report.html import render
from selon.store.dossier import Dossier
from selon.store.lists import (
    ACTOR_ORDERS,
    CLAIM_ORDERS,
    CLAIM_STATES,
    DOCUMENT_ORDERS,
    DOCUMENT_STATES,
    ActorAsk,
    ClaimAsk,
    DocumentAsk,
)
from selon.web.app import application
from tests.pipeline.states import state

WORDS = (
    "incendie", "blessés", "BLESSEES", "préfète prefete", "port-lazare", "l'usine", "12", "ammonitrate",
    "le la de", "absent", "oeuvre", "the fire", "Préfecture d'Orvanche", "_", "'; --", "%", "a:b & !c | (d)",
)  # fmt: skip
PAGES = (
    "/",
    "/claims",
    "/documents",
    "/actors",
    "/search?q=incendie&mode=words",
    "/judgements",
    "/method",
    "/compare",
)


@pytest.fixture(scope="module")
def both(traced, traced_team):
    """The sample as a file and as a database."""
    with Dossier(traced) as a, Dossier(traced_team) as b, a.snapshot() as file, b.snapshot() as team:
        yield file, team


def test_the_sample_ends_in_the_same_bytes(traced, traced_team):
    """Documents, findings and links of the sample, traced into each."""
    assert state(traced) == state(traced_team)


def test_the_same_page_is_drawn_of_both(both):
    """The HTML dossier of the sample, to the byte but for its name."""
    file, team = (re.sub(r"\b(sample|case\d+)\b", "NAME", render(view, "en")) for view in both)
    assert file == team


def asks():
    """Every order and limit of every list."""
    for order in CLAIM_ORDERS:
        yield "claim_page", ClaimAsk(order)
    for state_ in CLAIM_STATES:
        yield "claim_page", ClaimAsk(state=state_)
    for kind in (*ActorKind, "altered"):
        yield "claim_page", ClaimAsk(kind=kind)
        yield "actor_page", ActorAsk(kind=kind)
    for order in DOCUMENT_ORDERS:
        yield "document_page", DocumentAsk(order)
    for state_ in DOCUMENT_STATES:
        yield "document_page", DocumentAsk(state=state_)
    for order in ACTOR_ORDERS:
        yield "actor_page", ActorAsk(order)
    for kind, name in ((ClaimAsk, "claim_page"), (DocumentAsk, "document_page")):
        for limits in (
            {"lang": "fr"},
            {"since": "2025-03-05"},
            {"until": "2025-03-05"},
            {"outlet": "Le Phare"},
        ):
            yield name, kind(**limits)
    for words in WORDS:
        yield "claim_page", ClaimAsk(words=words)
        yield "document_page", DocumentAsk(words=words)
        yield "actor_page", ActorAsk(words=words)


@pytest.mark.parametrize(("name", "ask"), asks())
def test_lists_are_the_same(both, name, ask):
    """Whole and in stretches, row for row."""
    for start, size in ((0, 1000), (3, 4)):
        file, team = (msgspec.json.encode(getattr(view, name)(ask, start, size)) for view in both)
        assert file == team


def test_what_pages_ask_is_the_same(both):
    """Figures, neighbours, pairs, actors of a claim and claims of an actor."""
    file, team = both
    for name, args in (
        ("totals", ()), ("counts", ()), ("lenders", (8,)), ("days", ()), ("values", ("lang",)),
        ("values", ("outlet",)), ("pairs", ()), ("numbers", ()), ("info", ()), ("proposals", ()),
        ("rejects", ()),
    ):  # fmt: skip
        one, other = getattr(file, name)(*args), getattr(team, name)(*args)
        assert one == other, name
    for doc in file.documents():
        assert file.beside(doc.id) == team.beside(doc.id)
        assert file.pairs(doc.id) == team.pairs(doc.id)
    for actor in file.actors():
        assert file.claims_of_actor(actor.id) == team.claims_of_actor(actor.id)
        assert file.standing_of(actor.id) == team.standing_of(actor.id)
    for one, other in itertools.combinations([a.id for a in file.actors()], 2):
        assert file.shared_ends(one, other) == team.shared_ends(one, other)
    for number in range(file.total() + 2):
        assert file.claim_numbered(number) == team.claim_numbered(number)


@pytest.mark.parametrize("words", WORDS)
def test_searches_hit_the_same_places(both, words):
    """For any word and for every word, of all kinds and of claims: the same hits, whatever their order."""
    for kind, every in itertools.product(("", "claim"), (False, True)):
        file, team = ({(h.kind, h.ref) for h in view.search(words, 10_000, kind, every)} for view in both)
        assert file == team


def test_the_best_hit_of_a_rare_word_comes_first_in_both(both):
    """The one place with the rare word of a question comes before those that hold its frequent ones."""
    texts = " ".join(doc.text for doc in both[0].documents())
    words = sorted(set(re.findall(r"\w{9,}", texts)))
    rare = [word for word in words if len(both[0].search(word, 5)) == 1][:8]
    assert len(rare) == 8
    for view, word in itertools.product(both, rare):
        assert view.search(f"la {word} de", 5)[0].ref == view.search(word)[0].ref, word


def test_letters_that_no_accent_makes_are_folded_in_both(place):
    """Ligatures, barred letters and capitals are found as they are typed, and typed as they are found."""
    title = "Cœur, ÆRØ, Straße, Łódź, Đorđe, ﬁn, Ελλάδα, Ёлка, 中文"
    with Dossier(place, create=True) as dossier:
        with dossier.writing() as writer:
            writer.put_document(Document(id="a", text="x", lang="fr", title=title))
        with dossier.snapshot() as view:
            for words in (
                "coeur",
                "cœur",
                "aero",
                "strasse",
                "lodz",
                "DORDE",
                "Dordes",
                "fin",
                "ελλαδα",
                "елка",
                "中文",
            ):
                assert [h.ref for h in view.search(words)] == ["a"], words
                assert view.document_page(DocumentAsk(words=words), 0, 1).total == 1, words
            assert not view.search("cour")


def test_pages_are_served_from_both(traced, traced_team):
    """Each page of a served dossier has the same words, whichever store it is read from."""
    said = []
    for where in (traced, traced_team):
        client = TestClient(
            application(where_of(where), "en"), base_url="http://127.0.0.1", client=("127.0.0.1", 5)
        )
        answers = [client.get(page) for page in PAGES]
        assert [a.status_code for a in answers] == [200] * len(PAGES)
        said.append([re.sub(r"\b(sample|case\d+)\b", "NAME", a.text) for a in answers])
    kept = [n for n, page in enumerate(PAGES) if not page.startswith("/search")]
    assert [said[0][n] for n in kept] == [said[1][n] for n in kept]


def where_of(where):
    with Dossier(where) as dossier:
        return dossier.path
