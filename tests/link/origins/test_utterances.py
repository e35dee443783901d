"""The same words have one source, whoever each text seems to give them to."""

from __future__ import annotations

from selon.model.statement import Form, SourceKind
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
