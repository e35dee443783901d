"""Judging on the pages: kept, shown, obeyed, undone; what cannot stand is refused in plain words."""

from __future__ import annotations

import html
import shutil
from urllib.parse import unquote

import msgspec
import pytest
from fastapi.testclient import TestClient

from selon.model.judgement import place_key
from selon.store.dossier import Dossier
from selon.web.app import application

HOSTILE = "<script>alert(1)</script>\u202e" + "x" * 200


def records(path):
    """The claims and actors of a dossier as bytes."""
    with Dossier(path) as dossier, dossier.snapshot() as view:
        return msgspec.json.encode((view.claims(), view.actors(), view.proposals()))


def claims(path):
    with Dossier(path) as dossier, dossier.snapshot() as view:
        return {c.articles: c for c in view.claims()}


def judge(client, about, a, b, verdict, **more):
    fields = {"about": about, "a": a, "b": b, "verdict": verdict, "back": "/claims", "by": "Nour", **more}
    answer = client.post("/judge", data=fields, follow_redirects=False)
    assert client.app.state.runs.wait(60)
    return answer


def test_a_merge_is_made_shown_and_undone(traced, tmp_path):
    """On the sample: two claims judged the same are one and draw no third in; undo gives the same bytes."""
    path = shutil.copy(traced, tmp_path / "copy.selon")
    before = records(path)
    with TestClient(
        application(path, "fr"), base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    ) as client:
        with Dossier(path) as dossier, dossier.snapshot() as view:
            ids = [view.claim_numbered(n).id for n in (1, 2)]
            others = {c.id for c in view.claims()} - set(ids)
        assert judge(client, "claims", "c01", "c02", "same").status_code == 303
        with Dossier(path) as dossier, dossier.snapshot() as view:
            assert len({view.claim(ident).id for ident in ids}) == 1
            assert {c.id for c in view.claims()} >= others
        assert "Nour" in client.get("/judgements").text
        assert client.post("/judge/undo", data={"back": "/claims"}).status_code == 200
        assert client.app.state.runs.wait(60)
    assert records(path) == before


def test_a_statement_is_split_off_its_claim_from_its_page(desk, small_case):
    """The page of a claim offers its statements; the one chosen becomes another claim."""
    both = claims(small_case)["depeche", "journal"]
    page = desk.get(f"/claims/{both.id}").text
    other = next(a for a in both.assertions if a != both.canonical)
    key = place_key(other.doc, other.content)
    assert f'value="{key}"' in page
    first = place_key(both.canonical.doc, both.canonical.content)
    judge(desk, "claims", first, key, "different", note="deux bilans")
    assert {("depeche",), ("journal",)} <= set(claims(small_case))
    assert "deux bilans" in desk.get(f"/claims/{both.id}").text


def test_a_claim_is_merged_from_its_page_with_another_named_in_a_field(desk, small_case):
    """The merge button takes the field beside it; Enter alone judges nothing."""
    found = claims(small_case)
    both, market = found["depeche", "journal"], found["marche",]
    page = desk.get(f"/claims/{both.id}").text
    form = page[page.index('<form class="acts judge"') :]
    first = form[form.index("<button") :].split(">")[0]
    assert "disabled" in first and 'name="other"' in form and 'value="merge"' in form
    judge(desk, "claims", both.id, "", "merge", other=market.id)
    assert ("depeche", "journal", "marche") in claims(small_case)
    assert judge(desk, "claims", both.id, market.id, "merge").status_code == 404


def test_a_claim_is_put_aside_and_brought_back(desk, small_case):
    """It stands small in its list with who did so, the overview counts it, and undo shows it again."""
    both = claims(small_case)["depeche", "journal"]
    before = records(small_case)
    assert 'value="hide"' in desk.get(f"/claims/{both.id}").text
    runs = len(desk.app.state.runs.every())
    assert judge(desk, "claims", both.id, "", "hide").headers["location"] == "/claims"
    assert len(desk.app.state.runs.every()) == runs and records(small_case) == before
    row = desk.get("/claims").text.partition(f'data-claim="{both.id}"')[2].partition("</tr>")[0]
    assert 'class="aside"' in row and "Nour" in row
    overview = desk.get("/").text
    assert f"/claims/{both.id}" not in overview and "de côté" in overview
    page = desk.get(f"/claims/{both.id}").text
    assert "mise de côté" in page and 'value="hide"' not in page
    assert "mise de côté" in desk.get("/judgements").text
    desk.post("/judge/undo", data={"by": "Nour"})
    assert 'class="aside"' not in desk.get("/claims").text


def test_actors_judged_the_same_are_one_origin(desk, small_case):
    """By their names, as an analyst types them: the claim of both loses an origin."""
    judge(desk, "actors", "Préfète de l'Orvanche", "capitaine Éloi Marchais", "same")
    before = claims(small_case)["depeche", "journal"].origin_count
    with Dossier(small_case) as dossier, dossier.snapshot() as view:
        names = [a.name for a in view.actors()]
    if before != 1:  # names are shown as the texts write them
        ids = [a for a in names if "mairie" not in a]
        judge(desk, "actors", ids[0], ids[1], "same")
    assert claims(small_case)["depeche", "journal"].origin_count == 1


def test_two_texts_judged_no_copies_are_kept_so(desk):
    """A judgement of reuse is listed with the titles of both texts and exported."""
    judge(desk, "reuse", "depeche", "journal", "different")
    page = desk.get("/judgements").text
    assert "ne vient pas de" in page and "depeche" in page
    assert '"about":"reuse"' in desk.get("/judgements.jsonl").text


def test_what_contradicts_is_refused_with_what_to_withdraw(desk, small_case):
    """a = b stands: a ≠ b through a third is refused on a page that offers to withdraw."""
    found = claims(small_case)
    both, market = found["depeche", "journal"], found["marche",]
    places = [place_key(a.doc, a.content) for a in both.assertions]
    third = place_key(market.canonical.doc, market.canonical.content)
    judge(desk, "claims", places[0], third, "same")
    judge(desk, "claims", places[1], third, "same")
    answer = judge(desk, "claims", places[0], places[1], "different")
    assert answer.status_code == 409
    assert "contredit" in answer.text and "retirer" in answer.text and "Traceback" not in answer.text
    assert desk.get("/judgements.jsonl").text.count("\n") == 2


def test_a_judgement_is_withdrawn_by_its_id_and_the_record_stays(desk, small_case):
    """Withdrawing takes it out of force; the list of all still has both records."""
    ids = [c.id for c in claims(small_case).values()]
    judge(desk, "claims", ids[0], ids[1], "unsure")
    one = msgspec.json.decode(desk.get("/judgements.jsonl").text)
    desk.post("/judge/withdraw", data={"id": one["id"], "back": "/judgements"})
    assert "Personne n’a encore jugé" in desk.get("/judgements").text
    assert "retiré depuis" in desk.get("/judgements?all=1").text
    assert desk.post("/judge/withdraw", data={"id": one["id"]}).status_code == 404


def test_undo_takes_the_judgements_of_this_analyst_one_by_one(desk, small_case):
    """Another analyst's decision stays; with nothing left the page says so."""
    ids = [c.id for c in claims(small_case).values()]
    judge(desk, "claims", ids[0], ids[1], "unsure", by="Samir")
    judge(desk, "reuse", "depeche", "journal", "unsure", by="Nour")
    assert desk.post("/judge/undo", data={"by": "Nour"}).status_code == 200
    answer = desk.post("/judge/undo", data={"by": "Nour"})
    assert answer.status_code == 400 and "Rien à annuler" in answer.text
    assert "Samir" in desk.get("/judgements").text


def test_the_analyst_says_a_name_once(desk, small_case):
    """Without a name nothing is kept; once given it is in a cookie, shown, and signs what follows."""
    ids = [c.id for c in claims(small_case).values()]
    assert judge(desk, "claims", ids[0], ids[1], "unsure", by="").status_code == 400
    assert 'name="by" required' in desk.get(f"/claims/{ids[0]}").text
    desk.post("/analyst", data={"by": "  Zoé\u202e  Brun ", "back": "/judgements"})
    assert unquote(desk.cookies["selon-analyst"]) == "Zoé Brun"
    judge(desk, "claims", ids[0], ids[1], "unsure", by="")
    assert '"by":"Zoé Brun"' in desk.get("/judgements.jsonl").text
    assert 'name="by" required' not in desk.get(f"/claims/{ids[0]}").text


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("about", "everything", 400),
        ("verdict", "withdrawn", 400),
        ("verdict", "maybe", 400),
        ("a", "nobody", 404),
        ("a", HOSTILE, 404),
        ("b", "", 404),
        ("note", "n" * 2001, 413),
        ("by", "b" * 81, 413),
    ],
)
def test_a_wrong_field_is_a_clear_page(desk, small_case, field, value, status):
    """Wrong values change nothing and are answered by one sentence in French, escaped."""
    found = list(claims(small_case).values())
    given = {"about": "claims", "a": found[0].id, "b": found[1].id, "verdict": "same", "by": "Nour"}
    answer = desk.post("/judge", data={**given, field: value})
    assert answer.status_code == status
    assert "<script>alert" not in answer.text and "Traceback" not in answer.text
    assert desk.get("/judgements.jsonl").text == ""


def test_hostile_words_are_shown_as_words(desk, small_case):
    """Names and notes are escaped wherever they are listed."""
    ids = [c.id for c in claims(small_case).values()]
    judge(desk, "claims", ids[0], ids[1], "unsure", by="<b>Nour</b>", note=HOSTILE)
    page = desk.get("/judgements").text
    assert "<script>alert" not in page and "<b>Nour</b>" not in page
    assert html.escape("<b>Nour</b>") in page


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "claims", ""])
def test_the_way_back_never_leads_elsewhere(desk, small_case, back):
    """Only an address of this server is followed."""
    ids = [c.id for c in claims(small_case).values()]
    answer = judge(desk, "claims", ids[0], ids[1], "unsure", back=back)
    assert answer.headers["location"] == "/judgements"


def test_another_site_judges_nothing(desk, small_case):
    """A form on a foreign page is refused before it is read."""
    ids = [c.id for c in claims(small_case).values()]
    given = {"about": "claims", "a": ids[0], "b": ids[1], "verdict": "same", "by": "Nour"}
    for path in ("/judge", "/judge/undo", "/analyst", "/add", "/runs"):
        assert desk.post(path, data=given, headers={"origin": "http://evil.example"}).status_code == 403
    assert desk.get("/judgements.jsonl").text == ""


def test_a_judgement_that_was_not_obeyed_yet_is_obeyed_when_the_server_starts_again(small_case):
    """The server was closed before the links were found again: the next one does it."""
    from selon.model.judgement import Subject, Verdict
    from selon.pipeline import judging

    both = claims(small_case)["depeche", "journal"]
    places = [place_key(a.doc, a.content) for a in both.assertions]
    with Dossier(small_case) as dossier:
        now = "2025-03-05T08:00:00Z"
        judging.judge(dossier, Subject.claims, places[0], places[1], Verdict.different, "Nour", now)
    app = application(small_case, "fr")
    assert app.state.runs.wait(60)
    assert {("depeche",), ("journal",)} <= set(claims(small_case))
