"""Claims: what merges, what never does, and where each one ends."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.model.actor import ActorKind
from selon.model.claim import LinkHow
from selon.model.statement import Form, SourceKind, Stance
from tests.link.story import Story, ferry

WORDS = "Quatorze passagers ont été blessés"


def test_a_copy_that_shortens_a_chain_takes_the_chain_of_its_original() -> None:
    """The trimmed copy ends at the harbour office that only the dispatch names (rule 1)."""
    claim = ferry().claim("b1", WORDS)
    chain = next(c for c in claim.chains if claim.assertions[c.assertion].doc == "b1")
    assert [link.how for link in chain.links][:2] == [LinkHow.prints, LinkHow.copies]
    origin = next(o for o in claim.origins if o.id == chain.origin)
    assert origin.name == "la Capitainerie d'Ouvrelac"


def test_copies_are_not_origins_and_an_own_report_is() -> None:
    """Three articles, one of them a copy: the harbour office and the nurse are the two origins."""
    claim = ferry().claim("a1", WORDS)
    assert claim.articles == ("a1", "b1", "d1")
    assert claim.origin_count == 2
    assert {o.kind for o in claim.origins} == {ActorKind.organisation, ActorKind.person}


def test_another_figure_is_another_claim_with_the_source_that_the_copy_adds() -> None:
    """The changed copy says forty on the word of witnesses: its own claim, anonymous, disputed (rule 6)."""
    claim = ferry().claim("c1", "Quarante passagers")
    assert claim.articles == ("c1",)
    assert [(o.kind, o.on_record) for o in claim.origins] == [(ActorKind.anonymous, False)]
    assert {d.doc for d in claim.disputed_by} >= {"a1"}
    assert "c1" in {d.doc for d in ferry().claim("a1", WORDS).disputed_by}


def test_the_altering_document_is_the_origin_when_the_named_source_says_otherwise() -> None:
    """A copy that makes the mayor say forty, while the dispatch has him say fourteen, is its own origin."""
    story = ferry()
    story.doc("e1", "Quarante passagers ont été blessés, a annoncé le maire d'Ouvrelac.", "La Vague")
    story.said("e1", "Quarante passagers ont été blessés", "le maire d'Ouvrelac", SourceKind.office)
    story.copy("e1", "b1", "Quarante passagers ont été blessés", WORDS)
    claim = story.claim("e1", "Quarante passagers")
    altered = [o for o in claim.origins if o.altered]
    assert [o.name for o in altered] == ["La Vague"]


def test_two_outlets_that_cite_each_other_have_no_origin() -> None:
    """A chain that comes back to itself adds nothing: circular, count 0 (rule 8)."""
    story = Story()
    story.doc("x1", "Le phare sera vendu à Corvalis, selon La Balise.", "Le Fanal")
    story.said("x1", "Le phare sera vendu à Corvalis", "La Balise", SourceKind.media)
    story.doc("y1", "Le phare sera vendu à Corvalis, d'après Le Fanal.", "La Balise")
    story.said("y1", "Le phare sera vendu à Corvalis", "Le Fanal", SourceKind.media)
    claim = story.claim("x1", "Le phare sera vendu")
    assert (claim.articles, claim.origin_count, claim.circular) == (("x1", "y1"), 0, True)


def test_a_cited_outlet_is_followed_into_its_own_text() -> None:
    """ "Selon Le Fanal" goes on to the harbour pilot whom Le Fanal quotes (rule 2)."""
    story = Story()
    story.doc("x1", "Le chenal est fermé depuis lundi, selon Le Fanal.", "La Balise")
    story.said("x1", "Le chenal est fermé depuis lundi", "Le Fanal", SourceKind.media)
    story.doc("y1", "Le chenal est fermé depuis lundi, affirme le pilote Aubin Trellec.", "Le Fanal")
    story.said("y1", "Le chenal est fermé depuis lundi", "Aubin Trellec", SourceKind.named_person)
    claim = story.claim("x1", "Le chenal est fermé")
    assert [o.name for o in claim.origins] == ["Aubin Trellec"]


def test_the_outlets_own_words_fold_into_what_another_text_attributes() -> None:
    """The same sentence without a source is no second origin (rule 4); alone it is the outlet's report."""
    story = Story()
    story.doc("x1", "Le chenal du Nord est fermé depuis lundi, affirme Aubin Trellec.", "Le Fanal")
    story.said("x1", "Le chenal du Nord est fermé depuis lundi", "Aubin Trellec", SourceKind.named_person)
    story.doc("y1", "Le chenal du Nord est fermé depuis lundi.", "La Balise")
    story.said("y1", "Le chenal du Nord est fermé depuis lundi.")
    assert [o.name for o in story.claim("y1", "Le chenal").origins] == ["Aubin Trellec"]
    story.statements["x1"].clear()
    story.doc("z1", "Le chenal du Nord est fermé depuis lundi.", "La Bouée")
    story.said("z1", "Le chenal du Nord est fermé depuis lundi.")
    assert {(o.kind, o.on_record) for o in story.claim("y1", "Le chenal").origins} == {
        (ActorKind.media, False)
    }


def test_a_denial_disputes_and_supports_nothing() -> None:
    """Who denies a claim is in its disputes, not among its assertions (rule 7)."""
    story = Story()
    story.doc("x1", "Le barrage de Sourdelle a cédé, affirme Lise Aubray.", "Le Fanal")
    story.said("x1", "Le barrage de Sourdelle a cédé", "Lise Aubray", SourceKind.named_person)
    story.doc("y1", "La société des eaux dément que le barrage de Sourdelle ait cédé.", "La Balise")
    story.said(
        "y1",
        "le barrage de Sourdelle ait cédé",
        "La société des eaux",
        stance=Stance.denies,
        form=Form.indirect,
    )
    claim = story.claim("x1", "Le barrage de Sourdelle a cédé")
    assert claim.articles == ("x1",)
    assert [d.doc for d in claim.disputed_by] == ["y1"]


def test_requests_assert_nothing() -> None:
    """What somebody asks for is no claim."""
    story = Story()
    story.doc("x1", "Lise Aubray demande que le barrage de Sourdelle soit vidé.", "Le Fanal")
    story.said("x1", "le barrage de Sourdelle soit vidé", "Lise Aubray", stance=Stance.asks)
    assert story.claims() == ()


def test_wordings_in_two_languages_are_one_claim() -> None:
    """The same proposition in French and English shares a claim, and the two speakers are its origins."""
    story = Story()
    story.doc("x1", "Le barrage de Sourdelle a cédé dimanche, affirme Lise Aubray.", "Le Fanal")
    story.said("x1", "Le barrage de Sourdelle a cédé dimanche", "Lise Aubray", SourceKind.named_person)
    story.doc("y1", "The Sourdelle dam gave way on Sunday, Owen Marrack said.", "The Beacon", lang="en")
    story.said("y1", "The Sourdelle dam gave way on Sunday", "Owen Marrack", SourceKind.named_person)
    assert story.claim("x1", "Le barrage").articles == ("x1", "y1")


def test_every_span_belongs_to_one_claim_and_indices_hold() -> None:
    """No place supports two claims; origins list existing assertions, each in one origin at most."""
    claims = ferry().claims()
    places = [(a.doc, a.content) for c in claims for a in c.assertions]
    assert len(places) == len(set(places))
    for claim in claims:
        listed = [n for o in claim.origins for n in o.assertions]
        assert len(listed) == len(set(listed))
        assert set(listed) <= set(range(len(claim.assertions)))
        assert claim.origin_count == len(claim.origins)
        assert claim.steps[-1].left == claim.origin_count


@settings(max_examples=8)
@given(st.permutations(["a1", "b1", "c1", "d1"]))
def test_the_order_of_documents_changes_nothing(order: list[str]) -> None:
    """Permuting the documents gives the same claims, ids and chains."""
    story = ferry()
    assert story.claims(order) == story.claims()


def test_an_empty_dossier_has_no_claims() -> None:
    """No documents, no claims; a document without statements has none either."""
    assert Story().claims() == ()
    assert Story().doc("x1", "Rien ne se passe.", "Le Fanal").claims() == ()


def test_one_figure_in_two_places_is_two_claims() -> None:
    """4,000 marchers in one town are not those in another, though figure and words are the same."""
    story = Story()
    for doc, place in (("x1", "Brindelle"), ("y1", "Morvagne")):
        story.doc(doc, f"Ils étaient 4.000 manifestants à {place}, selon la police.", f"Journal {doc}")
        story.said(doc, f"Ils étaient 4.000 manifestants à {place}", "la police")
    assert story.claim("x1", "4.000").articles == ("x1",)
