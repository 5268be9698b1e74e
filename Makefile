# GNU Make 3.81 (macOS) must be able to read this file.
VENV := .venv
BIN := $(VENV)/bin
FORK := .venv-properdocs
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Material says at every start that it reaches its end of life; that is known.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help serve build offline test hosted lint format check schema published golden look properdocs audit scale bench bench-search bench-review fuzz mutants mutants-js pins clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.site ## show the site on http://127.0.0.1:8000 and follow every edit
	$(BIN)/mkdocs serve --livereload

build: $(VENV)/.site ## write the site into site/
	$(BIN)/mkdocs build --strict

offline: $(VENV)/.site ## write copies for a disk, and for Dash or Zeal, into offline/
	$(BIN)/mkdocs build --strict -q -d $(VENV)/offline
	$(BIN)/python -m macros offline $(VENV)/offline offline

check: $(VENV)/.site ## read and check everything in data/
	$(BIN)/python -m macros check
	$(BIN)/python tests/review/rules/planted.py

test: check lint node_modules/.made hosted ## run all tests, in a Chromium and on the host's own server too
	$(BIN)/python tests/browser/chromium.py --install
	$(BIN)/pytest --cov $(addprefix --ignore tests/,$(WHOLE))
	$(BIN)/pytest $(addprefix tests/,$(WHOLE))
# What a build, a browser or Node has to tell; the coverage is that of the tests without them.
WHOLE := browser hosted search site

hosted: $(VENV)/.tests ## install the host's own server for the tests, where there is Node.js
	@if [ -x $(BIN)/node ]; then $(MAKE) --no-print-directory $(HOSTED); \
	else echo "There is no Node.js: tests/hosted is skipped."; fi
HOSTED := tests/hosted/node_modules/.made
AUDIT := tests/bench/node_modules/.made

lint: $(VENV)/.tests node_modules/.made ## check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/node node_modules/eslint/bin/eslint.js
	$(BIN)/node node_modules/stylelint/bin/stylelint.mjs "docs/assets/css/**/*.css"
	$(BIN)/node node_modules/typescript/bin/tsc

format: $(VENV)/.tests ## bring the Python code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(VENV)/.site ## write anew what is made from the code: schemas, addresses for scripts
	$(BIN)/python -m macros schema

published: $(VENV)/.site ## add new addresses to the lists of those that are kept for ever
	$(BIN)/python -m macros published

golden: $(VENV)/.tests ## write all expected files anew; read the difference
	$(BIN)/pytest -q tests/readers/test_golden.py tests/publish/api/test_shape.py \
		tests/golden tests/data/test_documents.py tests/sources tests/catalog tests/review --update-golden

look: $(VENV)/.tests ## draw the small pictures of the pages anew; look at the difference
	$(BIN)/python tests/browser/chromium.py --install
	SITE_URL=https://atlas.example/ $(BIN)/mkdocs build --strict -q -d $(VENV)/look
	$(BIN)/python -m tests.browser.pictures $(VENV)/look

properdocs: $(FORK)/.made ## build with ProperDocs, the fork of MkDocs: is the site the same?
	$(BIN)/python tests/site/properdocs.py $(FORK)/bin/python

audit: $(VENV)/.tests $(AUDIT) ## measure the site as visitors get it: ONLY=visit, RUNS=1, WRITE=1 for the docs
	$(BIN)/python tests/browser/chromium.py --install
	$(BIN)/python tests/bench/audit.py $(ONLY) --runs $(or $(RUNS),5) $(if $(WRITE),--write)

scale: $(VENV)/.tests ## build sites of up to 100,000 codes: SIZES="1000 10000", WRITE=1 for the docs
	$(BIN)/python tests/bench/scale.py $(SIZES) $(if $(WRITE),--write)

bench: $(VENV)/.tests ## measure this build beside a plain Material site
	$(BIN)/python tests/bench/build.py

bench-review: $(VENV)/.tests ## measure how the rules' work grows with a message
	$(BIN)/python tests/bench/review.py

bench-search: $(VENV)/.tests ## measure the search beside stock Material's and Pagefind's
	$(BIN)/python tests/browser/chromium.py --install
	$(BIN)/python tests/bench/search.py

fuzz: $(VENV)/.tests ## read many broken documents in every format: is each line accounted for?
	EXAMPLES=fuzz $(BIN)/pytest -q tests/readers/test_properties.py tests/readers/test_sum.py \
		tests/maintain/test_layouts.py tests/maintain/revision/test_next_versions.py

mutants: $(VENV)/.tests ## break the code in small ways: do tests see it? ONLY='macros.readers*'
	rm -rf mutants
	EXAMPLES=mutants $(BIN)/mutmut run $(ONLY) || true
	@$(BIN)/mutmut results

mutants-js: $(VENV)/.tests node_modules/.made ## break the scripts in small ways: do tests see it?
	$(BIN)/python tests/search/real_index.py tests/search/mutants.js

pins: $(VENV)/.tests ## choose the newest allowed versions and pin them with hashes
	$(BIN)/uv pip compile -q --upgrade $(PINS) -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile -q --upgrade $(PINS) -o requirements-dev.txt pyproject.toml \
		--group dev --constraint requirements.txt
	$(BIN)/npm update --silent --package-lock-only
	$(BIN)/npm update --silent --package-lock-only --prefix tests/hosted
	$(BIN)/npm update --silent --package-lock-only --prefix tests/bench
PINS := --universal --python-version 3.11 --generate-hashes --no-annotate --no-strip-extras \
	--no-emit-index-url --custom-compile-command "make pins"

clean: ## remove all that the other targets made
	rm -rf $(VENV) $(FORK) node_modules tests/hosted/node_modules tests/bench/node_modules site offline mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.site: requirements.txt | $(BIN)/pip
	$(BIN)/pip install --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.site
	$(BIN)/pip install --quiet --require-hashes -r $<
	@touch $@

# It takes the place of MkDocs wherever it is installed, hence a place of its own.
$(FORK)/.made: requirements.txt tests/site/properdocs.txt $(VENV)/.site
	$(BIN)/python -m venv $(FORK)
	$(FORK)/bin/pip install --quiet --require-hashes -r requirements.txt
	$(FORK)/bin/pip install --quiet --require-hashes --no-deps -r tests/site/properdocs.txt
	@touch $@

# Node itself comes with the Python packages.
node_modules/.made: package.json package-lock.json $(VENV)/.tests
	$(BIN)/npm ci --silent
	@touch $@

# 400 MB, without the programs that packages would run when they are installed: none is needed.
$(HOSTED): tests/hosted/package.json tests/hosted/package-lock.json
	$(BIN)/npm ci --silent --ignore-scripts --no-audit --no-fund --prefix tests/hosted
	@touch $@

$(AUDIT): tests/bench/package.json tests/bench/package-lock.json
	$(BIN)/npm ci --silent --ignore-scripts --no-audit --no-fund --prefix tests/bench
	@touch $@

# Debian and Ubuntu keep the venv module in a package of its own.
$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none is on the PATH." \
		"Install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv;" \
		"macOS: brew install python), then run make again."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); \
		command -v apt-get >/dev/null && $(SUDO) apt-get update -qq && \
		$(SUDO) apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); } || \
		{ rm -rf $(VENV); echo "$(PYTHON) cannot make a virtual environment." \
		"Install its venv module (Debian, Ubuntu: sudo apt-get install python3-venv)," \
		"then run make again."; exit 1; }
