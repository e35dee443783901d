"""What a line looks like: how it ends, whether it is a name, a headline, an abbreviation. No word lists."""

from __future__ import annotations

import re

from selon.ingest.lexicon import terms
from selon.text.normalise import fold

_WORD = re.compile(r"\w+", re.UNICODE)
_CLOSERS = "\"'»”’)]*_ \u00a0\u202f"
_STOPS = ".!?…:;,"
_SPLIT = re.compile(r"[\s\u00a0\u202f]+")
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.&-]{1,7}")


def count_words(text: str) -> int:
    """Return how many words `text` has."""
    return len(_WORD.findall(text))


def ends_sentence(text: str) -> bool:
    """Tell whether the line closes a sentence: a stop, with or without closing marks after it."""
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in ".!?…" if bare else False


def ends_open(text: str) -> bool:
    """Tell whether the line ends with no mark at all: a title, a label, a name."""
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] not in _STOPS


def starts_lower(text: str) -> bool:
    """Tell whether the first letter of the line is a small one: it goes on a sentence."""
    first = next((c for c in text if c.isalpha()), "")
    return first.islower()


def is_name(text: str, least: int = 2) -> bool:
    """Tell whether `text` has the shape of a person's name: 2-5 words with capitals, particles apart."""
    if any(c.isdigit() for c in text) or re.search(r"[«»\"“”?!:;/©|]", text):
        return False
    words = [w.strip(".,") for w in _SPLIT.split(text.strip()) if w.strip(".,")]
    small = set(terms("particles", "words"))
    capital = [w for w in words if _capital(w, small)]
    rest = [w for w in words if not _capital(w, small) and fold(w) not in small]
    return least <= len(capital) and len(words) <= 6 and not rest and _capital(words[0], small)


def _capital(word: str, small: set[str]) -> bool:
    """A capital at the start, or after a particle and a joint (al-Khaled, d'Orvanche)."""
    head, joint, tail = (
        re.split(r"([-’'])", word, maxsplit=1) if re.search(r"[-’']", word) else (word, "", "")
    )
    return word[:1].isupper() or (bool(joint) and fold(head) in small and tail[:1].isupper())


def is_acronym(text: str) -> bool:
    """Tell whether `text` is an abbreviation in capitals, such as an agency signs with."""
    return bool(_ACRONYM.fullmatch(text.strip()))


def title_case(text: str) -> bool:
    """Tell whether most longer words have a capital: an English headline, even with a full stop."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def same_words(a: str, b: str) -> bool:
    """Tell whether two lines have the same words, marks and case apart."""
    return _WORD.findall(fold(a)) == _WORD.findall(fold(b))
