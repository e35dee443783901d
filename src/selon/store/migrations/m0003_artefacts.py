"""Traces of translation, beside the other findings of a document."""

STATEMENTS = (
    "CREATE TABLE artefacts (doc TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,"
    " n INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (doc, n))",
)
