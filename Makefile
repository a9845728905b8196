# Two commands do everything on a fresh machine with Python 3.11 or later: `make report` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: report test check lint benchmark clean

report: $(VENV)/report.stamp
	$(BIN)/python -m generator build

test: $(VENV)/test.stamp lint
	$(BIN)/python -m pytest -q

check: $(VENV)/report.stamp
	$(BIN)/python -m generator check

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/report.stamp: requirements/run.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/report.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

clean:
	rm -rf build/*.pdf build/*.pptx build/*.xlsx
