"""Texts that runs in parts and on several machines are tested on."""

import pytest

import articles

ROWS = list(articles.rows(11))


@pytest.fixture
def texts(tmp_path):
    """Eleven generated articles as files: copies, an edit, a translation, reports, two stories."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for row in ROWS:
        head = row["text"][: row["text"].index("\n\n", 700)]  # a few paragraphs say enough
        (folder / f"{row['id']}.txt").write_text(f"{row['title']}\n\n{head}\n", encoding="utf-8")
    return sorted(folder.iterdir())
