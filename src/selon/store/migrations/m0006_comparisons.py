"""What documents were compared with, and passages that a judgement took out: it may be taken back."""

STATEMENTS = (
    "CREATE TABLE compared (doc TEXT PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE withheld (n INTEGER PRIMARY KEY, record BLOB NOT NULL)",
)
