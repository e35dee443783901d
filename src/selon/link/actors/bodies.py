"""One actor for a body and those who speak for it by office: "le ministre", "le ministère", "Beauvau".

A body is joined to a fuller form of itself only where it can mean one alone: of two ministries, neither is
"the ministry", so that no bare word makes one actor of all who hold an office.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.actors import appositions
from selon.link.actors.body_names import Body
from selon.link.actors.heads import heads_of_state
from selon.link.actors.naming import Naming
from selon.link.actors.nodes import Nodes, pairs
from selon.model.actor import ActorKind
from selon.model.document import Document

_MANY = frozenset({"police", "department"})
"""Bodies of which a story may hold several: the bare word never means the only one that is named."""
_SINGLE = frozenset({"government", "presidency", "premiership"})
"""Bodies of which a country has one: the bare word tells it from others of its kind."""

Held = Mapping[str, tuple[tuple[Body, str], ...]]
"""Person key → the bodies that texts say he or she holds or speaks for, with the words, in order."""


def join_bodies(
    nodes: Nodes, docs: Sequence[Document], named: Mapping[str, Naming], keys: Mapping[str, str]
) -> None:
    """Join the mentions of each body, and the persons who speak for it by office."""
    held = _held(docs, named, keys)
    for person, said in held.items():
        if (own := _own(said)) is not None:
            for body, words in (own, *_besides(person, own[0], held)):
                key = nodes.add(key_of(body), "", ActorKind.office)
                nodes.join(person, key, f"speaks by office: “{words}”")
    full: dict[str, dict[str, Body]] = defaultdict(dict)
    for key in nodes.keys("body:"):
        body = body_of(key)
        if body.qualifiers:
            full[body.concept][key] = body
    for many in full.values():
        _join_full(nodes, many)
    _join_bare(nodes, full, held)


def key_of(body: Body) -> str:
    """Return the key of a body."""
    return f"body:{body.concept}:{','.join(sorted(body.qualifiers))}"


def body_of(key: str) -> Body:
    """Return the body of a key."""
    _, concept, qualifiers = key.split(":")
    return Body(concept, frozenset(filter(None, qualifiers.split(","))))


def _held(docs: Sequence[Document], named: Mapping[str, Naming], keys: Mapping[str, str]) -> Held:
    out: dict[str, list[tuple[Body, str]]] = defaultdict(list)
    lasts: dict[str, list[str]] = defaultdict(list)
    for statement in sorted(named):
        found = named[statement]
        if found.person and keys[statement].startswith("person:"):
            lasts[found.person[-1]].append(keys[statement])
            if found.body is not None:
                out[keys[statement]].append((found.body, found.words))
    for last, said in sorted(appositions.offices(docs, lasts).items()):
        out[min(lasts[last])].extend((body, words) for body, _, words in said)
    for last, head in heads_of_state(docs, lasts).items():
        out[min(lasts[last])].extend(head)
    return {person: tuple(out[person]) for person in sorted(out)}


def _own(said: Sequence[tuple[Body, str]]) -> tuple[Body, str] | None:
    """The one body, told apart from others of its kind, that a person is said to hold most often."""
    count = Counter(body for body, _ in said if body.qualifiers or body.concept in _SINGLE)
    best = min(count, key=lambda b: (-count[b], len(b.qualifiers), key_of(b)), default=None)
    return (best, min(words for body, words in said if body == best)) if best is not None else None


def _besides(person: str, own: Body, held: Held) -> list[tuple[Body, str]]:
    """Return the other bodies of its kind that this person alone is said to hold ("procureur de Brindelle",
    "chef du parquet antiterroriste")."""
    apart = (said for p, said in held.items() if _last(p) != _last(person))
    others = {body for said in apart for body, _ in said if body.qualifiers}
    mine = dict(sorted(held[person], key=lambda said: (key_of(said[0]), said[1]), reverse=True))
    told = (b for b in sorted(mine, key=key_of) if b.concept == own.concept and b.qualifiers and b != own)
    return [(b, mine[b]) for b in told if not any(b.may_be(o) for o in others)]


def _last(person: str) -> str:
    """The last name in the key of a person."""
    return person.split(":")[1].split()[-1]


def _join_full(nodes: Nodes, many: Mapping[str, Body]) -> None:
    """Join forms of one body; what fits two that are not one joins the one at home, or none."""
    for a, b in pairs(many):
        if many[a].within(many[b]) and many[b].within(many[a]):
            nodes.join(a, b, f"one {many[a].concept}, the same words")
    for short in sorted(many, key=lambda k: (-len(many[k].qualifiers), k)):
        wider = [k for k in sorted(many) if k != short and many[short].within(many[k])]
        if (one := _only(many, wider) or _only(many, [k for k in wider if _at_home(many[k])])) is not None:
            nodes.join(short, one, f"one {many[short].concept}, in fewer words")


def _only(many: Mapping[str, Body], keys: Sequence[str]) -> str | None:
    """The first of some forms when all of them may be one body."""
    alone = bool(keys) and all(many[a].may_be(many[b]) for a, b in pairs(keys))
    return keys[0] if alone else None


def _at_home(body: Body) -> bool:
    return bool(body.qualifiers & _home())


@cache
def _home() -> frozenset[str]:
    tables = pack.everywhere("actors")
    return frozenset(wording.stem(w) for t in tables.values() for w in t.get("home", ()))


def _join_bare(nodes: Nodes, full: Mapping[str, Mapping[str, Body]], held: Held) -> None:
    """Join the bare word of a body to the only one of its kind, or to the only person in that office."""
    for bare in nodes.keys("body:"):
        body = body_of(bare)
        if body.qualifiers or body.concept in _MANY:
            continue
        roots = {nodes.root(k) for k in full.get(body.concept, ())}
        roots |= {
            nodes.root(p) for p, said in held.items() if any(b.concept == body.concept for b, _ in said)
        }
        if len(roots) == 1:
            nodes.join(bare, min(roots), f"the only {body.concept} that the dossier names")
