"""A dossier on PostgreSQL from the command line: what the server refuses is one sentence, exit 3."""

import os
import sqlite3
import subprocess
import sys

import pytest

from selon.errors import StoreError, UsageError
from selon.model.document import Document
from selon.store import migrations
from selon.store.address import address, files, named, shown
from selon.store.dossier import Dossier
from selon.store.lists import DocumentAsk

SECRET = "s3cret-Port"


def selon(*words, cwd, code=0, **env):
    """Run the command as a user would and return what it printed on both streams."""
    done = subprocess.run(
        [sys.executable, "-m", "selon", *map(str, words)],
        cwd=cwd, capture_output=True, text=True, timeout=300, env={**os.environ, **env}, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert SECRET not in done.stdout + done.stderr
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def analyst(server):
    """A user of the server with a password and no rights of its own."""
    server.sql(f"CREATE ROLE analyst LOGIN PASSWORD '{SECRET}'")
    return "analyst"


@pytest.fixture
def team(server):
    """The name and address of an empty dossier in a database."""
    name = server.database()
    Dossier(server.url(name), create=True).close()
    return name, server.url(name)


def test_an_address_is_shown_without_its_password():
    """Whatever way a password is given, no message holds it; a name and a folder come from the database."""
    for given in (f"postgresql://u:{SECRET}@h/db", f"postgres://u@h/db?password={SECRET}&sslmode=require"):
        where = address(given)
        assert SECRET not in shown(where)
        assert shown(where).startswith("postgresql://u") and "@h/db" in shown(where)
        assert named(where) == "db" and files(where).name == "db.selon"
    assert "sslmode=require" in shown(address(f"postgres://u@h/db?password={SECRET}&sslmode=require"))
    with pytest.raises(UsageError, match="names no database"):
        address("postgresql://u@h")
    assert named(address("some/case.selon")) == "case"


def test_every_command_takes_a_database(server, tmp_path):
    """trace, who, show, report, judge, judgements and the check of a dossier, all by URL."""
    url = server.fresh()
    (tmp_path / "a.txt").write_text(
        "Douze personnes ont été blessées, a indiqué la préfète.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Selon le maire, douze personnes ont été blessées.\n", encoding="utf-8")
    _, told = selon("trace", tmp_path, "--dossier", url, "--jobs", "1", "--lang", "en", cwd=tmp_path)
    assert "2 new" in told and "postgresql://" in told
    assert "2\xa0independent origins" in selon("who", "blessées", "-d", url, "--lang", "en", cwd=tmp_path)[0]
    assert "préfète" in selon("show", "document", "a", "-d", url, cwd=tmp_path)[0]
    selon("report", url, "-o", "page.html", cwd=tmp_path)
    assert "blessées" in (tmp_path / "page.html").read_text(encoding="utf-8")
    selon("judge", "reuse", "a", "b", "different", "-d", url, "--by", "Ada", cwd=tmp_path)
    assert "by Ada" in selon("judgements", "-d", url, cwd=tmp_path)[0]
    assert "2 documents" in selon("dossier", "check", url, cwd=tmp_path)[0]
    selon("dossier", "compact", url, cwd=tmp_path)
    (tmp_path / "selon.toml").write_text(f'dossier = "{url}"\n')
    assert "by Ada" in selon("judgements", cwd=tmp_path)[0]


def refused(url, said, error=StoreError):
    """Open a dossier that cannot be had, to read it and to make it: one sentence, no password."""
    for create in (False, True):
        with pytest.raises(error) as caught:
            Dossier(url, create=create)
        told = str(caught.value)
        assert said in told and "\n" not in told and SECRET not in told, told


def test_no_server_and_no_host_are_told():
    """Nobody listens there, or there is no such place."""
    refused(f"postgresql://u:{SECRET}@127.0.0.1:9/db", "is PostgreSQL running")
    refused("postgresql:///db?host=/nowhere/at/all", "is PostgreSQL running")


def test_a_wrong_password_and_none_are_told(server, analyst, tmp_path):
    """The sentence says where a password belongs; with the right one, or one from there, the way is open."""
    name = server.database(analyst)
    refused(server.over_loopback(name, analyst, SECRET + "x"), "~/.pgpass")
    refused(server.over_loopback(name, analyst), "~/.pgpass")
    Dossier(server.over_loopback(name, analyst, SECRET), create=True).close()
    selon("judgements", "-d", server.over_loopback(name, analyst), cwd=tmp_path, PGPASSWORD=SECRET)
    _, told = selon(
        "judgements", "-d", server.over_loopback(name, analyst, SECRET + "x"), cwd=tmp_path, code=3
    )
    assert told.startswith("selon: postgresql://analyst") and len(told.strip().splitlines()) == 1


def test_a_missing_database_and_a_missing_user_are_told(server):
    """createdb and createuser are named."""
    refused(server.url("nosuch"), "createdb")
    refused(server.url("postgres", "nobody-there"), "createuser")


def test_an_empty_database_is_no_dossier_until_something_is_traced(server):
    """A question to an empty database is a mistake of the caller, told as for a file that is not there."""
    with pytest.raises(UsageError, match="selon trace"):
        Dossier(server.fresh())


def test_who_may_make_no_tables_is_told(server, analyst):
    """A user without the right to make tables cannot begin a dossier; the sentence says what to ask for."""
    with pytest.raises(StoreError, match="grant CREATE"):
        Dossier(server.over_loopback(server.database(), analyst, SECRET), create=True)


def test_who_may_only_read_reads_and_is_told_when_it_writes(server, analyst, team, tmp_path):
    """A user with SELECT alone asks its questions; a judgement is refused with words."""
    name, url = team
    with Dossier(url) as dossier, dossier.writing() as writer:
        for ident in "ab":
            writer.put_document(Document(id=ident, text=ident, lang="fr"))
    server.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO analyst", name)
    mine = server.over_loopback(name, analyst, SECRET)
    assert selon("judgements", "-d", mine, cwd=tmp_path)[0] == ""
    _, told = selon("judge", "reuse", "a", "b", "same", "-d", mine, cwd=tmp_path, code=3)
    assert "this user may not do that" in told


def test_a_newer_and_a_foreign_database_are_left_alone(server, team):
    """A schema of the future asks for a newer selon; another program's tables are no dossier."""
    name, url = team
    server.sql(f"INSERT INTO selon_schema VALUES ({migrations.VERSION + 1})", name)
    refused(url, "install a newer selon")
    other = server.database()
    server.sql("CREATE TABLE invoices (n int)", other)
    refused(server.url(other), "another program", UsageError)


def test_an_older_schema_without_the_right_to_change_it_is_told(server, analyst, team, tmp_path, monkeypatch):
    """An analyst with a newer selon than the owner: who may bring the tables up to date is asked to."""
    name, _ = team
    server.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO analyst", name)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("CREATE TABLE later (a TEXT)",)))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with pytest.raises(StoreError, match="ask its owner to do it once"):
        Dossier(server.over_loopback(name, analyst, SECRET))


def test_another_encoding_is_told(server):
    """A database of single bytes cannot hold every name."""
    refused(server.url(server.database(encoding="LATIN1")), "createdb --encoding=UTF8")


def test_a_connection_lost_in_the_middle_is_told_and_leaves_nothing(server, team):
    """The server ends the session while something is written: one sentence, nothing half-written."""
    name, url = team
    with Dossier(url) as dossier:
        with pytest.raises(StoreError, match="run it again"), dossier.writing() as writer:
            writer.put_document(Document(id="a", text="un", lang="fr"))
            server.sql(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
                " AND application_name = 'selon'"
            )
            writer.put_document(Document(id="b", text="deux", lang="fr"))
        with dossier.snapshot() as view:
            assert view.documents() == ()


@pytest.mark.parametrize("extension", [True, False])
def test_words_fold_whether_or_not_the_extension_may_be_made(server, analyst, extension):
    """With unaccent or without the same places are found; where it is, SQL by hand folds accents, too."""
    name = server.database()
    server.sql("GRANT CREATE ON SCHEMA public TO analyst", name)  # to make an extension takes more
    url = server.url(name) if extension else server.over_loopback(name, analyst, SECRET)
    with Dossier(url, create=True) as dossier, dossier.writing() as writer:
        writer.put_document(
            Document(id="a", text="Été à Orvel, un œuf fêlé.", lang="fr", title="Des Blessés")
        )
    with Dossier(url) as dossier, dossier.snapshot() as view:
        assert [h.ref for h in view.search("blesses")] == [h.ref for h in view.search("Blessés")] == ["a"]
        assert view.document_page(DocumentAsk(words="oeuf fêlé"), 0, 9).total == 1
    asked = "SELECT count(*) FROM text_words WHERE words @@ plainto_tsquery('selon', '{}')"
    assert server.sql(asked.format("oeuf fele"), name) == "1"
    assert server.sql(asked.format("Œuf fêlé"), name) == str(int(extension))


def test_without_the_extra_a_database_is_told(monkeypatch):
    """psycopg is no part of a plain installation: the sentence names the extra."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"selon\[team\]"):
        Dossier("postgresql://u@h/db")


def test_a_path_is_never_taken_for_an_address(tmp_path, monkeypatch):
    """A file called like a scheme is a file."""
    monkeypatch.chdir(tmp_path)
    with Dossier("postgresql.selon", create=True):
        assert sqlite3.connect("postgresql.selon").execute("PRAGMA application_id").fetchone() == (0x5E10,)
