"""Names of the press: of a medium that the pack lists, and titles that look like a paper's."""

from __future__ import annotations

from selon.analyse.mentions import CAPITAL, words_in


def starts_media(low: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether the mention begins with the name of a medium, an article before it or not."""
    bare = low.strip()
    first, _, rest = bare.partition(" ")
    bare = rest if rest and first in lists["determiners"] | {"l", "el"} else bare
    return any(bare == entry or bare.startswith(entry + " ") for entry in lists["media_names"])


def press_title(mention: str, lists: dict[str, frozenset[str]]) -> bool:
    """Tell whether the mention is the title of a paper: capitals throughout, a word that titles have, and an
    article or more words than a first and a last name."""
    words = words_in(mention)
    named = [w for w in words if w.lower() not in lists["name_links"] | lists["determiners"]]
    if not any(w.lower() in lists["press_titles"] for w in named) or words[0].lower() in lists["titles"]:
        return False
    marked = words[0].lower() in lists["determiners"] or "&" in mention or mention[0] in '«“"'
    longer = marked or len(named) > 2
    return longer and all(CAPITAL.match(w) for w in named)
