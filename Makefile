# Everything runs in .venv, which is made on first use. PYTHON chooses the interpreter (3.11 or newer).
# What is installed is what requirements/ names, by version and hash; `make lock` renews that.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := -m pip install --quiet --disable-pip-version-check

# The tests, on all cores; those of one file stay together as long as no worker has nothing to do.
TEST := -m pytest --numprocesses auto --dist worksteal

# uv resolves for all systems and versions of Python at once; only `lock`, `test-lowest` and `test-newest` need it.
UV := $(VENV)/uv/bin/uv
COMPILE = $(UV) pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --generate-hashes \
	--annotation-style line --custom-compile-command 'make lock' --group backend pyproject.toml

# The Nu Html Checker and Lighthouse, by npm; the tests look for them here, or where NEWSBRIEF_TOOLS says.
TOOLS := $(VENV)/tools
CHECKER := $(TOOLS)/node_modules/vnu-jar/build/dist/vnu.jar
LIGHTHOUSE := $(TOOLS)/node_modules/lighthouse/package.json
NPM := npm --prefix $(TOOLS) --ignore-scripts --no-audit --no-fund --loglevel=error

.DEFAULT_GOAL := site
.PHONY: site serve quick test test-lowest test-newest check lint lock quality bench scale components screenshots schema cldr reference docs clean

site: $(VENV)/site
	@echo "Building the site into _site"
	@$(BIN)/newsbrief build
	@echo "Open _site/index.html in a browser."

serve: $(VENV)/site
	$(BIN)/newsbrief serve

# All tests but those that need a browser and those that take long.
quick: $(VENV)/dev
	$(BIN)/python $(TEST) -m "not browser and not slow"

test: $(VENV)/dev $(CHECKER)
	$(BIN)/python $(TEST)

# All tests with the lowest versions that pyproject.toml allows, and with the newest there are.
test-lowest: RESOLUTION := lowest-direct
test-newest: RESOLUTION := highest
test-lowest test-newest: $(UV) $(CHECKER)
	$(UV) venv --quiet --clear --seed --python $(BIN)/python $(VENV)/$@
	$(UV) pip install --quiet --no-config --python $(VENV)/$@ --resolution $(RESOLUTION) --editable '.[test]'
	$(VENV)/$@/bin/python $(TEST)

check: lint test

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The newest versions of all packages. What runs a site is a part of what develops it, in the same versions.
lock: $(UV)
	$(COMPILE) --extra dev --output-file requirements/dev.txt
	$(COMPILE) --constraint requirements/dev.txt --output-file requirements/site.txt
	$(COMPILE) --constraint requirements/dev.txt --extra docs --output-file requirements/docs.txt

quality: $(VENV)/dev $(LIGHTHOUSE)
	cd tests && ../$(BIN)/python -m tools.quality

# The sizes of the sites that are compared, in briefings, how often each is built, and the programs to compare with: hugo,
# eleventy, pelican, mkdocs, or all of them. Each goes into a folder of its own in .venv. With PARTS=growth, nothing is
# compared, and only the growth of what `check` takes is measured.
bench: N ?= 1 100 1000
bench: ROUNDS ?= 5
bench: PARTS ?= builds serving growth
bench: PEERS ?= hugo
bench: $(VENV)/site
	cd tests && ../$(BIN)/python -m tools.bench $(N) --rounds $(ROUNDS) --parts $(PARTS) --peers $(PEERS)

# What many more briefings would take, computed from figures that were measured.
scale: $(VENV)/site
	@cd tests && ../$(BIN)/python -m tools.scale

components: $(VENV)/dev
	cd tests && ../$(BIN)/python -m tools.components

screenshots: $(VENV)/dev
	cd tests && ../$(BIN)/python -m tools.screenshots

# The documentation as a site of its own, from docs/; a link that leads nowhere is an error.
docs: $(VENV)/docs
	$(BIN)/python -m sphinx --builder html --fail-on-warning --keep-going --nitpicky --quiet docs _docs
	@echo "Open _docs/index.html in a browser."

# The pages of docs/reference/ that are made from the code: what templates may use, commands, messages.
reference: $(VENV)/dev
	cd tests && for page in reference commands messages; do ../$(BIN)/python -m tools.$$page || exit; done

schema: $(VENV)/site
	for file in facts site article actors; do $(BIN)/newsbrief schema $$file > schema/$$file.schema.json.part \
		&& mv schema/$$file.schema.json.part schema/$$file.schema.json || exit; done

# What is kept of the CLDR, of some languages, from the Babel that is installed.
cldr: $(VENV)/dev
	cd tests && ../$(BIN)/python -m tools.cldr

clean:
	rm -rf _site _docs _components .newsbrief $(VENV)

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Newsbrief needs Python 3.11 or newer; name one with PYTHON=…")'
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site $(VENV)/docs $(VENV)/dev: $(VENV)/%: requirements/%.txt pyproject.toml | $(BIN)/pip
	@echo "Installing the packages of $<"
	@$(BIN)/python $(INSTALL) --require-hashes --requirement $<
	@echo "Installing Newsbrief"
	@$(BIN)/python $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/site

$(UV): | $(BIN)/pip
	$(BIN)/python -m venv $(VENV)/uv
	$(VENV)/uv/bin/python $(INSTALL) uv

$(TOOLS)/package-lock.json: tests/tools/package.json tests/tools/package-lock.json | $(BIN)/pip
	mkdir -p $(TOOLS)
	cp $^ $(TOOLS)

# Without it, the tests that need it are skipped, and say so.
$(CHECKER): $(TOOLS)/package-lock.json
	@if command -v npm >/dev/null && command -v java >/dev/null && $(NPM) ci; then touch $@; \
	else echo "The Nu Html Checker was not installed: that needs npm, and its use Java."; fi

$(LIGHTHOUSE): $(CHECKER)
	$(NPM) install --no-save --no-package-lock lighthouse@12.8.2
