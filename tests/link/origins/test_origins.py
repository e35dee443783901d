"""Origins: hidden sources, vague mentions, changed copies, and the steps of the count."""

from __future__ import annotations

from selon.model.actor import ActorKind
from selon.model.statement import SourceKind
from tests.link.story import Story, ferry

WORDS = "Le barrage de Sourdelle menace de céder"


def two(first: tuple[str, SourceKind], second: tuple[str, SourceKind]) -> Story:
    """The same content in two texts, each with a source."""
    story = Story()
    for doc, (source, kind) in (("x1", first), ("y1", second)):
        story.doc(doc, f"{WORDS}, selon {source}.", f"Outlet {doc}")
        story.said(doc, WORDS, source, kind)
    return story


def test_hidden_sources_with_nothing_in_common_are_two() -> None:
    """Anonymous sources of two texts that no reuse joins are two origins, with the doubt told (rule 5)."""
    story = two(("des riverains", SourceKind.anonymous), ("un ingénieur", SourceKind.anonymous))
    claim = story.claim("x1", WORDS)
    assert claim.origin_count == 2
    assert {o.on_record for o in claim.origins} == {False}
    assert [a.left for a in claim.alternatives] == [1]


def test_hidden_sources_in_copies_of_one_dispatch_are_one() -> None:
    """The same vague mention in a copy is the same source."""
    story = two(("des riverains", SourceKind.anonymous), ("des riverains inquiets", SourceKind.anonymous))
    story.copy("y1", "x1", WORDS, WORDS)
    assert story.claim("x1", WORDS).origin_count == 1


def test_a_body_and_its_communique_are_one_origin() -> None:
    """A communiqué of the prefecture is the prefecture, not a source of its own (rule 2)."""
    story = two(
        ("la préfecture de Morvagne", SourceKind.office),
        ("un communiqué de la préfecture de Morvagne", SourceKind.organisation),
    )
    claim = story.claim("x1", WORDS)
    assert [o.kind for o in claim.origins] == [ActorKind.office]


def test_a_mention_that_names_nobody_joins_the_named_source_with_a_doubt() -> None:
    """ "Les autorités" are the prefecture of the same claim; the other reading is an alternative."""
    story = two(("la préfecture de Morvagne", SourceKind.office), ("les autorités", SourceKind.organisation))
    claim = story.claim("x1", WORDS)
    assert claim.origin_count == 1
    assert [a.left for a in claim.alternatives] == [2]


def test_the_steps_lead_from_articles_to_origins() -> None:
    """Each line subtracts documents it names; the first counts articles, the last origins."""
    claim = ferry().claim("a1", "Quatorze passagers ont été blessés")
    first, *middle, last = claim.steps
    assert (first.rule, first.left) == ("articles", len(claim.articles))
    assert (last.rule, last.left) == ("origins", claim.origin_count)
    assert first.left + sum(s.change for s in middle) == last.left
    assert all(s.docs for s in middle)
    assert middle[0].rule == "copies" and middle[0].docs == ("b1",)


def test_several_unnamed_are_a_source_of_their_own() -> None:
    """ "Les enquêteurs" are not the prefecture that says the same: nothing in the texts makes them one."""
    story = two(("la préfecture de Morvagne", SourceKind.office), ("les enquêteurs", SourceKind.organisation))
    assert story.claim("x1", WORDS).origin_count == 2


def test_the_authorities_of_another_country_are_a_source_of_their_own() -> None:
    """ "Les autorités belges" do not speak for the prefecture; "les autorités" may."""
    story = two(
        ("la préfecture de Morvagne", SourceKind.office), ("les autorités belges", SourceKind.organisation)
    )
    assert story.claim("x1", WORDS).origin_count == 2


def test_unnamed_media_pass_on_what_somebody_says() -> None:
    """ "Des médias" are folded into the source that the other text names (rule 4)."""
    story = two(("la préfecture de Morvagne", SourceKind.office), ("des médias", SourceKind.media))
    assert story.claim("x1", WORDS).origin_count == 1


def test_a_copy_that_names_another_source_keeps_it() -> None:
    """A source that the original lacks is the origin of the changed copy (rule 6)."""
    story = two(
        ("la mairie de Morvagne", SourceKind.office), ("la préfecture de Morvagne", SourceKind.office)
    )
    story.copy("y1", "x1", WORDS, WORDS)
    assert story.claim("x1", WORDS).origin_count == 2


def test_two_reports_of_one_newsroom_are_one_origin() -> None:
    """An outlet that says the same twice in its own voice is one report (rule 4)."""
    story = Story()
    for doc in ("x1", "y1"):
        story.doc(doc, f"{WORDS}.", "Le Quai")
        story.said(doc, WORDS)
    assert story.claim("x1", WORDS).origin_count == 1


def test_a_report_of_a_saying_ends_with_who_said_it() -> None:
    """ "The Ledger writes that the mayor admitted": in one claim both places end at the mayor (rule 2)."""
    story = Story().doc("x1", f"Selon Le Quai, la maire de Morvagne admet que {WORDS}.", "La Digue")
    outer = story.said("x1", f"la maire de Morvagne admet que {WORDS}", "Le Quai", SourceKind.media)
    story.said("x1", WORDS, "la maire de Morvagne", SourceKind.office, parent=outer)
    assert story.claim("x1", WORDS).origin_count == 1


def test_an_age_binds_no_two_claims() -> None:
    """Two contents about people of one age are two claims; a toll that both give makes them one."""
    story = Story()
    story.doc("x1", "Un marin de 45 ans a perdu la vie près du phare, selon la mairie.", "Le Quai")
    story.doc("y1", "Le gardien, 45 ans, avait ouvert le bal des pompiers, selon sa femme.", "La Digue")
    story.said("x1", "Un marin de 45 ans a perdu la vie près du phare", "la mairie", SourceKind.office)
    story.said("y1", "Le gardien, 45 ans, avait ouvert le bal des pompiers", "sa femme")
    assert len(story.claims()) == 2


def test_reports_that_name_nobody_are_one_origin_and_the_doubt_is_told() -> None:
    """Two newsrooms that name no source are one origin; each may have seen for itself (ADR 19)."""
    story = Story()
    for doc, outlet in (("x1", "Le Quai"), ("y1", "La Digue")):
        story.doc(doc, f"{WORDS}.", outlet)
        story.said(doc, WORDS)
    claim = story.claim("x1", WORDS)
    assert claim.origin_count == 1
    assert [a.left for a in claim.alternatives] == [2]


def test_one_who_says_that_he_did_it_is_one_whatever_he_is_called() -> None:
    """ "A policeman admits having opened the sluice", "a constable …": one who did it, one origin."""
    story = Story()
    for doc, source in (("x1", "un policier"), ("y1", "un gardien de la paix")):
        story.doc(doc, f"{source} reconnaît avoir ouvert la vanne du barrage de Sourdelle.", f"Journal {doc}")
        story.said(doc, "avoir ouvert la vanne du barrage de Sourdelle", source, SourceKind.anonymous)
    assert story.claim("x1", "la vanne").origin_count == 1


def test_two_who_say_it_of_somebody_else_are_two() -> None:
    """What two unnamed officers say of the sluice, and not of themselves, is said twice."""
    story = two(("un policier", SourceKind.anonymous), ("un gardien de la paix", SourceKind.anonymous))
    assert story.claim("x1", WORDS).origin_count == 2


def test_a_paper_is_its_author_s_word_whatever_others_call_him() -> None:
    """A report by a policeman is his word, also where the claim has him as a constable first."""
    story = Story()
    said = "avoir ouvert la vanne du barrage de Sourdelle"
    for doc, source, kind in (
        ("x1", "un gardien de la paix", SourceKind.anonymous),
        ("y1", "un policier", SourceKind.anonymous),
        ("z1", "le rapport d'un policier", SourceKind.organisation),
    ):
        story.doc(doc, f"Il est établi, selon {source}, {said}.", f"Journal {doc}")
        story.said(doc, said, source, kind)
    assert story.claim("x1", "la vanne").origin_count == 1
