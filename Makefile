# Everything runs in .venv, which is made on first use. PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := site
.PHONY: site test check lint schema clean

site: $(VENV)/site
	$(BIN)/newsbrief build
	@echo "Open _site/index.html in a browser."

test: $(VENV)/dev
	$(BIN)/python -m pytest

check: lint test

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schema: $(VENV)/site
	$(BIN)/newsbrief schema > schema/facts.schema.json.part
	mv schema/facts.schema.json.part schema/facts.schema.json

clean:
	rm -rf _site .newsbrief $(VENV)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Newsbrief needs Python 3.11 or newer; name one with PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/site
