# Two commands matter: `make serve` and `make test`. Both set up what they need, and only what has changed.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve build test test-fast engines pdf check search-bench bench offline audit sbom mutants lock pyodide fresh clean setup setup-pdf setup-test

RUN := .venv/bin/python -m
MKDOCS := .venv/bin/mkdocs
# Material's long word on MkDocs 2, which the lock excludes.
export NO_MKDOCS_2_WARNING := 1
# What needs neither a built site nor a browser, and makes neither a pack nor a site.
FAST := tests/approved tests/calculators tests/text tests/test_rooms.py \
	$(addprefix tests/publisher/,calculator html law reference test_blocks.py \
	build/test_checks.py build/test_theme.py changelog/test_changes.py hosting/test_serve.py)
# A browser's test waits for half of its time: three at once keep two cores busy.
PYTEST := $(RUN) pytest --numprocesses=3 --dist=worksteal --quiet
TSC := "$$(cat .build/node)" node_modules/typescript/bin/tsc --project

help:
	@echo 'make serve   build the site in both languages and serve it on this machine'
	@echo 'make test    build the site, check the code, run every test'
	@echo
	@echo 'make test-fast   check the code and run the tests that need no built site and no browser'
	@echo 'make engines install Firefox and WebKitGTK where root may, and go the reader’s main ways in all three engines'
	@echo 'make build   build the site into site/'
	@echo 'make pdf     typeset every work as PDF (Chinese, English, both) into .build/pdf/'
	@echo 'make check   check the code: ruff, mypy, tsc'
	@echo 'make search-bench   measure the search, and the theme’s own beside it'
	@echo 'make bench   measure the calculator page beside stock Pyodide and PyScript, and the preview'
	@echo 'make offline make one zip that serves the site on a machine without a network'
	@echo 'make audit   look for known vulnerabilities in what ships (asks PyPI and npm)'
	@echo 'make sbom    list all software that the site is made of and with (CycloneDX)'
	@echo 'make mutants put faults into the rules, one at a time, and see which no test notices (hours; FILES=… for some)'
	@echo 'make lock    write the lock files anew from pyproject.toml and package.json'
	@echo 'make pyodide VERSION=…   move to another Pyodide, or say what is lacking and change nothing'
	@echo 'make fresh   run both in an empty Debian, as root and as a user (root only; see tools/fresh.py)'
	@echo 'make clean   remove everything that was built or installed here'

serve: build
	@$(RUN) publisher serve

# PDF files are on the site where they can be typeset: after `make pdf` once.
build: setup
	@$(RUN) publisher pdf --if-possible
	@$(MKDOCS) build

test: setup-test
	@$(MKDOCS) build
	@$(MAKE) --no-print-directory check
	@$(PYTEST) --durations=30

test-fast: check
	@$(PYTEST) $(FAST)

engines: export ENGINES := all
engines: setup-test
	@$(MKDOCS) build
	@$(PYTEST) tests/engines

pdf: setup-pdf
	@$(RUN) publisher pdf

check: setup-test
	@echo '• ruff check' && $(RUN) ruff check
	@echo '• ruff format --check' && $(RUN) ruff format --check
	@echo '• mypy --strict' && $(RUN) mypy --strict calculators publisher tools
	@echo '• tsc --checkJs' && $(TSC) tools/jsconfig.json && $(TSC) tools/jsconfig.worker.json

search-bench: setup-test
	@$(MKDOCS) build
	@$(RUN) bench.search

offline: build sbom
	@$(RUN) publisher.hosting.offline

audit:
	@tools/python tools/bootstrap.py audit
	@tools/python tools/audit.py

sbom:
	@tools/python tools/bootstrap.py sbom
	@.venv/bin/python tools/sbom.py

mutants: setup-test
	@$(RUN) tests.mutants $(FILES)

pyodide: setup-test
	@.venv/bin/python tools/pyodide.py "$$VERSION"

bench: setup-test
	@$(MKDOCS) build
	@$(RUN) bench
	@$(RUN) bench.preview

lock:
	@tools/python tools/lock.py

fresh:
	@tools/python tools/fresh.py $(FRESH)

setup:
	@tools/python tools/bootstrap.py site

setup-pdf:
	@tools/python tools/bootstrap.py pdf

setup-test:
	@tools/python tools/bootstrap.py test

clean:
	rm -rf .venv .tools .build site node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
