"""Quality does not fall: fixed samples of the dev sets, their own scorers, floors pinned beside digests.

One file of tests for each part, so that they run beside each other.
"""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def digest(*paths):
    made = hashlib.sha256()
    for path in paths:
        made.update(path.read_bytes())
    return made.hexdigest()


def pinned(case, *paths):
    """A floor speaks of the data it was measured on; other data of that name is no failure of the code."""
    if digest(*paths) != case["sha256"]:
        pytest.skip(f"{case['name']}: the data differ from those that the floors were measured on")


def scored(*words):
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=True)
    return done.stdout


def dig(value, path):
    for key in path.split("."):
        value = value[key]
    return value


def hold(found, floors):
    fallen = {k: (dig(found, k), v) for k, v in floors.items() if (dig(found, k) or 0) < v}
    assert not fallen, f"measured below the floor (measured, floor): {fallen}"


def first_lines(path, count, to):
    lines = path.read_text(encoding="utf-8").split("\n")[:count]  # texts hold other line separators
    to.write_text("\n".join(lines), encoding="utf-8")
    return {json.loads(line)["id"] for line in lines}
