"""The first schema: records as JSON beside the columns that questions are put to."""

_OWNER = "doc TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE"

STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE documents (id TEXT PRIMARY KEY, digest TEXT NOT NULL, lang TEXT NOT NULL, outlet TEXT,"
    " date TEXT, record BLOB NOT NULL)",
    f"CREATE TABLE statements (id TEXT PRIMARY KEY, {_OWNER}, start INTEGER NOT NULL, record BLOB NOT NULL)",
    "CREATE INDEX statements_doc ON statements(doc, start)",
    f"CREATE TABLE quantities ({_OWNER}, n INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (doc, n))",
    "CREATE TABLE passages (n INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, record BLOB NOT NULL)",
    "CREATE TABLE edges (n INTEGER PRIMARY KEY, derived TEXT NOT NULL, source TEXT NOT NULL,"
    " record BLOB NOT NULL)",
    "CREATE TABLE claims (id TEXT PRIMARY KEY, n INTEGER NOT NULL, articles INTEGER NOT NULL,"
    " origins INTEGER NOT NULL, record BLOB NOT NULL)",
    "CREATE TABLE conflicts (n INTEGER PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE rejects (key TEXT PRIMARY KEY, stage TEXT NOT NULL, name TEXT NOT NULL,"
    " record BLOB NOT NULL)",
    "CREATE TABLE ledger (stage TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL, input TEXT NOT NULL,"
    " PRIMARY KEY (stage, key))",
    "CREATE VIRTUAL TABLE search USING fts5(kind UNINDEXED, ref UNINDEXED, doc UNINDEXED, words,"
    ' tokenize = "unicode61 remove_diacritics 2")',
)
