"""Short forms that a text itself explains: "Service d'incendie de l'Orvanche (SIO)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anyascii import anyascii

from selon.link import wording
from selon.model.document import Document
from selon.text.normalise import fold

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
