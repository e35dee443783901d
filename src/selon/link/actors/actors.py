"""One actor for one who is meant: persons by last name, a body with its office-holders and spokespersons.

Merges that the text states are made, each with its reason; doubtful ones are listed as proposals. Anonymous
sources and documents stay apart here: a claim joins them by the chains that introduce them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from selon.link.actors import appositions
from selon.link.actors.aliases import join_aliases
from selon.link.actors.bodies import body_of, join_bodies, key_of
from selon.link.actors.body_names import Body
from selon.link.actors.cabinets import join_cabinets
from selon.link.actors.coordination import coordinated
from selon.link.actors.lexicon import table
from selon.link.actors.mentions import Outlets, namings, outlet_meant, outlets_of
from selon.link.actors.naming import Naming
from selon.link.actors.nodes import Nodes, pairs
from selon.link.actors.organisations import join_organisations, join_things
from selon.link.actors.posts import join_posts
from selon.link.actors.spellings import spelled_alike
from selon.link.kept import Kept
from selon.link.rulings import NONE, Rulings
from selon.model.actor import Actor, ActorKind, Mention, Proposal
from selon.model.document import Document
from selon.model.identity import make_id
from selon.model.judgement import Subject, Verdict
from selon.model.span import Span, hull, words_of
from selon.model.statement import Statement
from selon.text.normalise import fold

VERSION = 11


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a dossier: by statement id, as records, and the doubtful merges that were not made."""

    by_statement: Mapping[str, Actor]
    namings: Mapping[str, Naming]
    actors: tuple[Actor, ...]
    proposals: tuple[Proposal, ...] = ()
    outlets: Mapping[str, str] = field(default_factory=dict)
    """Actor id → outlet name, for outlets of the dossier named as sources."""
    docs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Actor id → documents that name the actor as a source."""
    bodies: Mapping[str, frozenset[Body]] = field(default_factory=dict)
    """Actor id → the bodies that it is or speaks for."""
    studies: frozenset[str] = frozenset()
    """Ids of actors that some mention calls a study or one who made it."""
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Statement id → the ids under which its further sources stand, where several are named side by side."""
    vague: frozenset[str] = frozenset()
    """Ids of actors that no mention names or says to be hidden: "ce proche", "le tweet"."""


def find_actors(
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    rulings: Rulings = NONE,
    kept: Kept | None = None,
) -> Cast:
    """Return who is meant by the source of every attributed statement; what people decided goes first.

    `kept` is what an earlier run found out.
    """
    ordered = sorted(docs, key=lambda d: d.id)
    named, back, shared = namings(ordered, statements, kept or Kept())
    beside = _side_by_side(ordered, statements, named)
    nodes = Nodes()
    outlets = outlets_of(ordered)
    keys = {i: nodes.add(*_key(n, outlets, back.get(i, i))) for i, n in sorted(named.items())}
    _judged(nodes, rulings)
    join_aliases(nodes, named, keys, rulings.aliases)
    _join_persons(nodes, named, keys, shared)
    join_bodies(nodes, ordered, named, keys)
    join_cabinets(nodes, named, keys)
    _join_roles(nodes, ordered, named, keys)
    join_organisations(nodes, ordered, named, keys)
    join_things(nodes)
    join_posts(nodes, ordered, named, keys)
    return _cast(nodes, ordered, statements, named, keys, beside)


def _side_by_side(
    docs: Sequence[Document], statements: Mapping[str, Sequence[Statement]], named: dict[str, Naming]
) -> dict[str, tuple[str, ...]]:
    """Name the first of the sources of a statement under its id, the others under ids of their own."""
    out: dict[str, tuple[str, ...]] = {}
    for doc in docs:
        for s in (s for s in statements.get(doc.id, ()) if s.id in named and s.source):
            found = coordinated(" ".join(words_of(doc.text, s.source).split()), doc.lang)
            ids = [f"{s.id}+{n}" if n else s.id for n in range(len(found))]
            named.update(zip(ids, found, strict=True))
            if found:
                out[s.id] = tuple(ids[1:])
    return out


def _judged(nodes: Nodes, rulings: Rulings) -> None:
    for one in rulings.pairs(Subject.actors, Verdict.different):
        nodes.part(one.a, one.b)
    for one in rulings.pairs(Subject.actors, Verdict.same):
        if nodes.knows(one.a) and nodes.knows(one.b):
            nodes.join(one.a, one.b, f"judged the same by {one.by}")


def _key(found: Naming, outlets: Outlets, statement: str) -> tuple[str, str, ActorKind]:
    """Return the node of a naming: its key, the name to show, and its kind."""
    if outlet := outlet_meant(found, outlets):
        return f"media:{fold(outlet)}", outlet, ActorKind.media
    if found.person:
        return f"person:{' '.join(found.person)}", found.shown, ActorKind.person
    if found.role is not None:
        return f"role:{found.role[0]}:{found.role[1]}", found.words, found.kind
    if found.kind is ActorKind.anonymous or (found.pronoun and not found.names):
        return f"apart:{statement}", found.words, ActorKind.unknown if found.thing else found.kind
    if found.document is not None:
        return f"apart:{statement}", found.words, ActorKind.document
    if found.body is not None:
        return key_of(found.body), found.words, found.kind
    if found.names and not found.adjectival:
        return f"name:{' '.join(sorted(found.names))}", found.words, found.kind
    if found.names and found.stems:
        return f"thing:{' '.join(sorted(found.stems))}", found.words, found.kind
    if found.stems:
        return f"words:{' '.join(sorted(found.stems))}", found.words, found.kind
    return f"apart:{statement}", found.words, found.kind


def _join_persons(
    nodes: Nodes, named: Mapping[str, Naming], keys: Mapping[str, str], shared: Container[str]
) -> None:
    """Join persons of one last name but for two full first names; of a last name that several bear (`shared`)
    only full names are joined."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for statement, found in named.items():
        if found.person and keys[statement].startswith("person:"):
            by_last[found.person[-1]].add(keys[statement])
    for last, many in sorted(by_last.items()):
        for a, b in pairs(many):
            if not _same_first(a, b):
                nodes.propose(a, b, f"one last name “{last}”, two first names")
            elif last in shared and not (_full(a) and _full(b)):
                nodes.propose(a, b, f"one last name “{last}”, which several bear")
            else:
                nodes.join(a, b, f"same last name “{last}”")
    for a, b in spelled_alike(by_last):
        _spelled(nodes, by_last[a], by_last[b], f"names that may be spellings of one: “{a}”, “{b}”")


def _spelled(nodes: Nodes, ours: Iterable[str], theirs: Iterable[str], why: str) -> None:
    """Join persons of one first name whose last names sound alike; without first names it is a guess."""
    for one, other in product(sorted(ours), sorted(theirs)):
        first, second = one.split(":")[1].split()[:-1], other.split(":")[1].split()[:-1]
        if first and second and _one_first_name(first[0], second[0]):
            nodes.join(one, other, why)
            return
    nodes.propose(min(ours), min(theirs), why)


def _one_first_name(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and long.startswith(short)


def _full(key: str) -> bool:
    first = key.split(":")[1].split()[:-1]
    return bool(first) and len(first[0]) > 1


def _same_first(a: str, b: str) -> bool:
    """First names agree when one is missing, equal, or an initial of the other; "von der Aar" has none."""
    first, second = a.split(":")[1].split()[:-1], b.split(":")[1].split()[:-1]
    if first[len(first) - len(second) :] == second or second[len(second) - len(first) :] == first:
        return True
    x, y = first[0], second[0]
    return x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])


def _join_roles(
    nodes: Nodes, docs: Sequence[Document], named: Mapping[str, Naming], keys: Mapping[str, str]
) -> None:
    """Join "l'avocat de X" to the one person whom the texts give that role."""
    lasts = sorted({f.person[-1] for f in named.values() if f.person})
    roles = {key: key.split(":")[1] for key in nodes.keys("role:")}
    titled = {role: _by_title(role, docs, named, keys) for role in sorted(set(roles.values()))}
    for key, role in roles.items():
        holders = appositions.role_holders(docs, role, lasts)
        if len({last for last, _ in holders}) == 1:
            last, words = holders[0]
            persons = sorted(k for k in nodes.keys("person:") if k.split()[-1].split(":")[-1] == last)
            nodes.join(key, persons[0], f"the text names who that is: “{words}”")
        elif (one := titled[role]) is not None:
            nodes.join(key, one[0], f"the only one with that title: “{one[1]}”")


def _by_title(
    role: str,
    docs: Sequence[Document],
    named: Mapping[str, Naming],
    keys: Mapping[str, str],
) -> tuple[str, str] | None:
    """The one person, and the words, whom the dossier gives the title of a role ("Me X" for "son avocat")."""
    langs = {d.lang for d in docs}
    titles = {t for lang in langs for t, roles in table(lang).get("role_titles", {}).items() if role in roles}
    if not titles:
        return None
    found = {
        f.person[-1]: (keys[s], f.words)
        for s, f in sorted(named.items())
        if f.person and keys[s].startswith("person:") and fold(f.words).split()[0].strip(".") in titles
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _cast(
    nodes: Nodes,
    docs: Sequence[Document],
    statements: Mapping[str, Sequence[Statement]],
    named: Mapping[str, Naming],
    keys: Mapping[str, str],
    beside: Mapping[str, tuple[str, ...]],
) -> Cast:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for doc in docs:
        for s in (s for s in statements.get(doc.id, ()) if s.id in keys and s.source):
            for ident in (s.id, *beside.get(s.id, ())):
                mention = _mention(doc, s, named[ident].words if s.id in beside else "")
                mentions[nodes.root(keys[ident])].append(mention)
    made = {root: _actor(nodes, root, mentions[root]) for root in nodes.roots()}
    by_statement = {i: made[nodes.root(k)] for i, k in keys.items()}
    outlets = {made[nodes.root(k)].id: nodes.shown(k) for k in nodes.keys("media:")}
    proposals = tuple(
        Proposal(made[nodes.root(a)].id, made[nodes.root(b)].id, why)
        for a, b, why in nodes.proposals()
        if nodes.root(a) != nodes.root(b)
    )
    solid = {by_statement[i].id for i, found in named.items() if not found.vague}
    vague = frozenset(a.id for a in by_statement.values() if a.id not in solid and a.id not in outlets)
    actors = tuple(sorted(made.values(), key=lambda a: a.id))
    where = {a.id: frozenset(m.doc for m in a.mentions) for a in actors}
    bodies = {a.id: frozenset(body_of(k) for k in a.keys if k.startswith("body:")) for a in actors}
    studies = frozenset(by_statement[i].id for i, found in named.items() if found.study)
    return Cast(by_statement, named, actors, proposals, outlets, where, bodies, studies, beside, vague)


def _mention(doc: Document, statement: Statement, part: str) -> Mention:
    """Where a source is named; of several side by side, where the words of that one stand."""
    whole = hull(statement.source)
    at = doc.text.find(part, whole.start, whole.end) if part else -1
    if at < 0:
        return Mention(doc.id, whole, words_of(doc.text, statement.source))
    return Mention(doc.id, Span(at, at + len(part)), part)


def _actor(nodes: Nodes, root: str, mentions: Sequence[Mention]) -> Actor:
    name, kind = nodes.face(root)
    where = tuple(sorted(set(mentions)))
    return Actor(make_id("a", root), name, kind, where, nodes.reasons(root), nodes.members(root))
