"""Two sources that a text sets against each other ("While the pilot says that it rang, his mate denies it").

The text itself ties the two by a word of contrast, in one sentence or from one to the next (contrast in the
sense of Mann & Thompson 1988, comparison in that of the Penn Discourse Treebank). One of them denies or gives
another cause, and both speak of one thing: less likeness is needed than where nothing ties two places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from selon.languages import pack
from selon.link.chains.scene import Scene
from selon.link.propositions.agreement import Agreement
from selon.link.propositions.causes import Cause
from selon.link.propositions.propositions import Proposition
from selon.model.span import words_of
from selon.model.statement import Form
from selon.text.alternation import either
from selon.text.normalise import fold

CONTRASTED = 0.8
"""Least likeness of two places that a word of contrast ties, where they have a word in common."""
_NEXT = 3
"""Code points between two sentences that follow each other."""


def contrasted(scene: Scene, about: Agreement, caused: Mapping[int, Cause]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that a text sets against each other, in order."""
    for at, after in pairwise(sorted(range(len(scene.found)), key=lambda k: scene.found[k].key)):
        one, two = scene.found[at], scene.found[after]
        if one.doc != two.doc or one.span.overlap(two.span):
            continue
        if one.positive is two.positive and not _other_cause(caused.get(at), caused.get(after)):
            continue
        if _two_sources(scene, at, after) and _tied(scene, one, two) and _one_thing(scene, about, at, after):
            yield at, after


def _other_cause(one: Cause | None, other: Cause | None) -> bool:
    """Whether both give a cause, and not the same one."""
    return one is not None and other is not None and one[1].isdisjoint(other[1])


def _two_sources(scene: Scene, at: int, after: int) -> bool:
    named = {_source(scene, k) for k in (at, after)}
    return len(named) == 2 and "" not in named


def _source(scene: Scene, at: int) -> str:
    """Who says it: the actor, or the words that lead to the content; nobody where the text speaks itself."""
    one = scene.found[at]
    if one.statement.form is Form.voice:
        return ""
    actor = scene.cast.by_statement.get(one.statement.id)
    words = (*one.statement.source, *one.statement.cue)
    return actor.id if actor is not None else fold(words_of(scene.paths.docs[one.doc].text, words))


def _tied(scene: Scene, one: Proposition, two: Proposition) -> bool:
    """Whether a word of contrast ties the later place to the one before it."""
    text = scene.paths.docs[one.doc].text
    forms = _patterns(one.lang)
    if one.sentence == two.sentence:
        head = fold(text[one.sentence.start : one.span.start])
        between = fold(text[one.span.end : two.span.start])
        return bool(forms["heads"].match(head) or forms["within"].search(between))
    if not 0 <= two.sentence.start - one.sentence.end <= _NEXT:
        return False
    return bool(forms["opens"].search(fold(two.sentence.of(text))))


def _one_thing(scene: Scene, about: Agreement, at: int, after: int) -> bool:
    common = about.stems[at] & about.stems[after]
    return bool(common) and float(scene.raw[at, after]) >= CONTRASTED


@cache
def _patterns(lang: str) -> dict[str, re.Pattern[str]]:
    table = pack.table(lang, "contrasts")
    if not table:
        return dict.fromkeys(_SHAPES, re.compile("(?!)"))
    words = {name: either(forms) for name, forms in table.items()}
    return {name: re.compile(shape.format(**words)) for name, shape in _SHAPES.items()}


_SHAPES = {
    "heads": r"\W*{heads}(?:(?<=')|(?!\w))",
    "within": r"(?<!\w){within}(?:(?<=')|(?!\w))",
    "opens": r"^\W*{opens}(?!\w)|^[^.;:!?]{{0,60}}?(?<!\w){inside}(?!\w)",
}
