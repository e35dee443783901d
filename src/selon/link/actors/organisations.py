"""One actor for organisations with one name: short forms, a name inside another, fewer words for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from anyascii import anyascii

from selon.languages import pack
from selon.link.actors.acronyms import acronyms
from selon.link.actors.naming import Naming
from selon.link.actors.nodes import Nodes, pairs
from selon.link.actors.runs import Run, runs
from selon.model.document import Document
from selon.text.normalise import fold


def join_organisations(
    nodes: Nodes, docs: Sequence[Document], named: Mapping[str, Naming], keys: Mapping[str, str]
) -> None:
    """Join organisations with one name: an acronym in brackets, or one name inside the other."""
    names = {k: frozenset(k.split(":", 1)[1].split()) for k in nodes.keys("name:")}
    for short, long, words in _short_forms(docs):
        ours = [k for k, n in names.items() if short in n]
        theirs = [k for k, n in names.items() if _is_long(n - {short}, long, words)]
        for a in ours:
            for b in theirs:
                nodes.join(a, b, f"the text gives the short form: “{words}”")
    _join_inside(nodes, names, _said(named, keys), _printed(named, keys))


def _is_long(name: frozenset[str], long: frozenset[str], words: str) -> bool:
    """Whether a name is the long form of an acronym: all its words but one of many; one word only when the
    long form begins with it (no "les Français" for the "Observatoire français …")."""
    if len(name) == 1:
        return name <= long and anyascii(fold(words)).startswith(tuple(name))
    return len(name & long) >= max(2, len(name) - 1)


def _join_inside(
    nodes: Nodes,
    names: Mapping[str, frozenset[str]],
    said: Mapping[str, frozenset[str]],
    printed: Mapping[str, tuple[Run, ...]],
) -> None:
    """Join a name to the fuller ones that it is in, unless these are two."""
    holding: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        for word in names[key]:
            holding[word].append(key)
    for short in sorted(names, key=lambda k: (len(names[k]), k)):
        rarest = min(names[short], key=lambda w: (len(holding[w]), w), default="")
        wider = [k for k in holding[rarest] if k != short and _inside(short, k, names, said, printed)]
        if all(names[a] <= names[b] or names[b] <= names[a] for a, b in pairs(wider)):
            for long in wider:  # of two that are not one, a name inside both is neither
                nodes.join(short, long, "one name inside the other")


def _inside(
    short: str,
    long: str,
    names: Mapping[str, frozenset[str]],
    said: Mapping[str, frozenset[str]],
    printed: Mapping[str, tuple[Run, ...]],
) -> bool:
    telling = any(len(w) > 3 for w in names[short]) and not names[short] <= _places()
    words = said[short] <= said[long] or said[long] <= said[short]
    return telling and names[short] <= names[long] and words and not _goes_on(printed[short], printed[long])


@cache
def _places() -> frozenset[str]:
    """Places and countries that packs know: inside a longer name they say where, not who."""
    known = {w for t in pack.everywhere("actors").values() for w in t.get("metonyms", {})}
    known |= {fold(w) for t in pack.everywhere("sources").values() for w in t.get("collective_places", ())}
    return frozenset(anyascii(w) for w in known)


def _said(named: Mapping[str, Naming], keys: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The content stems that all mentions of a name have ("l'union des pêcheurs Amont": pecheu, amont)."""
    out: dict[str, frozenset[str]] = {}
    for statement, found in sorted(named.items()):
        key = keys[statement]
        out[key] = out[key] & found.stems if key in out else found.stems
    return out


def _printed(named: Mapping[str, Naming], keys: Mapping[str, str]) -> dict[str, tuple[Run, ...]]:
    """The runs of capitals of all mentions of a name, in order."""
    out: dict[str, set[Run]] = defaultdict(set)
    for statement, found in named.items():
        out[keys[statement]].update(runs(found.words, ""))
    return {key: tuple(sorted(many)) for key, many in out.items()}


def _goes_on(short: Sequence[Run], long: Sequence[Run]) -> bool:
    """Whether a name of two words or more goes on with a capital: the journal of a society is another."""
    return any(
        1 < len(a.parts) < len(b.parts) and b.parts[: len(a.parts)] == a.parts for a in short for b in long
    )


def join_things(nodes: Nodes) -> None:
    """Join what a name and common nouns say, where one says no less ("Dutch authorities", "the Dutch health
    authorities")."""
    said = {k: frozenset(k.split(":", 1)[1].split()) for k in nodes.keys("thing:")}
    for a, b in pairs(said):
        if (said[a] <= said[b] or said[b] <= said[a]) and len(said[a] & said[b]) > 1:
            nodes.join(a, b, "one in fewer words than the other")


def _short_forms(docs: Sequence[Document]) -> tuple[tuple[str, frozenset[str], str], ...]:
    """Return (acronym, words of the long name, words as printed) for every "Long Name (ACRONYM)"."""
    return tuple(sorted({found for doc in docs for found in acronyms(doc)}, key=lambda f: (f[0], f[2])))
