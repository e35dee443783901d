"""A corpus: the stages of documents over shards, up to lineage; a cut of it is a dossier."""
