"""Records known by their content, not by their place in a list, and lists that change row by row.

A document that is added changes the rows that it touches and no others: no row holds a number that depends on
how many come before it. Tables whose shape changes keep their records under `old_...`; what is then made
of them is told by `store.renewal`.
"""

_FORMER = ("passages", "withheld", "edges", "clusters", "claims", "conflicts", "actors")

_PLACES = (
    "id TEXT PRIMARY KEY, a TEXT NOT NULL, a_start INTEGER NOT NULL, a_end INTEGER NOT NULL, b TEXT NOT NULL,"
    " b_start INTEGER NOT NULL, b_end INTEGER NOT NULL, record BLOB NOT NULL"
)

_DROPPED = (
    *(f"DROP INDEX {name}" for name in ("passages_a", "passages_b", "edges_derived", "edges_source")),
    *(f"DROP INDEX documents_{name}" for name in ("outlet", "lang", "date")),
    *(f"DROP TABLE {name}" for name in ("claim_list", "document_list", "actor_list", "actor_docs")),
    *(f"DROP TABLE {name}" for name in ("conflict_docs", "cluster_docs", "search", "search_rows")),
    *(f"ALTER TABLE {name} RENAME TO old_{name}" for name in _FORMER),
)

_RECORDS = (
    "CREATE INDEX documents_digest ON documents(id, digest)",
    "CREATE INDEX ledger_version ON ledger(stage, version)",
    "CREATE TABLE unexamined (doc TEXT PRIMARY KEY)",
    f"CREATE TABLE passages ({_PLACES})",
    "CREATE INDEX passages_a ON passages(a, b, a_start, a_end, b_start, b_end)",
    "CREATE INDEX passages_b ON passages(b, a)",
    f"CREATE TABLE withheld ({_PLACES})",
    "CREATE TABLE edges (id TEXT PRIMARY KEY, derived TEXT NOT NULL, source TEXT NOT NULL, a TEXT NOT NULL,"
    " b TEXT NOT NULL, direction TEXT NOT NULL, kind TEXT NOT NULL, shared INTEGER NOT NULL,"
    " record BLOB NOT NULL)",
    "CREATE INDEX edges_derived ON edges(derived, direction, source)",
    "CREATE INDEX edges_source ON edges(source, direction, kind)",
    "CREATE INDEX edges_shared ON edges(shared DESC, a, b)",
    "CREATE TABLE clusters (id TEXT PRIMARY KEY, size INTEGER NOT NULL, first TEXT NOT NULL,"
    " record BLOB NOT NULL)",
    "CREATE TABLE cluster_docs (doc TEXT NOT NULL, cluster TEXT NOT NULL, PRIMARY KEY (doc, cluster))"
    " WITHOUT ROWID",
    "CREATE INDEX cluster_docs_cluster ON cluster_docs(cluster)",
    "CREATE TABLE claims (id TEXT PRIMARY KEY, articles INTEGER NOT NULL, assertions INTEGER NOT NULL,"
    " doc TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, record BLOB NOT NULL)",
    "CREATE INDEX claims_order ON claims(articles DESC, assertions DESC, doc, start, stop, id)",
    f"CREATE TABLE conflicts ({_PLACES})",
    *(f"CREATE INDEX {table}_{end} ON {table}({end})" for table in ("withheld", "conflicts") for end in "ab"),
    "CREATE TABLE conflict_docs (doc TEXT NOT NULL, conflict TEXT NOT NULL, PRIMARY KEY (doc, conflict))"
    " WITHOUT ROWID",
    "CREATE INDEX conflict_docs_conflict ON conflict_docs(conflict)",
    "CREATE TABLE actors (id TEXT PRIMARY KEY, record BLOB NOT NULL)",
    "CREATE TABLE actor_keys (key TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (key, actor))"
    " WITHOUT ROWID",
    "CREATE INDEX actor_keys_actor ON actor_keys(actor)",
    "CREATE TABLE mentions (doc TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,"
    " actor TEXT NOT NULL, PRIMARY KEY (doc, start, stop, actor)) WITHOUT ROWID",
    "CREATE INDEX mentions_actor ON mentions(actor, doc)",
)

_STATES = {
    "contested": ("disputes > 0", "disputes"),
    "uncontested": ("disputes < 1", "disputes"),
    "single": ("single = 1", "single"),
    "several": ("origins > 1", "origins"),
    "circular": ("circular = 1", "circular"),
}
"""Claims of each state in their order; the columns of the condition make an index that is counted alone."""

_LISTS = (
    "CREATE TABLE claim_list (id TEXT PRIMARY KEY, n INTEGER NOT NULL UNIQUE, place TEXT NOT NULL,"
    " notable INTEGER NOT NULL, single INTEGER NOT NULL, articles INTEGER NOT NULL, origins INTEGER NOT NULL,"
    " gap INTEGER NOT NULL, disputes INTEGER NOT NULL, circular INTEGER NOT NULL, first TEXT NOT NULL,"
    " last TEXT NOT NULL)",
    "CREATE INDEX claim_list_place ON claim_list(place)",
    "CREATE INDEX claim_list_articles ON claim_list(articles DESC, place)",
    "CREATE INDEX claim_list_origins ON claim_list(origins DESC, place)",
    "CREATE INDEX claim_list_disputes ON claim_list(disputes DESC, articles DESC, place)",
    "CREATE INDEX claim_list_first ON claim_list(first, place)",
    "CREATE INDEX claim_list_last ON claim_list(last DESC, place)",
    *(
        f"CREATE INDEX claim_list_{n} ON claim_list(place, {own}) WHERE {w}"
        for n, (w, own) in _STATES.items()
    ),
    "CREATE TABLE claim_facets (name TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL,"
    " PRIMARY KEY (name, value, n)) WITHOUT ROWID",
    "CREATE INDEX claim_facets_n ON claim_facets(n)",
    "CREATE TABLE claim_marks (place TEXT PRIMARY KEY, number INTEGER NOT NULL)",
    "CREATE INDEX claim_marks_number ON claim_marks(number, place)",
    "CREATE TABLE origin_list (id TEXT PRIMARY KEY, claims INTEGER NOT NULL)",
    "DROP INDEX claim_origins_kind",
    "CREATE TABLE claim_names (name TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (name, claim))"
    " WITHOUT ROWID",
    "CREATE INDEX claim_names_claim ON claim_names(claim)",
    "CREATE TABLE document_list (id TEXT PRIMARY KEY, n INTEGER NOT NULL UNIQUE, lang TEXT NOT NULL,"
    " outlet TEXT NOT NULL, date TEXT NOT NULL, moment TEXT NOT NULL, claims INTEGER NOT NULL,"
    " said INTEGER NOT NULL, parents INTEGER NOT NULL, copies INTEGER NOT NULL, changed INTEGER NOT NULL,"
    " translated INTEGER NOT NULL)",
    "CREATE INDEX document_list_moment ON document_list(moment, id)",
    "CREATE INDEX document_list_newest ON document_list((moment = '9999'), moment DESC, id)",
    "CREATE INDEX document_list_outlets ON document_list((outlet = ''), outlet, moment, id)",
    "CREATE INDEX document_list_outlet ON document_list(outlet, moment, id)",
    "CREATE INDEX document_list_lang ON document_list(lang, moment, id)",
    "CREATE INDEX document_list_date ON document_list(date)",
    "CREATE INDEX document_list_claims ON document_list(claims DESC, id)",
    "CREATE INDEX document_list_copies ON document_list(copies DESC, id)",
    "CREATE INDEX document_list_taken ON document_list(moment, id, parents) WHERE parents > 0",
    "CREATE INDEX document_list_giving ON document_list(moment, id, copies) WHERE copies > 0",
    "CREATE INDEX document_list_apart ON document_list(moment, id, parents, copies)"
    " WHERE parents < 1 AND copies < 1",
    "CREATE INDEX document_list_undated ON document_list(moment, id, date) WHERE date < '0'",
    "CREATE TABLE agency_list (id TEXT PRIMARY KEY, copies INTEGER NOT NULL, changed INTEGER NOT NULL,"
    " translated INTEGER NOT NULL)",
    "CREATE TABLE actor_list (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,"
    " mentions INTEGER NOT NULL, documents INTEGER NOT NULL, claims INTEGER NOT NULL,"
    " origin_of INTEGER NOT NULL)",
    "CREATE INDEX actor_list_claims ON actor_list(claims DESC, documents DESC, name, id)",
    "CREATE INDEX actor_list_origins ON actor_list(origin_of DESC, claims DESC, name, id)",
    "CREATE INDEX actor_list_documents ON actor_list(documents DESC, name, id)",
    "CREATE INDEX actor_list_name ON actor_list(name, id)",
    "CREATE INDEX actor_list_kind ON actor_list(kind, claims DESC, documents DESC, name, id)",
)

_FTS = "tokenize = \"unicode61 remove_diacritics 0\", content_rowid = 'id'"

_WORDS = (
    "CREATE TABLE search_rows (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL,"
    " doc TEXT NOT NULL, words TEXT NOT NULL)",
    "CREATE INDEX search_rows_doc ON search_rows(doc, kind)",
    "CREATE INDEX search_rows_ref ON search_rows(kind, ref)",
    "CREATE VIEW place_rows AS SELECT id, words FROM search_rows WHERE kind IN ('statement', 'document')",
    "CREATE VIEW claim_rows AS SELECT id, words FROM search_rows WHERE kind = 'claim'",
    "CREATE VIEW text_rows AS SELECT id, words FROM search_rows WHERE kind = 'text'",
    f"CREATE VIRTUAL TABLE place_words USING fts5(words, content = 'place_rows', {_FTS})",
    f"CREATE VIRTUAL TABLE claim_words USING fts5(words, content = 'claim_rows', {_FTS})",
    f"CREATE VIRTUAL TABLE text_words USING fts5(words, content = 'text_rows', {_FTS}, detail = none,"
    " columnsize = 0)",
)

STATEMENTS = (*_DROPPED, *_RECORDS, *_LISTS, *_WORDS)
