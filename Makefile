# make demo    set up, then render the starter story with its photos
# make test    set up, then lint, check types and run the tests
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)

help:  ## print this help
	@echo "Targets:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1: \2/p' $(MAKEFILE_LIST)

demo: $(VENV)/.ready  ## set up, then render the starter story with its photos into output/
	$(BIN)/accessnews render accessnews/cli/starter/files/harbour-market.md --output output
	@echo "Open output/harbour-market/index.html in a browser."

test: $(VENV)/.ready-to-test  ## set up, then lint, check types and run the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

core: export ACCESSNEWS_REQUIRE_TOOLS = 0
core: $(VENV)/.ready-to-test  ## set up, then run the tests that need no tool from outside Python
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

docs: $(VENV)/.ready-for-docs  ## set up, then build the pages of docs/ into docs/_build/html
	$(BIN)/python docs/generated.py
	$(BIN)/python -m sphinx -W --keep-going -n -q docs docs/_build/html
	@echo "Open docs/_build/html/index.html in a browser."

bench: $(VENV)/.ready-to-test  ## measure against the floors; prints ratios
	$(BIN)/python -m tests.bench

format: $(VENV)/.ready-to-test  ## put the code in form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:  ## remove the environment and everything made
	rm -rf $(VENV) dist docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find output -mindepth 1 -not -name README.md -delete

$(VENV)/.ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.ready-to-test: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	touch $@ $(VENV)/.ready

$(VENV)/.ready-for-docs: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[docs]"
	touch $@ $(VENV)/.ready

.PHONY: help demo test core docs bench format clean
