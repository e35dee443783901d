"""What a user does first: the demo, a question, one thing shown, a report."""

import json

import pytest

from tests.cli.test_bad_input import selon


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The sample dossier, traced by the command that the README names."""
    folder = tmp_path_factory.mktemp("demo")
    out, err = selon("demo", "--json", cwd=folder)
    return folder, json.loads(out), err


def test_the_demo_reads_eighteen_documents_and_sets_one_aside(case):
    """The cookie wall is listed with its reason; dossier and HTML dossier are written."""
    folder, found, err = case
    assert found["documents"] == 18
    assert len(found["rejects"]) == 1
    assert "cookie" in found["rejects"][0]["reason"]
    assert (folder / "demo.selon").exists()
    assert "18 new" in err
    page = (folder / "demo.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Douze personnes ont été blessées" in page


def test_who_finds_the_claim_in_other_words_and_another_language(case):
    """A question in English about the injured leads to the claim of twelve."""
    folder, *_ = case
    out, _ = selon(
        "who", "twelve people injured in the fire", "--dossier", "demo.selon", "--json", cwd=folder
    )
    assert "ouze personnes ont été blessées" in json.loads(out)[0]["text"]


def test_who_prints_the_tree_with_the_exact_words(case):
    """The tree names the last source, the articles and the words."""
    folder, *_ = case
    out, _ = selon("who", "douze blessés", "--dossier", "demo.selon", "--lang", "en", cwd=folder)
    out = out.replace("\u00a0", " ")
    for expected in ("10 articles", "Brochenoire", "d01", "Nous avons admis douze personnes"):
        assert expected in out


def test_who_says_when_nothing_was_asked(case):
    """An empty question gets a sentence, not a trace."""
    folder, *_ = case
    out, _ = selon("who", " ", "--dossier", "demo.selon", cwd=folder)
    assert "Rien" in out


@pytest.mark.parametrize("kind", ["document", "statement", "claim", "origin"])
def test_show_opens_each_kind_by_id_and_says_why(case, kind):
    """Whatever the summary names can be opened, as a page and as JSON."""
    folder, found, _ = case
    claim = next(c for c in found["claims"] if c["origins"])
    whole = json.loads(
        selon("show", "claim", claim["id"], "--dossier", "demo.selon", "--json", cwd=folder)[0]
    )
    idents = {
        "document": "d01",
        "claim": claim["siglum"],
        "statement": whole["assertions"][0]["statement"],
        "origin": whole["origins"][0]["id"],
    }
    out, _ = selon("show", kind, idents[kind], "--dossier", "demo.selon", "--why", cwd=folder)
    assert len(out) > 40


def test_show_lists_what_there_is_when_an_id_is_unknown(case):
    """A wrong id is answered with the ids that exist."""
    folder, *_ = case
    _, err = selon("show", "document", "d99", "--dossier", "demo.selon", cwd=folder, code=2)
    assert "no document d99" in err
    assert "d01" in err


def test_a_report_in_english_has_no_french_interface(case):
    """`report --lang en` writes the same dossier with English words around the documents' own."""
    folder, *_ = case
    selon("report", "demo.selon", "-o", "en.html", "--lang", "en", cwd=folder)
    page = (folder / "en.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert "independent origin" in page
    assert "origines indépendantes" not in page


def test_the_same_command_twice_prints_the_same(case):
    """The second demo finds nothing new and says the same."""
    folder, found, _ = case
    out, err = selon("demo", "--json", cwd=folder)
    assert json.loads(out) == found
    assert "18 unchanged" in err
