"""Decisions of people put into a dossier: checked against those in force, kept, never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from selon.errors import UsageError
from selon.ingest.aliases import STAGE as ALIASES
from selon.ingest.aliases import read_aliases
from selon.model.document import Reject
from selon.model.judgement import Judgement, Subject, Verdict, contradicted, judgement, latest, standing
from selon.store.dossier import Dossier
from selon.store.snapshot import Snapshot

STAGE = "judgements"


class Contradicted(UsageError):
    """A decision that cannot stand beside others; `by` are those that would have to be withdrawn first."""

    def __init__(self, words: str, by: Sequence[Judgement]) -> None:
        super().__init__(words)
        self.by = tuple(by)


def judge(
    dossier: Dossier, about: Subject, a: str, b: str, verdict: Verdict, by: str, time: str, note: str = ""
) -> Judgement:
    """Keep one decision about the keys `a` and `b`; it supersedes the former one about them.

    Raises UsageError for a pair of one thing and Contradicted for a decision that others in force rule out.
    """
    if a == b:
        raise UsageError("a judgement is about two different things: these are one")
    with dossier.writing() as writer:
        writer.alone_to_judge()
        made = _checked(writer.view.judgements(), about, a, b, verdict, by, time, note)
        writer.put_judgement(made)
    return made


def _checked(
    every: tuple[Judgement, ...],
    about: Subject,
    a: str,
    b: str,
    verdict: Verdict,
    by: str,
    time: str,
    note: str,
) -> Judgement:
    """Return the record of a decision that the others in force allow."""
    # A withdrawal is superseded too: else the same decision, made again, would be the record taken back.
    former = next((j for j in latest(every) if _pair(j) == (about, *sorted((a, b)))), None)
    if verdict is Verdict.withdrawn and (former is None or former.verdict is Verdict.withdrawn):
        raise UsageError("nothing to withdraw: nobody has judged these two")
    made = judgement(about, a, b, verdict, by, time, note, former)
    if clash := contradicted(standing((*every, made))):
        raise _against(made, clash, standing(every))
    return made


def last_of(every: Iterable[Judgement], by: str) -> Judgement | None:
    """Return the last judgement in force that `by` made; `every` is in the order in which they were made."""
    made = tuple(every)
    held = {j.id for j in standing(made)}
    return next((j for j in reversed(made) if j.by == by and j.id in held), None)


def withdraw(dossier: Dossier, ident: str, by: str, time: str) -> Judgement:
    """Take back the judgement in force of that id or its unambiguous start; UsageError for any other."""
    with dossier.snapshot() as view:
        found = [j for j in standing(view.judgements()) if j.id.startswith(ident)]
    if len(found) != 1:
        known = "several judgements begin with" if found else "no judgement in force is called"
        raise UsageError(f"{known} {ident}: `selon judgements` lists them")
    one = found[0]
    return judge(dossier, one.about, one.a, one.b, Verdict.withdrawn, by, time)


def _pair(one: Judgement) -> tuple[Subject, str, str]:
    return one.about, one.a, one.b


def _against(made: Judgement, clash: Judgement, others: Sequence[Judgement]) -> Contradicted:
    if clash.id != made.id:
        words = f"{clash.by} judged {clash.a} and {clash.b} different ({clash.id}): withdraw that first"
        return Contradicted(words, (clash,))
    held = [j for j in others if j.about is made.about and j.verdict is Verdict.same]
    near = [j for j in held if {j.a, j.b} & {made.a, made.b}]
    links = ", ".join(f"{j.a} = {j.b} ({j.id})" for j in near)
    words = f"judgements in force make these two the same: {links or 'by several steps'}; withdraw one first"
    return Contradicted(words, near)


def exported(view: Snapshot) -> Iterator[str]:
    """Yield every decision as a line of JSON, those superseded too, in order."""
    for one in view.judgements():
        yield msgspec.json.encode(one).decode() + "\n"


def take_in(dossier: Dossier, file: str) -> tuple[int, tuple[Reject, ...]]:
    """Add the decisions of an exported file; return how many were new, and what was set aside.

    A line that is no judgement, or that contradicts one in force, is set aside with its reason.
    """
    try:
        lines = Path(file).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from error
    with dossier.writing() as writer:
        writer.alone_to_judge()
        added, rejects = _sorted_out(list(writer.view.judgements()), file, lines)
        for one in added:
            writer.put_judgement(one)
        for reject in rejects:
            writer.put_reject(reject)
    return len(added), tuple(rejects)


def _sorted_out(
    known: list[Judgement], file: str, lines: Iterable[str]
) -> tuple[list[Judgement], list[Reject]]:
    added: list[Judgement] = []
    rejects: list[Reject] = []
    ids = {j.id for j in known}
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=Judgement)
        except msgspec.DecodeError as error:
            rejects.append(Reject(f"{Path(file).name}:{n}", f"no judgement: {error}", STAGE, file))
            continue
        if one.id in ids:
            continue
        if clash := contradicted(standing((*known, *added, one))):
            reason = f"contradicts the judgement {clash.id} of {clash.by}"
            rejects.append(Reject(f"{Path(file).name}:{n}", reason, STAGE, file))
            continue
        ids.add(one.id)
        added.append(one)
    return added, rejects


def take_aliases(dossier: Dossier, files: Sequence[str]) -> int:
    """Put the names of `files` into the dossier, in place of what they gave before; return how many were set
    aside."""
    count = 0
    for file in files:
        aliases, rejects = read_aliases(file)
        count += len(rejects)
        with dossier.writing() as writer:
            writer.drop_aliases(Path(file).name)
            writer.drop_rejects_of(ALIASES, f"{Path(file).name}:")
            writer.put_aliases(aliases)
            for reject in rejects:
                writer.put_reject(reject)
    return count
