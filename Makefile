# Each target is one line; what it does is written, and tested, in tools/ or lms/.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
BIN := .venv/bin
PO := $(wildcard translations/*/LC_MESSAGES/messages.po)
MO := $(PO:.po=.mo)
PYTEST := $(BIN)/pytest -n auto

.PHONY: help install install-dev run demo test test-pg browser lint format types imports messages migration migrate lock bench bench-spread pictures check

help:  ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install:  ## Make .venv with what the server needs
	@$(PYTHON) -m tools.environment run

install-dev:  ## Make .venv with what tests and checks need
	@$(PYTHON) -m tools.environment dev

%.mo: %.po
	@$(BIN)/python -m tools.messages compile $<

run: install $(MO)  ## Serve on http://127.0.0.1:8000, with a sample mission if there is no data yet
	@$(BIN)/python -m lms run --with-sample

demo: install $(MO)  ## Load the sample mission into an empty database
	@$(BIN)/python -m lms demo

test: install-dev $(MO)  ## Run every test on SQLite
	@$(PYTEST)

test-pg: install-dev $(MO)  ## Run every test that asks the database on a private PostgreSQL
	@$(BIN)/python -m tools.postgres $(PYTEST)

browser: install-dev $(MO)  ## Run the tests that need a browser
	@$(PYTEST) tests/browser

lint: install-dev $(MO)  ## Check style, types, imports, templates, catalogues and sizes
	@$(BIN)/python -m tools.lint

format: install-dev  ## Rewrite code and templates in the house style
	@$(BIN)/python -m tools.lint --mend

types: install-dev  ## Check types alone
	@$(BIN)/mypy

imports: install-dev  ## Check layers alone
	@$(BIN)/lint-imports

messages: install-dev  ## Extract messages, update and compile the catalogues
	@$(BIN)/python -m tools.messages update

migration: install-dev  ## Write a migration from the models: make migration name="add a column"
	@$(BIN)/python -m tools.migration "$(name)"

migrate: install  ## Bring the database to the newest schema
	@$(BIN)/python -m lms migrate

lock:  ## Compile requirements/*.in with hashes
	@$(PYTHON) -m tools.lock

bench: install-dev $(MO)  ## Print weights and speeds
	@$(BIN)/python -m bench

bench-spread: install-dev $(MO)  ## Prove and time the ledger on three private servers
	@$(BIN)/python -m bench.spread

pictures: install-dev $(MO)  ## Draw the pictures of the README
	@$(BIN)/python -m tools.pictures

check:  ## Run all that CI runs
	@.ci/run
