"""The signs of the drawings as characters, and exact words with their looks."""

from __future__ import annotations

from unicodedata import bidirectional, category

from rich.text import Text

from selon.model.claim import Origin
from selon.report.drawing import signs
from selon.report.questions.exact import Quote

MARKS = {
    "k-person": "●",
    "k-office": "■",
    "k-org": "⬢",
    "k-media": "▬",
    "k-doc": "▤",
    "k-anon": "◌",
    "k-none": "×",
    "k-loop": "↺",
    "k-alt": "≠",
}
STYLES = {"anon": "dark_orange3", "alt": "magenta", "none": "dim", "": "blue"}
_SEGMENTS = (
    ("chg", "magenta"),
    ("w-src", "underline"),
    ("w-cue", "italic"),
    ("w-con", "bold"),
    ("om", "dim"),
)


def named(origin: Origin) -> Text:
    """Return the sign and the name of an origin."""
    sign = signs.of_origin(origin)
    return Text(f"{MARKS[sign.symbol]} {flat(origin.name)}", style=STYLES[sign.css])


def quoted(quote: Quote) -> Text:
    """Return exact words in the quotation marks of the terminal: source underlined, verb italic."""
    out = Text("“")
    for segment in quote.segments:
        style = " ".join(look for kind, look in _SEGMENTS if kind in segment.kinds)
        out.append(printable(" ".join(segment.text.splitlines())), style=style or None)
    return out.append("”")


def flat(text: str) -> str:
    """Return text on one line: control characters would move the cursor of a terminal."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Return text with control characters, and those that turn its direction, made visible.

    Joiners of emoji and of Arabic, soft hyphens and other marks without width stay: they are harmless.
    """
    return "".join(c if c.isprintable() or c.isspace() or _harmless(c) else "�" for c in text)


def _harmless(char: str) -> bool:
    return category(char) == "Cf" and bidirectional(char) in {"BN", "L", "R", "AL"}
