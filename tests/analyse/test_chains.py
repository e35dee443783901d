"""Chains inside one document: who reports whom, on invented sentences."""

from __future__ import annotations

import pytest

from selon.analyse.chains import parents
from selon.analyse.drafts import Draft
from selon.analyse.statements import find_statements
from selon.model.document import ANNEX_HEADING, Credit, CreditKind, Document, Part, PartKind
from selon.model.span import Span, words_of
from selon.model.statement import Stance, Statement


def chains(text: str, lang: str = "fr") -> set[tuple[str, str, str]]:
    """`(who is reported, with which cue, by whom)` for every nested statement, in words."""
    return _links(text, find_statements(Document("d", text, lang)))


def _links(text: str, found: tuple[Statement, ...]) -> set[tuple[str, str, str]]:
    known = {s.id: s for s in found}
    return {
        (words_of(text, s.source), words_of(text, s.cue), words_of(text, known[s.parent].source))
        for s in found
        if s.parent
    }


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Il a ajouté qu'il était rare que Nordal ait déclaré à la radio qu'elle fermerait son usine.",
            ("Nordal", "déclaré", "Il"),
        ),
        (
            "« À ce stade, la conductrice indique dans ses premières réponses qu'elle roulait seule », "
            "a dit Mme Ferrol.",
            ("la conductrice", "indique", "Mme Ferrol"),
        ),
        (
            "« Le pont restera fermé, comme l'a ordonné notre capitaine », a averti le maire.",
            ("notre capitaine", "ordonné", "le maire"),
        ),
        (
            "« Mme Ferrol considère que le quai est perdu », est-il précisé dans le communiqué.",
            ("Mme Ferrol", "considère", "le communiqué"),
        ),
        (
            "« Le comité de Rodane appelant à ce que le port ferme a tort », a commenté Ana Ferrol.",
            ("Le comité de Rodane", "appelant", "Ana Ferrol"),
        ),
        (
            "Selon le préfet Jean Ordas, « le rapport a révélé que la chute » du pont « est due à la crue » "
            "de mars.",
            ("le rapport", "révélé", "le préfet Jean Ordas"),
        ),
        (
            "Ana Ferrol affirme que Jean Ordas est venu au port et lui a assuré être un « ami fidèle ».",
            ("Jean Ordas", "assuré", "Ana Ferrol"),
        ),
        (
            "Selon son avocate, il lui est reproché une liste de six injures.",
            ("", "reproché", "son avocate"),
        ),
        (
            "« Le port est sûr », a déclaré la préfète Ana Ferrol, citée par 24 Heures.",
            ("la préfète Ana Ferrol", "déclaré", "24 Heures"),
        ),
        (
            "Le port fermera, selon la mairie, qui s'appuie sur les conclusions d'une expertise des douanes.",
            ("une expertise des douanes", "s'appuie sur", "la mairie"),
        ),
        (
            "Un retard dû à la crue, explique une source au quotidien.",
            ("une source", "explique", "quotidien"),
        ),
        (
            "Jean Ordas a démenti les affirmations de la maire Ana Ferrol selon qui le port devait fermer.",
            ("la maire Ana Ferrol", "affirmations", "Jean Ordas"),
        ),
        (
            "Nordal a admis avoir trompé les clients en leur affirmant que le produit était sûr.",
            ("Nordal", "affirmant", "Nordal"),
        ),
    ],
)
def test_a_statement_inside_another_stands_under_it(text: str, link: tuple[str, str, str]) -> None:
    """What is reported inside another's content has that one as parent, whatever the form."""
    assert link in chains(text)


def test_an_agency_is_no_level_above_its_own_source() -> None:
    """What a source tells an agency is that agency's own copy; a named speaker needs no paper above him."""
    assert not chains("Le port est vide, a indiqué une source policière à l'AFP.")
    assert not chains("Le port est vide, a dit Ana Ferrol au magazine Rivage.")


def test_a_post_names_the_account_it_was_taken_from() -> None:
    """ "via @X" at the end of a post is the level below its author; the link is no content."""
    text = "Le pont de Rodane a fermé ce matin. https://example.org/a via @RivageTV— Ana Ferrol (@aferrol)"
    assert chains(text) == {("@RivageTV", "via", "Ana Ferrol (@aferrol)")}
    contents = {words_of(text, s.content) for s in find_statements(Document("d", text, "fr"))}
    assert contents == {"Le pont de Rodane a fermé ce matin."}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le maire a été mis en cause mardi dans une affaire de fraude.", "dans une affaire de fraude"),
        ("Présentée par la presse comme « une experte », Ana Ferrol ne dit rien.", "comme « une experte »"),
        ("Il lui est reproché d'avoir menti au conseil.", "d'avoir menti au conseil"),
    ],
)
def test_passives_that_blame_or_present(text: str, content: str) -> None:
    """Passives tell what somebody is implicated in, blamed for or presented as, to the character."""
    assert content in {words_of(text, s.content) for s in find_statements(Document("d", text, "fr"))}


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("Comme l'a rappelé la préfète Ana Ferrol, la route est coupée.", "fr", "la préfète Ana Ferrol"),
        ("La route, comme l'indique Ana Ferrol dans sa note, est coupée.", "fr", "Ana Ferrol"),
        ("La route est coupée, ainsi que l'a confirmé la mairie.", "fr", "la mairie"),
        ("La route est coupée, comme indiqué dans le rapport.", "fr", "le rapport"),
        ("La route est coupée, lit-on dans le rapport.", "fr", "le rapport"),
        ("As Ana Ferrol has noted, the road is cut.", "en", "Ana Ferrol"),
        ("The road is cut, as first reported by the Dunmarrow Ledger.", "en", "the Dunmarrow Ledger"),
    ],
)
def test_the_sentence_around_is_what_such_a_clause_reports(text: str, lang: str, who: str) -> None:
    """Clauses like "comme l'a rappelé X", "as X has noted", "lit-on dans Y" give the sentence to X."""
    (said,) = find_statements(Document("d", text, lang))
    words = words_of(text, said.content).lower()
    assert words_of(text, said.source) == who
    assert words in {"la route est coupée", "la route … est coupée", "the road is cut"}


@pytest.mark.parametrize(
    "text", ["As he said goodbye, the crowd left.", "As police confirmed the arrests, all left."]
)
def test_as_of_time_is_no_report(text: str) -> None:
    """An as-clause with a verb that has its own object tells when, not who says so."""
    found = find_statements(Document("d", text, "en"))
    assert not any("left" in words_of(text, s.content) for s in found)


def _annex(host: str | None = None) -> Document:
    text = (
        "Le maire a fermé le pont hier soir.\n\nAnnexe, article publié par le Rivage :\n\n"
        "Le pont a tremblé deux fois, a affirmé le gardien Paul Lerme.\n\nContact : la rédaction"
    )
    heading = Span(text.index("Annexe"), text.index(" :\n") + 2)
    body, tail = Span(text.index("Le pont"), text.index("\n\nContact")), text.index("Contact")
    parts = (
        Part(PartKind.body, Span(0, text.index("\n")), "body"),
        Part(PartKind.credit, heading, ANNEX_HEADING),
        Part(PartKind.body, body, "body"),
        Part(PartKind.boilerplate, Span(tail, len(text)), "contact"),
    )
    credits = (Credit(CreditKind.republished, "le Rivage", heading),)
    return Document("d", text, "fr", parts=parts, credits=credits, host=host)


def test_a_republished_text_is_the_statement_of_its_publisher() -> None:
    """What a page reprints stands under whom its heading names; the furniture after it does not."""
    doc = _annex()
    found = find_statements(doc)
    whole = next(s for s in found if words_of(doc.text, s.source) == "le Rivage")
    assert words_of(doc.text, whole.content).endswith("Paul Lerme.")
    assert words_of(doc.text, whole.cue) == "publié"
    assert ("le gardien Paul Lerme", "affirmé", "le Rivage") in _links(doc.text, found)


def test_an_annex_read_apart_has_no_such_statement() -> None:
    """A document of its own is no statement of itself: its lineage says who published it."""
    doc = _annex(host="page")
    assert {words_of(doc.text, s.source) for s in find_statements(doc)} == {"le gardien Paul Lerme"}


@pytest.mark.parametrize(
    ("text", "lang", "lower", "upper"),
    [
        (
            "Le pont est détruit, rapporte le Rivage d'après une source policière.",
            "fr",
            "une source policière",
            "le Rivage",
        ),
        (
            "L'agence, qui cite la préfecture, affirme que le pont est détruit.",
            "fr",
            "la préfecture",
            "L'agence",
        ),
        (
            "Citant des sources policières, la radio affirme que le pont est détruit.",
            "fr",
            "des sources policières",
            "la radio",
        ),
        (
            "Selon la radio, qui cite une source policière, le pont est détruit.",
            "fr",
            "une source policière",
            "la radio",
        ),
        ("Le maire, relayé par la presse, a affirmé que le pont est détruit.", "fr", "Le maire", "la presse"),
        (
            "Citing police sources, Rivage News said the bridge was destroyed.",
            "en",
            "police sources",
            "Rivage News",
        ),
        (
            "According to Rivage News, which cited a police source, the bridge is destroyed.",
            "en",
            "a police source",
            "Rivage News",
        ),
        (
            "The army, quoted by state television, denied any attack on the bridge.",
            "en",
            "The army",
            "state television",
        ),
    ],
)
def test_one_content_under_two_levels(text: str, lang: str, lower: str, upper: str) -> None:
    """Who leans on another and who is cited by another share the content, wherever the words stand."""
    found = find_statements(Document("d", text, lang))
    assert {(a, b) for a, _, b in chains(text, lang)} == {(lower, upper)}
    assert len(found) == 2
    assert len({s.content for s in found}) == 1


def test_a_source_with_a_relative_clause_keeps_its_statement() -> None:
    """ "Selon X, qui dénonce Y, P": that X also denounces Y does not take P from him."""
    text = "Selon la préfète, qui dénonce un scandale, le pont est détruit."
    said = {words_of(text, s.content) for s in find_statements(Document("d", text, "fr"))}
    assert said == {"un scandale", "le pont est détruit"}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "La justice enquête sur des soupçons de fraude chez le constructeur Nordal.",
            ("", "soupçons", "de fraude chez le constructeur Nordal"),
        ),
        (
            "Il a dénoncé l'annonce par Ana Ferrol de la fermeture du port.",
            ("Ana Ferrol", "annonce", "de la fermeture du port"),
        ),
        (
            "Il a démenti les informations du Rivage selon lesquelles le port ferme.",
            ("Rivage", "informations", "le port ferme"),
        ),
        ("RT @VilleRodane: Le pont est fermé.", ("@VilleRodane", ":", "Le pont est fermé")),
    ],
)
def test_reports_by_noun_and_posts_passed_on(text: str, triple: tuple[str, str, str]) -> None:
    """Nouns that report an act of speech, and posts passed on, give source, cue and content once."""
    found = find_statements(Document("d", text, "fr"))
    triples = [tuple(words_of(text, part) for part in (s.source, s.cue, s.content)) for s in found]
    assert triples.count(triple) == 1
    assert sum(t[2] == triple[2] for t in triples) == 1


def test_pointing_back_without_a_source_hangs_by_its_cue() -> None:
    """A statement that points back and names nobody is placed by its cue."""
    outer = Draft((Span(10, 60),), (Span(0, 5),), (Span(6, 9),), Stance.asserts, "verb")
    inner = Draft((Span(30, 60),), (), (Span(20, 25),), Stance.asserts, "light: pointing back")
    assert parents([outer, inner]) == [None, 0]
