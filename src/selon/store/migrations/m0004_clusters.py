"""Clusters of documents by derivation."""

STATEMENTS = ("CREATE TABLE clusters (n INTEGER PRIMARY KEY, record BLOB NOT NULL)",)
