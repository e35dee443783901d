# The only place that knows how to install, check and run; CI and hooks call it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SIZES ?= 1000,10000,100000
ARTICLES ?= 100,1000

.PHONY: install demo test browser postgres check lint types contracts quality bench bench-peers serve screenshots docs lock clean

install: $(STAMP)

$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "selon needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install  ## trace the sample dossier, print the result, write demo.html
	$(BIN)/selon demo --dossier demo.selon --report demo.html

test: install  ## run all tests, one process a processor
	OMP_NUM_THREADS=1 $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

browser: install  ## bring what the browser tests need: axe-core from npm, Chromium from Debian where root may
	command -v npm >/dev/null && npm ci --silent --prefix tests/browser || echo "no npm: the accessibility tests will skip"
	command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get install -qy chromium >/dev/null; } || echo "no Chromium: the browser tests will skip"

postgres:  ## bring what the tests of the team store need: PostgreSQL from Debian where root may
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get install -qy postgresql >/dev/null; } || echo "no PostgreSQL: the tests of the team store will skip"

check: lint types contracts test  ## everything that CI checks

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

contracts: install
	$(BIN)/lint-imports

quality: install  ## run every dev set of ../shared and write docs/quality.md
	$(BIN)/python benchmarks/quality.py --write docs/quality.md

bench: install  ## time the stages on the sample dossier, statements against a plain parse, and growth
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/statements.py
	$(BIN)/python benchmarks/growth.py --sizes $(ARTICLES) --one

bench-peers: install  ## fingerprints against MinHash indexes, which get an environment of their own
	test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check datasketch rensa
	$(BIN)/python benchmarks/fingerprints.py --sizes $(SIZES) --whole --peers .venv-peers/bin/python

serve: install  ## show the sample dossier in a browser
	test -f demo.selon || $(MAKE) demo
	$(BIN)/selon serve demo.selon

screenshots: install  ## draw the pictures of the README from the sample
	$(BIN)/python docs/pictures/screenshots.py

docs: install  ## check that the documentation's commands and links hold
	$(BIN)/pytest tests/docs

lock: install  ## pin versions and hashes, no addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --output-file requirements.txt pyproject.toml

clean:
	rm -rf $(VENV) demo.selon demo.selon-wal demo.selon-shm demo.html
