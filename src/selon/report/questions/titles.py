"""What a claim is called: its words without marks that open or close nothing, fit for a heading or a list."""

from __future__ import annotations

import re

_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_FRONT = " \t\n\u00a0\u202f-–—•·*,;:.…»”)]"
_BACK = " \t\n\u00a0\u202f-–—•·,;:«“([„"
_TAIL = 16
"""Signs after a bracket that never closes, up to which they are left out with it."""

_STOP = re.compile(r"(?<=\w{2})[.]$|(?<=[»”\"')])[.]$")
"""A full stop that is neither an ellipsis nor the end of an abbreviation of one letter."""


def title(text: str) -> str:
    """Return the words of a claim as a title: unpaired marks at its ends and the full stop are left out.

    It begins with a capital. Words of which nothing would be left are returned as they are.
    """
    words = " ".join(text.split())
    for opener, closer in _PAIRS:
        words = _paired(words, opener, closer)
    words = _STOP.sub("", _quotes(words.lstrip(_FRONT).rstrip(_BACK)))
    return words[:1].upper() + words[1:] if words else text


def _paired(words: str, opener: str, closer: str) -> str:
    """Leave out a mark without its counterpart, and with a bracket the few words behind it at the end."""
    if opener == "“" and "„" in words:  # there it closes
        return words
    last = words.rfind(opener)
    if last >= 0 and closer not in words[last:]:
        brief = opener in "([" and len(words) - last <= _TAIL
        return words[:last] if brief else words[:last] + words[last + 1 :].lstrip()
    first = words.find(closer)
    if first >= 0 and opener not in words[:first] and opener not in "([":  # "a) the first point" is sound
        return words[:first].rstrip() + words[first + 1 :]
    return words


def _quotes(words: str) -> str:
    """Leave out a straight quotation mark that stands alone."""
    return words.replace('"', "") if words.count('"') == 1 else words
