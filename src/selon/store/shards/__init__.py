"""Parquet shards between the stages of a corpus, and the tables that they make together."""
