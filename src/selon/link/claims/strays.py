"""Places that share a claim by its topic, not by what they say: a second origin asks for closer words.

Average link lets a place into a claim that resembles the rest; when all end at one source nothing hangs on
it. A place with another origin would count as a second confirmation, so it stays only where its words are
close to what the other origins say; else it is a claim of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.languages import pack
from selon.link.chains.scene import End, Scene
from selon.link.propositions.propositions import Proposition
from selon.link.propositions.ties import opening
from selon.model.actor import ActorKind
from selon.model.document import Document
from selon.model.statement import Form
from selon.text.normalise import fold

_NAMED = frozenset({ActorKind.person, ActorKind.office, ActorKind.organisation})

BOUND = 1.01
"""Least mean likeness of the places of one origin, at best, to those of the others of the claim."""
_MOST = 0.5
_MANY = 60
"""Strays of one claim that are still compared with each other."""


def divided(scene: Scene, group: Sequence[int], ends: Sequence[End | None]) -> list[tuple[int, ...]]:
    """Return the claim without the places of origins that are not bound to it, and these as claims.

    `ends` and `group` go together; a chain that comes back stays where it is.
    """
    by_origin: dict[str, list[int]] = defaultdict(list)
    speakers: dict[int, End] = {}
    for k, end in zip(group, ends, strict=True):
        if end is not None:
            by_origin[end.key].append(k)
            speakers[k] = end
    ordered = sorted(by_origin.values(), key=lambda many: (len(many), many))
    kept, out = list(group), []
    for many in ordered:
        gone = set(many)
        rest = [k for k in kept if k not in gone]
        loose = _few(many, rest) and _bond(scene, many, rest) < BOUND
        if rest and (loose or _of_themselves(scene, many, rest, speakers)):
            out.append(tuple(many))
            kept = rest
    return sorted([tuple(sorted(kept)), *_together(scene, out)])


def _together(scene: Scene, parts: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Put strays that say one thing into one claim, in order of place; very many stay as they are."""
    made: list[tuple[int, ...]] = []
    for part in sorted(parts) if len(parts) <= _MANY else ():
        near = [float(scene.raw.agreeing(other, part).mean()) for other in made]
        best = max(range(len(made)), key=lambda n: (near[n], -n), default=None)
        if best is None or near[best] < BOUND:
            made.append(part)
        else:
            made[best] = tuple(sorted((*made[best], *part)))
    return made or list(parts)


def _few(many: Sequence[int], rest: Sequence[int]) -> bool:
    """Whether the places of one origin are few beside the rest: of two or three places none strays."""
    return len(rest) > 2 and (len(many) == 1 or 2 * len(many) < len(rest))


def _bond(scene: Scene, many: Sequence[int], rest: Sequence[int]) -> float:
    """The mean likeness of the best place; two languages share no words, so what unites them is enough."""
    if {scene.found[k].lang for k in many}.isdisjoint(scene.found[k].lang for k in rest):
        return BOUND
    return float(scene.raw.agreeing(rest, many).max())


def _of_themselves(
    scene: Scene, many: Sequence[int], rest: Sequence[int], speakers: Mapping[int, End]
) -> bool:
    """Whether two sources each speak of themselves ("it will not pay"): alike words, two facts.

    Direct speech is left out: the same quotation is one utterance, whoever is read as its speaker.
    """

    def share(places: Sequence[int]) -> float:
        own = [
            k for k in places if k in speakers and _reflexive(scene.found[k], scene.paths.docs, speakers[k])
        ]
        return len(own) / len(places)

    return share(many) == 1.0 and share(rest) > _MOST


def _reflexive(one: Proposition, docs: Mapping[str, Document], end: End) -> bool:
    if one.statement.form is Form.direct:
        return False
    forms = pack.table(one.lang, "antecedents")
    own = frozenset(forms.get("themselves", ()))
    if end.kind in (ActorKind.organisation, ActorKind.office):
        own |= frozenset(forms.get("bodies_themselves", ()))
    words = re.findall(r"[^\W\d_]+", fold(opening(one.lang).sub("", one.span.of(docs[one.doc].text))))
    return bool(words) and words[0] in own and end.kind in _NAMED
