"""Schema steps of a dossier file, in order; the file's `user_version` counts those that were taken."""

from __future__ import annotations

from selon.store.migrations import (
    m0001_start,
    m0002_judgements,
    m0003_artefacts,
    m0004_clusters,
    m0005_listing,
    m0006_comparisons,
    m0007_search_rows,
    m0008_apart,
    m0009_kept,
)

STEPS: tuple[tuple[str, ...], ...] = (
    m0001_start.STATEMENTS,
    m0002_judgements.STATEMENTS,
    m0003_artefacts.STATEMENTS,
    m0004_clusters.STATEMENTS,
    m0005_listing.STATEMENTS,
    m0006_comparisons.STATEMENTS,
    m0007_search_rows.STATEMENTS,
    m0008_apart.STATEMENTS,
    m0009_kept.STATEMENTS,
)
"""Each step is the SQL that leads from version N to N + 1. Published steps are never edited."""

VERSION = len(STEPS)
