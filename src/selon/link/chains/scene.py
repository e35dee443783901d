"""What chains are followed through, and where they end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from selon.link.actors.actors import Cast
from selon.link.actors.body_names import Body
from selon.link.chains.paths import Paths
from selon.link.propositions.alike import Alike
from selon.link.propositions.propositions import Proposition
from selon.model.actor import ActorKind
from selon.model.claim import ChainLink
from selon.model.statement import Statement


class End(msgspec.Struct, frozen=True):
    """Where one chain ends. Equal keys are one origin; loose and vague ends may be joined later."""

    key: str
    name: str
    kind: ActorKind
    on_record: bool
    doc: str
    stems: frozenset[str] = frozenset()
    altered: bool = False
    vague: bool = False
    """Named by no name, no body, no document and no word for a hidden source ("ce proche", "le tweet")."""

    body: Body | None = None
    """The body that its words name ("la préfecture")."""

    study: bool = False
    """Whether it is a study, or somebody who made one."""

    names: frozenset[str] = frozenset()
    """The proper names in its words."""

    head: str = ""
    """The stem of the noun or name that its words begin with."""

    authors: frozenset[str] = frozenset()
    """Of a document, the stems of the words that say whom it is by ("a report by an officer")."""

    told: bool = True
    """Whether the words of the source say who that is; a pronoun or a description only leads there."""

    callings: frozenset[str] = frozenset()
    """The bodies of which the words of a source call it a member ("a constable")."""

    of_self: bool = False
    """Whether what is said is of the source itself ("admits to have fired")."""

    @property
    def voice(self) -> bool:
        """Whether the chain ends with the outlet's own report."""
        return self.key.startswith("voice:")

    @property
    def loose(self) -> bool:
        """Whether nothing tells it from another of its kind: a document, somebody hidden or unknown."""
        return self.key.split(":")[0] in (ActorKind.anonymous, ActorKind.document, ActorKind.unknown)


class Trace(msgspec.Struct, frozen=True):
    """The links of one assertion, its end (None when the chain comes back), and how many were copies."""

    links: tuple[ChainLink, ...]
    end: End | None
    copied: bool = False
    cited: bool = False
    beside: tuple[tuple[ChainLink, End], ...] = ()
    """Sources named beside the last one ("the mayor and the prefect"): the link in its place, and the end."""


class Scene(msgspec.Struct, frozen=True):
    """All that a chain is followed through: documents, statements, actors, propositions, likeness."""

    paths: Paths
    cast: Cast
    statements: Mapping[str, Statement]
    found: Sequence[Proposition]
    raw: Alike
    known: Mapping[int, Trace] = msgspec.field(default_factory=dict)
    """Chains of the claim at hand that were followed already, by row."""
    by_doc: Mapping[str, Sequence[Statement]] = msgspec.field(default_factory=dict)
    """The statements of each document, by id."""
    beyond: set[str] = msgspec.field(default_factory=set)
    """Outlets whose texts were looked through, whether they hold the claim at hand or not."""

    def said_in(self, doc: str) -> Sequence[Statement]:
        """Return the statements of a document, in order of their ids."""
        return self.by_doc.get(doc, ())
