"""How fast a served dossier answers: pages of a large one, p50 and p95, and the bytes of a first visit.

usage: pages.py [--documents 20000] [--visits 40] [--dossier FILE]

The documents and findings of the sample are traced once and then repeated under other ids until there are
enough (bulk-generated findings: what is measured is the pages, not the analysis); one claim holds the
articles of its first 50 repeats. With --dossier the file is kept, and used again when it is there.

Beside the clock stands the time of processor of a visit, server and reader together: on a machine that others
use too, it is what the clock would say alone, as long as the file is in memory.
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
from typing import Any, NamedTuple
from urllib.parse import quote

import uvicorn

from dossier import build
from selon.store.dossier import Dossier
from selon.store.snapshot import Snapshot
from selon.web.app import application
from selon.web.serving import Settled

MOST = ("/", "/claims", "/claims?sort=articles&from=500", "/claims?state=contested", "/documents",
        "/documents?words=incendie", "/actors", "/actors?kind=person", "/search?q=incendie")  # fmt: skip
FACES = ("/static/serif.ttf", "/static/serif-italic.ttf", "/static/serif-semibold.ttf")


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
    config = uvicorn.Config(Settled(application(path, "fr")), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    ask(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join()


class Visit(NamedTuple):
    """Seconds of a visit by the clock and of processor, its status, and the body as it came over the wire."""

    seconds: float
    processor: float
    status: int
    body: bytes


def get(port: int, address: str) -> Visit:
    """Visit a page of the server in this process."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    start, busy = time.perf_counter(), time.process_time()
    connection.request("GET", address, headers={"Accept-Encoding": "gzip", "Accept-Language": "fr"})
    response = connection.getresponse()
    body = response.read()
    return Visit(time.perf_counter() - start, time.process_time() - busy, response.status, body)


def spread(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th of a hundred, in ms."""
    cut = quantiles(times * (1 if len(times) > 1 else 2), n=20, method="inclusive")
    return cut[9] * 1000, cut[18] * 1000


def report(path: Path, count: int) -> None:
    """Print a line for each kind of page."""
    with Dossier(path) as dossier, dossier.snapshot() as view:
        known = view.counts()
        asked = list(visits(view, count))

    def ask(port: int) -> None:
        get(port, "/")
        for kind, addresses in asked:
            found = [get(port, a) for a in addresses]
            wrong = sorted({v.status for v in found if v.status != 200})
            note = f"  status {wrong}" if wrong else ""
            times = (*spread([v.seconds for v in found]), *spread([v.processor for v in found]))
            cells = " | ".join(f"{t:.0f}" for t in times)
            print(f"| {kind} | {len(found)} | {cells} |{note}", flush=True)
        home = get(port, "/").body
        loaded = re.findall(r'(?:href|src)="(/static/[^"?]+)', gzip.decompress(home).decode())
        bytes_ = len(home) + sum(len(get(port, a).body) for a in {*loaded, *FACES})
        print(f"\nfirst visit of / with style, script and three faces: {bytes_ / 1000:.0f} kB")

    print(f"{known['documents']} documents, {known['claims']} claims, {known['actors']} actors\n")
    print("| pages | visits | p50 ms | p95 ms | p50 of processor | p95 of processor |")
    print("| --- | --- | --- | --- | --- | --- |")
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
