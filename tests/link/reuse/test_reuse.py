"""Reuse: what is a copy, what is not, and what a copy changed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.link.reuse.pairs import make_pairs
from selon.link.reuse.reuse import find_reuse
from selon.model.document import PartKind
from selon.model.passage import ChangeKind, ReuseKind
from selon.model.span import Span
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc, with_part


def kinds(passage):
    return [c.kind for c in passage.changes]


def test_a_reprint_is_verbatim_with_places_on_both_sides():
    """The same text inside another page is found with exact places, and nothing is said to have changed."""
    found = find_reuse([doc("a", DISPATCH), doc("b", f"{OTHER}\n\n{DISPATCH}")], {})
    assert [p.kind for p in found] == [ReuseKind.verbatim]
    assert found[0].a_span.of(DISPATCH) in DISPATCH
    assert found[0].b_span.of(f"{OTHER}\n\n{DISPATCH}") == DISPATCH.rstrip(".")
    assert found[0].changes == ()


def test_a_negation_makes_an_edit():
    """'Les chats sont gris' and 'Les chats ne sont pas gris' are not one text: polarity changed."""
    found = find_reuse([doc("a", "Les chats sont gris."), doc("b", "Les chats ne sont pas gris.")], {})
    assert found[0].kind is ReuseKind.edited
    assert kinds(found[0]) == [ChangeKind.polarity]


def test_a_dropped_negation_is_one_change():
    """Both halves of a French negation that falls are one change."""
    other = DISPATCH.replace("ne présentait aucune usure", "présentait une usure")
    (found,) = find_reuse([doc("a", DISPATCH), doc("b", other)], {})
    assert kinds(found) == [ChangeKind.polarity]
    assert "aucune" in found.changes[0].a_words


def test_figures_in_words_are_figures():
    """'Sept' that becomes 'Vingt et une' is a change of figure, shown with both wordings."""
    other = DISPATCH.replace("Sept personnes", "Vingt et une personnes")
    (found,) = find_reuse([doc("a", DISPATCH), doc("b", other)], {})
    assert [(c.kind, c.a_words, c.b_words) for c in found.changes] == [
        (ChangeKind.figure, "Sept", "Vingt et une")
    ]


def test_a_misspelled_name_is_a_change_of_name():
    """A name that is spelled otherwise is a change of name."""
    (found,) = find_reuse([doc("a", DISPATCH), doc("b", DISPATCH.replace("Ostelle", "Ostlele"))], {})
    assert kinds(found) == [ChangeKind.name]


def test_a_trimmed_copy_stays_verbatim_and_says_what_it_left_out():
    """Whole sentences that a copy leaves out are omissions; the rest was copied word for word."""
    short = " ".join((*SENTENCES[:2], SENTENCES[4]))
    (found,) = find_reuse([doc("a", DISPATCH), doc("b", short)], {})
    assert found.kind is ReuseKind.verbatim
    assert kinds(found) == [ChangeKind.omission]


def test_reordered_words_in_one_language_are_reworded():
    """A rewording sentence by sentence is found, and is no longer called edited."""
    other = (
        "À Morvagne, un pont suspendu au-dessus de la rivière Ostelle a lâché entre jeudi et vendredi "
        "pendant la nuit. "
        "La maire, qui cite un rapport des pompiers, parle de sept blessés, dont un gravement atteint. "
        "Sur le tablier se trouvaient, au moment où il a cédé, une camionnette de livraison et deux "
        "camions vides. "
        "Construit autrefois pour une carrière fermée, l'ouvrage était depuis l'automne interdit aux "
        "véhicules lourds. "
        "L'exploitant assure qu'aucune usure visible n'apparaissait sur le câble principal lors de la "
        "dernière visite."
    )
    found = find_reuse([doc("a", DISPATCH), doc("b", other)], {})
    assert [p.kind for p in found] == [ReuseKind.reworded]


def test_a_shared_quotation_is_not_reuse():
    """Two articles that only quote the same statement share that statement; neither copies the other."""
    said = "« Le câble principal ne présentait aucune usure visible lors de la visite de nos techniciens »"
    one = f"{OTHER} {said}, écrit la société."
    two = f"Les riverains de Morvagne attendent des réponses. {said}, affirme un communiqué reçu hier soir."
    docs = [doc("a", one), doc("b", two)]
    quoted = {d.id: (Span(d.text.index("«"), d.text.index("»") + 1),) for d in docs}
    assert find_reuse(docs, quoted) == ()
    assert find_reuse(docs, {}) != ()


@pytest.mark.parametrize("kind", [PartKind.boilerplate, PartKind.promo, PartKind.caption, PartKind.credit])
def test_furniture_is_not_reuse(kind):
    """What two pages share in furniture makes no passage."""
    notice = SENTENCES[3] + " " + SENTENCES[4]
    one = with_part(doc("a", f"{OTHER}\n\n{notice}"), kind, notice)
    two = with_part(doc("b", f"{SENTENCES[0]}\n\n{notice}"), kind, notice)
    assert find_reuse([one, two], {}) == ()


def test_the_same_headings_are_not_reuse():
    """Two reports under one headline and the same sub-heads, with no sentence in common, share nothing."""
    heads = ("Ce que l'on sait de la rupture du pont de Morvagne", "Les faits", "Les victimes", "La suite")
    one = "\n".join(x for pair in zip(heads, SENTENCES[:4], strict=True) for x in pair)
    others = [s + "." for s in OTHER.rstrip(".").split(". ")]
    two = "\n".join(x for pair in zip(heads, others, strict=True) for x in pair)
    assert find_reuse([doc("a", one), doc("b", two)], {}) == ()


def test_what_all_pages_of_an_outlet_carry_is_not_reuse():
    """A notice that every page of one outlet carries is the outlet's, and copies nothing."""
    notice = "Ce site vit du soutien de ses lecteurs, et chaque don finance une enquête menée sur le terrain."
    bodies = [
        f"{a} {b}"
        for a, b in (
            (
                "La scierie du bas a repris son travail lundi matin.",
                "Vingt ouvriers ont retrouvé leur poste.",
            ),
            ("Le lac de Tremel gèle rarement avant février.", "Les pêcheurs y vont tout de même en barque."),
            (
                "Un orchestre de cuivres jouera samedi sous la halle.",
                "L'entrée reste libre pour les enfants.",
            ),
            (
                "La route du col rouvrira quand la neige aura fondu.",
                "Les bus passent par la vallée en attendant.",
            ),
            (
                "Trois loups ont traversé le plateau cette semaine.",
                "Aucun troupeau n'a été touché jusqu'ici.",
            ),
        )
    ]
    pages = [
        doc(f"p{n}", f"{body}\n{notice}", outlet="La Gazette du plateau") for n, body in enumerate(bodies)
    ]
    assert find_reuse(pages, {}) == ()


def test_a_short_phrase_is_not_reuse():
    """A few common words in a row, in articles about other things, are no copy."""
    one = OTHER + " Une enquête a été ouverte."
    two = DISPATCH + " Une enquête a été ouverte."
    assert find_reuse([doc("a", one), doc("b", two)], {}) == ()


@given(st.permutations(range(5)))
@settings(max_examples=20)
def test_the_order_of_documents_changes_nothing(order):
    """Any order of the documents gives the same passages."""
    docs = [
        doc("a", DISPATCH),
        doc("b", DISPATCH.replace("Sept", "Neuf")),
        doc("c", " ".join(SENTENCES[1:4])),
        doc("d", OTHER),
        doc("e", DISPATCH),
    ]
    assert find_reuse([docs[n] for n in order], {}) == find_reuse(docs, {})


@given(st.text(max_size=300), st.text(max_size=300))
def test_places_lie_inside_both_texts(one, two):
    """Whatever the texts are, places lie inside them and changes inside their passage."""
    for p in find_reuse([doc("a", one + " " + DISPATCH), doc("b", DISPATCH + two)], {}):
        assert p.a < p.b and p.a_span.end <= len(one) + 1 + len(DISPATCH)
        assert p.b_span.end <= len(DISPATCH) + len(two)
        assert all(c.a is None or p.a_span.holds(c.a) for c in p.changes)
        assert all(c.b is None or p.b_span.holds(c.b) for c in p.changes)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "\x00", "a", "123"])
def test_empty_and_tiny_texts_are_no_reuse(text):
    """Texts with nothing in them match nothing and break nothing."""
    assert find_reuse([doc("a", text), doc("b", text), doc("c", DISPATCH)], {}) == ()


def test_one_document_inside_another_is_found_once():
    """A document that holds another whole gives one passage: the whole of the smaller one."""
    (found,) = find_reuse([doc("a", SENTENCES[2]), doc("b", DISPATCH)], {})
    assert found.a_span == Span(0, len(SENTENCES[2]) - 1)


def numbered(n: int) -> str:
    return f"La borne {n * 7919} du chemin {n * 104729} porte la plaque de la famille Lorvan{n}, en souvenir."


def test_a_megabyte_is_compared_in_bounded_time():
    """Two long articles with a few edits are aligned in seconds, with these edits shown."""
    lines = [numbered(n) for n in range(9000)]
    edited = list(lines)
    edited[4000] = edited[4000].replace("souvenir", "hommage")
    start = time.process_time()
    found = find_reuse([doc("a", "\n".join(lines)), doc("b", "\n".join(edited))], {})
    assert time.process_time() - start < 60
    assert sum(len(p.a_span) for p in found) > 0.99 * len("\n".join(lines))
    assert [c.b_words for p in found for c in p.changes] == ["hommage"]


def test_a_thousand_copies_make_one_family_in_bounded_time():
    """A thousand copies, half of them with a line of their own, cost time in proportion and lose no pair."""
    docs = [doc(f"d{n:04}", DISPATCH + (f" Lu {n} fois." if n % 2 else "")) for n in range(1000)]
    start = time.process_time()
    found = find_reuse(docs, {})
    pairs = make_pairs(docs, found)
    assert time.process_time() - start < 90
    assert len(found) < 20 * len(docs)
    assert len(pairs) == 1000 * 999 // 2


def test_a_page_that_repeats_one_line_is_bounded():
    """A text that says one sentence five thousand times is no trap."""
    start = time.process_time()
    find_reuse([doc("a", (SENTENCES[0] + "\n") * 5000), doc("b", (SENTENCES[0] + "\n") * 4000)], {})
    assert time.process_time() - start < 60


@pytest.mark.shared
def test_the_open_seeds_share_nothing(shared_dir):
    """The four hard articles are independent: no passage between any two."""
    texts = [(p.stem, p.read_text(encoding="utf-8")) for p in sorted((shared_dir / "seeds").glob("*.txt"))]
    assert len(texts) == 4
    assert find_reuse([doc(i, t) for i, t in texts], {}) == ()
