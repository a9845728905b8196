# Two commands do everything on a fresh machine with Python 3.11 or later: `make report` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: report test check lint benchmark clean

report: $(VENV)/report.stamp
	$(BIN)/jianbao build

test: $(VENV)/test.stamp lint
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadscope

check: $(VENV)/report.stamp
	$(BIN)/jianbao check

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/report.stamp: requirements/run.txt requirements/build.txt pyproject.toml generator/version.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/report.stamp
	$(INSTALL) --require-hashes -r requirements/test.txt
	touch $@

clean:
	rm -rf build/* build/.drawings
