"""What others speak through: a communiqué, a spokesperson, an authority."""

from __future__ import annotations

import re

from selon.link import wording
from selon.link.actors.lexicon import generic, table


def speaks_for(plain: str, lang: str) -> bool:
    """Tell whether the first nouns of a mention are a mouthpiece ("un communiqué de la préfecture")."""
    firsts = [w for w in re.findall(r"[\w-]+", plain) if w not in wording.stopwords(lang)][:2]
    return any(w in table(lang).get("mouthpieces", ()) for w in firsts)


def abroad(plain: str, lang: str) -> bool:
    """Tell whether the authorities of another country are meant: they speak for none of those at home."""
    found = re.findall(r"[\w-]+", plain)
    known = table(lang)
    if not set(found[:2]) & set(known.get("authorities", ())):
        return False
    skipped = wording.stopwords(lang) | generic(lang) | set(known["mouthpieces"]) | set(known.get("home", ()))
    return any(w not in skipped for w in found)
