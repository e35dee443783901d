"""How fast a served dossier answers: pages of a large one, p50 and p95, and the bytes of a first visit.

usage: pages.py [--documents 20000] [--visits 40] [--dossier FILE]

The documents and findings of the sample are traced once and then repeated under other ids until there are
enough (bulk-generated findings: what is measured is the pages, not the analysis); one claim holds the
articles of its first 50 repeats. With --dossier the file is kept, and used again when it is there.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import random
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec
import uvicorn

from selon import sample
from selon.model.claim import Chain, Claim, Origin
from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.store.snapshot import Snapshot
from selon.store.writer import Writer
from selon.web.app import application

Record = TypeVar("Record")

HELD = 50
"""Repeats whose most told claim is one."""

MOST = ("/", "/claims", "/claims?sort=articles&from=500", "/claims?state=contested", "/documents",
        "/documents?words=incendie", "/actors", "/actors?kind=person", "/search?q=incendie")  # fmt: skip
FACES = ("/static/serif.ttf", "/static/serif-italic.ttf", "/static/serif-semibold.ttf")


def build(path: Path, count: int) -> None:
    """Write a dossier of `count` documents or a few more."""
    with tempfile.TemporaryDirectory() as folder, Dossier(Path(folder) / "one.selon", create=True) as one:
        trace([str(p) for p in sample.pages()], one, jobs=1)
        with one.snapshot() as view, Dossier(path, create=True) as large, large.writing() as writer:
            _repeat(view, writer, -(-count // len(view.documents())))


def _repeat(view: Snapshot, writer: Writer, times: int) -> None:
    ids = _ids(view)
    docs, claims = view.documents(), view.claims()
    for n in range(times):
        for doc in docs:
            found = (view.statements(doc.id), view.quantities(doc.id), view.artefacts(doc.id))
            again = _again(doc, ids, n)
            writer.put_document(again)
            writer.put_findings(again, *(tuple(_again(r, ids, n) for r in records) for records in found))
    every = [_again(c, ids, n) for n in range(times) for c in claims]
    writer.put_passages(_again(p, ids, n) for n in range(times) for p in view.passages())
    writer.put_edges(_again(e, ids, n) for n in range(times) for e in view.edges())
    writer.put_clusters(_again(c, ids, n) for n in range(times) for c in view.clusters())
    writer.put_actors([_again(a, ids, n) for n in range(times) for a in view.actors()], ())
    writer.put_claims(_joined(every, len(claims)))
    writer.put_conflicts(_again(c, ids, n) for n in range(times) for c in view.conflicts())
    writer.put_lists()


def _ids(view: Snapshot) -> set[str]:
    found = {d.id for d in view.documents()} | {a.id for a in view.actors()}
    found |= {s.id for d in view.documents() for s in view.statements(d.id)}
    return found | {c.id for c in view.claims()} | {o.id for c in view.claims() for o in c.origins}


def _again(record: Record, ids: set[str], n: int) -> Record:
    """Return a record with every id in it marked as the n-th repeat."""
    if n == 0:
        return record
    made: Record = msgspec.convert(_marked(msgspec.to_builtins(record), ids, f"-{n:05d}"), type(record))
    return made


def _marked(value: Any, ids: set[str], mark: str) -> Any:
    if isinstance(value, str):
        return value + mark if value in ids else value
    if isinstance(value, dict):
        return {k: _marked(v, ids, mark) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_marked(v, ids, mark) for v in value]
    return value


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


def visits(view: Snapshot, count: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the kinds of pages with the addresses of each, chosen by a fixed seed."""
    chance = random.Random(7)
    claims = [row.claim.id for row in view.claim_page(_all(), 0, 5000).rows]
    docs = sorted(d.id for d in view.documents())
    actors = [a.id for a in view.actors()]
    yield "lists and search", [MOST[n % len(MOST)] for n in range(count)]
    yield "one claim", [f"/claims/{quote(i, safe='')}" for i in chance.sample(claims, count)]
    yield "the widest claim", [f"/claims/{quote(claims[0], safe='')}"] * max(3, count // 10)
    yield "one document", [f"/documents/{quote(i, safe='')}" for i in chance.sample(docs, count)]
    yield "one actor", [f"/actors/{quote(i, safe='')}" for i in chance.sample(actors, count)]
    edges = chance.sample([e for e in view.edges() if not e.source.startswith("agency:")], count)
    yield "compare", [f"/compare?a={quote(e.source, safe='')}&b={quote(e.derived, safe='')}" for e in edges]


def _all() -> Any:
    from selon.store.lists import ClaimAsk

    return ClaimAsk()


def served(path: Path, ask: Callable[[int], None]) -> None:
    """Serve the dossier on loopback while `ask(port)` runs."""
    config = uvicorn.Config(application(path, "fr"), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    ask(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join()


def get(port: int, address: str) -> tuple[float, int, bytes]:
    """Return the seconds of a visit, its status, and the body as it came over the wire."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    start = time.perf_counter()
    connection.request("GET", address, headers={"Accept-Encoding": "gzip", "Accept-Language": "fr"})
    response = connection.getresponse()
    body = response.read()
    return time.perf_counter() - start, response.status, body


def report(path: Path, count: int) -> None:
    """Print a line for each kind of page."""
    with Dossier(path) as dossier, dossier.snapshot() as view:
        known = view.counts()
        asked = list(visits(view, count))

    def ask(port: int) -> None:
        get(port, "/")
        for kind, addresses in asked:
            found = [get(port, a) for a in addresses]
            wrong = sorted({s for _, s, _ in found if s != 200})
            times = sorted(t * 1000 for t, _, _ in found)
            cut = quantiles(times, n=20) if len(times) > 1 else times * 20
            note = f"  status {wrong}" if wrong else ""
            print(f"| {kind} | {len(times)} | {cut[9]:.0f} | {cut[18]:.0f} | {times[-1]:.0f} |{note}")
        _, _, home = get(port, "/")
        loaded = re.findall(r'(?:href|src)="(/static/[^"?]+)', gzip.decompress(home).decode())
        bytes_ = len(home) + sum(len(get(port, a)[2]) for a in {*loaded, *FACES})
        print(f"\nfirst visit of / with style, script and three faces: {bytes_ / 1000:.0f} kB")

    print(f"{known['documents']} documents, {known['claims']} claims, {known['actors']} actors\n")
    print("| pages | visits | p50 ms | p95 ms | slowest ms |\n| --- | --- | --- | --- | --- |")
    served(path, ask)


def main() -> None:
    """Build, serve and measure."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--visits", type=int, default=40)
    options.add_argument("--dossier", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.dossier or Path(folder) / "large.selon"
        if not path.exists():
            build(path, given.documents)
        report(path, given.visits)


if __name__ == "__main__":
    main()
