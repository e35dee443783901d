"""Clusters by derivation in the terminal: the earliest copy known and what could overturn that."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from selon.model.cluster import Cluster
from selon.report.questions.clusters import Name, caveat_phrases, earliest_phrase
from selon.report.terminal.marks import flat
from selon.report.wording import Words, words

_SHOWN = 8
"""Clusters told one by one after a run; the rest are counted."""


def cluster_lines(cluster: Cluster, say: Words, outlet: Name | None = None) -> list[Text]:
    """Return one cluster: its size, the earliest copy known, and one dim line for each doubt."""

    def name(doc: str) -> str:
        told = outlet(doc) if outlet and doc in cluster.docs else doc
        return flat(doc if told == doc else f"{doc} {told}")

    head = Text(say.plain("cluster.title", documents=say.count("documents", len(cluster.docs))), style="bold")
    head.append(f": {earliest_phrase(cluster, name, say)}", style="not bold")
    return [head, *(Text(f"  {why}", style="dim") for why in caveat_phrases(cluster, name, say))]


def told(found: Sequence[Cluster], lang: str = "fr") -> list[str]:
    """Return the largest clusters of a run as plain lines, and how many there are more."""
    say = words(lang)
    lines = [line.plain for cluster in found[:_SHOWN] for line in cluster_lines(cluster, say)]
    rest = len(found) - _SHOWN
    return [*lines, say.plain("series.rest", n=rest)] if rest > 0 else lines
