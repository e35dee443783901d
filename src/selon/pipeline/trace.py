"""The main job: paths in, a dossier brought up to date, counts out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

import msgspec

from selon.ingest.read import read_paths
from selon.link.kept import Kept
from selon.link.rulings import Rulings
from selon.model.document import Document, Reject
from selon.model.identity import digest
from selon.model.judgement import standing
from selon.model.passage import in_order
from selon.pipeline.catalogue import EXAMINE, REUSE, STAGES, version_of
from selon.pipeline.examine import Findings, examine
from selon.pipeline.executors.base import Executor
from selon.pipeline.executors.local import Local
from selon.pipeline.judging import take_aliases
from selon.pipeline.linking import NEVER, Links, Reused, link
from selon.pipeline.progress import Progress, silent
from selon.store.dossier import Dossier
from selon.store.records import Former
from selon.store.snapshot import Snapshot
from selon.store.writer import content_digest

_BATCH = 64


class Outcome(msgspec.Struct, frozen=True):
    """What a run did: documents by fate, and whether links had to be found again."""

    new: int
    changed: int
    same: int
    rejected: int
    examined: int
    linked: bool


def trace(
    paths: Sequence[str],
    dossier: Dossier,
    jobs: int = 0,
    progress: Progress = silent,
    now: str | None = None,
    aliases: Sequence[str] = (),
    on: Executor | None = None,
) -> Outcome:
    """Read `paths` into `dossier` and bring every stage up to date.

    What has not changed is not done again; each step lands whole or not at all. `now` is the UTC time
    written on captures (ISO 8601), which no result depends on. `aliases` are files of names (ingest.aliases).
    `on` does the analysis; without it `jobs` processes of this machine do (0: one a processor).
    """
    with dossier.running():
        misnamed = take_aliases(dossier, aliases)
        fates = _take_in(paths, dossier, progress, now)
        fates["rejected"] += misnamed
        examined = _examine_new(dossier, on or Local(jobs), progress)
        linked = _link(dossier, progress)
    return Outcome(examined=examined, linked=linked, **fates)


def _take_in(paths: Sequence[str], dossier: Dossier, progress: Progress, now: str | None) -> dict[str, int]:
    fates = {"new": 0, "changed": 0, "same": 0, "rejected": 0}
    known: dict[str, Former | None] = {}
    reading = iter(read_paths(paths))
    total = 0
    while batch := list(islice(reading, _BATCH)):
        total += len(batch)
        _write_read(dossier, batch, known, fates, now)
        progress("read", total, 0)
    return fates


def _write_read(
    dossier: Dossier,
    batch: Sequence[Document | Reject],
    known: dict[str, Former | None],
    fates: dict[str, int],
    now: str | None,
) -> None:
    with dossier.writing() as writer:
        for reject in (item for item in batch if isinstance(item, Reject)):
            writer.put_reject(reject)
            fates["rejected"] += 1
        for doc in _told_apart(batch, writer.view, known):
            fate = _fate(doc, known)
            fates[fate] += 1
            if fate != "same":
                writer.put_document(stamped(doc, now))
            writer.drop_rejects("read", doc.capture.where if doc.capture else doc.id)


def _told_apart(
    batch: Iterable[Document | Reject], view: Snapshot, known: dict[str, Former | None]
) -> list[Document]:
    """Return the documents of `batch` under ids of their own; `known` gets what the dossier had before this
    run."""
    docs = [item for item in batch if isinstance(item, Document)]
    _recall(view, {i for d in docs for i in (d.id, d.id.partition("#")[0])}, known)
    apart = [told_apart(doc, known) for doc in docs]
    _recall(view, {d.id for d in apart}, known)
    return apart


def _recall(view: Snapshot, idents: set[str], known: dict[str, Former | None]) -> None:
    """Ask what there is of ids that nobody has asked about: later, this run may have written them itself."""
    unasked = idents - known.keys()
    known.update(dict.fromkeys(unasked))
    known.update(view.formers(unasked))


def _fate(doc: Document, known: Mapping[str, Former | None]) -> str:
    former = known[doc.id]
    if former is None:
        return "new"
    return "same" if former.digest == content_digest(doc) else "changed"


def told_apart(doc: Document, known: Mapping[str, Former | None]) -> Document:
    """Return `doc` under an id of its own when its id belongs to other bytes from another place.

    Both documents of one page get the same suffix: six hex digits of the digest of the capture.
    """
    page, mark, rest = doc.id.partition("#")
    former = known.get(page)
    if former is None or former.capture is None or doc.capture is None:
        return doc
    if former.capture.where == doc.capture.where or former.capture.sha256 == doc.capture.sha256:
        return doc
    apart = f"{page}~{doc.capture.sha256[:6]}"
    return msgspec.structs.replace(doc, id=f"{apart}{mark}{rest}", host=apart if doc.host else None)


def stamped(doc: Document, now: str | None) -> Document:
    """Return the document with the time of its capture; one that an archive gives stays."""
    if doc.capture is None or now is None or doc.capture.time is not None:
        return doc
    return msgspec.structs.replace(doc, capture=msgspec.structs.replace(doc.capture, time=now))


def _examine_new(dossier: Dossier, executor: Executor, progress: Progress) -> int:
    version = version_of(EXAMINE)
    with dossier.snapshot() as snapshot:
        todo = snapshot.unexamined(EXAMINE.name, version)
    if todo:
        progress(EXAMINE.name, 0, len(todo))
    results = executor.map_each(examine, dossier.texts(todo))
    count = 0
    while batch := list(islice(results, _BATCH)):
        with dossier.writing() as writer:
            docs = writer.view.documents_of(todo[count : count + len(batch)])
            for doc, found in zip(docs, batch, strict=True):
                writer.drop_rejects(EXAMINE.name, doc.id)
                if isinstance(found, Reject):
                    writer.put_reject(found)
                    writer.put_findings(doc, (), ())
                else:
                    writer.put_findings(doc, found.all_statements, found.quantities, found.artefacts)
                writer.mark(EXAMINE.name, doc.id, version, content_digest(doc))
        count += len(batch)
        progress(EXAMINE.name, count, len(todo))
    return count


def link_again(dossier: Dossier, progress: Progress = silent) -> bool:
    """Find all links again if documents, judgements or names have changed; tell whether they had.

    A run at work is waited for: it may have obeyed the last judgement already.
    """
    with dossier.running(wait=True):
        return _link(dossier, progress)


def _link(dossier: Dossier, progress: Progress) -> bool:
    with dossier.snapshot() as snapshot:
        rulings = Rulings(standing(snapshot.judgements()), snapshot.aliases())
        given = digest([snapshot.digests(), rulings.judgements, rulings.aliases])
        former = snapshot.ledger("link").get("all")
        if former == (version_of(*STAGES), given):
            return False
        docs = snapshot.documents()
        found = {d.id: _findings(snapshot, d) for d in docs}
        before = _reused(snapshot)
    kept = Kept(partial(_recalled, dossier), version_of(*STAGES))
    links = link(docs, found, progress, rulings, before, kept)
    progress("write", 0, 0)
    if not _write_links(dossier, links, kept, given, digest(rulings.judgements), former):
        _link(dossier, progress)  # another run has linked meanwhile: what this one set out from is gone
    return True


def links_behind(view: Snapshot) -> bool:
    """Tell whether something was judged that the links do not obey yet: a run was cut short."""
    obeyed = view.ledger("link").get("judgements")
    return obeyed is not None and obeyed[1] != digest(standing(view.judgements()))


def _findings(snapshot: Snapshot, doc: Document) -> Findings:
    every = snapshot.statements(doc.id)
    return Findings(
        doc.id,
        tuple(s for s in every if s.form != "voice"),
        tuple(s for s in every if s.form == "voice"),
        snapshot.quantities(doc.id),
        snapshot.artefacts(doc.id),
    )


def _recalled(dossier: Dossier, keys: Collection[str]) -> Mapping[str, bytes]:
    with dossier.snapshot() as snapshot:
        return snapshot.kept(keys)


def _reused(snapshot: Snapshot) -> Reused:
    """Return what the last run compared, nothing when another version did."""
    version, given = snapshot.ledger(REUSE.name).get("all", ("", ""))
    if version != version_of(REUSE):
        return NEVER
    passages = (*snapshot.passages(), *snapshot.withheld())
    return Reused(given, tuple(sorted(passages, key=in_order)), snapshot.compared())


def _write_links(
    dossier: Dossier, links: Links, kept: Kept, given: str, judged: str, former: tuple[str, str] | None
) -> bool:
    """Write the links of a run that set out from the links of the run `former`; False when those are not the
    last any more."""
    allowed = frozenset(links.passages)
    with dossier.writing() as writer:
        if writer.view.ledger("link").get("all") != former:
            return False
        writer.put_passages(links.passages)
        writer.put_withheld(p for p in links.reused.passages if p not in allowed)
        writer.put_compared(links.reused.compared)
        writer.mark(REUSE.name, "all", version_of(REUSE), links.reused.given)
        writer.put_kept(kept.made, kept.used)
        writer.put_edges(links.edges)
        writer.put_clusters(links.clusters)
        writer.put_actors(links.actors, links.proposals)
        writer.put_claims(links.claims)
        writer.put_conflicts(links.conflicts)
        writer.put_lists()
        writer.put_meta("stages", version_of(*STAGES))
        writer.mark("link", "all", version_of(*STAGES), given)
        writer.mark("link", "judgements", version_of(*STAGES), judged)
    return True
