"""Reuse across languages: sentences that say the same, several in a row, by their vectors.

Margins after Artetxe and Schwenk, Margin-based parallel corpus mining with multilingual sentence embeddings
(ACL 2019): what counts is how far a pair stands out from the other near sentences of both; what runs of such
pairs must show is in `selon.link.reuse.renderings`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from selon.link.kept import Kept
from selon.link.reuse.alignment import Chain, Seed
from selon.link.reuse.anchors import anchors, shares_anchors
from selon.link.reuse.crossing import crossing_changes
from selon.link.reuse.margins import Reference, sides, stand_out, stretch
from selon.link.reuse.renderings import SCALE, hull, renderings
from selon.link.reuse.view import View
from selon.model.identity import Made, digest
from selon.model.passage import Change, Passage, ReuseKind
from selon.nlp import embedder
from selon.text.segment import dense_signs

STAGE = "translation"
VERSION = 5
SHORTEST = 20
"""Letters: a shorter sentence is too common to be recognised by its vector."""
DENSE = 3
"""Letters that one sign of a script without an alphabet stands for."""
EMBED_ALL = 15_000
"""Distinct sentences up to which all are compared; beyond, only documents that share names and figures."""
COPIES = 36
"""Pairs of copies of two texts that are all written down."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a view: the index of the view and of the piece."""

    view: int
    piece: int


def find_translations(
    views: Sequence[View], among: Reference | None = None, kept: Kept | None = None
) -> Iterator[Passage]:
    """Yield the passages of documents in different languages that translate each other.

    One good sentence alone is no finding: several must follow each other in both texts, or the sentence must
    be most of both. What is found for one of some identical texts holds for the others. `among` samples
    the collection that `views` are a part of; without it they are the whole. `kept` is what an earlier run
    found out.
    """
    copies: dict[str, list[View]] = defaultdict(list)
    for view in sorted((v for v in views if v.ids), key=lambda v: v.doc.id):
        copies[view.key].append(view)
    heads = [group[0] for group in copies.values()]
    if len({v.doc.lang for v in heads}) < 2:
        return
    wanted = _wanted(heads, kept or Kept())
    tables = {lang: _sentences(heads, lang, wanted) for lang in sorted({v.doc.lang for v in heads})}
    for langs in combinations(sorted(tables), 2):
        found = list(_between(heads, langs, tables, wanted, among))
        yield from _recalled(copies, found, kept or Kept())


def _recalled(copies: Mapping[str, Sequence[View]], found: Sequence[Found], kept: Kept) -> Iterator[Passage]:
    """Yield the passages of pairs of texts: runs of the same views and seeds are known, and so is what the
    sentences of a run have in common, whatever their margins are now."""
    keys = [digest((a.digest, b.digest, seeds, wide)) for a, b, seeds, wide in found]
    runs = kept.each("renderings", list[Chain], keys, lambda n: renderings(*found[n]))
    pairs = zip(found, runs, strict=True)
    placed = [one for (a, b, *_), many in pairs for run in many for one in _for_copies(copies, a, b, run)]
    keys = [digest((a.digest, b.digest, [(s.i, s.j) for s in run])) for a, b, run in placed]
    common = kept.each("crossings", Common, keys, lambda n: _in_common(*placed[n]))
    yield from (_passage(*one, held) for one, held in zip(placed, common, strict=True))


Found = tuple[View, View, list[Seed], float]
"""Two views, the pairs of their sentences that stand out, and by how much their margins are stretched."""
Common = tuple[int, tuple[Change, ...]]
"""How many names and figures the sentences of two runs share, and what they give differently."""
Table = Mapping[str, Sequence[Place]]
"""Sentences of one language and where each stands."""
Wanted = frozenset[tuple[int, int]] | None
"""Pairs of views worth comparing, None for all."""


def _wanted(heads: Sequence[View], kept: Kept) -> Wanted:
    if sum(len(v.pieces) for v in heads) <= EMBED_ALL:
        return None
    return shares_anchors(heads, kept)


def _sentences(heads: Sequence[View], lang: str, wanted: Wanted) -> Table:
    busy = None if wanted is None else {i for pair in wanted for i in pair}
    out: dict[str, list[Place]] = defaultdict(list)
    for at, view in enumerate(heads):
        if view.doc.lang == lang and (busy is None or at in busy):
            for piece, words in telling(view):
                out[words].append(Place(at, piece))
    return dict(sorted(out.items()))


def telling(view: View) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text that are long enough to be known by their vectors, with their places."""
    for piece, (first, last) in enumerate(view.pieces):
        words = view.hull(first, last).of(view.doc.text)
        if _letters(words) >= SHORTEST:
            yield piece, words


def _letters(words: str) -> int:
    """Return the length of a sentence, Chinese and Japanese signs counted as DENSE letters each."""
    return len(words) + (DENSE - 1) * dense_signs(words)


def _between(
    heads: Sequence[View],
    langs: tuple[str, str],
    tables: Mapping[str, Table],
    wanted: Wanted,
    among: Reference | None,
) -> Iterator[Found]:
    ours, theirs = (tables[lang] for lang in langs)
    if not ours or not theirs:
        return
    left, right = list(ours), list(theirs)
    found: dict[tuple[int, int], list[Seed]] = defaultdict(list)
    vectors = embedder.embed(left), embedder.embed(right)
    around = among.around(*langs, *vectors) if among else sides(*vectors)
    for x, y, score in stand_out(*vectors, around):
        for mine in ours[left[x]]:
            for yours in theirs[right[y]]:
                pair = (min(mine.view, yours.view), max(mine.view, yours.view))
                if wanted is None or pair in wanted:
                    low, high = (mine, yours) if mine.view < yours.view else (yours, mine)
                    found[pair].append(_seed(heads, low, high, score))
    for (one, other), seeds in sorted(found.items()):
        yield heads[one], heads[other], sorted(seeds), stretch(*around)


def _seed(heads: Sequence[View], one: Place, other: Place, score: float) -> Seed:
    """Return a seed; what both texts give as somebody's words, or as a heading, proves nothing of its own."""
    weight = SCALE * (score - 1)
    told = max(_told(heads[one.view], one.piece), _told(heads[other.view], other.piece))
    return Seed(one.piece, other.piece, 1.0, weight, weight * told)


def _told(view: View, piece: int) -> float:
    """Return the share of a sentence that the text tells itself, headings and quoted words apart."""
    first, last = view.pieces[piece]
    return 1 - sum(view.mute[first:last]) / (last - first)


def _for_copies(
    copies: Mapping[str, Sequence[View]], one: View, other: View, run: Chain
) -> Iterator[tuple[View, View, Chain]]:
    """Yield a run for every pair of copies cut into the same sentences; of many, for the first."""
    ours, theirs = copies[one.key], copies[other.key]
    turned = tuple(Seed(s.j, s.i, s.dice, s.common, s.free) for s in run)
    few = len(ours) * len(theirs) <= COPIES
    for a in (v for v in (ours if few else ours[:1]) if v.pieces == ours[0].pieces):
        for b in (v for v in (theirs if few else theirs[:1]) if v.pieces == theirs[0].pieces):
            yield (a, b, run) if a.doc.id < b.doc.id else (b, a, turned)


def _passage(a: View, b: View, chain: Chain, common: Common) -> Passage:
    mean = sum(s.common for s in chain) / len(chain) / SCALE + 1
    held = f", {common[0]} names and figures in common" if common[0] else ""
    return Passage(
        a=a.doc.id,
        a_span=hull(a, [s.i for s in chain]),
        b=b.doc.id,
        b_span=hull(b, [s.j for s in chain]),
        kind=ReuseKind.translated,
        score=round(min(1.0, (mean - 1) * 10), 4),
        made=Made(STAGE, VERSION, f"{len(chain)} sentences in order, mean margin {mean:.3f}{held}"),
        changes=common[1],
    )


def _in_common(a: View, b: View, chain: Chain) -> Common:
    ours = {w for s in chain for w in anchors(a, *a.pieces[s.i])}
    theirs = {w for s in chain for w in anchors(b, *b.pieces[s.j])}
    return len(ours & theirs), crossing_changes(a, b, chain)
