"""A PostgreSQL server of the test run's own: in a temporary folder, on a socket and on loopback."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "lc_messages": "C",
}
"""What is thrown away need not survive a power cut."""

ACCESS = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"


class Server:
    """A running server. Over the socket anybody is let in; over loopback a password is asked for."""

    def __init__(self, programs: Path, folder: Path, port: int) -> None:
        self._programs, self.folder, self.port = programs, folder, port
        self._numbers = itertools.count(1)

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run a statement as the superuser and return what it prints."""
        ends = ("-h", str(self.folder), "-p", str(self.port), "-U", "postgres", "-d", database)
        done = _run([str(self._programs / "psql"), "-qtAX", "-v", "ON_ERROR_STOP=1", *ends, "-c", statement])
        return done.stdout.strip()

    def database(self, owner: str = "postgres", encoding: str = "UTF8") -> str:
        """Make an empty database and return its name."""
        name = f"case{next(self._numbers)}"
        locale = "LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
        self.sql(f"CREATE DATABASE {name} OWNER {owner} ENCODING '{encoding}' {locale}")
        return name

    def copy(self, database: str) -> str:
        """Copy a database that nobody is connected to; return the address of the copy."""
        name = f"case{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {database}")
        return self.url(name)

    def url(self, database: str, user: str = "postgres") -> str:
        """Return the address of a database over the socket."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"

    def fresh(self) -> str:
        """Return the address of a new empty database."""
        return self.url(self.database())

    def over_loopback(self, database: str, user: str, password: str = "") -> str:
        """Return the address of a database over loopback."""
        secret = f":{password}" if password else ""
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"


def programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, or None: Debian keeps them out of the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[4]))
    return kept[-1].parent if kept else None


def user() -> str | None:
    """Return whom the server runs as: ourselves, or `postgres` when we are root, whom it refuses."""
    if os.getuid():
        return pwd.getpwuid(os.getuid()).pw_name
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return None


def lacking() -> str | None:
    """Return why no server can be started here, or None."""
    if programs() is None:
        return "no PostgreSQL on this machine: apt-get install postgresql"
    if user() is None:
        return "PostgreSQL does not run as root, and there is no user postgres"
    return None


@contextmanager
def served() -> Iterator[Server]:
    """Start a server, give it, and stop it."""
    found = programs()
    assert found is not None
    folder = Path(tempfile.mkdtemp(prefix="selon-pg-"))  # short: the path of a socket is 107 bytes at most
    port = _free_port()
    try:
        _start(found, folder, port)
        yield Server(found, folder, port)
    finally:
        _run(
            [str(found / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "-w", "stop"], check=False
        )
        shutil.rmtree(folder, ignore_errors=True)


def _start(found: Path, folder: Path, port: int) -> None:
    if not os.getuid():
        shutil.chown(folder, user(), None)
    data = folder / "data"
    _run(
        [
            str(found / "initdb"),
            "-D",
            str(data),
            "-U",
            "postgres",
            "--no-sync",
            "--locale=C",
            "-E",
            "UTF8",
            "-A",
            "trust",
        ]
    )
    with (data / "postgresql.conf").open("a") as conf:
        held = {**SETTINGS, "unix_socket_directories": str(folder), "port": str(port)}
        conf.writelines(f"{name} = '{value}'\n" for name, value in held.items())
    (data / "pg_hba.conf").write_text(ACCESS)
    _run([str(found / "pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-w", "-t", "60", "start"])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str], check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a program of PostgreSQL as whom it accepts."""
    other = {"user": user()} if not os.getuid() else {}
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        check=False,
        **other,  # type: ignore[arg-type]
    )
    if check and done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")
    return done
