"""A page made of paragraphs of others, and what an edit touched, from the text to what a person reads."""

from __future__ import annotations

import pytest

from selon.link.reuse.reuse import find_reuse
from selon.model.passage import ChangeKind, ReuseKind
from tests.link.texts import DISPATCH, OTHER, SENTENCES, doc

THIRD = (
    "La troupe du Rocher jouera tout l'hiver dans une grange prêtée par un meunier de Corvelle. "
    "Le décor tient dans une seule charrette, que deux ânes tirent d'un hameau à l'autre. "
    "Les places se paient en bois sec, à raison d'une bûche par spectateur."
)


def test_a_page_that_borrows_from_three_gives_three_alignments():
    """One paragraph from each of three pages, with words of its own between, is three passages in place."""
    taken = (" ".join(SENTENCES[:2]), OTHER.split(". ", 2)[0] + ". " + OTHER.split(". ", 2)[1] + ".", THIRD)
    own = ("Revue de la semaine.", "Rien à voir, mais tout de même.", "Et pour finir, la scène.")
    page = "\n\n".join(f"{o}\n{t}" for o, t in zip(own, taken, strict=True))
    sources = [doc("a1", DISPATCH), doc("a2", OTHER), doc("a3", THIRD)]
    found = find_reuse([*sources, doc("page", page)], {})
    assert [(p.a, p.b, p.kind) for p in found] == [(f"a{n}", "page", ReuseKind.verbatim) for n in (1, 2, 3)]
    assert [p.b_span.of(page) for p in found] == [t.rstrip(".") for t in taken]


EDITS = [
    ("fr", "Les chats sont gris", "Les chats ne sont pas gris", ChangeKind.polarity),
    ("en", "The cats are grey", "The cats are not grey", ChangeKind.polarity),
    ("fr", "le barrage a cédé", "le barrage n'a jamais cédé", ChangeKind.polarity),
    ("en", "the dam ever gave way", "the dam never gave way", ChangeKind.polarity),
    ("fr", "trois cents ouvriers", "neuf cents ouvriers", ChangeKind.figure),
    ("en", "three hundred workers", "nine hundred workers", ChangeKind.figure),
    ("fr", "une hausse de 4,5 %", "une hausse de 45 %", ChangeKind.figure),
    ("en", "a rise of 4.5 percent", "a rise of 45 percent", ChangeKind.figure),
    ("fr", "a répondu Odile Brassan", "a répondu Odette Brassan", ChangeKind.name),
    ("en", "answered Odile Brassan", "answered Odette Brassan", ChangeKind.name),
    ("fr", "le 4 mars au matin", "le 14 mars au matin", ChangeKind.date),
    ("en", "on March 4 in the morning", "on March 14 in the morning", ChangeKind.date),
    ("fr", "le vieux lavoir municipal", "le lavoir municipal", ChangeKind.omission),
    ("en", "the old town wash house", "the town wash house", ChangeKind.omission),
    ("fr", "le lavoir", "le lavoir condamné", ChangeKind.insertion),
    ("en", "the wash house", "the condemned wash house", ChangeKind.insertion),
]
FRAMES = {
    "fr": (
        "Au bout du chemin des Ormes, on raconte volontiers la même chose depuis dimanche : {}, "
        "et chacun hausse les épaules en refermant sa grille."
    ),
    "en": (
        "At the end of Elm Lane people have been telling the same thing since Sunday: {}, "
        "and everyone shrugs and closes the gate."
    ),
}


@pytest.mark.parametrize(("lang", "one", "other", "kind"), EDITS)
def test_an_edit_is_typed(lang, one, other, kind):
    """A copy with one word changed is edited, with the kind of the change, in both languages."""
    docs = [doc(i, FRAMES[lang].format(words), lang=lang) for i, words in (("a", one), ("b", other))]
    (found,) = find_reuse(docs, {})
    assert found.kind is ReuseKind.edited
    assert [c.kind for c in found.changes] == [kind]
