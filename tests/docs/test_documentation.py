"""What the documentation says holds: links, commands, targets, rooms; no registry is named anywhere."""

import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from selon.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
COMMAND = re.compile(r"(?<![\w/-])selon (?P<name>[a-z]+)(?= [A-Z\"<\[`.-]|`)")


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / name for name in listed.stdout.splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page):
    """A link to a file of the repository names one that exists."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_named_exists(page):
    """Wherever a page says `selon WORD`, WORD is a command."""
    known = {*get_command(app).commands, "serve"}  # serve is registered by web when the command starts
    named = {m.group("name") for m in COMMAND.finditer(page.read_text(encoding="utf-8"))}
    assert named <= known


def test_every_make_target_named_exists():
    """Wherever a page says `make WORD`, the Makefile has the target."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        for name in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert name in targets, (page, name)


def test_the_table_of_rooms_names_every_room():
    """CONTRIBUTING says where a line goes for each room that exists."""
    said = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = [p.name for p in (ROOT / "src/selon").iterdir() if (p / "__init__.py").exists()]
    for room in rooms:
        if room not in {"testing", "sample"}:
            assert f"`{room}/" in said, room


def test_no_registry_host_is_written_anywhere():
    """Lock file, Makefile, code and pages name packages, never the address of a registry."""
    hosts = re.compile(
        "|".join(
            (
                "py" + r"pi\.org",
                "python" + "hosted",
                "npm" + r"js\.",
                "deb" + r"ian\.org",
                "--index" + "-url http",
            )
        )
    )
    for path in tracked():
        if path.is_file() and path.suffix not in {".png", ".woff2"}:
            assert not hosts.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_every_package_of_the_lock_has_hashes():
    """No pinned package can be installed from bytes that nobody vouched for."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for block in re.split(r"\n(?=[a-z0-9])", text):
        if "==" in block.split("\n")[0]:
            assert "--hash=sha256:" in block, block[:60]
