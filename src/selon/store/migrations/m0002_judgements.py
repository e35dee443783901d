"""Actors and the merges that are only proposed; what people decided; the names that they gave."""

STATEMENTS = (
    "CREATE TABLE actors (id TEXT PRIMARY KEY, n INTEGER NOT NULL, record BLOB NOT NULL)",
    "CREATE TABLE proposals (n INTEGER PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE judgements (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
    " record BLOB NOT NULL)",
    "CREATE TABLE aliases (key TEXT PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE former_claims (id TEXT PRIMARY KEY, doc TEXT NOT NULL, start INTEGER NOT NULL,"
    " stop INTEGER NOT NULL)",
)
