"""A served dossier: the sample, traced once, and a client that asks as this machine's own browser does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from selon.pipeline.trace import trace
from selon.store.dossier import Dossier
from selon.web.app import application


@pytest.fixture(scope="session")
def client(traced: Path) -> Iterator[TestClient]:
    """A reader of the sample whose browser asks for French."""
    with TestClient(
        application(traced, "fr"),
        base_url="http://127.0.0.1",
        client=("127.0.0.1", 50000),
        headers={"accept-language": "fr"},
    ) as made:
        yield made


SMALL = {
    "depeche": "Douze personnes ont été blessées lundi au port, a indiqué la préfète de l'Orvanche.\n",
    "journal": "Selon le capitaine Éloi Marchais, douze personnes ont été blessées lundi au port.\n",
    "marche": "Le marché couvert rouvrira jeudi matin, a annoncé la mairie de Port-Lazare.\n",
}
"""Three invented texts: one claim of two sources, and one of one."""


@pytest.fixture(scope="session")
def _small_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    for name, text in SMALL.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Dossier(folder / "case.selon", create=True) as dossier:
        trace([str(folder / f"{name}.txt") for name in SMALL], dossier, jobs=1)
    return folder / "case.selon"


@pytest.fixture
def small_case(_small_once: Path, tmp_path: Path) -> Path:
    """A dossier of three short texts that the test may change."""
    return Path(shutil.copy(_small_once, tmp_path / "case.selon"))


@pytest.fixture
def desk(small_case: Path) -> Iterator[TestClient]:
    """A reader of the small dossier who judges and adds, and has not said a name yet."""
    app = application(small_case, "fr")
    with TestClient(
        app, base_url="http://127.0.0.1", client=("127.0.0.1", 50000), headers={"accept-language": "fr"}
    ) as made:
        yield made
        app.state.runs.wait(60)
