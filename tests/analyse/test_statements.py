"""Statements on invented sentences: who says what, how, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analyse.rows import statement_row
from selon.analyse.statements import find_statements
from selon.analyse.voice import outlet_voice
from selon.model.document import Document
from selon.model.span import words_of
from selon.model.statement import Form, SourceKind, Stance, Statement


def read(text: str, lang: str = "fr", beliefs: bool = False) -> tuple[Document, tuple[Statement, ...]]:
    doc = Document("d", text, lang)
    return doc, find_statements(doc, beliefs)


def triples(text: str, lang: str = "fr", beliefs: bool = False) -> set[tuple[str, str, str]]:
    """Source, cue and content in words."""
    doc, found = read(text, lang, beliefs)
    return {tuple(words_of(doc.text, spans) for spans in (s.source, s.cue, s.content)) for s in found}  # type: ignore[misc]


FRENCH = [
    (
        "« Le dépôt a brûlé en dix minutes », a déclaré dimanche à la presse la préfète Lucie Arnal.",
        ("la préfète Lucie Arnal", "déclaré", "« Le dépôt a brûlé en dix minutes »"),
    ),
    (
        "Le pont sera fermé jusqu'à mardi, a-t-on appris de source policière.",
        ("source policière", "appris", "Le pont sera fermé jusqu'à mardi"),
    ),
    (
        "Selon la mairie de Port-Lazare, douze familles ont été relogées.",
        ("la mairie de Port-Lazare", "Selon", "douze familles ont été relogées"),
    ),
    (
        "Le ministre de l'Eau a assuré que le barrage tiendrait, ajoutant qu'aucune fuite n'avait été vue.",
        ("Le ministre de l'Eau", "ajoutant", "qu'aucune fuite n'avait été vue"),
    ),
    (
        "Le directeur a nié toute pollution de la rivière.",
        ("Le directeur", "nié", "toute pollution de la rivière"),
    ),
    (
        "L'armateur est accusé par le syndicat d'avoir caché les rapports.",
        ("le syndicat", "accusé", "d'avoir caché les rapports"),
    ),
    (
        "Les riverains réclament la fermeture du site.",
        ("Les riverains", "réclament", "la fermeture du site"),
    ),
    (
        "Paul Vidal : « Nous n'avons rien vu venir »",
        ("Paul Vidal", ":", "« Nous n'avons rien vu venir »"),
    ),
    (
        "La députée a qualifié ce projet de « faute grave ».",
        ("La députée", "qualifié", "ce projet de « faute grave »"),
    ),
    (
        "Il affirme avoir quitté le port avant minuit.",
        ("Il", "affirme", "avoir quitté le port avant minuit"),
    ),
    (
        "Le départ de l'entraîneur a été annoncé par le club.",
        ("le club", "annoncé", "Le départ de l'entraîneur"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_forms(text: str, expected: tuple[str, str, str]) -> None:
    """Each form of the French press gives its source, cue and content to the character."""
    assert expected in triples(text)


ENGLISH = [
    (
        "“The depot burned in ten minutes,” Mayor Ana Lowe said Sunday.",
        ("Mayor Ana Lowe", "said", "“The depot burned in ten minutes,”"),
    ),
    (
        "The ministry said that the bridge would reopen, adding that no one was hurt.",
        ("The ministry", "adding", "that no one was hurt"),
    ),
    (
        "Twelve families were moved, according to the city.",
        ("the city", "according to", "Twelve families were moved"),
    ),
    ("The company denied any leak at the plant.", ("The company", "denied", "any leak at the plant")),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_forms(text: str, expected: tuple[str, str, str]) -> None:
    """The same code reads the forms of the English press."""
    assert expected in triples(text, "en")


def test_spanish_without_parser() -> None:
    """The light pack finds asides, that-clauses and according-to forms."""
    text = (
        "El incendio causó daños, indicó la prefecta Lucía Arnal. Según dos testigos, hubo dos explosiones."
    )
    found = triples(text, "es")
    assert ("la prefecta Lucía Arnal", "indicó", "El incendio causó daños") in found
    assert ("dos testigos", "Según", "hubo dos explosiones") in found


SCARE = [
    "La vidéo montre des « sauveteurs » près du hangar.",
    "Le film « La Mer du soir » sort mercredi.",
    "Cette « opération » a coûté cher à la ville.",
    "Les « gilets verts » ont défilé dimanche.",
    "Le projet « Port 2030 » commence en mai.",
]


@pytest.mark.parametrize("text", SCARE)
def test_scare_quotes_and_titles_are_no_statements(text: str) -> None:
    """Words at a distance, titles and names in quotation marks report nothing."""
    assert read(text)[1] == ()


def test_chain_of_three_levels() -> None:
    """An outlet that leans on sources stands above them, with one content under both."""
    _, found = read("Le port va fermer, rapporte Radio Lazare en se référant à deux témoins du chantier.")
    upper = next(s for s in found if s.parent is None)
    lower = next(s for s in found if s.parent == upper.id)
    assert lower.content == upper.content and lower.source_kind is SourceKind.anonymous


def test_cited_by_stands_above() -> None:
    """What X says when "cité par Y" is reported by Y."""
    doc, found = read("« Tout va bien », a affirmé Jean Morel, cité par Radio Lazare.")
    said = next(s for s in found if words_of(doc.text, s.source) == "Jean Morel")
    above = next(s for s in found if s.id == said.parent)
    assert words_of(doc.text, above.source) == "Radio Lazare"


def test_quotation_carried_on() -> None:
    """A further quotation with no cue belongs to the speaker before it, as a statement of its own."""
    _, found = read("« Nous tiendrons bon », a dit Jean Morel. « Personne ne partira d'ici avant l'hiver. »")
    assert [s.cue == () for s in found] == [False, True]
    assert found[1].holder == "Jean Morel" and found[1].form is Form.direct


def test_holder_of_pronoun_and_office() -> None:
    """A pronoun and a function mean the person whom the document names with it."""
    text = (
        "Le capitaine Louis Ferrand a indiqué que le feu était éteint. "
        "« Nous restons sur place », a ajouté le capitaine. « C'est plus sûr », a-t-il dit."
    )
    _, found = read(text)
    assert [s.holder for s in found] == ["Louis Ferrand"] * 3
    assert {s.source_kind for s in found} == {SourceKind.named_person}


def test_block_quotations_belong_to_the_speaker_above() -> None:
    """Paragraphs set as quotations are direct speech of the one who introduces them."""
    text = "Vera Lindqvist a été claire.\n\n> La digue a cédé deux fois.\n\n> Nous paierons les travaux."
    _, found = read(text)
    assert len(found) == 2 and {s.holder for s in found} == {"Vera Lindqvist"}
    assert {s.form for s in found} == {Form.direct}


def test_hearsay_conditional() -> None:
    """An assertion in the conditional of hearsay with no source is reported by nobody, and hedged."""
    _, found = read("Trois hommes auraient été arrêtés dans la nuit.")
    assert len(found) == 1 and found[0].source == () and found[0].hedged
    assert found[0].source_kind is SourceKind.unattributed
    assert read("S'il pleuvait, la fête serait annulée.")[1] == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Le maire a démenti cette information.", Stance.denies),
        ("Le syndicat a demandé l'arrêt du chantier.", Stance.asks),
        ("L'opposition dénonce un marché truqué.", Stance.accuses),
        ("Le maire a confirmé que le chantier s'arrête.", Stance.asserts),
    ],
)
def test_stance_of_the_cue(text: str, stance: Stance) -> None:
    """The stance is that of the cue."""
    assert [s.stance for s in read(text)[1]] == [stance]


def test_beliefs_only_when_asked() -> None:
    """Wants and beliefs are statements only with the flag."""
    text = "Mayor Lowe believes that the plan will work."
    assert read(text, "en")[1] == ()
    assert [s.stance for s in read(text, "en", beliefs=True)[1]] == [Stance.believes]


def test_voice_is_what_no_statement_covers() -> None:
    """The outlet's own voice is the sentences that report nothing."""
    text = "Le hangar a brûlé dans la nuit de lundi. Le feu est éteint, a dit la maire Ana Sol."
    doc, found = read(text)
    assert [words_of(text, v.content) for v in outlet_voice(doc, found)] == [
        "Le hangar a brûlé dans la nuit de lundi."
    ]


def test_what_stands_before_a_part_that_others_counted_is_the_outlets_own() -> None:
    """ "700 marched, including 90 in the port according to the police": the outlet says 700."""
    whole, part = "Ils étaient 700 à marcher dans Brindelle lundi", "dont 90 au port"
    doc, found = read(
        f"{whole}, {part} selon la police. Selon la mairie, le port, dont 90 anneaux, est plein."
    )
    assert words_of(doc.text, found[0].content) == part
    assert [words_of(doc.text, v.content) for v in outlet_voice(doc, found)] == [whole]


def test_rows_have_the_fixed_fields() -> None:
    """A row names source, cue and content as offsets, and keeps nothing else."""
    _, found = read("Selon la police, le pont est fermé.")
    row = statement_row(found[0])
    assert row["source"] == [6, 15] and row["cue"] == [0, 5] and row["content"] == [[17, 34]]
    fields = ["doc_id", "id", "source", "cue", "content", "type", "stance", "hedged", "source_kind", "parent"]
    assert list(row) == fields


def test_every_statement_names_its_rule() -> None:
    """What found a statement can be asked for."""
    assert all(s.made.why for text, _ in FRENCH for s in read(text)[1])


PIECES = st.sampled_from(
    [
        "« ",
        " »",
        '"',
        "’",
        "\n",
        ", ",
        ". ",
        " : ",
        "a déclaré ",
        "dit-il",
        "selon ",
        "M. Durand ",
        "que ",
        "aurait été ",
        "citant ",
        "(",
        ")",
        "—",
        "> ",
        "\x00",
        "😀",
        "שלום ",
        "\u202e",
        "said ",
        "he ",
        "accusé de ",
        "d’",
        "X",
        "\u2028",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25).map("".join),
    st.sampled_from(["fr", "en", "es"]),
)
def test_any_text_gives_valid_spans(text: str, lang: str) -> None:
    """Arbitrary Unicode never crashes, and every span lies inside the text."""
    doc, found = read(text, lang, beliefs=True)
    for s in found:
        assert max(span.end for span in (*s.content, *s.source, *s.cue, *s.hedges)) <= len(text)
    assert find_statements(doc, True) == found


def test_long_text_with_no_sentence_end() -> None:
    """A hundred thousand words without a stop are read in seconds."""
    assert read("mot " * 100_000)[1] == ()
