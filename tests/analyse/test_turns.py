"""Interviews, transcripts, block quotations and headlines of whole pages: who speaks in each paragraph."""

from __future__ import annotations

import pytest

from selon.analyse.statements import find_statements
from selon.analyse.turns import find_turns
from selon.model.document import Document, Part, PartKind
from selon.model.span import Span, words_of
from selon.model.statement import Form, Statement


def said(text: str, lang: str = "fr", outlet: str | None = None) -> list[tuple[str | None, str]]:
    """Holder and content of each statement, in order."""
    doc = Document("d", text, lang, outlet=outlet)
    return [(s.holder, words_of(text, s.content)) for s in find_statements(doc)]


INTERVIEW = (
    "Entretien avec la maire de Port-Lazare\n"
    "Anne Sorel est maire depuis 2014. Elle explique sa décision.\n"
    "La Gazette du Port : Pourquoi fermer le pont ?\n"
    "Anne Sorel : Le pont est dangereux. Les piles ont bougé.\n"
    "Nous avons prévenu l'État dès janvier.\n"
    "La Gazette du Port : Combien coûteront les travaux ?\n"
    "Sorel : Deux millions d'euros.\n"
    "Propos recueillis par Jeanne Caron"
)


def test_labels_of_an_interview_name_the_speaker_of_each_paragraph() -> None:
    """Answers belong to the person, paragraphs without a label go on; questions are the outlet's own."""
    assert said(INTERVIEW) == [
        ("Anne Sorel", "Le pont est dangereux. Les piles ont bougé."),
        ("Anne Sorel", "Nous avons prévenu l'État dès janvier."),
        ("Anne Sorel", "Deux millions d'euros."),
    ]


def test_letters_mean_the_person_whom_the_head_names() -> None:
    """ "R :" is the person interviewed, "Q :" nobody's statement; with no name there is no source."""
    turns = "Q : Pourquoi ?\nR : Le pont est dangereux.\nQ : Combien ?\nR : Deux millions."
    assert said("Le pont vu par Anne Sorel\n" + turns) == [
        ("Anne Sorel", "Le pont est dangereux."),
        ("Anne Sorel", "Deux millions."),
    ]
    assert [holder for holder, _ in said(turns)] == [None, None]


ASKED = (
    "{head}\n"
    "Anne Sorel est maire de Port-Lazare depuis 2014.\n"
    "**Pourquoi fermer le pont ?**\n"
    "Le pont est dangereux depuis l'hiver.\n"
    "**Combien coûteront les travaux ?**\n"
    "Deux millions d'euros.\n"
    "**Quand rouvrira-t-il ?**\n"
    "Au printemps, si tout va bien.\n"
)


def test_questions_in_bold_are_answered_by_the_person_interviewed() -> None:
    """Paragraphs that only ask make an interview where the page calls itself one, and nowhere else."""
    answers = [words for holder, words in said(ASKED.format(head="Entretien avec la maire")) if holder]
    assert answers == [
        "Le pont est dangereux depuis l'hiver.",
        "Deux millions d'euros.",
        "Au printemps, si tout va bien.",
    ]
    assert said(ASKED.format(head="Foire aux questions")) == []


def test_a_transcript_resolves_names_in_capitals_from_its_table_of_speakers() -> None:
    """ "SOREL" is the Anne Sorel of the list above; what she reports of others stands inside her turn."""
    text = (
        "Participants : Anne Sorel, maire ; Paul Vidal, pêcheur.\n"
        "SOREL : Le pont est sûr. Selon le préfet, les piles ont bougé.\n"
        "VIDAL : J'en doute.\n"
        "SOREL : Merci."
    )
    found = find_statements(Document("d", text, "fr"))
    turns = [s for s in found if s.parent is None]
    inner = [s for s in found if s.parent is not None]
    assert [s.holder for s in turns] == ["Anne Sorel", "Paul Vidal", "Anne Sorel"]
    assert {s.form for s in turns} == {Form.direct}
    assert [(words_of(text, s.source), s.parent) for s in inner] == [("le préfet", turns[0].id)]


@pytest.mark.parametrize(
    ("lang", "text", "speakers"),
    [
        (
            "fr",
            "M. DUPONT. – Le budget est faux.\nMme la présidente. – Silence.\nM. DUPONT. – Merci.",
            ["M. DUPONT", "Mme la présidente", "M. DUPONT"],
        ),
        (
            "en",
            "MR. LOWE: The bridge is unsafe. We know that.\nMS. VIDAL: I disagree.",
            ["MR. LOWE", "MS. VIDAL"],
        ),
        (
            "en",
            "THE PRESIDENT: Good morning.\nQ Why is it shut?\nTHE PRESIDENT: It is unsafe.",
            ["THE PRESIDENT", "THE PRESIDENT"],
        ),
        (
            "fr",
            "La maire, Anne Sorel, répond.\n"
            "| La Gazette | Et les commerces ? |\n| Anne Sorel | Ils seront aidés. |\n"
            "| La Gazette | Quand ? |\n| Anne Sorel | Cette année. |",
            ["Anne Sorel", "Anne Sorel"],
        ),
    ],
)
def test_labels_of_transcripts_and_tables(lang: str, text: str, speakers: list[str]) -> None:
    """A full stop and a dash, capitals and a colon, a letter alone, a row of a table: each opens a turn."""
    found = find_statements(Document("d", text, lang))
    assert [words_of(text, s.source) for s in found] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Météo : pluie toute la journée.\nTrafic : le pont est fermé.\nMétéo : vent dans la nuit.",
        "Le pont fermera. Question : qui paiera ?\nRéponse : la ville.",
        "Bilan : douze blessés.\nLieu : Port-Lazare.",
        "TOP NEWS — The bridge is shut.\nTOP NEWS — The port is open.\nWEATHER — Rain all day.",
        "Breaking News: The bridge is shut.\nTop Stories: The port.\nBreaking News: It rains.",
    ],
)
def test_rubrics_are_no_speakers(text: str) -> None:
    """Labels that name no person, function or medium make no conversation."""
    assert find_turns(Document("d", text, "fr")) == find_turns(Document("d", text, "en")) == ()


def one(text: str, lang: str = "fr") -> Statement:
    found = find_statements(Document("d", text, lang))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "« Nous n'avions plus de lumière depuis trois jours. »\n— Vera Lindqvist, habitante du quai",
        "« Nous n'avions plus de lumière » (Vera Lindqvist)",
        "> Nous n'avions plus de lumière depuis trois jours.\n— Vera Lindqvist, habitante du quai",
    ],
)
def test_the_credit_of_a_quotation_names_its_speaker(text: str) -> None:
    """On the line after it, in brackets, below a block: who signs a quotation has said it."""
    assert one(text).holder == "Vera Lindqvist"


def test_a_dash_that_opens_an_answer_is_no_credit() -> None:
    """The next speaker of a dialogue does not sign the line before."""
    text = "« Vous venez demain soir avec nous au port ? »\n— Paul ne sait pas encore."
    assert all(
        words_of(text, s.source) != "Paul ne sait pas encore"
        for s in find_statements(Document("d", text, "fr"))
    )


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Sorel : le pont restera fermé", "Sorel"),
        ("Le pont restera fermé six mois – Anne Sorel", "Anne Sorel"),
        ("Bretagne : le pont restera fermé", None),
    ],
)
def test_a_headline_names_a_person_who_speaks_below(head: str, name: str | None) -> None:
    """A name before a colon or after a dash is the speaker when the text has that person say something."""
    text = f"{head}\nLe pont fermera lundi, a dit la maire Anne Sorel."
    parts = (
        Part(PartKind.headline, Span(0, len(head)), "title"),
        Part(PartKind.body, Span(len(head) + 1, len(text)), "body"),
    )
    found = find_statements(Document("d", text, "fr", parts=parts))
    heads = [words_of(text, s.source) for s in found if s.part is PartKind.headline]
    assert heads == ([name] if name else [])
