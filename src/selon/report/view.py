"""What the report room asks of a dossier: one consistent state, read only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from selon.model.actor import Actor, Proposal
from selon.model.artefact import Artefact
from selon.model.claim import Claim
from selon.model.cluster import Cluster
from selon.model.document import Document, Reject
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.quantity import QuantityConflict
from selon.model.statement import Statement


class View(Protocol):
    """A dossier at one moment; `selon.store.snapshot.Snapshot` is one."""

    @property
    def name(self) -> str:
        """The name of the case."""

    def documents(self) -> Sequence[Document]:
        """All documents."""

    def statements(self, doc: str) -> Sequence[Statement]:
        """The statements of one document, the outlet's own voice among them."""

    def artefacts(self, doc: str) -> Sequence[Artefact]:
        """The traces of translation in one document."""

    def claims(self) -> Sequence[Claim]:
        """All claims."""

    def numbers(self) -> Mapping[str, int]:
        """The place of each of these claims in the order of sigla of the whole dossier, from 1."""

    def total(self) -> int:
        """How many claims the whole dossier has."""

    def actors(self) -> Sequence[Actor]:
        """All actors."""

    def proposals(self) -> Sequence[Proposal]:
        """The merges of actors that were not made."""

    def passages(self) -> Sequence[Passage]:
        """All aligned passages."""

    def edges(self) -> Sequence[Edge]:
        """The lineage."""

    def clusters(self) -> Sequence[Cluster]:
        """The clusters of documents by derivation."""

    def rejects(self) -> Sequence[Reject]:
        """What was set aside."""

    def conflicts(self) -> Sequence[QuantityConflict]:
        """The figures that differ for one quantity."""

    def info(self) -> Mapping[str, str]:
        """Digest, versions of the stages, and when the dossier was made, if that is kept."""
