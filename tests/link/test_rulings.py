"""What people decided holds against what the machine finds, and only that."""

from __future__ import annotations

from selon.link.actors.actors import find_actors
from selon.link.claims.claims import find_claims
from selon.link.rulings import Rulings, allowed_edges, allowed_passages
from selon.model.claim import Claim
from selon.model.judgement import Judgement, Subject, Verdict, judgement, place_key
from selon.model.statement import SourceKind
from tests.link.story import Story

NOW = "2025-03-05T08:00:00Z"
BURNT = "Le dépôt du quai a entièrement brûlé lundi soir"
ALSO = "Lundi soir, le dépôt du quai a brûlé entièrement"
OTHER = "La mairie rouvrira le marché couvert dès jeudi matin"


def ruling(about: Subject, a: str, b: str, verdict: Verdict) -> Judgement:
    return judgement(about, a, b, verdict, "Nour", NOW, "", None)


def story() -> Story:
    made = Story()
    for n, (words, source) in enumerate(
        ((BURNT, "la préfecture"), (ALSO, "Aline Corbaz"), (OTHER, "le maire"))
    ):
        made.doc(f"d{n}", f"{words}, selon {source}.", f"Outlet {n}")
        made.said(f"d{n}", words, source, SourceKind.named_person)
    return made


def claims(made: Story, *judgements: Judgement) -> tuple[Claim, ...]:
    docs = list(made.docs.values())
    rulings = Rulings(tuple(judgements))
    return find_claims(docs, made.statements, made.quantities(), made.passages, made.edges, rulings=rulings)


def held(found: tuple[Claim, ...]) -> list[list[str]]:
    return sorted(list(c.articles) for c in found)


def key(made: Story, doc: str, words: str) -> str:
    return place_key(doc, made.place(doc, words))


def test_two_places_judged_different_end_in_two_claims() -> None:
    """The machine groups both wordings; after the judgement it never does."""
    made = story()
    assert ["d0", "d1"] in held(claims(made))
    apart = ruling(Subject.claims, key(made, "d0", BURNT), key(made, "d1", ALSO), Verdict.different)
    assert held(claims(made, apart)) == [["d0"], ["d1"], ["d2"]]


def test_two_places_judged_the_same_end_in_one_claim() -> None:
    """What no likeness would join is one claim when a person says so."""
    made = story()
    same = ruling(Subject.claims, key(made, "d0", BURNT), key(made, "d2", OTHER), Verdict.same)
    assert held(claims(made, same)) == [["d0", "d1", "d2"]]


def test_a_place_judged_different_stays_apart_from_all_that_is_the_same() -> None:
    """d0 = d2 by hand and d1 ≠ d2 by hand: the likeness of d0 and d1 no longer brings d1 in."""
    made = story()
    same = ruling(Subject.claims, key(made, "d0", BURNT), key(made, "d2", OTHER), Verdict.same)
    apart = ruling(Subject.claims, key(made, "d1", ALSO), key(made, "d2", OTHER), Verdict.different)
    assert held(claims(made, same, apart)) == [["d0", "d2"], ["d1"]]


def test_a_judgement_on_a_text_that_has_left_changes_nothing() -> None:
    """Keys of documents that are gone are passed over."""
    made = story()
    lost = ruling(Subject.claims, "gone@0-9", key(made, "d0", BURNT), Verdict.different)
    assert held(claims(made, lost)) == held(claims(made))


def test_unsure_leaves_the_machine_alone() -> None:
    """A doubt is kept as a record and moves nothing."""
    made = story()
    doubt = ruling(Subject.claims, key(made, "d0", BURNT), key(made, "d1", ALSO), Verdict.unsure)
    assert held(claims(made, doubt)) == held(claims(made))


def test_actors_judged_the_same_are_one_and_say_by_whom() -> None:
    """A person and a body become one actor, with the name of who decided as the reason."""
    made = story()
    docs = list(made.docs.values())
    before = find_actors(docs, made.statements)
    ours, theirs = (next(a for a in before.actors if a.name == n) for n in ("la préfecture", "Aline Corbaz"))
    same = ruling(Subject.actors, ours.keys[0], theirs.keys[0], Verdict.same)
    after = find_actors(docs, made.statements, Rulings((same,)))
    assert len(after.actors) == len(before.actors) - 1
    joined = next(a for a in after.actors if set(ours.keys) <= set(a.keys))
    assert "judged the same by Nour" in joined.why


def test_a_rejected_merge_of_actors_never_comes_back() -> None:
    """Two mentions of one last name, judged different, stay two, and the doubt is not proposed again."""
    made = Story()
    for n, source in enumerate(("Tancrède Villaudin", "M. Villaudin")):
        made.doc(f"d{n}", f"Le pont tient bon, selon {source}.", f"Outlet {n}")
        made.said(f"d{n}", "Le pont tient bon", source, SourceKind.named_person)
    docs = list(made.docs.values())
    (one,) = find_actors(docs, made.statements).actors
    apart = ruling(Subject.actors, one.keys[0], one.keys[1], Verdict.different)
    after = find_actors(docs, made.statements, Rulings((apart,)))
    assert len(after.actors) == 2 and after.proposals == ()


def test_texts_judged_no_copies_lose_their_passages_and_edges() -> None:
    """A rejected reuse leaves neither alignment nor lineage; others stay."""
    made = story()
    made.doc("d3", f"{BURNT}, lit-on.", "Outlet 3")
    made.copy("d3", "d0", BURNT, BURNT)
    made.copy("d1", "d0", ALSO, BURNT)
    apart = Rulings((ruling(Subject.reuse, "d3", "d0", Verdict.different),))
    assert [(p.a, p.b) for p in allowed_passages(made.passages, apart)] == [("d0", "d1")]
    assert [(e.derived, e.source) for e in allowed_edges(made.edges, apart)] == [("d1", "d0")]
    withdrawn = Rulings((replace_verdict(apart.judgements[0], Verdict.unsure),))
    assert len(allowed_passages(made.passages, withdrawn)) == 2


def replace_verdict(one: Judgement, verdict: Verdict) -> Judgement:
    return judgement(one.about, one.a, one.b, verdict, one.by, one.time, one.note, one)
