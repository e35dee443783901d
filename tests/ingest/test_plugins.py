"""Readers of other packages are asked first."""

from types import SimpleNamespace

import pytest

from selon import plugins
from selon.errors import UsageError
from selon.ingest.assemble import Stated, documents
from selon.ingest.captures import capture, load
from selon.ingest.read import read_paths


class RotReader:
    """Reads `.rot` files, whose letters are shifted by thirteen."""

    name, media_type = "rot", "text/rot"

    def claims(self, path, head):
        return path.suffix == ".rot"

    def read(self, path, ident):
        import codecs

        data = load(path)
        text = codecs.decode(data.decode("ascii"), "rot13")
        yield from documents(ident, text, Stated(), capture(data, path, self.media_type, "ascii"))


def _offer(monkeypatch, made):
    entry = SimpleNamespace(name="rot", value="rot:Reader", load=made)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [entry] if group == "selon.readers" else [])
    plugins.offered.cache_clear()


@pytest.fixture(autouse=True)
def _forget():
    yield
    plugins.offered.cache_clear()


def test_a_reader_of_another_package_reads_its_files_before_the_built_in_ones(monkeypatch, tmp_path):
    """A file that plain text would take goes to the plug-in that claims it; the others are read as ever."""
    _offer(monkeypatch, lambda: RotReader())
    (tmp_path / "a.rot").write_text("Gur cbeg ohearq. Gur sver jnf bhg ng qnja.", encoding="ascii")
    (tmp_path / "b.txt").write_text("The mill stood empty. Nobody was hurt there.", encoding="utf-8")
    docs = {d.id: d for d in read_paths([str(tmp_path)])}
    assert docs["a"].text == "The port burned. The fire was out at dawn."
    assert docs["a"].capture.media_type == "text/rot"
    assert docs["b"].capture.media_type == "text/plain"


def test_a_plug_in_that_cannot_be_loaded_is_named(monkeypatch, tmp_path):
    """A broken package is a usage error that says which entry point it is."""

    def broken():
        raise ImportError("no module named rot")

    _offer(monkeypatch, broken)
    (tmp_path / "b.txt").write_text("The mill stood empty.", encoding="utf-8")
    with pytest.raises(UsageError, match=r"plugin rot \(rot:Reader\)"):
        list(read_paths([str(tmp_path)]))
