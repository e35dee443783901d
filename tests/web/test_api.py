"""The dossier for programs: JSON that the model reads back, CSV that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
import re

import msgspec

from selon.model.claim import Claim
from selon.report.exporters import tables


def test_a_claim_reads_back_as_its_record(client):
    """What the API gives is the record itself."""
    first = client.get("/api/claims?limit=1").json()["rows"][0]["claim"]
    one = client.get(f"/api/claims/{first['id']}")
    assert msgspec.json.decode(one.content, type=Claim).id == first["id"]


def test_every_table_opens_as_csv(client):
    """Each list has a CSV twin with one head and as many columns in every row."""
    claim = client.get("/api/claims?limit=1").json()["rows"][0]["claim"]["id"]
    actor = client.get("/api/actors?limit=1").json()["rows"][0]["actor"]["id"]
    of_claim = (f"claims/{claim}", f"claims/{claim}/texts", f"claims/{claim}/figures")
    names = ("claims", "documents", "actors", "edges", "rejects", *of_claim, f"actors/{actor}")
    for name in (*names, "search", "compare"):
        query = {"search": "?q=incendie", "compare": "?a=d01&b=d04"}.get(name, "")
        text = client.get(f"/api/{name}.csv{query}").content.decode("utf-8-sig")
        head, *rows = list(csv.reader(io.StringIO(text)))
        assert rows and all(len(row) == len(head) for row in rows), name


def test_the_tables_of_a_claim_hold_what_its_page_shows(client):
    """A row for each text of the drawing, those that assert something else too, and one for each figure."""
    claim = client.get("/api/claims?words=douze+personnes&limit=1").json()["rows"][0]["claim"]["id"]

    def rows(name: str) -> list[dict[str, str]]:
        text = client.get(f"/api/claims/{claim}/{name}.csv").content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    texts = {row["document"]: row for row in rows("texts")}
    assert texts["d06"]["asserts"] == "False" and texts["d06"]["how"] == "edits"
    assert texts["d07"]["how"] == "translates" and texts["d07"]["comes_from"] == "d01"
    assert [row["value"] for row in rows("figures")] == ["12.0", "21.0", "19.0", "14.0"]


def test_openapi_names_what_a_list_is_asked_for(client):
    """Every limit of a list is described, with its values where they are few; the page names them."""
    paths = client.get("/api/openapi.json").json()["paths"]
    told = {p["name"]: p for p in paths["/api/claims"]["get"]["parameters"]}
    assert {"sort", "words", "actor", "language", "outlet", "state", "since", "until"} <= set(told)
    assert "gap" in told["sort"]["schema"]["enum"] and all(p.get("description") for p in told.values())
    page = client.get("/api").text
    assert "language outlet" in page and "http" not in page.partition("<main")[2].partition("</main>")[0]
    assert page.count("<tr data-row") == sum("get" in ways for ways in paths.values())


def test_a_list_takes_the_limits_of_its_page(client):
    """The same query gives the same claims as JSON, as CSV and on the page."""
    found = client.get("/api/claims?state=circular").json()
    text = client.get("/api/claims.csv?state=circular").content.decode("utf-8-sig")
    assert found["total"] == len(list(csv.DictReader(io.StringIO(text)))) == 1


def test_no_cell_is_a_formula():
    """A title that begins like a formula is data in a spreadsheet, not an order."""
    text = "".join(tables.lines(["title", "n"], [{"title": '=HYPERLINK("x")', "n": -3}]))
    head, row = list(csv.reader(io.StringIO(text.removeprefix(tables.MARK))))
    assert row == ['\'=HYPERLINK("x")', "-3"] and head == ["title", "n"]


def test_the_api_describes_itself(client):
    """OpenAPI lists every address; a fault there is JSON, not a page."""
    paths = client.get("/api/openapi.json").json()["paths"]
    assert "/api/claims/{ident}" in paths and "/claims/{ident}" not in paths
    assert client.get("/api").status_code == 200
    wrong = client.get("/api/claims/nothing")
    assert wrong.status_code == 404 and "nothing" in wrong.json()["detail"]


def test_the_same_dossier_gives_the_same_bytes(client):
    """Asked twice, a list and a table are equal byte for byte."""
    for path in ("/api/claims", "/api/documents.csv", "/api/dossier"):
        assert client.get(path).content == client.get(path).content


def test_a_table_is_told_after_its_list(client):
    """On the page for programs "the same list as a table" follows the list that it means."""
    told = re.findall(r'<td class="mono c">(?:<a [^>]*>)?([^<]+)', client.get("/api").text)
    lists = [path for path in told if f"{path}.csv" in told]
    assert len(lists) > 5 and all(told[told.index(path) + 1] == f"{path}.csv" for path in lists)
