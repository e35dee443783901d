"""The person in the words of a source: which run of capitals is the speaker, and which is somebody else's."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from selon.languages import pack
from selon.link import wording
from selon.link.actors.lexicon import generic, table
from selon.link.actors.runs import Run, runs
from selon.text.normalise import fold

_FOLLOWS = re.compile(r"\s+([a-z][\w-]*)")
_LONG = 3
"""Parts from which a name after a genitive holds a place and a person ("préfet de Vaux Aline Corbaz")."""
_BRACKETS = ("(", "[")
_DESCRIBED = re.compile(r", (?:(?:[A-ZÀ-ÖØ-Þ][\w’'-]* )*[a-zà-ÿ])")
"""What follows a name that is described: a comma, and words of which not all have capitals."""


def speakers(words: str, lang: str) -> list[Run]:
    """Return the runs of `words` that may be the speaker, what stands before the name left out.

    Not the speaker: the owner of something ("l'avocat de X", "chairman of the X Group"), a place in brackets,
    and in languages that put nouns after names what such a noun makes a thing ("a Quay Street clinic").
    """
    whole = [replace(run, owned=_owned(words, run, lang)) for run in runs(words, lang)]
    found = [cut for run in whole if (cut := _cut(run, lang)) and not _modifies(words, run, lang)]
    own = [r for r in found if not _owned(words, r, lang) and not words[: r.start].endswith(_BRACKETS)]
    return own or [_without_place(r) for r in found if _owned(words, r, lang) and len(r.parts) >= _LONG]


def _without_place(run: Run) -> Run:
    return replace(run, parts=run.parts[1:], shown=run.shown.split(" ", 1)[-1], owned=False)


def chosen(found: list[Run], words: str, lang: str) -> Run:
    """The speaker among several runs: a full or titled name, the last one, or the first if a comma and a
    description follow it ("Dr. X, chairman of Y"), degrees between them or not."""
    first = found[0]
    end = first.start + len(first.shown)
    if (degrees := _degrees(lang).match(words, end)) is not None:
        end = degrees.end()
    if _DESCRIBED.match(words, end) and (first.titled or len(first.parts) > 1):
        return first
    return max(found, key=lambda r: (r.titled or len(r.parts) > 1, r.start))


@cache
def _degrees(lang: str) -> re.Pattern[str]:
    """Degrees behind a name (", M.D., Ph.D.")."""
    known = "|".join(map(re.escape, table(lang).get("degrees", ()))) or "(?!)"
    return re.compile(rf"(?:,? (?:{known})\.?(?=[,\s]|$))+", re.IGNORECASE)


def holds_post(words: str, lang: str) -> bool:
    """Tell whether a post stands right before a full name at the end ("group chairman Mel Orde")."""
    found = speakers(words, lang)
    if not found or len(found[-1].parts) < 2 or not words.endswith(found[-1].shown):
        return False
    before = re.findall(r"[\w-]+", fold(words[: found[-1].start]))
    return bool(before) and before[-1] in _ranks(lang)


def _cut(run: Run, lang: str) -> Run | None:
    """The run without the titles and posts in capitals that it begins with; None if nothing else is there."""
    if " ".join(run.parts) in _offices(lang) or set(run.parts) <= generic(lang):
        return None
    ranks = [n for n, part in enumerate(run.parts[:-1]) if part in _ranks(lang)]
    if not ranks and len(run.parts) > 2 and run.parts[0] in _roles(lang):
        ranks = [0]  # a role with a capital before a first and a last name ("Insoumise Ana Sol")
    if not ranks:
        return run
    shown = run.shown.split()[-(len(run.parts) - ranks[-1] - 1) :]
    start = run.start + len(run.shown) - len(" ".join(shown))
    return Run(run.parts[ranks[-1] + 1 :], " ".join(shown), start, True, run.owned)


@cache
def _ranks(lang: str) -> frozenset[str]:
    """Words that stand before a name and are none: titles, and the last word of every post and office."""
    return frozenset(table(lang).get("titles", ())) | {p.split()[-1] for p in _offices(lang)}


@cache
def _roles(lang: str) -> frozenset[str]:
    """Nouns of people and offices that may stand before a name with a capital of their own."""
    known = pack.table(lang, "sources")
    return frozenset(fold(w) for name in ("anonymous", "office") for w in known.get(name, ()))


@cache
def _offices(lang: str) -> frozenset[str]:
    return frozenset((*table(lang).get("posts", ()), *table(lang).get("persons", ())))


def _owned(words: str, run: Run, lang: str) -> bool:
    """Whether a genitive stands before the run, an article between them or not ("of the X Group")."""
    if run.owned or run.titled:
        return run.owned
    if _names_another(words[: run.start], lang):
        return True
    before = re.findall(r"[\w']+", fold(words[: run.start]))
    return len(before) > 1 and before[-1] in wording.stopwords(lang) and before[-2] in _owners(lang)


def _names_another(before: str, lang: str) -> bool:
    """Whether a name after a comma is that of somebody else ("a friend of another leader, X")."""
    starts = pack.table(lang, "antecedents").get("introducing", ())
    plain = fold(before).replace("’", "'")
    owners = "|".join(map(re.escape, sorted(_owners(lang))))
    opens = "|".join(map(re.escape, sorted(starts))) or "(?!)"
    found = re.search(rf"(?<!\w)(?:{owners})(?: |')(?:{opens})[^,]*, ?$", plain)
    return found is not None and not runs(before[found.start() :], lang)


@cache
def _owners(lang: str) -> frozenset[str]:
    return frozenset(table(lang).get("before_others", ()))


def makes_a_thing(words: str, lang: str) -> bool:
    """Tell whether names only say which thing is meant ("the Quay Street clinic", "The Ledger newspaper")."""
    found = runs(words, lang)
    return bool(found) and all(_modifies(words, run, lang) for run in found)


def _modifies(words: str, run: Run, lang: str) -> bool:
    """Whether a common noun follows, in a language where it then is the head ("the Quay Street clinic")."""
    if run.titled or not table(lang).get("names_before_nouns"):
        return False
    follows = _FOLLOWS.match(words, run.start + len(run.shown))
    return follows is not None and follows.group(1) not in wording.stopwords(lang)
