"""Which body the words of a source name: its concept, and what tells it from others of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selon.link import wording
from selon.link.actors.lexicon import generic, table, terms
from selon.link.actors.mouthpieces import speaks_for

_OF_COUNTRIES = frozenset({"ministry", "presidency", "premiership"})
"""Bodies that every country has, told apart by its name."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body under one concept for all languages, and what tells it from others of its kind."""

    concept: str
    qualifiers: frozenset[str] = frozenset()

    def may_be(self, other: Body) -> bool:
        """Tell whether both can name one body: one concept, and no qualifier on both sides left over."""
        return self.within(other) or other.within(self)

    def within(self, other: Body) -> bool:
        """Tell whether the other says all that this one says, and perhaps more."""
        return self.concept == other.concept and all(_in(q, other.qualifiers) for q in self.qualifiers)


def _in(one: str, many: frozenset[str]) -> bool:
    return any(one == other or (min(len(one), len(other)) > 3 and one[:4] == other[:4]) for other in many)


def body_in(plain: str, lang: str) -> Body | None:
    """Return the body that folded words name, by an office, a name of its own or where it sits; or None."""
    for spoken in table(lang).get("spokespersons", ()):
        plain = plain.replace(spoken, " ")
    metonyms: dict[str, str] = table(lang).get("metonyms", {})
    found = [(len(f), f, c) for f, c in terms(lang, "bodies") if _holds(plain, f)]
    found += [(len(f), f, meant) for f, meant in metonyms.items() if " " in f and _holds(plain, f)]
    found = [one for one in found if not _was(plain, one[1], lang)]
    if not found:
        alone = " ".join(w for w in re.findall(r"\w+", plain) if w not in wording.stopwords(lang))
        return _of(metonyms[alone], "", lang) if alone in metonyms else None
    _, form, meaning = max(found)
    if speaks_for(plain, lang):
        plain = plain[plain.index(form) :]  # "le décompte très précis du ministère": precise is the count
    return _of(meaning, plain.replace(form, " "), lang)


def _holds(plain: str, form: str) -> bool:
    return form in plain and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", plain) is not None


def _was(plain: str, form: str, lang: str) -> bool:
    """Whether an office is one that somebody held before ("the former minister", "l'ex-maire")."""
    past = "|".join(map(re.escape, table(lang).get("past", ()))) or "(?!)"
    return re.search(rf"(?<!\w)(?:{past})[ -](?:\w+ )?{re.escape(form)}(?!\w)", plain) is not None


def _of(meaning: str, rest: str, lang: str) -> Body:
    concept, *qualifiers = meaning.split()
    rest, countries = _countries(rest, lang) if concept in _OF_COUNTRIES else (rest, [])
    qualifiers += countries
    for form, portfolio in terms(lang, "portfolios"):
        if concept == "ministry" and _holds(rest, form):
            rest = rest.replace(form, " ")
            qualifiers.append(portfolio)
    told = ("titles", "mouthpieces", "ranks")
    skipped = generic(lang) | {w for name in told for w in table(lang).get(name, ())}
    holders = {w for f, _ in terms(lang, "bodies") for w in re.findall(r"\w+", f)}
    for form in re.findall(r"[^\W\d_]+", rest):
        if form not in wording.stopwords(lang) | skipped | holders and len(form) > 2:
            qualifiers.append(wording.stem(form))
    return Body(concept, frozenset(qualifiers))


def _countries(rest: str, lang: str) -> tuple[str, list[str]]:
    """What is left beside an office without the countries named there, and their stems ("U.K. minister")."""
    found: list[str] = []
    for form, meaning in table(lang).get("metonyms", {}).items():
        if meaning.startswith("government ") and _holds(rest, form):
            rest = rest.replace(form, " ")
            found += meaning.split()[1:]
    return rest, found


@cache
def office_words(lang: str) -> frozenset[str]:
    """Return the words of bodies and offices: a capital makes them no name ("The Government")."""
    return frozenset(w for f, _ in terms(lang, "bodies") for w in re.findall(r"\w+", f)) | frozenset(
        table(lang).get("mouthpieces", ())
    )
