"""A text shows itself where something was left out of it."""

from __future__ import annotations

import pytest

from selon.link.lineage.cuts import cut_marks
from selon.model.document import Document


@pytest.mark.parametrize(
    ("text", "lang", "marks"),
    [
        ("Le bac a coulé. […] Nul ne sait pourquoi.", "fr", ["[…]"]),
        ("Le bac a coulé (...) hier. Lire la suite", "fr", ["(...)", "Lire la suite"]),
        ("The ferry sank. […]", "xx", ["[…]"]),
        ("Le bac a coulé… hier.", "fr", []),
    ],
)
def test_marks_of_a_cut_are_found_in_order(text: str, lang: str, marks: list[str]) -> None:
    """Dots in brackets in any language, words of the pack in its own; plain dots are none."""
    assert [span.of(text) for span in cut_marks(Document("d1", text, lang))] == marks
