"""Sources named side by side ("the mayor and the prefect"): each says it, so each is a source."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from selon.languages import pack
from selon.link.actors.lexicon import table
from selon.link.actors.naming import Naming, naming
from selon.link.actors.runs import runs
from selon.model.statement import SourceKind

_FULL = 2
"""Parts of a name from which it is a person's without a title."""


def coordinated(words: str, lang: str) -> tuple[Naming, ...]:
    """Return the namings of all sources in the words of one, () where these name one alone.

    All are persons by name, or all are bodies, each with an article or as a metonym ("Moscou et Damas"): one
    person's two posts and one ministry's two fields are one.
    """
    parts = [p.strip(" ,") for p in _and(lang).split(words)]
    if len(parts) < 2 or not all(parts):
        return ()
    persons = tuple(naming(p, SourceKind.named_person, lang) for p in parts)
    if any(_second_post(before, part, lang) for before, part in pairwise(parts)):
        return ()
    if all(_named(n, lang) for n in persons):
        return persons if len({n.person for n in persons}) == len(parts) else ()
    bodies = tuple(naming(p, SourceKind.office, lang) for p in parts)
    apart = all(n.body and not n.person and _stands_alone(n.words, lang) for n in bodies)
    return bodies if apart and len({n.body for n in bodies}) == len(parts) else ()


def _second_post(before: str, part: str, lang: str) -> bool:
    """Whether a part goes on with what one person is ("Ana Sol, poète et présidente du Prix Ivo Sarre"): no
    article and no title opens it."""
    return "," in before and part[:1].islower() and not part.replace("’", "'").startswith(_openings(lang))


@cache
def _openings(lang: str) -> tuple[str, ...]:
    """The articles and titles that a person or a body of its own begins with."""
    known = pack.table(lang, "sources")
    words = (*known.get("determiners", ()), *known.get("titles", ()))
    return tuple(word if word.endswith("'") else f"{word} " for word in words)


def _named(found: Naming, lang: str) -> bool:
    """Whether a person is named in full or with a title."""
    titled = any(run.titled for run in runs(found.words, lang))
    return bool(found.person) and (titled or len(found.person) >= _FULL)


def _stands_alone(words: str, lang: str) -> bool:
    """Whether words begin with an article or a capital."""
    starts = pack.table(lang, "antecedents").get("definite", ())
    return words[:1].isupper() or words.lower().replace("’", "'").startswith(tuple(starts) or "\0")


@cache
def _and(lang: str) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, table(lang).get("coordinators", ()))) or "(?!)"
    return re.compile(rf"(?:,\s|\s)(?:{forms})\s")
