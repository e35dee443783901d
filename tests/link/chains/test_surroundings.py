"""What the key of a kept result holds: whoever may turn out to be a source, though another text names him."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial

import pytest

from selon.link import samples
from selon.link.actors.actors import find_actors
from selon.link.claims.claims import find_claims
from selon.link.kept import Kept
from selon.model.claim import Claim
from selon.model.statement import SourceKind
from tests.link.story import Story

PERSON = SourceKind.named_person


def beside(story: Story, ident: str) -> None:
    """A text with two sources side by side, the second by his last name alone."""
    words, pair = "Le barrage de Sourdelle menace de céder", "Mme Pernavant et M. Villaudin"
    story.doc(ident, f"{words}, préviennent {pair}.", "Le Fanal")
    story.said(ident, words, pair, PERSON)


def reported(story: Story, ident: str) -> None:
    """A text in which somebody tells what another admitted, that one by his last name alone."""
    words = "avoir ouvert la vanne du barrage de Sourdelle"
    whole = f"M. Villaudin a reconnu {words} samedi avant la crue de la Bormée"
    story.doc(ident, f"Selon La Vigie, {whole}.", "Le Fanal")
    story.said(ident, whole, "La Vigie", SourceKind.media)
    story.said(ident, words, "M. Villaudin", PERSON, cue="a reconnu")


def claims(story: Story, kept: Kept) -> tuple[Claim, ...]:
    """The claims of a story, with what an earlier run left."""
    docs = list(story.docs.values())
    return find_claims(docs, story.statements, {}, (), (), find_actors(docs, story.statements), kept=kept)


def recalled(held: Mapping[str, bytes], keys: Collection[str]) -> Mapping[str, bytes]:
    """Of some keys those that there are."""
    return {key: held[key] for key in keys if key in held}


@pytest.mark.parametrize("text", [beside, reported])
def test_a_source_that_another_text_names_in_full_is_shown_so(
    text: Callable[[Story, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that is added tells who "M. Villaudin" is: the claim of the first text is not taken over."""
    monkeypatch.setattr(samples, "TEXTS", 1)
    taken = 0
    for n in range(16):  # in some of these the words weigh what they weighed, whatever is added
        story = Story()
        text(story, f"x{n % 4}")
        first = Kept()
        claims(story, first)
        added = f"z{n}"
        story.doc(added, "Tancrède Villaudin a promis des travaux au marché.", "La Digue")
        story.said(added, "des travaux au marché", "Tancrède Villaudin", PERSON)
        again = Kept(partial(recalled, first.made))
        assert claims(story, again) == claims(story, Kept())
        taken += any(key.startswith("merged") for key in again.used & first.used)
    assert taken
