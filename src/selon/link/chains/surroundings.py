"""All that the chains and the origins of a claim depend on, as one digest: equal digests, equal results.

Chains stay inside the texts of their claim, and read of these whatever is said there (`Scene.said_in`). Only
where an outlet is cited its other texts are looked through (`Scene.beyond`); what came of that is not kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace

from selon.link.chains.chains import from_agency, ladder
from selon.link.chains.inner import inner
from selon.link.chains.scene import Scene
from selon.model.identity import digest


class Surroundings:
    """What is around the places of a scene; `wordings` are the digests of its wordings, `weights` that of the
    weights of words."""

    def __init__(self, scene: Scene, wordings: Sequence[str], weights: str) -> None:
        self._scene, self.wordings, self.weights = scene, wordings, weights
        langs = scene.paths.langs
        self._common = weights, sorted(langs, key=lambda lang: (-langs[lang], lang))
        self._proposed: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in scene.cast.proposals:
            for end, other in ((one.a, one.b), (one.b, one.a)):
                self._proposed[end].append((other, one.why))
        self._outlined = {k: sorted(p) for k, p in self._proposed.items()}
        self.place, self.document = cache(self._place), cache(self._document)
        self._speaking, self._spots = cache(self._voices), cache(self._spot)
        self._heard = cache(self._sources)

    def digest(self, group: Sequence[int], *more: Any) -> str:
        """Return the digest of all that is known of some places, and of what else is given."""
        docs = {self._scene.found[k].doc for k in group}
        actors = {self._scene.cast.by_statement[i].id for k in group for i in self._heard(k)}
        return digest(
            (
                self._common,
                [self.place(k) for k in group],
                [(self.document(d), list(self._ties(d, docs))) for d in sorted(docs)],
                [(a, sorted(docs & self._scene.cast.docs.get(a, frozenset()))) for a in sorted(actors)],
                [(a, o, why) for a in sorted(actors) for o, why in self._outlined.get(a, ()) if o in actors],
                more,
            )
        )

    def spot(self, k: int) -> str:
        """Return the digest of a place without who speaks there: its words, and its document."""
        return self._spots(k)

    def _spot(self, k: int) -> str:
        one = self._scene.found[k]
        return digest((one, self.wordings[self._scene.raw.wording(k)], self.document(one.doc)))

    def _place(self, k: int) -> str:
        """A place: its own words, those that it is compared by, and who speaks there."""
        scene, one = self._scene, self._scene.found[k]
        agency = scene.paths.agency(one.doc)
        came = agency is not None and from_agency(scene, k, agency)
        speaking = [self._speaking(i) for i in self._heard(k)]
        return digest((one, self.wordings[scene.raw.wording(k)], came, speaking))

    def _sources(self, k: int) -> tuple[str, ...]:
        """The ids under which all stand who may be the source of a place: those around it, who is reported in
        it, and who is named beside any of them."""
        scene, one = self._scene, self._scene.found[k]
        rungs = ladder(scene, one.statement)
        reported = inner(scene, one) if rungs else None
        said = [*rungs, reported] if reported is not None else rungs
        return tuple(i for s in said for i in (s.id, *scene.cast.beside.get(s.id, ())))

    def _voices(self, ident: str) -> tuple[Any, ...]:
        """Who is meant under an id, and by which words."""
        cast, actor = self._scene.cast, self._scene.cast.by_statement[ident]
        of = actor.id in cast.vague, actor.id in cast.studies, cast.outlets.get(actor.id)
        bodies = sorted((b.concept, sorted(b.qualifiers)) for b in cast.bodies.get(actor.id, ()))
        said = ident, cast.beside.get(ident, ()), cast.namings[ident]
        return *said, actor.id, actor.name, actor.kind, *of, bodies

    def _document(self, doc: str) -> str:
        """A document, all that is said in it, and how it hangs together with others."""
        paths, said = self._scene.paths, self._scene.said_in(doc)
        known = [(s, s.id in self._scene.cast.by_statement) for s in said]
        text = replace(paths.docs[doc], capture=None)
        return digest((text, known, paths.family(doc), paths.agency(doc)))

    def _ties(self, doc: str, docs: set[str]) -> Iterator[Any]:
        """What a document has to do with others of the claim: lineage, and aligned places."""
        paths = self._scene.paths
        yield from (e for e in paths.edges(doc) if e.source in docs)
        yield from paths.shared(doc, docs)


class Beyond:
    """Scenes by number that tell whether texts beyond those of a claim were looked through."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._seen: dict[int, set[str]] = defaultdict(set)

    def watched(self, n: int) -> Scene:
        """Return the scene for the claim of that number."""
        return replace(self._scene, beyond=self._seen[n])

    def nothing(self, n: int) -> bool:
        """Tell whether no other text was looked through for the claim of that number."""
        return not self._seen[n]


def speakers(scene: Scene, changed: Mapping[int, int], mates: Mapping[int, Sequence[int]], k: int) -> Any:
    """Return who says what a changed copy changed: None where the place at `k` changed nothing."""
    match = changed.get(k)
    if match is None:
        return None
    said = {scene.found[j].statement.id for j in (match, *mates.get(match, ()))}
    return sorted({scene.cast.by_statement[i].id for i in said if i in scene.cast.by_statement})
