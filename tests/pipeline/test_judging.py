"""Decisions put into a dossier hold in later runs; those that cannot stand are refused with words."""

import pytest

from selon.errors import UsageError
from selon.model.judgement import Subject, Verdict, standing
from selon.pipeline import judging
from selon.pipeline.trace import link_again, trace
from selon.report.lookup import find, judged_key
from selon.store.dossier import Dossier

PAGES = {
    "depeche": "Douze personnes ont été blessées lundi au port, a indiqué la préfète de l'Orvanche.\n",
    "journal": "Selon le capitaine Éloi Marchais, douze personnes ont été blessées lundi au port.\n",
    "marche": "Le marché couvert rouvrira jeudi matin, a annoncé la mairie de Port-Lazare.\n",
}
NOW = "2025-03-05T08:00:00Z"


@pytest.fixture
def dossier(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / f"{name}.txt").write_text(text, encoding="utf-8")
    with Dossier(tmp_path / "d.selon", create=True) as made:
        trace([str(pages)], made, 1)
        yield made


def claims(dossier):
    with dossier.snapshot() as view:
        return {tuple(c.articles): c for c in view.claims()}


def decide(dossier, about, one, other, verdict, **more):
    with dossier.snapshot() as view:
        a, b = judged_key(view, about, one), judged_key(view, about, other)
    made = judging.judge(dossier, about, a, b, verdict, "Nour", NOW, **more)
    link_again(dossier)
    return made


def statements(dossier, *docs):
    with dossier.snapshot() as view:
        return [next(s.id for s in view.statements(d) if s.form != "voice") for d in docs]


def test_a_split_claim_stays_split_in_later_runs(dossier, tmp_path):
    """Two statements judged different are two claims, also after a new file has come in."""
    assert ("depeche", "journal") in claims(dossier)
    decide(dossier, Subject.claims, *statements(dossier, "depeche", "journal"), Verdict.different)
    assert {("depeche",), ("journal",)} <= set(claims(dossier))
    (tmp_path / "pages" / "radio.txt").write_text("Le port est fermé, selon la mairie.\n", encoding="utf-8")
    assert trace([str(tmp_path / "pages")], dossier, 1).linked
    assert {("depeche",), ("journal",)} <= set(claims(dossier))


def test_a_merged_claim_answers_to_its_former_ids(dossier):
    """Two claims judged the same are one, and the id that ended still finds it."""
    before = claims(dossier)
    both, market = before["depeche", "journal"], before["marche",]
    decide(dossier, Subject.claims, both.id, market.id, Verdict.same)
    after = claims(dossier)
    assert set(after) == {("depeche", "journal", "marche")}
    with dossier.snapshot() as view:
        ids = {find(view, "claim", c.id).id for c in (both, market)}
    assert ids == {after["depeche", "journal", "marche"].id}


def test_a_withdrawn_judgement_gives_the_former_claims_back(dossier):
    """Undo: the claims are the same as before, and both decisions are kept."""
    before = claims(dossier)
    pair = statements(dossier, "depeche", "journal")
    decide(dossier, Subject.claims, *pair, Verdict.different)
    decide(dossier, Subject.claims, *pair, Verdict.withdrawn)
    assert claims(dossier) == before
    with dossier.snapshot() as view:
        assert len(view.judgements()) == 2 and standing(view.judgements()) == ()


def test_a_place_taken_out_of_a_claim_of_four_leaves_the_others_together(dossier, tmp_path):
    """One statement judged different from the claim goes, the three that say the same stay one claim."""
    more = {"radio": "le médecin Paul Ostrel", "hebdo": "la pompière Inès Vauquier"}
    for name, who in more.items():
        text = f"Douze personnes ont été blessées lundi au port, affirme {who}.\n"
        (tmp_path / "pages" / f"{name}.txt").write_text(text, encoding="utf-8")
    trace([str(tmp_path / "pages")], dossier, 1)
    four = claims(dossier)["depeche", "hebdo", "journal", "radio"]
    (out,) = statements(dossier, "journal")
    decide(dossier, Subject.claims, out, four.id, Verdict.different)
    assert {("depeche", "hebdo", "radio"), ("journal",)} <= set(claims(dossier))
    with dossier.snapshot() as view:
        assert find(view, "claim", four.id).articles == ("depeche", "hebdo", "radio")


def test_a_merge_is_undone_by_its_id_and_holds_until_then(dossier, tmp_path):
    """The merged claim stays one when a file comes in; withdrawn, both are there again under their ids."""
    before = claims(dossier)
    both, market = before["depeche", "journal"], before["marche",]
    made = decide(dossier, Subject.claims, both.id, market.id, Verdict.same)
    (tmp_path / "pages" / "radio.txt").write_text("Le port est fermé, selon la mairie.\n", encoding="utf-8")
    assert trace([str(tmp_path / "pages")], dossier, 1).linked
    assert ("depeche", "journal", "marche") in claims(dossier)
    judging.withdraw(dossier, made.id[:8], "Nour", NOW)
    link_again(dossier)
    with dossier.snapshot() as view:
        assert [find(view, "claim", c.id).articles for c in (both, market)] == [both.articles, ("marche",)]


def test_the_id_of_a_claim_that_was_merged_and_split_again_finds_its_own(dossier):
    """Ids that ended are signposts only while they have ended: each claim answers to its own id first."""
    before = claims(dossier)
    for _ in range(2):
        made = decide(
            dossier, Subject.claims, before["depeche", "journal"].id, before["marche",].id, Verdict.same
        )
        judging.withdraw(dossier, made.id, "Nour", NOW)
        link_again(dossier)
    assert {k: c.id for k, c in claims(dossier).items()} == {k: c.id for k, c in before.items()}
    with dossier.snapshot() as view:
        assert all(find(view, "claim", c.id).articles == k for k, c in before.items())


def test_actors_judged_the_same_are_one_origin(dossier):
    """The claim of two sources has two origins; once they are judged one, it has one."""
    with dossier.snapshot() as view:
        ids = sorted(a.id for a in view.actors() if "mairie" not in a.name)
    assert claims(dossier)["depeche", "journal"].origin_count == 2
    decide(dossier, Subject.actors, *ids, Verdict.same)
    assert claims(dossier)["depeche", "journal"].origin_count == 1


def test_what_contradicts_is_refused_and_names_the_judgement(dossier):
    """a = b and b = c stand: a ≠ c is refused, and so is what nobody decided to withdraw."""
    a, b, c = statements(dossier, "depeche", "journal", "marche")
    decide(dossier, Subject.claims, a, b, Verdict.same)
    first = decide(dossier, Subject.claims, b, c, Verdict.same)
    with pytest.raises(UsageError, match=first.id):
        decide(dossier, Subject.claims, a, c, Verdict.different)
    with pytest.raises(UsageError, match="nothing to withdraw"):
        decide(dossier, Subject.claims, a, c, Verdict.withdrawn)
    with pytest.raises(UsageError, match="two different things"):
        decide(dossier, Subject.claims, a, a, Verdict.same)


def test_judgements_go_to_another_dossier(dossier, tmp_path):
    """An export taken in elsewhere gives the same claims; broken and contradicting lines are set aside."""
    pair = statements(dossier, "depeche", "journal")
    decide(dossier, Subject.claims, *pair, Verdict.different, note="deux bilans")
    with dossier.snapshot() as view:
        lines = list(judging.exported(view))
    (tmp_path / "j.jsonl").write_text("".join([*lines, "{broken\n", *lines]), encoding="utf-8")
    with Dossier(tmp_path / "e.selon", create=True) as other:
        trace([str(tmp_path / "pages")], other, 1)
        added, rejects = judging.take_in(other, str(tmp_path / "j.jsonl"))
        link_again(other)
        assert (added, [r.record for r in rejects]) == (1, ["j.jsonl:2"])
        assert claims(other) == claims(dossier)
        assert judging.take_in(other, str(tmp_path / "j.jsonl"))[0] == 0


def test_names_given_with_a_run_are_kept_for_the_next(dossier, tmp_path):
    """An alias file joins two sources; a later run without it keeps them joined; a bad entry is listed."""
    names = tmp_path / "names.toml"
    names.write_text(
        '[[actor]]\nname = "Éloi Marchais"\nalso = ["préfète de l\'Orvanche"]\n[[actor]]\nalso = ["x"]\n',
        encoding="utf-8",
    )
    pages = str(tmp_path / "pages")
    assert trace([pages], dossier, 1, aliases=[str(names)]).rejected == 1
    assert claims(dossier)["depeche", "journal"].origin_count == 1
    trace([pages], dossier, 1)
    assert claims(dossier)["depeche", "journal"].origin_count == 1
    with dossier.snapshot() as view:
        assert [r.record for r in view.rejects()] == ["names.toml:2"]
