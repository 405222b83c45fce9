# Everything runs in .venv, which is made on first use. PYTHON chooses the interpreter (3.11 or newer).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# The Nu Html Checker and Lighthouse, by npm; the tests look for them here, or where NEWSBRIEF_TOOLS says.
TOOLS := $(VENV)/tools
CHECKER := $(TOOLS)/node_modules/vnu-jar/build/dist/vnu.jar
LIGHTHOUSE := $(TOOLS)/node_modules/lighthouse/package.json
NPM_INSTALL := npm install --prefix $(TOOLS) --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error

.DEFAULT_GOAL := site
.PHONY: site serve test check lint quality bench components screenshots schema clean

site: $(VENV)/site
	$(BIN)/newsbrief build
	@echo "Open _site/index.html in a browser."

serve: $(VENV)/site
	$(BIN)/newsbrief serve

test: $(VENV)/dev $(CHECKER)
	$(BIN)/python -m pytest

check: lint test

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quality: $(VENV)/dev $(LIGHTHOUSE)
	cd tests && ../$(BIN)/python -m tools.quality

# The sizes of the sites that are compared, in briefings, and how often each is built. Hugo goes into .venv/hugo.
bench: N ?= 1 100 1000
bench: ROUNDS ?= 5
bench: $(VENV)/site
	cd tests && ../$(BIN)/python -m tools.bench --rounds $(ROUNDS) $(N)

components: $(VENV)/dev
	cd tests && ../$(BIN)/python -m tools.components

screenshots: $(VENV)/dev
	cd tests && ../$(BIN)/python -m tools.screenshots

schema: $(VENV)/site
	$(BIN)/newsbrief schema > schema/facts.schema.json.part
	mv schema/facts.schema.json.part schema/facts.schema.json

clean:
	rm -rf _site _components .newsbrief $(VENV)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Newsbrief needs Python 3.11 or newer; name one with PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/site

$(TOOLS)/package.json: tests/tools/package.json | $(BIN)/python
	mkdir -p $(TOOLS)
	cp $< $@

# Without it, the tests that need it are skipped, and say so.
$(CHECKER): $(TOOLS)/package.json
	@if command -v npm >/dev/null && command -v java >/dev/null && $(NPM_INSTALL) --omit=dev; then touch $@; \
	else echo "The Nu Html Checker was not installed: that needs npm, and its use Java."; fi

$(LIGHTHOUSE): $(TOOLS)/package.json
	$(NPM_INSTALL)
	touch $@ $(CHECKER)
