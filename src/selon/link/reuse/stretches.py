"""The part of an alignment that is taken over word for word, inside runs that are not.

The heaviest stretch in one pass: Bentley, Programming pearls: algorithm design techniques (CACM 27:9, 1984).
"""

from __future__ import annotations

from selon.link.reuse.changes import Block, Blocks

GAIN = 1.0
LOSS = 1.5
"""What a word in order adds and one without an answer takes away: a stretch ends where too much is new."""


def best_stretch(blocks: Blocks) -> Blocks:
    """Return the run of blocks, equal at both ends, that keeps most words in order for what it leaves out."""
    best, best_score = (0, 0), 0.0
    first, score = 0, 0.0
    for at, block in enumerate(blocks):
        if score <= 0:
            first, score = at, 0.0
        score += GAIN * block.size if block.equal else -LOSS * block.size
        if score > best_score:
            best, best_score = (first, at + 1), score
    return _from_equal(blocks[slice(*best)])


def _from_equal(blocks: tuple[Block, ...]) -> Blocks:
    return blocks if not blocks or blocks[0].equal else blocks[1:]
