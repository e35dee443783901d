"""Every stage of a corpus in its order: what each works on, and what the next ones need of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

import msgspec
import numpy as np

from selon.errors import UsageError
from selon.ingest.slices import Slice
from selon.link.reuse.joining import Pairs
from selon.model.identity import digest
from selon.pipeline import catalogue
from selon.pipeline.corpus import blocks
from selon.pipeline.corpus.aligning import Comparing, align_block
from selon.pipeline.corpus.blocks import Ends
from selon.pipeline.corpus.candidates import CROSS, SAME, Bucket, count_bucket, pairs_of, tie_bucket
from selon.pipeline.corpus.collection import EMBEDDED, Chosen, Part, embed_part, know_part, known
from selon.pipeline.corpus.examining import examine_shard
from selon.pipeline.corpus.families import LARGEST, Groups, trace_groups
from selon.pipeline.corpus.fingerprints import Heads, fingerprint_shard
from selon.pipeline.corpus.reading import read_part
from selon.pipeline.corpus.shards import ROW, Shard
from selon.pipeline.corpus.survey import Surveyed, survey_shard
from selon.pipeline.corpus.texts import Texts, settle, texts_of
from selon.pipeline.corpus.units import Runner, Unit
from selon.store.shards import files
from selon.store.shards.files import SUFFIX
from selon.store.shards.ledger import Entry

ROWS = 4_000_000
"""Features of a bucket, which a worker holds at once: 32 bytes each, four times that while it sorts them."""
FEATURES = 1.5
"""Features that a word of a text gives, about."""
SURVEYS = 50
"""Surveys that one bucket of what is known of the whole is made from, about."""


class Outcome(msgspec.Struct, frozen=True):
    """What a corpus holds: `left` are documents in groups too large for lineage, `failed` units given up."""

    documents: int
    texts: int
    rejects: int
    passages: int
    edges: int
    left: int = 0
    failed: int = 0


class Stages:
    """One run; each method is a stage and returns what the next ones need."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._home = runner.home
        self._failed = 0

    def run(self, parts: Sequence[Slice]) -> Outcome:
        """Do every stage."""
        read, shards = self._read(parts)
        surveys = self._survey(shards)
        examined = self._examine(shards)
        surveyed = [s for s, e in zip(shards, surveys, strict=True) if not e.failed]
        texts = texts_of(
            [self._home / catalogue.SURVEY.name / "texts" / f"{s.key}{SUFFIX}" for s in surveyed]
        )
        state = self._collection(surveyed, surveys)
        passages = self._passages(shards, texts, state, examined, *self._candidates(surveyed, texts, state))
        lineage = self._lineage(shards, passages)
        return Outcome(
            sum(s.rows - len(s.gone) for s in shards),
            len(texts.heads),
            sum(e.made.get("rejects", 0) for e in (*read, *examined)) + sum(len(s.gone) for s in shards),
            sum(e.made.get("passages", 0) for e in passages),
            sum(e.made.get("edges", 0) for e in lineage),
            sum(e.made.get("left", 0) for e in lineage),
            self._failed,
        )

    def _do(self, stage: catalogue.Stage, work: Callable[..., Any], units: Sequence[Unit]) -> list[Entry]:
        entries = self._runner.run(stage, work, units)
        self._failed += sum(bool(e.failed) for e in entries)
        return entries

    def _read(self, parts: Sequence[Slice]) -> tuple[list[Entry], list[Shard]]:
        entries = self._do(catalogue.READ, read_part, [Unit(p.name, p, digest(p)) for p in parts])
        held = [
            (name, rows, entry)
            for entry in entries
            for name, rows in zip(entry.files, entry.made.get("documents", ()), strict=False)
        ]
        if not held:
            raise UsageError(f"no document was read: {self._home}/{catalogue.READ.name}/rejects says why")
        self._bytes = {name: entry.given for name, _, entry in held}
        return entries, settle(self._home, [Shard(n, name, rows) for n, (name, rows, _) in enumerate(held)])

    def _examine(self, shards: Sequence[Shard]) -> list[Entry]:
        """Analyse each shard; its number is no part of what that depends on, so that others may be added."""
        units = [Unit(s.key, s, digest([s.name, s.gone, self._bytes[s.name]])) for s in shards]
        return self._do(catalogue.EXAMINE, examine_shard, units)

    def _survey(self, shards: Sequence[Shard]) -> list[Entry]:
        buckets = max(1, len(shards) // SURVEYS)
        units = [Unit(s.key, Surveyed(s, buckets), digest([s, self._bytes[s.name], buckets])) for s in shards]
        return self._do(catalogue.SURVEY, survey_shard, units)

    def _collection(self, shards: Sequence[Shard], surveys: Sequence[Entry]) -> str:
        """Bring what is known of the whole up to date; return its state."""
        self._langs = {lang for e in surveys for lang in e.made.get("langs", ())}
        buckets, keys = max(1, len(surveys) // SURVEYS), tuple(s.key for s in shards)
        state = digest([e.given for e in surveys if not e.failed])
        wanted = [Part(kind, n, keys) for kind in ("stems", "pages") for n in range(buckets)]
        units = [Unit(f"{p.kind}-{p.bucket:05}", p, state) for p in wanted]
        units.append(Unit("samples", Part("samples", 0, keys), state))
        self._do(catalogue.COLLECTION, know_part, units)
        self._reference(state)
        return state

    def _reference(self, state: str) -> None:
        found = known(self._home).sentences if len(self._langs) > 1 else {}
        chosen = [Chosen(lang, at) for lang, held in found.items() for at in range(0, len(held), EMBEDDED)]
        units = [Unit(f"{c.lang}-{c.start:05}", c, state) for c in chosen]
        self._do(catalogue.REFERENCE, embed_part, units)

    def _candidates(self, shards: Sequence[Shard], texts: Texts, state: str) -> tuple[Ends, Ends]:
        """Return the pairs of texts worth comparing: in one language, and across languages."""
        buckets = max(1, ceil(FEATURES * int(texts.words.sum()) / ROWS))
        few = blocks.all_across(texts)
        units = []
        for shard in shards:
            mine = texts.heads >> ROW == shard.number
            heads, standings = texts.heads[mine].tolist(), texts.standing[mine].tolist()
            anchors = few is None and len(self._langs) > 1
            what = Heads(shard, tuple(heads), tuple(standings), buckets, state, anchors)
            units.append(Unit(shard.key, what, digest(what)))
        printed = self._do(catalogue.FINGERPRINTS, fingerprint_shard, units)
        keys = tuple(e.key for e in printed if not e.failed)
        self._join(buckets, keys, digest([e.given for e in printed]))
        paths = sorted((self._home / catalogue.CANDIDATES.name).glob(f"*{SUFFIX}"))
        return pairs_of(paths, SAME), few or pairs_of(paths, CROSS)

    def _join(self, buckets: int, keys: tuple[str, ...], given: str) -> None:
        names = tuple(f"{n:05}" for n in range(buckets))
        tying = [Unit(name, Bucket(n, keys, buckets), given) for n, name in enumerate(names)]
        self._do(catalogue.TIES, tie_bucket, tying)
        counting = [Unit(name, Bucket(n, names, buckets), given) for n, name in enumerate(names)]
        self._do(catalogue.CANDIDATES, count_bucket, counting)

    def _passages(
        self,
        shards: Sequence[Shard],
        texts: Texts,
        state: str,
        examined: Sequence[Entry],
        same: Ends,
        cross: Ends,
    ) -> list[Entry]:
        quoted = digest([e.given for e in examined])
        units = []
        for number, block in enumerate(blocks.blocks(texts, same, cross)):
            names = _names(shards, block.refs())
            depends = digest([block, sorted(names.items()), state, quoted])
            units.append(Unit(f"{number:06}", Comparing(block, names, state), depends))
        return self._do(catalogue.PASSAGES, align_block, units)

    def _lineage(self, shards: Sequence[Shard], passages: Sequence[Entry]) -> list[Entry]:
        compared = [e.key for e in passages if not e.failed]
        a, b, block = self._pairs(compared)
        tied = blocks.components(a, b)
        rows = np.concatenate([*(s.refs() for s in shards), np.zeros(0, dtype=np.int64)])
        gone = [(s.number << ROW) + row for s in shards for row in s.gone]
        single = np.setdiff1d(rows, np.concatenate([*tied, np.array(gone, dtype=np.int64)]))
        lots = [*blocks.packed(tied, LARGEST), *blocks.packed(single[:, None], LARGEST)]
        given = digest([e.given for e in passages])
        units = []
        for number, lot in enumerate(lots):
            refs = np.concatenate(lot)
            named = tuple(compared[n] for n in np.unique(block[np.isin(a, refs)]).tolist())
            groups, names = tuple(tuple(g.tolist()) for g in lot), _names(shards, refs)
            depends = digest([groups, sorted(names.items()), named, given])
            units.append(Unit(f"{number:06}", Groups(groups, names, named), depends))
        return self._do(catalogue.COMPONENTS, trace_groups, units)

    def _pairs(self, keys: Sequence[str]) -> tuple[Pairs, Pairs, Pairs]:
        """Return the places of the documents of each pair, and the number of the block that compared them."""
        folder = self._home / catalogue.PASSAGES.name / "pairs"
        lots = [files.read(folder / f"{key}{SUFFIX}", ["a_ref", "b_ref"]) for key in keys]
        none = np.zeros(0, dtype=np.int64)
        a, b = (
            np.concatenate([*(files.numbers(lot.column(name)) for lot in lots), none]).astype(np.int64)
            for name in ("a_ref", "b_ref")
        )
        return a, b, np.repeat(np.arange(len(lots)), [len(lot) for lot in lots])


def _names(shards: Sequence[Shard], refs: Pairs) -> dict[int, str]:
    """Return the names of the shards that hold some places."""
    return {number: shards[number].name for number in np.unique(refs >> ROW).tolist()}
