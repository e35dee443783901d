"""Names inside the words of a source: capitalised words side by side, with title and genitive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from selon.link import wording
from selon.link.actors.lexicon import table
from selon.text.normalise import fold

_WORD = re.compile(r"[^\W\d_][\w’'.-]*[\w]|[^\W\d_]\.?")

_ELIDED = re.compile(r"[dl]['’][A-ZÀ-ÖØ-Þ]")
"""A particle tied to the name that it belongs to ("Jeanne d'Arvieux")."""
_OWNED = re.compile(r"d['’](?=[A-ZÀ-ÖØ-Þ])")
"""A genitive tied to the name that begins behind it ("l'avocat d'Odile Brassan")."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Capitalised words side by side; `owned` after a genitive ("de X"), `titled` after "M.", "Mme"."""

    parts: tuple[str, ...]
    shown: str
    start: int
    titled: bool
    owned: bool


@lru_cache(maxsize=1 << 16)
def runs(words: str, lang: str) -> tuple[Run, ...]:
    """Return the runs of capitalised words in a source mention, in order."""
    found = list(_WORD.finditer(words))
    out: list[Run] = []
    at = 0
    while at < len(found):
        end = _run_end(words, found, at, lang)
        if end == at:
            at += 1
            continue
        if run := _run(words, found, at, end, lang):
            out.append(run)
        at = end
    return tuple(out)


def _run_end(words: str, found: list[re.Match[str]], at: int, lang: str) -> int:
    particles = table(lang).get("particles", ())
    end = at
    for k in range(at, len(found)):
        gap = words[found[k - 1].end() : found[k].start()] if k > at else ""
        if gap.strip(" \u00a0-."):
            break
        tied = k > at and _ELIDED.match(found[k].group()) and not found[k - 1].group().isupper()
        if found[k].group()[0].isupper() or tied or (k == at and _OWNED.match(found[k].group())):
            end = k + 1
        elif not (k > at and fold(found[k].group()) in particles and k - end < 2):
            break
    return end


def _run(words: str, found: list[re.Match[str]], at: int, end: int, lang: str) -> Run | None:
    skipped = wording.stopwords(lang) | frozenset(table(lang).get("titles", ()))
    titled = fold(found[at].group()).strip(".") in table(lang).get("titles", ())
    while at < end and fold(found[at].group()).strip(".") in skipped:
        at += 1
    titled = titled or (at > 0 and fold(found[at - 1].group()).strip(".") in table(lang).get("titles", ()))
    genitive = _OWNED.match(found[at].group()) if at < end else None
    if at == end or (not genitive and fold(found[at].group()).startswith(("l'", "d'"))):
        return None
    start = found[at].start() + (genitive.end() if genitive else 0)
    printed = [words[start : found[at].end()], *(m.group() for m in found[at + 1 : end])]
    parts = tuple(anyascii(fold(one)).strip(".'").removesuffix("'s") for one in printed)
    before = fold(found[at - 1].group()) if at and not titled else ""
    if titled and at > 1:
        before = fold(found[at - 2].group()) if fold(found[at - 1].group()).strip(".") in skipped else before
    owned = genitive is not None or before in _owners(lang)
    return Run(parts, words[start : found[end - 1].end()], start, titled, owned)


@cache
def _owners(lang: str) -> frozenset[str]:
    """Words after which a name is not the speaker's own ("l'avocat de X", "à BFMTV")."""
    return frozenset(table(lang).get("before_others", ()))
