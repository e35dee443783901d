"""Persons with one last name and first names that are not one: whom a text calls by the last name alone.

A dossier may hold several of one family, or a leader and the ancestor whom a speech evokes. Each text that
prints one of the full names means that one by the last name alone; where it prints none, nobody is guessed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from selon.link.actors.appositions import flat
from selon.link.actors.fitting import by_first_name, first_names
from selon.link.actors.naming import Naming
from selon.link.actors.spellings import sounds
from selon.model.document import Document

_WORD = re.compile(r"\w+")
_PRINTED = 2
"""How often the texts must print a full name before it stands for somebody of its own: less may be a slip, or
a word with a capital before the name."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """By last name the persons, each under the longest name printed, who are not one."""

    persons: Mapping[str, tuple[Naming, ...]]

    def within(self, doc: Document) -> dict[str, Naming]:
        """Return by last name the one whose full name `doc` prints most."""
        out: dict[str, Naming] = {}
        plain = flat(doc.text) if self.persons else ""
        for last, many in self.persons.items():
            counts = [plain.count(" ".join(one.person)) for one in many] if last in plain else [0]
            if (most := max(counts)) and counts.count(most) == 1:
                out[last] = many[counts.index(most)]
        return out


def namesakes(docs: Sequence[Document], named: Iterable[Naming]) -> Namesakes:
    """Return the persons of some texts who share a last name and are not one."""
    found: dict[str, dict[tuple[str, ...], Naming]] = {}
    for one in named:
        if len(one.person) > 1 and len(one.person[0]) > 1:
            found.setdefault(one.person[-1], {}).setdefault(one.person, one)
    texts = _printing(found, docs)
    langs = sorted({d.lang for d in docs})
    firsts = frozenset().union(*map(first_names, langs))
    for last, many in found.items():
        many |= _only_printed(last, many, texts[last], firsts)
    several = {last: many for last, many in sorted(found.items()) if _some_apart(many)}
    solid = {
        last: [p for p in many if _often(p, texts[last]) or _beside_other(p, many, langs)]
        for last, many in several.items()
    }
    return Namesakes(
        {
            last: tuple(many[p] for p in sorted(solid[last]))
            for last, many in several.items()
            if _some_apart(solid[last])
        }
    )


def _printing(lasts: Collection[str], docs: Sequence[Document]) -> dict[str, list[str]]:
    """Return for each last name the texts, folded, that hold it: one look at each text finds all."""
    begins: dict[str, list[str]] = defaultdict(list)
    for last in sorted(lasts):
        for word in _WORD.findall(last)[:1]:
            begins[word].append(last)
    out: dict[str, list[str]] = {last: [] for last in lasts}
    for doc in docs if lasts else ():
        text = flat(doc.text)
        for word in begins.keys() & set(_WORD.findall(text)):
            for last in begins[word]:
                out[last].append(text)
    return out


def _only_printed(
    last: str, many: Mapping[tuple[str, ...], Naming], texts: Sequence[str], firsts: frozenset[str]
) -> dict[tuple[str, ...], Naming]:
    """Persons whom the texts name in full at least as often as any source of that last name: the last name
    alone may mean them."""
    pattern = re.compile(rf"(?<![\w-])([a-z]+(?:-[a-z]+)*) (?:[a-z]\. )?{re.escape(last)}(?!\w)")
    seen = Counter(m.group(1) for text in texts for m in pattern.finditer(text))
    least = max((sum(n for f, n in seen.items() if f == one[0]) for one in many), default=0)
    told = (f for f in sorted(seen) if f in firsts and seen[f] >= max(least, _PRINTED))
    one = many[min(many)]
    return {
        (f, last): replace(
            one, words=shown, shown=shown, person=(f, last), body=None, names=frozenset({f, last})
        )
        for f in told
        if all(apart((f, last), other) for other in many) and (shown := f"{f} {last}".title())
    }


def full(found: Naming | None, here: Mapping[str, Naming]) -> Naming | None:
    """Return a naming by a last name alone, or an initial, with the full name that its text means by it."""
    if found is None or not found.person or (len(found.person) > 1 and len(found.person[0]) > 1):
        return found
    one = here.get(found.person[-1])
    return replace(found, person=one.person, shown=one.shown) if one else found


def apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two full names (folded parts) with one last name are of two persons.

    They are not where they share a part, where one first name begins the other, or where both sound alike.
    """
    ours, theirs = one[:-1], other[:-1]
    if not ours or not theirs or set(ours) & set(theirs):
        return False
    return not any(x.startswith(y) or y.startswith(x) or sounds(x, y) for x in ours for y in theirs)


def _some_apart(names: Iterable[tuple[str, ...]]) -> bool:
    return any(apart(a, b) for a, b in combinations(sorted(names), 2))


def _beside_other(parts: tuple[str, ...], many: Iterable[tuple[str, ...]], langs: Sequence[str]) -> bool:
    """Tell whether a first name is a woman's and that of another a man's, or the reverse: no slip."""
    sexes = {other: {by_first_name(other[0], lang) for lang in langs} - {None} for other in many}
    return any(sexes[parts] and found and sexes[parts].isdisjoint(found) for found in sexes.values())


def _often(parts: tuple[str, ...], texts: Sequence[str]) -> bool:
    name = " ".join(parts)
    return sum(text.count(name) for text in texts) >= _PRINTED
