"""Every output says which documents no parser has read."""

import json

import pytest

from tests.cli.test_bad_input import selon

ROWS = [
    {
        "id": "a",
        "lang": "de",
        "text": "„Die Brücke bleibt gesperrt“, sagte Bürgermeister Uwe Kern am Montag.",
    },
    {"id": "b", "lang": "sv", "text": "Bron är stängd. Det säger borgmästaren i staden."},
    {"id": "c", "lang": "fr", "text": "Le maire a dit que le pont est fermé."},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A German, a Swedish and a French document, traced."""
    made = tmp_path_factory.mktemp("partly")
    (made / "docs.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    selon("trace", "docs.jsonl", "--report", "page.html", "--lang", "en", cwd=made)
    return made


def test_statements_closes_with_the_languages_that_no_parser_read(folder):
    """One line a language, German as a light pack, Swedish as none; French is not named."""
    _, err = selon("statements", "docs.jsonl", "-o", "out.jsonl", cwd=folder)
    assert "1 of them in de: a light language pack, read without a parser" in err
    assert "1 of them in sv: no language pack" in err
    assert " in fr" not in err


def test_a_dossier_says_it_in_its_summary_and_its_page(folder):
    """Summary, JSON and HTML dossier name the same languages."""
    out, _ = selon("trace", "docs.jsonl", "--lang", "en", cwd=folder)
    said = " ".join(out.split())
    assert "1 document in German: light language pack" in said.replace("\u00a0", " ")
    rows, _ = selon("trace", "docs.jsonl", "--json", cwd=folder)
    assert json.loads(rows)["partly_read"] == [
        {"lang": "de", "kind": "light", "documents": 1},
        {"lang": "sv", "kind": "none", "documents": 1},
    ]
    assert "light language pack" in (folder / "page.html").read_text(encoding="utf-8")


def test_a_document_and_its_statements_say_it(folder):
    """The document's line and the rule of each statement name the kind of reading."""
    shown, _ = selon("show", "document", "a", "--lang", "en", cwd=folder)
    assert "light language pack" in " ".join(shown.split())
    rows, _ = selon("statements", "docs.jsonl", "-o", "-", cwd=folder)
    first = json.loads(rows.split("\n")[0])["id"]
    why, _ = selon("show", "statement", first, "--why", cwd=folder)
    assert "light pack de, no parser" in " ".join(why.split())
