"""Where the words of a document or claim stand in the index: replacing them needs no look at the rest."""

STATEMENTS = (
    "CREATE TABLE search_rows (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, doc TEXT NOT NULL)",
    "INSERT INTO search_rows SELECT rowid, kind, doc FROM search",
    "CREATE INDEX search_rows_doc ON search_rows(doc, kind)",
    "CREATE INDEX search_rows_kind ON search_rows(kind)",
)
