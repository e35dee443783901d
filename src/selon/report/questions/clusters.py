"""A cluster in words: how many documents, which copy is the earliest known, and what could overturn that."""

from __future__ import annotations

from collections.abc import Callable

from selon.model.cluster import Caveat, Cluster
from selon.report.wording import Words

_LISTED = 6
"""Documents named in a caveat; the rest are counted."""

Name = Callable[[str], str]
"""What a document is called where the words are read."""


def earliest_phrase(cluster: Cluster, name: Name, say: Words) -> str:
    """Return which copy is the earliest known, with the level of the evidence, or that none stands out."""
    if cluster.earliest is None:
        return say.plain("cluster.open")
    said = say.plain("cluster.earliest", doc=name(cluster.earliest))
    return f"{said} ({say.plain('tree.level', n=int(cluster.level))})" if cluster.level else said


def caveat_phrases(cluster: Cluster, name: Name, say: Words) -> tuple[str, ...]:
    """Return what could overturn that, one phrase a reason."""
    return tuple(_caveat(c, name, say) for c in cluster.caveats)


def _caveat(caveat: Caveat, name: Name, say: Words) -> str:
    shown = ", ".join(name(doc) for doc in caveat.about[:_LISTED])
    rest = len(caveat.about) - _LISTED
    listed = f"{shown}, {say.plain('series.more', n=rest)}" if rest > 0 else shown
    return say.plain(f"cluster.{caveat.kind}", about=listed)
