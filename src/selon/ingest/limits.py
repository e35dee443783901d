"""Bounds that keep one absurd record from holding up a run; each is stated in the reason of the reject."""

from __future__ import annotations

MAX_FILE = 64 * 1024 * 1024
"""Bytes of one plain text, Markdown or HTML file."""

MAX_HTML = 10_000_000
"""Code points of one HTML page: the extractor's work grows faster than the page."""

MAX_LINE = 1_000_000
"""Code points of one paragraph: the longest articles have a tenth of that in all."""

MAX_TEXT = 5_000_000
"""Code points of one document: a thousand pages of a book."""

MAX_ROW = 32 * 1024 * 1024
"""Bytes of one line of a JSONL file."""
