"""The distinct texts of a corpus and their copies, as the driver holds them: numbers, no words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from selon.link.reuse.joining import Pairs, standing
from selon.pipeline.catalogue import READ
from selon.pipeline.corpus.shards import Shard
from selon.store.shards import files
from selon.text.shingles import word_hashes

_TOLD = ("key", "ref", "id", "lang", "words", "sentences", "first")


@dataclass(frozen=True)
class Texts:
    """Distinct texts by rising place of their head: the earliest copy.

    `heads`, `copies`, `words`, `sentences`, `langs` (numbers) and `standing` are columns of one length;
    `members[head]` are the places of all copies where there are several, earliest first; `by_id[head]` are
    the same by id.
    """

    heads: Pairs
    copies: Pairs
    words: Pairs
    sentences: Pairs
    langs: Pairs
    standing: Pairs
    members: Mapping[int, tuple[int, ...]]
    by_id: Mapping[int, tuple[int, ...]]

    def copies_of(self, head: int) -> tuple[int, ...]:
        """Return the places of the copies of a text, earliest first."""
        return self.members.get(head, (head,))


def settle(home: Path, shards: Sequence[Shard]) -> list[Shard]:
    """Return `shards` with the rows that bring an id which an earlier row has."""
    idents = [_idents(home, shard) for shard in shards]
    every = np.concatenate([*idents, np.zeros(0, dtype=np.uint64)])
    first = np.unique(every, return_index=True)[1]
    repeated = np.ones(len(every), dtype=bool)
    repeated[first] = False
    ends = np.cumsum([len(one) for one in idents])
    cut = np.split(repeated, ends[:-1]) if len(ends) else []
    return [
        Shard(s.number, s.name, s.rows, tuple(np.flatnonzero(gone).tolist()))
        for s, gone in zip(shards, cut, strict=True)
    ]


def _idents(home: Path, shard: Shard) -> NDArray[np.uint64]:
    ids = files.read(home / READ.name / shard.name, ["id"]).column("id").to_pylist()
    return np.array(word_hashes(ids), dtype=np.uint64)


def texts_of(surveys: Sequence[Path]) -> Texts:
    """Return the distinct texts that the surveys of all shards tell of."""
    pa = files.arrow()
    rows = pa.concat_tables([files.read(path, _TOLD) for path in surveys]).combine_chunks()
    key, ref, words, sentences, first = (
        files.numbers(rows.column(name)) for name in ("key", "ref", "words", "sentences", "first")
    )
    lang = np.unique(np.array(rows.column("lang").to_pylist(), dtype=str), return_inverse=True)[1]
    place = np.lexsort((ref, first, key))
    starts = (
        np.flatnonzero(np.concatenate([[True], key[place][1:] != key[place][:-1]])) if len(place) else place
    )
    copies = np.diff(np.append(starts, len(place)))
    members, by_id, best = _groups(rows.column("id"), ref, first, place, starts, copies)
    order = np.argsort(ref[best], kind="stable")
    best, copies = best[order], copies[order]
    stand = standing(copies, words[best], (key[best] >> np.uint64(32)).astype(np.int64))
    columns = (words[best], sentences[best], lang[best].astype(np.int64))
    return Texts(ref[best], copies, *columns, stand, members, by_id)


def _groups(
    ids: files.Table, ref: Pairs, first: Pairs, place: Pairs, starts: Pairs, copies: Pairs
) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]], Pairs]:
    """Return the copies of each text that has several, in both orders, and the row of each head."""
    members: dict[int, tuple[int, ...]] = {}
    by_id: dict[int, tuple[int, ...]] = {}
    best = place[starts].copy()
    for text in np.flatnonzero(copies > 1).tolist():
        rows = place[starts[text] : starts[text] + copies[text]].tolist()
        names = dict(zip(rows, ids.take(files.arrow().array(rows)).to_pylist(), strict=True))
        earliest = sorted(rows, key=lambda row: (int(first[row]), names[row]))
        best[text] = earliest[0]
        head = int(ref[earliest[0]])
        members[head] = tuple(int(ref[row]) for row in earliest)
        by_id[head] = tuple(int(ref[row]) for row in sorted(rows, key=lambda row: names[row]))
    return members, by_id, best
