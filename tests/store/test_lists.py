"""Lists by SQL say what the records say: order of sigla, limits, counts, and the surroundings of a claim."""

from __future__ import annotations

import pytest

from selon.model.claim import rank
from selon.store.dossier import Dossier
from selon.store.lists import CLAIM_ORDERS, ClaimAsk, DocumentAsk


@pytest.fixture(scope="module")
def view(traced_place):
    """The sample, traced into a file and into a database."""
    with Dossier(traced_place) as dossier, dossier.snapshot() as found:
        yield found


def test_claims_come_in_the_order_of_their_sigla(view):
    """The list, its numbers and the law of the model agree, whole or cut in stretches."""
    ordered = [c.id for c in sorted(view.claims(), key=rank)]
    cut = [row for start in range(0, len(ordered), 7) for row in view.claim_page(ClaimAsk(), start, 7).rows]
    assert [row.claim.id for row in cut] == ordered
    assert [row.number for row in cut] == list(range(1, len(ordered) + 1))
    assert view.claim_numbered(3).id == ordered[2]


@pytest.mark.parametrize("order", CLAIM_ORDERS)
def test_every_order_shows_every_claim_once(view, order):
    """An order moves claims and loses none."""
    found = view.claim_page(ClaimAsk(order), 0, 1000)
    assert found.total == len(found.rows) == len({row.claim.id for row in found.rows}) == len(view.claims())


def test_limits_say_what_the_records_say(view):
    """Claims cut by state, language, kind of origin and day are those whose records say so."""
    claims = {c.id: c for c in view.claims()}
    langs = {d.id: d.lang for d in view.documents()}

    def ids(**limits):
        return {row.claim.id for row in view.claim_page(ClaimAsk(**limits), 0, 1000).rows}

    assert ids(state="contested") == {i for i, c in claims.items() if c.disputed_by}
    assert ids(state="circular") == {i for i, c in claims.items() if c.circular} != set()
    assert ids(lang="es") == {i for i, c in claims.items() if any(langs[d] == "es" for d in c.articles)}
    assert ids(kind="altered") == {i for i, c in claims.items() if any(o.altered for o in c.origins)}
    assert ids(words="ammonitrate") == ids(words="AMMONITRATE") != set()
    assert ids(words="blesses") == ids(words="blessés") != set()
    assert not ids(since="2031")


def test_documents_say_where_they_come_from(view):
    """Copies are the texts with a decided parent."""
    parents = {e.derived for e in view.edges() if e.direction == "certain"}
    found = view.document_page(DocumentAsk(state="copies"), 0, 100)
    assert {row.document.id for row in found.rows} == parents


def test_the_page_of_a_claim_needs_no_more_than_its_surroundings(view):
    """What is drawn from the surroundings of a claim is what is drawn from the whole dossier."""
    from selon.report.html import section
    from selon.report.questions.case import Case

    whole = Case(view)
    for item in [i for i in whole.claims if i.full]:
        part = Case(view.around_claim(item.claim))
        near = part.by_claim[item.claim.id]
        assert near == item
        one, other = section(whole, item, "en"), section(part, near, "en")
        for key in ("drawing", "panels", "says", "contests", "apparatus", "lede", "time", "figures"):
            assert one[key] == other[key], (item.siglum, key)
