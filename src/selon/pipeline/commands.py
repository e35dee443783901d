"""Each part of the main job as a command over plain files (EVALUATION.md)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from selon.analyse.rows import statement_row
from selon.errors import UsageError
from selon.ingest.read import read_paths
from selon.ingest.rows import document_row, read_rows
from selon.languages.coverage import Partly, partly_read
from selon.link.claims.claim_rows import origins_row
from selon.link.lineage.clusters import find_clusters
from selon.link.reuse.pairs import make_clusters, make_pairs
from selon.link.reuse.rows import change_lines, cluster_lines, lineage_lines, pair_lines, passage_lines
from selon.model.cluster import Cluster
from selon.model.document import Document, Reject
from selon.pipeline.examine import Findings, attributions, examine
from selon.pipeline.executors.local import Local
from selon.pipeline.linking import link
from selon.pipeline.linking import reuse as find_links
from selon.pipeline.output import STDOUT, json_lines, write_rejects, write_text
from selon.pipeline.progress import Progress, silent


class Done(msgspec.Struct, frozen=True):
    """What a command did, for its closing line: documents read, records written, rows set aside.

    `partly` are the languages that were read without a parser, `clusters` what derives from what (reuse).
    """

    documents: int
    written: int
    rejects: tuple[Reject, ...]
    partly: tuple[Partly, ...] = ()
    clusters: tuple[Cluster, ...] = ()


def read(paths: Sequence[str], out: str, progress: Progress = silent) -> Done:
    """Write one document a line."""
    docs: list[Document] = []
    rejects: list[Reject] = []
    for item in read_paths(paths):
        (docs if isinstance(item, Document) else rejects).append(item)  # type: ignore[arg-type]
        progress("read", len(docs) + len(rejects), 0)
    docs.sort(key=lambda d: d.id)
    return _finish(out, json_lines(map(document_row, docs)), docs, len(docs), rejects)


def statements(rows: str, out: str, beliefs: bool, jobs: int, progress: Progress = silent) -> Done:
    """Write one attribution a line."""
    docs, rejects = _load(rows)
    found: list[dict[str, Any]] = []
    for n, made in enumerate(Local(jobs).map_each(partial(attributions, beliefs=beliefs), docs), 1):
        if isinstance(made, Reject):
            rejects.append(made)
        else:
            found.extend(map(statement_row, made))
        progress("statements", n, len(docs))
    return _finish(out, json_lines(found), docs, len(found), rejects)


def reuse(rows: str, out: str, jobs: int, progress: Progress = silent) -> Done:
    """Write pairs, clusters, passages, changes and lineage as tab-separated files into the folder `out`."""
    if out == STDOUT:
        raise UsageError("reuse writes several files: give a folder with -o")
    docs, rejects = _load(rows)
    found = _examine_all(docs, jobs, rejects, progress)
    passages, edges = find_links(docs, found, progress)
    pairs = make_pairs(docs, passages)
    clusters = find_clusters(docs, passages, edges)
    folder = _folder(out)
    tables = {
        "pairs.tsv": pair_lines(pairs),
        "clusters.tsv": cluster_lines(make_clusters(docs, pairs)),
        "passages.tsv": passage_lines(passages),
        "changes.tsv": change_lines(passages),
        "lineage.tsv": lineage_lines(edges),
    }
    for name, lines in tables.items():
        write_text(str(folder / name), lines)
    write_rejects(out, rejects)
    return msgspec.structs.replace(_done(docs, len(pairs), rejects), clusters=clusters)


def origins(rows: str, out: str, jobs: int, progress: Progress = silent) -> Done:
    """Write claims with their origins, the lineage and the figures that differ as one JSON object."""
    docs, rejects = _load(rows)
    found = _examine_all(docs, jobs, rejects, progress)
    links = link(docs, found, progress)
    row = origins_row(links.claims, links.edges, links.conflicts)
    return _finish(out, [msgspec.json.encode(row).decode() + "\n"], docs, len(links.claims), rejects)


def _examine_all(
    docs: Sequence[Document], jobs: int, rejects: list[Reject], progress: Progress
) -> dict[str, Findings]:
    found: dict[str, Findings] = {}
    for n, made in enumerate(Local(jobs).map_each(examine, docs), 1):
        if isinstance(made, Reject):
            rejects.append(made)
            made = Findings(made.record, (), (), ())
        found[made.doc] = made
        progress("examine", n, len(docs))
    return found


def _load(rows: str) -> tuple[list[Document], list[Reject]]:
    docs: dict[str, Document] = {}
    rejects: list[Reject] = []
    for item in read_rows(_rows_file(rows)):
        if isinstance(item, Reject):
            rejects.append(item)
        elif item.id in docs:
            rejects.append(Reject(item.id, "a second row with this id: the first one is kept", "read", rows))
        else:
            docs[item.id] = item
    return sorted(docs.values(), key=lambda d: d.id), rejects


def _rows_file(rows: str) -> str:
    """Return the file to read rows from; raises UsageError when there is none."""
    if rows == STDOUT:
        return "/dev/stdin"
    if os.path.isdir(rows):
        raise UsageError(f"{rows} is a folder: make rows of it first with `selon read {rows} -o docs.jsonl`")
    if not os.path.lexists(rows):
        raise UsageError(f"{rows}: there is no such file")
    return rows


def _folder(out: str) -> Path:
    try:
        os.makedirs(out, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make the folder {out}: {error.strerror}") from error
    return Path(out)


def _finish(out: str, lines: object, docs: Sequence[Document], written: int, rejects: list[Reject]) -> Done:
    write_text(out, lines)  # type: ignore[arg-type]
    write_rejects(out, rejects)
    return _done(docs, written, rejects)


def _done(docs: Sequence[Document], written: int, rejects: Sequence[Reject]) -> Done:
    return Done(len(docs), written, tuple(rejects), partly_read(doc.lang for doc in docs))
