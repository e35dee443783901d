"""Short forms that a text itself explains: "Service d'incendie de l'Orvanche (SIO)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from anyascii import anyascii

from selon.link import wording
from selon.model.document import Document
from selon.text.normalise import fold, folded

_BRACKETED = re.compile(r"\(([A-Z][A-Z.-]{1,9})\)")
_REACH = 90


def acronyms(doc: Document) -> Iterator[tuple[str, frozenset[str], str]]:
    """Yield (folded acronym, words of its long form, words as printed) where the initials fit."""
    for match in _BRACKETED.finditer(doc.text):
        letters = fold(match.group(1)).replace(".", "").replace("-", "")
        before = doc.text[max(0, match.start() - _REACH) : match.start()]
        before = re.split(r"[.;:!?\n()\"«»]", before)[-1]
        if long := _long_form(before, letters, doc.lang):
            words = frozenset(anyascii(fold(w)) for w in re.findall(r"[^\W\d_][\w-]+", long))
            content = words - wording.stopwords(doc.lang)
            yield (
                letters,
                frozenset(content | {wording.stem(w) for w in content}),
                f"{long} ({match.group(1)})",
            )


def full_form(doc: Document, words: str) -> str | None:
    """Return the full name for a short form with a capital ("la Compagnie"), as the text first gives it."""
    short = re.fullmatch(r"(?:\w+[ '’])?([A-ZÀ-ÖØ-Þ][\w-]{3,})", words.strip())
    if short is None or fold(short.group(1)) in wording.stopwords(doc.lang):
        return None
    more = r"(?: (?:de la|des|du|de|del|of the|of) [\w-]+| d['’][\w-]+| [A-ZÀ-ÖØ-Þ][\w-]+)+"
    full = re.search(rf"(?<!\w){re.escape(short.group(1))}{more}", doc.text)
    return full.group() if full else None


def _long_form(before: str, letters: str, lang: str) -> str | None:
    """Return the shortest run of words before the bracket whose initials hold the letters in order."""
    words = list(re.finditer(r"[^\W\d_][\w-]*", before))
    for start in range(len(words) - 1, -1, -1):
        initials = "".join(fold(p)[:1] for m in words[start:] for p in m.group().split("-") if p)
        if initials[:1] == letters[:1] and _in_order(letters, initials):
            return before[words[start].start() :].strip(" ,")
    return None


def _in_order(letters: str, initials: str) -> bool:
    rest = iter(initials)
    return all(c in rest for c in letters)


def short_forms(docs: Sequence[Document]) -> dict[str, str]:
    """Return {long form, folded: its acronym} as the texts explain them; one that two acronyms claim is left
    out."""
    known: dict[str, set[str]] = {}
    for doc in docs:
        for _, _, words in acronyms(doc):
            long, short = words.rsplit(" (", 1)
            known.setdefault(" ".join(fold(long).split()), set()).add(short.rstrip(")"))
    return {long: min(many) for long, many in sorted(known.items()) if len(many) == 1 and " " in long}


def said_in(text: str, sure: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return those of some long forms that may stand in `text`, with their acronyms."""
    plain = fold(text) if sure else ""
    return tuple((f, short) for f, short in sure.items() if f.split()[0].removesuffix("s") in plain)


@lru_cache(maxsize=1 << 10)
def shortener(forms: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    """Return a function that puts the acronym wherever a wording has its long form."""
    sure = dict(forms)
    if not sure:
        return str
    ordered = sorted(sure, key=lambda f: (-len(f), f))
    pattern = re.compile(r"(?<!\w)(" + "|".join(map(_flexible, ordered)) + r")(?: ?\((\w+)\)?)?(?!\w)")

    def shorten(text: str) -> str:
        plain = folded(text)
        for match in reversed(list(pattern.finditer(plain.text))):
            span = plain.back(*match.span())
            text = text[: span.start] + sure[_singular(match.group(1), sure)] + text[span.end :]
        return text

    return shorten


def _flexible(long: str) -> str:
    return r"s?\s+".join(re.escape(w.removesuffix("s")) for w in long.split()) + "s?"


def _singular(form: str, sure: dict[str, str]) -> str:
    bare = [w.removesuffix("s") for w in form.split()]
    return next(long for long in sorted(sure) if [w.removesuffix("s") for w in long.split()] == bare)
