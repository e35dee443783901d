"""What a run found out and the next one may take over, by the digest of all that it depends on."""

STATEMENTS = ("CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)",)
