"""The same words have one source, whoever each text seems to give them to."""

from __future__ import annotations

from collections.abc import Sequence

from selon.link import wording
from selon.link.chains.scene import End, Scene
from selon.link.propositions.propositions import Proposition
from selon.model.span import words_of
from selon.model.statement import CARRIED, Form

_WORDS, _SHARED = 5, 0.8
"""Least number of content words that two places of one utterance share, and share of the words of both."""


def join_utterances(scene: Scene, claim: Sequence[int], ends: list[End | None]) -> None:
    """Give the same words one source: a quotation is one utterance, whoever a text seems to give it to, and a
    pronoun or a description in one text is who says these words by name in another."""
    for n in range(1, len(claim)):
        for earlier in range(n):
            _join(scene, claim, ends, n, earlier)


def _join(scene: Scene, claim: Sequence[int], ends: list[End | None], i: int, j: int) -> None:
    one, other = ends[i], ends[j]
    if one is None or other is None or one.key == other.key or one.voice or other.voice:
        return
    if claim[i] == claim[j]:
        return  # one place with two sources
    pair = scene.found[claim[i]], scene.found[claim[j]]
    if pair[0].echo or pair[1].echo:
        return  # who confirms another's words does not say them
    if _same_utterance(*pair, one.told is not other.told) or _one_quotation(scene, *pair):
        better = _known_better((one, pair[0]), (other, pair[1]))
        ends[j if better else i] = one if better else other


def _same_utterance(one: Proposition, other: Proposition, one_told: bool) -> bool:
    common, either = len(one.stems & other.stems), len(one.stems | other.stems)
    return (_quoted(one, other) or one_told) and common >= _WORDS and common >= _SHARED * either


def _one_quotation(scene: Scene, one: Proposition, other: Proposition) -> bool:
    """Whether two places are of quotations of which the shorter stands in the longer, though each place alone
    says too little to tell."""
    if not _quoted(one, other):
        return False
    said = [frozenset(wording.stems(_whole(scene, p), p.lang)) for p in (one, other)]
    common = len(said[0] & said[1])
    return common >= _WORDS and common >= _SHARED * min(map(len, said))


def _quoted(one: Proposition, other: Proposition) -> bool:
    return {one.statement.form, other.statement.form} <= {Form.direct, Form.mixed}


def _whole(scene: Scene, one: Proposition) -> str:
    return words_of(scene.paths.docs[one.doc].text, one.statement.content)


def _known_better(one: tuple[End, Proposition], other: tuple[End, Proposition]) -> bool:
    """Whether the first end is the surer one: who is named, and to whom a word of saying or a signature gives
    the words, before who only spoke last."""
    ranked = [
        (not e.vague, not e.loose, e.told, not p.statement.made.why.endswith(CARRIED))
        for e, p in (one, other)
    ]
    return ranked[0] > ranked[1]
