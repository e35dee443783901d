"""Open disputes as groups: the claims that cannot stand together, and who denies one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selon.model.claim import DisputeLevel
from selon.report.questions import overview
from selon.report.questions.case import Case, Listed


@dataclass(frozen=True)
class Opposed:
    """Claims that stand against each other, those of most articles first; `levels` say by what.

    `denials` are those whose words are no claim of the dossier: the actor and the document.
    """

    items: tuple[Listed, ...]
    levels: tuple[DisputeLevel, ...]
    denials: tuple[tuple[str, str], ...]


def opposed(case: Case, items: Iterable[Listed]) -> tuple[Opposed, ...]:
    """Return the groups of contested claims in the order of `items`, each claim in one group."""
    out: list[Opposed] = []
    met: set[str] = set()
    for item in items:
        if item.claim.id not in met:
            group = _joined(case, item)
            met.update(i.claim.id for i in group)
            out.append(_opposed(case, group))
    return tuple(out)


def _joined(case: Case, first: Listed) -> list[Listed]:
    """Return a claim with all that stand against it, directly or through others."""
    found = {first.claim.id: first}
    waiting = [first]
    while waiting:
        for other in overview.against(case, waiting.pop()):
            if other.claim.id not in found:
                found[other.claim.id] = other
                waiting.append(other)
    return sorted(found.values(), key=lambda i: (-len(i.claim.articles), i.siglum))


def _opposed(case: Case, group: list[Listed]) -> Opposed:
    disputes = [d for item in group for d in item.claim.disputed_by]
    alone = ((d.actor or case.outlet(d.doc), d.doc) for d in disputes if d.claim not in case.by_claim)
    return Opposed(tuple(group), tuple(sorted({d.level for d in disputes})), tuple(dict.fromkeys(alone)))
