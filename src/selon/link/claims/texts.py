"""The text that a claim is shown by: real words of a document that can be read alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from selon.link import wording
from selon.link.chains.scene import Scene
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.ties import closing, opening
from selon.model.document import Document
from selon.model.span import Span
from selon.text.normalise import fold

_SHORT = 45
"""Code points: a content shorter than this is shown with the sentence around it."""
_LONG, _ENDLESS = 240, 400
"""Longer texts are hard to read in a list; a sentence longer than the second is never shown whole."""
_LESS = 0.03
"""What a place loses for being short, long, unreadable alone, or in another language than most."""
_OPENS = re.compile(r"[«“\"‘(:;–—-][\s\u00a0\u202f]*$")
"""What may stand before words that begin anew."""


def most_telling(scene: Scene, group: Sequence[int]) -> int:
    """Return the most central place that says enough, can be read alone by most, and names its source."""
    if len(group) == 1:
        return group[0]
    _, central = scene.raw.against(group, group)
    langs = Counter(scene.found[k].lang for k in group)
    usual = min(langs, key=lambda lang: (-langs[lang], -scene.paths.langs[lang], lang))

    def worth(n: int) -> tuple[float, int]:
        one = scene.found[group[n]]
        length, loose = len(one.span), hangs(scene.paths.docs[one.doc], one)
        unread = (length < _SHORT) + (length > _LONG) + loose + (one.lang != usual) + len(group) * one.echo
        losses = _LESS * unread + 0.01 * one.voice
        return float(central[n]) - losses, -n

    return group[max(range(len(group)), key=worth)]


def shown(doc: Document, one: Proposition) -> Span:
    """Return the place to show: the content without "que", or its sentence when the content is short or hangs
    on the words before it."""
    if (len(one.span) < _SHORT or hangs(doc, one)) and len(one.sentence) < _ENDLESS:
        return one.sentence
    head = opening(one.lang).match(one.span.of(doc.text))
    skipped = head.end() if head is not None else 0
    return Span(one.span.start + skipped, one.span.end) if skipped < len(one.span) else one.span


def hangs(doc: Document, one: Proposition) -> bool:
    """Tell whether a content goes on from words before it: "whose staff left", "of having sold timber".

    It does not where it opens the sentence, a quotation or a clause with "que", or begins with a small word
    in capitals ("Les").
    """
    if _begins(one, doc):
        return False
    before = doc.text[one.sentence.start : one.span.start]
    tied = opening(one.lang).match(one.span.of(doc.text))
    alone = not before.strip() or _OPENS.search(before) or closing(one.lang).search(before)
    return not (alone or (tied and tied.group().strip('«»"“” ,:-')))


def _begins(one: Proposition, doc: Document) -> bool:
    first = re.match(r"\W*(\w+)", one.span.of(doc.text))
    word = first.group(1) if first else ""
    return word[:1].isupper() and fold(word) in wording.stopwords(one.lang)
