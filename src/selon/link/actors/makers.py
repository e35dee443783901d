"""Papers as sources: which kind, and whose word they are ("selon les chiffres publiés par le ministère")."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from selon.link import wording
from selon.link.actors.lexicon import table, terms
from selon.model.document import Document

_WORD = r"[a-zà-öø-ÿ][\w-]*"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w-]*"


def made_by(doc: Document, end: int) -> str | None:
    """Return who is said to have made the paper whose mention ends at `end`, None if nobody is."""
    found = _made(doc.lang).match(doc.text, end)
    return found.group("maker") if found else None


@cache
def _made(lang: str) -> re.Pattern[str]:
    """A participle, "by", and a name with the small words before and inside it, or else one noun."""
    known = table(lang)
    made = "|".join(map(re.escape, known.get("made", ()))) or "\x00"
    by = "|".join(map(re.escape, known.get("made_by", ()))) or "\x00"
    inside = "|".join(map(re.escape, known.get("inside_names", ()))) or "\x00"
    name = rf"(?:{_WORD}[ '’]){{0,5}}{_NAME}(?: (?:(?:{inside})[ '’])*{_NAME})*"
    return re.compile(rf"\s+(?:{made})\w*\s(?:\w+\s)?(?:{by})\s(?P<maker>{name}|{_WORD}(?:[ '’]{_WORD})?)")


def authors_of(plain: str, lang: str) -> frozenset[str]:
    """What stands between the first genitive and the next one ("a report | by an officer | of the force")."""
    owners = "|".join(map(re.escape, sorted(table(lang).get("before_others", ()))))
    parts = re.split(rf"(?<!\w)(?:{owners})(?:\s|')", plain)
    return frozenset(wording.stems(parts[1], lang)) if len(parts) > 1 else frozenset()


def document_of(plain: str, lang: str) -> str | None:
    """Return the concept of a document named as a source by its first noun ("une vidéo", "ces images"), where
    adjectives stand before nouns by the last one of the first words ("an official inquiry")."""
    found = re.findall(r"[\w-]+", plain)
    if table(lang).get("names_before_nouns"):
        found = list(takewhile(lambda w: w not in table(lang)["before_others"], found))[-1:]
    firsts = " ".join([w for w in found if w not in wording.stopwords(lang)][:2])
    for form, concept in terms(lang, "documents"):
        if re.match(rf"{re.escape(form)}(?!\w)", firsts):
            return concept
    return None
