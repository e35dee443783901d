"""Questions of the pages and of a run that adds one article read the rows that they need, whatever there is.

Plans do not depend on how large a table is: selon keeps no statistics for SQLite, so that what holds here
holds for 100,000 documents.
"""

import re
import shutil

import msgspec
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from selon.model.document import Document
from selon.pipeline import trace as job
from selon.pipeline.catalogue import EXAMINE, version_of
from selon.pipeline.executors.local import Local
from selon.pipeline.progress import silent
from selon.store import lists
from selon.store.dossier import Dossier
from selon.web.app import application

SMALL = (
    r"meta|judgements|aliases|proposals|rejects|outlet|claim_marks|m|clusters|agency_list|ledger|unexamined"
)
"""Tables that stay small, or of which a question reads what is new."""

WHOLE = re.compile(rf"SCAN (?!(?:{SMALL})\b)(?!CONSTANT)(?!\w+_words VIRTUAL)(?!\()")
"""A step that goes over all rows of a table or an index; full-text indexes are asked by words."""

ALLOWED = (
    (r"^SELECT count\(\*\) FROM (claim_list|document_list|actor_list|claims)$", "counts a narrow index"),
    (r"^SELECT 'documents', count\(\*\)", "counts narrow indexes"),
    (r"^SELECT count\(\*\) FROM (claim_list|document_list) WHERE [a-z <>=0-9']+( AND [a-z <>=0-9']+)?$",
     "counts an index of the state"),
    (r"ORDER BY .* LIMIT \?( OFFSET \?)?$", "follows an index until a page is full"),
    (r"FROM actor_list WHERE name LIKE", "looks for a part of a name in every name"),
    (r"^SELECT id, digest FROM documents ORDER BY id$", "reads digests from their index, no text"),
    (r"^SELECT date, count\(\*\)", "counts days from their index"),
    (r"^SELECT (lang|outlet), count\(\*\)", "counts values from their index"),
    (r"^SELECT count\(DISTINCT", "counted once, when links are written"),
    (r"^INSERT INTO claim_marks", "follows the order of claims in its index, when links are written"),
    (r"^SELECT id FROM documents$", "draws a small dossier whole"),
)  # fmt: skip

PAGES = (
    "/", "/claims", *(f"/claims?sort={order}" for order in lists.CLAIM_ORDERS),
    *(f"/claims?state={state}" for state in lists.CLAIM_STATES),
    "/claims?language=fr", "/claims?outlet=Le+Phare", "/claims?kind=media", "/claims?words=incendie",
    "/claims?doc=d05", "/claims?since=2025-03-05", "/claims?until=2025-03-05&language=fr&words=incendie",
    "/documents", *(f"/documents?sort={order}" for order in lists.DOCUMENT_ORDERS),
    *(f"/documents?state={state}" for state in lists.DOCUMENT_STATES),
    "/documents?language=fr", "/documents?outlet=Le+Phare", "/documents?words=incendie",
    "/documents?since=2025-03-05", "/documents?until=2025-03-05",
    "/actors", *(f"/actors?sort={order}" for order in lists.ACTOR_ORDERS), "/actors?kind=person",
    "/actors?words=pre",
    "/search?q=incendie", "/claims/c03", "/documents/d05", "/captures/d05", "/compare", "/compare?a=d05",
    "/compare?a=d01&b=d05", "/judgements", "/method", "/rejects", "/runs",
    "/api/search?q=incendie", "/api/documents/d05", "/api/claims?from=2", "/api/passages?a=d01&b=d05",
)  # fmt: skip


class Plans:
    """The plans of all questions and changes that a dossier is put while this listens."""

    def __init__(self, dossier):
        self.found = {}
        event.listen(dossier._engine, "before_cursor_execute", self._note)

    def _note(self, connection, cursor, statement, parameters, context, many):
        if statement.startswith(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")):
            short = re.sub(r"\?(, \?)+", "?", statement)
            given = parameters[0] if many else parameters
            plan = cursor.connection.cursor().execute("EXPLAIN QUERY PLAN " + statement, given)
            self.found.setdefault(short, [row[3] for row in plan])

    def whole(self):
        """Return the statements that go over a whole table, but for those allowed."""
        bad = {s: plan for s, plan in self.found.items() if any(map(WHOLE.match, plan))}
        return {s: p for s, p in bad.items() if not any(re.search(form, s) for form, _ in ALLOWED)}


@pytest.fixture
def copied(traced, tmp_path):
    with Dossier(shutil.copy(traced, tmp_path / "d.selon")) as dossier:
        yield dossier


def no_table_is_read_whole(plans):
    found = plans.whole()
    assert not found, "\n".join(f"{statement}\n    {plan}" for statement, plan in found.items())


@pytest.mark.parametrize("few", [0, 2_000])
def test_no_page_reads_a_whole_table(copied, monkeypatch, few):
    """Every list in every order and cut, a claim, a document, an actor, a comparison, searches: as when many
    rows answer, and as when few do."""
    monkeypatch.setattr(lists, "_FEW", few)
    app = application(copied.path, "en")
    plans = Plans(app.state.dossier)
    client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 5))
    with copied.snapshot() as view:
        pages = [
            *PAGES,
            *(f"/claims/{c.id}" for c in view.claims()),
            *(f"/actors/{a.id}" for a in view.actors()),
        ]
    assert {page for page in pages if client.get(page).status_code != 200} == set()
    assert len(plans.found) > 80
    no_table_is_read_whole(plans)


def test_orders_and_states_of_lists_are_those_of_an_index(copied, monkeypatch):
    """No list sorts more rows than it shows when nothing but an order or a state is asked."""
    monkeypatch.setattr(lists, "_FEW", 0)
    plans = Plans(copied)
    with copied.snapshot() as view:
        for order in lists.CLAIM_ORDERS:
            view.claim_page(lists.ClaimAsk(order), 0, 5)
        for order in lists.DOCUMENT_ORDERS:
            view.document_page(lists.DocumentAsk(order), 0, 5)
        for order in lists.ACTOR_ORDERS:
            view.actor_page(lists.ActorAsk(order), 0, 5)
        for state in lists.CLAIM_STATES:
            view.claim_page(lists.ClaimAsk(state=state), 0, 5)
        for state in lists.DOCUMENT_STATES:
            view.document_page(lists.DocumentAsk(state=state), 0, 5)
    sorted_ = {
        s: p for s, p in plans.found.items() if "OFFSET" in s and any("TEMP B-TREE" in step for step in p)
    }
    assert sorted_ == {}


def test_adding_one_article_reads_no_table_whole(copied, tmp_path):
    """Reading, examining, asking what changed, and writing what one article more changes in the links."""
    (tmp_path / "new.txt").write_text("Le pont rouvrira jeudi, a annoncé la mairie.\n", encoding="utf-8")
    plans = Plans(copied)
    job._take_in([str(tmp_path / "new.txt")], copied, silent, None)
    job._examine_new(copied, Local(1), silent)
    with copied.snapshot() as view:
        assert view.unexamined(EXAMINE.name, version_of(EXAMINE)) == ()
        claim, actor, edge = view.claims()[0], view.actors()[0], view.edges()[0]
    plans.found.clear()  # but for the questions of this test itself
    with copied.writing() as writer:
        one = msgspec.structs.replace(claim.assertions[0], doc="new")
        writer.put_passages((), ["new"])
        writer.put_edges([msgspec.structs.replace(edge, derived="new")], ["new"])
        writer.put_clusters((), ["new"])
        writer.put_actors([msgspec.structs.replace(actor, name="Une autre")], None, [actor.id])
        claims = [msgspec.structs.replace(claim, assertions=(*claim.assertions, one))]
        writer.put_claims(claims, [claim.id, "gone"])
        writer.put_conflicts((), ["new"])
        writer.put_compared((), ["new"])
        writer.put_lists()
        writer.view.digests()
    no_table_is_read_whole(plans)


def test_reading_and_examining_one_article_read_no_table_whole(copied, tmp_path):
    """What a run asks before its links: what there was of the article, and what is to be examined."""
    (tmp_path / "new.txt").write_text("Le pont rouvrira jeudi, a annoncé la mairie.\n", encoding="utf-8")
    plans = Plans(copied)
    job._take_in([str(tmp_path / "new.txt"), str(tmp_path / "new.txt")], copied, silent, None)
    job._examine_new(copied, Local(1), silent)
    job._take_in([str(tmp_path / "new.txt")], copied, silent, None)
    no_table_is_read_whole(plans)
    texts = [s for s in plans.found if re.search(r"SELECT .*record FROM documents", s)]
    assert all("id IN" in s or "id =" in s for s in texts)


def test_a_scan_is_seen(copied):
    """The measure is able to fail: a question without an index is found."""
    plans = Plans(copied)
    with copied.snapshot() as view:
        view._records(Document, "SELECT record FROM documents WHERE lang = 'fr' ORDER BY date")
    assert len(plans.whole()) == 1
