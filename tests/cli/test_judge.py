"""`selon judge` and `selon judgements`, as a person types them."""

from typer.testing import CliRunner

from selon.cli.app import app
from selon.store.dossier import Dossier

RUN = CliRunner()
PAGES = {
    "depeche": "Douze personnes ont été blessées lundi au port, a indiqué la préfète de l'Orvanche.\n",
    "journal": "Selon le capitaine Éloi Marchais, douze personnes ont été blessées lundi au port.\n",
}


def case(tmp_path):
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    file = tmp_path / "d.selon"
    paths = [str(tmp_path / f"{n}.txt") for n in PAGES]
    assert RUN.invoke(app, ["trace", *paths, "--dossier", str(file), "-j", "1"]).exit_code == 0
    with Dossier(file) as dossier, dossier.snapshot() as view:
        said = [next(s.id for s in view.statements(d) if s.form != "voice") for d in PAGES]
    return str(file), said


def test_a_judgement_is_made_listed_exported_and_withdrawn(tmp_path):
    """Each step prints what it did; the list shows what stands, with `--all` everything."""
    file, said = case(tmp_path)
    made = RUN.invoke(
        app, ["judge", "claims", *said, "different", "-d", file, "--by", "Nour", "--note", "deux bilans"]
    )
    assert made.exit_code == 0 and "claims different: depeche@0-46 | journal@" in made.output
    assert "deux bilans" in RUN.invoke(app, ["judgements", "-d", file]).output
    out = tmp_path / "j.jsonl"
    assert RUN.invoke(app, ["judgements", "-d", file, "-o", str(out)]).exit_code == 0
    ident = made.output.split()[0]
    assert "withdrawn" in RUN.invoke(app, ["judgements", "--withdraw", ident[:6], "-d", file]).output
    assert RUN.invoke(app, ["judgements", "--withdraw", ident, "-d", file]).exit_code != 0
    assert RUN.invoke(app, ["judgements", "-d", file]).output == ""
    assert RUN.invoke(app, ["judgements", "-d", file, "--all"]).output.count("\n") == 2
    taken = RUN.invoke(app, ["judgements", "-d", file, "--take", str(out)])
    assert "0 judgements taken in" in taken.output


def test_an_unknown_id_or_verdict_says_what_there_is(tmp_path):
    """Exit code 2 and words that help."""
    file, said = case(tmp_path)
    wrong = RUN.invoke(app, ["judge", "claims", said[0], "c0", "same", "-d", file])
    assert wrong.exit_code != 0 and "no claim c0" in str(wrong.exception)
    assert RUN.invoke(app, ["judge", "claims", *said, "perhaps", "-d", file]).exit_code == 2


def test_an_actor_is_shown_with_its_reasons_and_doubts(tmp_path):
    """`show actor NAME --why` prints mentions with their places."""
    file, _ = case(tmp_path)
    shown = RUN.invoke(app, ["show", "actor", "Éloi Marchais", "--why", "-d", file])
    assert shown.exit_code == 0 and "le capitaine Éloi Marchais" in shown.output


def test_a_claim_names_the_decisions_that_it_rests_on(tmp_path):
    """`show claim --why` lists the judgement that keeps two sources one, with the command that undoes it."""
    file, _ = case(tmp_path)
    with Dossier(file) as dossier, dossier.snapshot() as view:
        actors = sorted(a.id for a in view.actors())
        claim = next(c.id for c in view.claims() if len(c.articles) == 2)
    made = RUN.invoke(app, ["judge", "actors", *actors[:2], "same", "-d", file, "--by", "Nour"])
    ident = made.output.split()[0]
    shown = RUN.invoke(app, ["show", "claim", claim, "--why", "-d", file, "--lang", "en"])
    assert "Decisions of people that this rests on" in shown.output
    assert f"--withdraw {ident}" in " ".join(shown.output.split())
    RUN.invoke(app, ["judgements", "--withdraw", ident, "-d", file])
    after = RUN.invoke(app, ["show", "claim", claim, "--why", "-d", file, "--lang", "en"])
    assert "Decisions of people" not in after.output
