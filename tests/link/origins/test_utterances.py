"""The same words have one source, whoever each text seems to give them to."""

from __future__ import annotations

from selon.model.statement import CARRIED, Form, SourceKind
from tests.link.story import Story

QUOTED = "Le barrage de Sourdelle tiendra encore trente ans si les vannes sont réparées cet automne"


def quoted(second: str, kind: SourceKind, words: str = QUOTED, form: Form = Form.direct) -> Story:
    """One text gives the words to Odile Pernavant, another to `second`."""
    story = Story()
    story.doc("x1", f"« {QUOTED} », affirme Odile Pernavant.", "Le Quai")
    story.said("x1", QUOTED, "Odile Pernavant", SourceKind.named_person, form=Form.direct)
    story.doc("y1", f"« {words} », affirme {second}.", "La Digue")
    story.said("y1", words, second, kind, form=form)
    return story


def test_a_quotation_is_one_utterance() -> None:
    """Thirty words between marks are said once: by whom a name is given, not by "an engineer"."""
    claim = quoted("un ingénieur du barrage", SourceKind.anonymous).claim("x1", QUOTED)
    assert [o.name for o in claim.origins] == ["Odile Pernavant"]


def test_reported_words_of_two_named_sources_are_two() -> None:
    """What two sources say in indirect speech in the same words is said twice."""
    story = quoted("la préfecture de Morvagne", SourceKind.office, form=Form.indirect)
    assert story.claim("x1", QUOTED).origin_count == 2


def test_a_short_piece_is_told_by_the_quotation_that_it_stands_in() -> None:
    """ "At the sluice" says too little to tell two speakers from one; the whole quotation tells it."""
    story = Story()
    for doc, opens, source, kind in (
        ("x1", "Les vannes ont cédé", "Odile Pernavant", SourceKind.named_person),
        ("y1", "Elles ont cédé", "une riveraine", SourceKind.anonymous),
    ):
        words = f"{opens} d'un seul coup dans la nuit, l'eau a couvert la prairie et noyé les moutons"
        story.doc(doc, f"« {words} », raconte {source}.", f"Journal {doc}")
        story.said(doc, words, source, kind, form=Form.direct)
    claim = story.claim("x1", "noyé les moutons")
    assert {a.doc for a in claim.assertions} == {"x1", "y1"}
    assert [o.name for o in claim.origins] == ["Odile Pernavant"]


def test_who_signs_words_is_surer_than_who_spoke_before_them() -> None:
    """A quotation given to the last speaker for want of a word of saying is that of who says it elsewhere."""
    story = quoted("Odile Pernavant", SourceKind.named_person)
    story.doc("z1", f"La ligue a réagi. « {QUOTED} »", "Le Cap")
    story.said("z1", QUOTED, "La ligue", form=Form.direct, rule=CARRIED)
    assert [o.name for o in story.claim("x1", QUOTED).origins] == ["Odile Pernavant"]
    story = Story().doc("a1", f"La ligue a réagi. « {QUOTED} »", "Le Cap")
    story.said("a1", QUOTED, "La ligue", form=Form.direct, rule=CARRIED)
    story.doc("b1", f"« {QUOTED} », affirme Odile Pernavant.", "Le Quai")
    story.said("b1", QUOTED, "Odile Pernavant", SourceKind.named_person, form=Form.direct)
    assert [o.name for o in story.claim("b1", QUOTED).origins] == ["Odile Pernavant"]
