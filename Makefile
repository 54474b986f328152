# make run   sets everything up and shows the facts of the sample articles
# make test  sets everything up and runs the whole suite; TESTS=tests/cli for a part of it
# make browser, make tools  install what some tests need and skip without: Debian's Chromium; jq, Miller and sqlite3
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: run test browser tools check bench soak train golden clean
.DELETE_ON_ERROR:

run: $(READY)
	$(BIN)/peacetalks extract seeds/

test: $(READY)
	$(BIN)/pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(TESTS)

browser:
	$(PYTHON) tests/installed.py chromium

tools:
	$(PYTHON) tests/installed.py jq mlr sqlite3

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python benchmarks/quality.py

golden: $(READY)
	$(BIN)/python tests/golden/make.py

# hours: kills, fuzzing, growth; `make soak SOAK="kills --share 0.1"` for a part of it
soak: $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[soak]' || true
	$(BIN)/python -m benchmarks.soak $(SOAK)

train: $(READY)
	$(BIN)/python -m training.train

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[html,cluster,dev]'
	touch $(READY)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
