"""A union of keys that remembers why: every merge has its reason, doubtful ones are only proposed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from selon.model.actor import ActorKind

_RANK = (
    ActorKind.office,
    ActorKind.organisation,
    ActorKind.person,
    ActorKind.media,
    ActorKind.document,
    ActorKind.anonymous,
    ActorKind.unknown,
)

NAMED = "alias:"
"""How the keys begin that stand for a name given by the user."""
_PIECES = re.compile(r"[ '’]")


class Nodes:
    """Keys with the name to show and a kind, joined into sets; the outcome does not depend on the order."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._kind: dict[str, ActorKind] = {}
        self._said: dict[str, Counter[str]] = {}
        self._members: dict[str, list[str]] = {}
        self._why: dict[str, set[str]] = defaultdict(set)
        self._doubts: list[tuple[str, str, str]] = []
        self._apart: list[tuple[str, str]] = []

    def add(self, key: str, shown: str, kind: ActorKind) -> str:
        """Add a key (or keep it, with the longer name) and return it."""
        if key not in self._parent:
            self._parent[key], self._members[key] = key, [key]
        self._kind.setdefault(key, kind)
        said = self._said.setdefault(key, Counter())
        said[shown] += 1
        self._shown[key] = max(said, key=lambda n: self._worth(key, n))
        return key

    def _worth(self, key: str, name: str) -> tuple[bool, bool, int, int, str]:
        """The name said most often is shown; of two, the longer that still fits a line."""
        return bool(name), len(name) <= 60, self._said[key][name], len(name), name

    def knows(self, key: str) -> bool:
        """Tell whether the key was added: a judgement may be about a text that has left the dossier."""
        return key in self._parent

    def root(self, key: str) -> str:
        """Return the smallest key of the set."""
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, a: str, b: str, why: str) -> None:
        """Make one set of two, for a reason."""
        first, second = sorted((self.root(a), self.root(b)))
        if first != second and not self._kept_apart(first, second):
            self._parent[second] = first
            self._members[first] += self._members.pop(second)
            self._why[first] |= {why, *self._why.pop(second, ())}

    def part(self, a: str, b: str) -> None:
        """Keep the sets of two keys apart from now on, whatever reason to join them is found."""
        if a in self._parent and b in self._parent:
            self._apart.append((a, b))

    def _kept_apart(self, first: str, second: str) -> bool:
        return any({self.root(a), self.root(b)} == {first, second} for a, b in self._apart)

    def members(self, root: str) -> tuple[str, ...]:
        """Return the keys of a set, sorted."""
        return tuple(sorted(self._members[root]))

    def propose(self, a: str, b: str, why: str) -> None:
        """Note a merge that is not made."""
        self._doubts.append((a, b, why))

    def keys(self, prefix: str) -> list[str]:
        """Return the keys that begin with `prefix`, sorted."""
        return sorted(k for k in self._parent if k.startswith(prefix))

    def roots(self) -> list[str]:
        """Return one key a set, sorted."""
        return sorted(self._members)

    def shown(self, key: str) -> str:
        """Return the name to show for one key."""
        return self._shown[key]

    def face(self, root: str) -> tuple[str, ActorKind]:
        """Return the name and kind of a set: what the user says, then a named person before the words of an
        office; kind by rank."""
        members = self.members(root)
        kind = min((self._kind[k] for k in members), key=_RANK.index)
        for given in (k for k in members if k.startswith(NAMED)):
            return self._shown[given], kind if self._kind[given] is ActorKind.unknown else self._kind[given]
        persons = [self._shown[k] for k in members if k.startswith("person:")]
        others = [k for k in members if self._shown[k] and not k.startswith("person:")]
        office = max(
            ((is_proper(self._shown[k]), self._worth(k, self._shown[k])) for k in others), default=None
        )
        person = max(persons, key=lambda n: (len(n), n), default="")
        held = any(k.startswith("body:") for k in members)
        if person and (not held or len({n.split()[-1] for n in persons}) == 1):
            return person, kind if held else ActorKind.person
        return office[1][-1] if office else person, kind

    def reasons(self, root: str) -> tuple[str, ...]:
        """Return the reasons of all merges in a set, sorted."""
        return tuple(sorted(self._why[root])) if root in self._why else ()

    def proposals(self) -> list[tuple[str, str, str]]:
        """Return the merges that were not made, but for those that somebody ruled out."""
        return sorted(
            d for d in self._doubts if not self._kept_apart(*sorted((self.root(d[0]), self.root(d[1]))))
        )


def is_proper(name: str) -> bool:
    """Tell whether a name holds a proper noun: a capital after its first word, or one word with a capital."""
    words = _PIECES.split(name)
    return any(w[:1].isupper() for w in words[1:]) or (len(words) == 1 and name[:1].isupper())


def pairs(many: Iterable[str]) -> list[tuple[str, str]]:
    """Return every two of `many`, sorted."""
    ordered = sorted(many)
    return [(a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :]]
