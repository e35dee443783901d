"""What an outlet describes from images ("on the footage, a man bends down"): the images are its source."""

from __future__ import annotations

import re
from functools import cache

from selon.languages import pack
from selon.link.actors.makers import document_of
from selon.link.chains.scene import End, Scene
from selon.link.propositions.propositions import Proposition
from selon.model.actor import ActorKind
from selon.model.claim import ChainLink, LinkHow
from selon.model.span import Span
from selon.text.normalise import fold

_LONGEST = 40
"""Code points of the longest words by which a sentence leads to images."""


def images(scene: Scene, one: Proposition) -> tuple[ChainLink, End] | None:
    """Return the images that a sentence in the outlet's own voice opens with, as a link and an end."""
    doc = scene.paths.docs[one.doc]
    found = _pictured(one.lang).match(doc.text, one.sentence.start, one.sentence.start + _LONGEST)
    if found is None:
        return None
    words, span = found["images"], Span(*found.span("images"))
    kind = document_of(fold(words), one.lang) or ""
    key = f"{ActorKind.document.value}:{kind}:{doc.id}:{span.start}"
    link = ChainLink(words, ActorKind.document, LinkHow.says, doc.id, span, words)
    return link, End(key, words, ActorKind.document, on_record=True, doc=doc.id)


@cache
def _pictured(lang: str) -> re.Pattern[str]:
    """What leads to images at the start of a sentence, and the words for them."""
    known = pack.table(lang, "actors")
    leads, nouns = ("|".join(map(re.escape, known.get(n, ()))) or "(?!)" for n in ("seen_on", "images"))
    return re.compile(rf"\W*(?:{leads}) (?P<images>(?:[\w’']+ |l['’])?(?:{nouns}))(?!\w)", re.I)
