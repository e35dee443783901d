"""Lists: what tables of claims, documents and actors are sorted and cut by, made anew from the records."""

STATEMENTS = (
    "CREATE TABLE claim_list (id TEXT PRIMARY KEY, number INTEGER NOT NULL, notable INTEGER NOT NULL,"
    " articles INTEGER NOT NULL, origins INTEGER NOT NULL, gap INTEGER NOT NULL, disputes INTEGER NOT NULL,"
    " circular INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL)",
    "CREATE UNIQUE INDEX claim_list_number ON claim_list(number)",
    "CREATE INDEX claim_list_articles ON claim_list(articles, number)",
    "CREATE INDEX claim_list_origins ON claim_list(origins, number)",
    "CREATE INDEX claim_list_disputes ON claim_list(disputes, articles, number)",
    "CREATE INDEX claim_list_first ON claim_list(first, number)",
    "CREATE INDEX claim_list_last ON claim_list(last, number)",
    "CREATE TABLE claim_docs (doc TEXT NOT NULL, claim TEXT NOT NULL, role TEXT NOT NULL,"
    " PRIMARY KEY (doc, role, claim)) WITHOUT ROWID",
    "CREATE INDEX claim_docs_claim ON claim_docs(claim, role, doc)",
    "CREATE TABLE claim_actors (actor TEXT NOT NULL, claim TEXT NOT NULL, role TEXT NOT NULL,"
    " PRIMARY KEY (actor, claim, role)) WITHOUT ROWID",
    "CREATE INDEX claim_actors_claim ON claim_actors(claim, actor)",
    "CREATE TABLE claim_origins (origin TEXT NOT NULL, claim TEXT NOT NULL, kind TEXT NOT NULL,"
    " PRIMARY KEY (origin, claim))"
    " WITHOUT ROWID",
    "CREATE INDEX claim_origins_claim ON claim_origins(claim)",
    "CREATE INDEX claim_origins_kind ON claim_origins(kind, claim)",
    "CREATE TABLE document_list (id TEXT PRIMARY KEY, moment TEXT NOT NULL, claims INTEGER NOT NULL,"
    " said INTEGER NOT NULL, parents INTEGER NOT NULL, copies INTEGER NOT NULL, changed INTEGER NOT NULL,"
    " translated INTEGER NOT NULL)",
    "CREATE INDEX document_list_moment ON document_list(moment, id)",
    "CREATE INDEX document_list_copies ON document_list(copies, id)",
    "CREATE TABLE actor_list (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,"
    " mentions INTEGER NOT NULL, documents INTEGER NOT NULL, claims INTEGER NOT NULL,"
    " origin_of INTEGER NOT NULL)",
    "CREATE INDEX actor_list_claims ON actor_list(claims, id)",
    "CREATE TABLE actor_docs (actor TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (actor, doc))"
    " WITHOUT ROWID",
    "CREATE INDEX actor_docs_doc ON actor_docs(doc)",
    "CREATE TABLE conflict_docs (doc TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (doc, n)) WITHOUT ROWID",
    "CREATE TABLE cluster_docs (doc TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (doc, n)) WITHOUT ROWID",
    "CREATE INDEX edges_derived ON edges(derived)",
    "CREATE INDEX edges_source ON edges(source)",
    "CREATE INDEX passages_a ON passages(a)",
    "CREATE INDEX passages_b ON passages(b)",
    "CREATE INDEX documents_outlet ON documents(outlet)",
    "CREATE INDEX documents_lang ON documents(lang)",
    "CREATE INDEX documents_date ON documents(date)",
)
