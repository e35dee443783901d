"""A chain read as a path: through which texts, then on whose word, to which origin."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.actor import ActorKind
from selon.model.claim import Chain, ChainLink, Claim, LinkHow
from selon.report.questions.case import Case
from selon.text.normalise import fold

_MOVES = (LinkHow.prints, LinkHow.copies, LinkHow.translates)
_TEXTS = (ActorKind.media, ActorKind.document, ActorKind.unknown)


@dataclass(frozen=True)
class Path:
    """One assertion's way: `texts` from the article to the text it goes back to, `actors` from there on.

    The last actor is the origin itself; there is none when the outlet speaks in its own voice. `hows` are
    the kinds of step met on the way through the texts.
    """

    doc: str
    origin: str | None
    texts: tuple[str, ...]
    actors: tuple[ChainLink, ...]
    hows: tuple[LinkHow, ...]
    chain: Chain | None = None

    @property
    def between(self) -> tuple[ChainLink, ...]:
        """The actors between the first text and the origin, the nearest to the origin first."""
        return tuple(reversed(self.actors[:-1]))

    @property
    def named(self) -> ChainLink | None:
        """The first source that the article itself names, a text or an actor; None in its own voice."""
        links = self.chain.links[1:] if self.chain else ()
        return next((link for link in links if link.how is not LinkHow.prints), None)

    @property
    def last(self) -> ChainLink | None:
        """The link that names the origin, or None for the outlet's own voice."""
        return self.actors[-1] if self.actors else None


def path(case: Case, claim: Claim, chain: Chain) -> Path:
    """Read a chain; a link to a document not met before is a text, every other link an actor.

    What stands between two texts only names the second one ("selon Le Monde") and is left out.
    """
    first = claim.assertions[chain.assertion].doc
    texts, actors, hows = [first], list[ChainLink](), list[LinkHow]()
    for place, link in enumerate(chain.links):
        if place and _is_text(case, link, texts):
            texts.append(link.doc)
            actors = []
        elif place:
            actors.append(link)
        hows.append(link.how)
    return Path(first, chain.origin, tuple(texts), tuple(actors), tuple(hows), chain)


def _is_text(case: Case, link: ChainLink, seen: list[str]) -> bool:
    if link.doc not in case.docs or link.doc in seen:
        return False
    return link.how in _MOVES or (link.kind in _TEXTS and fold(link.name) in case.called[link.doc])


def paths(case: Case, claim: Claim) -> tuple[Path, ...]:
    """Return a path for every article of a claim; one without a chain ends where its origin says."""
    found = [path(case, claim, chain) for chain in claim.chains]
    led = {p.doc for p in found}
    missing = [doc for doc in claim.articles if doc not in led]
    return tuple(found) + tuple(Path(doc, _origin_of(claim, doc), (doc,), (), ()) for doc in missing)


def _origin_of(claim: Claim, doc: str) -> str | None:
    for origin in claim.origins:
        if any(claim.assertions[i].doc == doc for i in origin.assertions):
            return origin.id
    return None


def circle(found: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the documents that cite each other in a circle: those that another of them leads to."""
    rounds = [p.texts for p in found if p.origin is None]
    reached = {doc for texts in rounds for doc in texts[1:]}
    all_docs = dict.fromkeys(doc for texts in rounds for doc in texts)
    return tuple(doc for doc in all_docs if doc in reached) or tuple(all_docs)
