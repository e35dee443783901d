"""What a large dossier costs: opening it, adding one article, looking things up; and how one is made.

usage: dossier.py [--documents 100000] [--dossier FILE or postgresql://...] [--check]

The documents and findings of the sample are traced once and then repeated under other ids until there are
enough (bulk-generated findings: what is measured is the store, not the analysis); one claim holds the
articles of its first 50 repeats. With --dossier the dossier is kept, and used again when it is there. What
links one article more would change is made by hand, since finding it is no work of the store: the article
joins two claims, starts a third and is a copy of another text.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import msgspec

from selon import sample
from selon.errors import UsageError
from selon.link.rulings import NONE
from selon.model.claim import Chain, Claim, Origin
from selon.model.identity import digest
from selon.model.span import Span
from selon.pipeline import trace as job
from selon.pipeline.catalogue import EXAMINE, STAGES, version_of
from selon.pipeline.executors.local import Local
from selon.pipeline.progress import silent
from selon.store.dossier import Dossier
from selon.store.lists import ClaimAsk, DocumentAsk
from selon.store.snapshot import Snapshot
from selon.store.writer import Writer, content_digest

Record = TypeVar("Record")

HELD = 50
"""Repeats whose most told claim is one."""

AT_ONCE = 2_000
"""Documents written in one transaction."""

TIMES = 5


class Repeats:
    """Records of a view that can be had again with every id in them marked as the n-th repeat."""

    def __init__(self, view: Snapshot) -> None:
        self.docs, self.claims = view.documents(), view.claims()
        self.found = {
            d.id: (view.statements(d.id), view.quantities(d.id), view.artefacts(d.id)) for d in self.docs
        }
        self.passages, self.edges, self.clusters = view.passages(), view.edges(), view.clusters()
        self.actors, self.conflicts = view.actors(), view.conflicts()
        ids = {d.id for d in self.docs} | {a.id for a in self.actors} | {c.id for c in self.claims}
        ids |= {s.id for said, _, _ in self.found.values() for s in said}
        ids |= {o.id for c in self.claims for o in c.origins}
        self._ids = re.compile(b'"(' + b"|".join(re.escape(i.encode()) for i in sorted(ids)) + b')"')
        self._cut: dict[int, list[bytes]] = {}

    def again(self, record: Record, n: int) -> Record:
        """Return a record as the n-th repeat has it."""
        parts = self._cut.get(id(record))
        if parts is None:
            parts = self._cut[id(record)] = self._ids.split(msgspec.json.encode(record))
        mark = f'-{n:05d}"'.encode() if n else b'"'
        made = b"".join(b'"' + part + mark if place % 2 else part for place, part in enumerate(parts))
        return msgspec.json.decode(made, type=type(record))

    def every(self, records: tuple[Record, ...], times: int) -> Iterator[Record]:
        """Yield all repeats of some records."""
        return (self.again(r, n) for n in range(times) for r in records)


def build(where: str, count: int) -> None:
    """Write a dossier of `count` documents or a few more."""
    with tempfile.TemporaryDirectory() as folder, Dossier(Path(folder) / "one.selon", create=True) as one:
        job.trace([str(p) for p in sample.pages()], one, jobs=1)
        with one.snapshot() as view, Dossier(where, create=True) as large:
            many = Repeats(view)
            times = -(-count // len(many.docs))
            for start in range(0, times, AT_ONCE // len(many.docs)):
                with large.writing() as writer:
                    for n in range(start, min(times, start + AT_ONCE // len(many.docs))):
                        _documents(writer, many, n)
            with large.writing() as writer:
                _links(writer, many, times)


def _documents(writer: Writer, many: Repeats, n: int) -> None:
    for doc in many.docs:
        again = many.again(doc, n)
        writer.put_document(again)
        writer.put_findings(
            again, *(tuple(many.again(r, n) for r in records) for records in many.found[doc.id])
        )
        writer.mark(EXAMINE.name, again.id, version_of(EXAMINE), content_digest(again))


def _links(writer: Writer, many: Repeats, times: int) -> None:
    writer.put_passages(many.every(many.passages, times))
    writer.put_edges(many.every(many.edges, times))
    writer.put_clusters(many.every(many.clusters, times))
    writer.put_actors(many.every(many.actors, times), ())
    writer.put_claims(_joined(list(many.every(many.claims, times)), len(many.claims)))
    writer.put_conflicts(many.every(many.conflicts, times))
    writer.put_lists()
    mark_linked(writer)


def mark_linked(writer: Writer) -> None:
    """Write in the ledger that the links are those of the documents."""
    given = digest([writer.view.digests(), NONE.judgements, NONE.aliases])
    writer.mark("link", "all", version_of(*STAGES), given)


def _joined(every: list[Claim], each: int) -> list[Claim]:
    """Return the claims with the most told one of the first repeats made a single claim."""
    place = max(range(each), key=lambda n: len(every[n].articles))
    places = list(range(place, min(len(every), HELD * each), each))
    return [_one([every[n] for n in places])] + [c for n, c in enumerate(every) if n not in set(places)]


def _one(claims: list[Claim]) -> Claim:
    shift, chains, origins = 0, [], []
    for claim in claims:
        moved = (Chain(c.assertion + shift, c.links, c.origin) for c in claim.chains)
        chains.extend(moved)
        for o in claim.origins:
            at = tuple(a + shift for a in o.assertions)
            origins.append(Origin(o.id, o.name, o.kind, o.on_record, at, o.altered))
        shift += len(claim.assertions)
    return msgspec.structs.replace(
        claims[0],
        assertions=tuple(a for c in claims for a in c.assertions),
        chains=tuple(chains),
        origins=tuple(origins),
        origin_count=len(origins),
    )


# what is measured


def measured(where: str) -> Iterator[tuple[str, list[float]]]:
    """Yield what was done and the milliseconds of each time."""
    yield "open", [_timed(lambda: Dossier(where).close()) for _ in range(TIMES)]
    with Dossier(where) as dossier:
        yield "a run with nothing new", [_timed(partial(job.trace, [], dossier, 1)) for _ in range(TIMES)]
        added = [_added(dossier, n) for n in range(TIMES)]
        for step in added[0]:
            yield f"one article: {step}", [times[step] for times in added]
        with dossier.snapshot() as view:
            for name, ask in _questions(view):
                yield name, [_timed(ask) for _ in range(TIMES)]


def _timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _added(dossier: Dossier, n: int) -> dict[str, float]:
    stamp = f"{time.time_ns():x}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"added-{stamp}.txt"
        path.write_text(f"Le pont {stamp} rouvrira jeudi, a annoncé la mairie.\n", encoding="utf-8")
        read = _timed(lambda: job._take_in([str(path)], dossier, silent, None))
    examine = _timed(lambda: job._examine_new(dossier, Local(1), silent))
    written = _timed(lambda: _link_one(dossier, f"added-{stamp}", n))
    return {"read": read, "examine": examine, "write its links": written, "all": read + examine + written}


def _link_one(dossier: Dossier, ident: str, n: int) -> None:
    """Write what a copy of a text that two claims stand in would change."""
    with dossier.snapshot() as view:
        edge = view.edges(["d01-00007"])[0]
        claims = [view.claim(row.claim.id) for row in view.claim_page(ClaimAsk("articles"), n, 2).rows]
        actors = [row.actor for row in view.actor_page(_frequent(), n, 2).rows]
    joined = [_with(claim, ident) for claim in claims if claim]
    new = msgspec.structs.replace(
        joined[1], id=f"c-{ident}", assertions=joined[1].assertions[-1:], named_after=0
    )
    copy = msgspec.structs.replace(edge, derived=ident, source="d01-00007")
    named = [msgspec.structs.replace(a, mentions=(*a.mentions, _mention(a, ident))) for a in actors]
    with dossier.writing() as writer:
        writer.put_edges([copy], [ident])
        writer.put_passages((), [ident])
        writer.put_actors(named, None, [a.id for a in named])
        writer.put_claims([*joined, new], [c.id for c in (*joined, new)])
        writer.put_lists()
        mark_linked(writer)


def _frequent() -> Any:
    from selon.store.lists import ActorAsk

    return ActorAsk("documents")


def _mention(actor: Any, ident: str) -> Any:
    return msgspec.structs.replace(actor.mentions[0], doc=ident, span=Span(0, 2))


def _with(claim: Claim, ident: str) -> Claim:
    one = msgspec.structs.replace(claim.assertions[0], doc=ident, content=Span(0, 20), statement=f"s-{ident}")
    return msgspec.structs.replace(claim, assertions=(*claim.assertions, one))


def _questions(view: Snapshot) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "search a word that is nearly everywhere", lambda: view.search("incendie", 40)
    yield (
        "search a sentence",
        lambda: view.search("Le feu s'est déclaré dans la nuit au dépôt de Port-Lazare", 40),
    )
    yield "claims with a frequent word", lambda: view.claim_page(ClaimAsk(words="incendie"), 0, 50)
    yield "documents with a frequent word", lambda: view.document_page(DocumentAsk(words="incendie"), 0, 50)
    yield "claims in one language", lambda: view.claim_page(ClaimAsk(lang="fr"), 0, 50)
    yield "claims by articles, row 200,000 on", lambda: view.claim_page(ClaimAsk("articles"), 200_000, 50)
    yield "figures of the overview", view.totals


def main() -> None:
    """Build and measure."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--dossier")
    options.add_argument("--check", action="store_true", help="also check and compact it")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = given.dossier or str(Path(folder) / "large.selon")
        start = time.perf_counter()
        try:
            Dossier(where).close()
        except UsageError:
            build(where, given.documents)
            print(f"made in {time.perf_counter() - start:.0f} s")
        report(where, given.check)


def report(where: str, check: bool) -> None:
    """Print a line for each thing done; with `check` the dossier is checked and compacted at the end."""
    with Dossier(where) as dossier, dossier.snapshot() as view:
        known = view.counts()
    print(f"{known['documents']} documents, {known['claims']} claims, {known['actors']} actors\n")
    print("| what | median ms | slowest ms |\n| --- | --- | --- |")
    for what, times in measured(where):
        print(f"| {what} | {median(times):.0f} | {max(times):.0f} |", flush=True)
    for work in ("check", "compact") if check else ():
        _care(where, work)


def _care(where: str, work: str) -> None:
    with Dossier(where) as dossier:
        start = time.perf_counter()
        said = getattr(dossier, work)()
        print(f"{work}: {time.perf_counter() - start:.0f} s, {said}", flush=True)


if __name__ == "__main__":
    main()
