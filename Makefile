# What can be done here: make help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# A stamp says that what it is named after was installed from the lock file of that time; a newer lock file makes it anew.
RUNTIME := $(VENV)/.runtime-installed
DOCUMENTS := $(VENV)/.documents-installed
TEST := $(VENV)/.test-installed
NODE := node_modules/.installed

.PHONY: help site environment hooks documents documents-environment offline serve test bench browser pictures editor changed-pages review clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

site: $(RUNTIME) ## check the content and build the site into output/
	@$(BIN)/cso build
	@echo "The site is in $(CURDIR)/output. To open it: make serve, then http://127.0.0.1:$(PORT)/"

environment: $(RUNTIME) ## the Python environment in .venv alone, without a build

hooks: $(RUNTIME) ## let git check for addresses and planted numbers before each commit
	@git config core.hooksPath .githooks
	@echo "From now on each commit is checked first. To switch it off: git config --unset core.hooksPath"

documents: $(DOCUMENTS) ## the site with posters, cards, annual reports and fact sheets as PDF
	@$(BIN)/cso documents
	@echo "The documents are in $(CURDIR)/output/documents."

documents-environment: $(DOCUMENTS) # what the documents need, without a build

offline: $(RUNTIME) ## the site with the help section as one file per language, to carry on a phone
	@$(BIN)/cso offline
	@echo "The files are in $(CURDIR)/output/offline."

serve: $(RUNTIME) ## show the site at a local address and rebuild it on every change
	@$(BIN)/cso serve --port $(PORT)

test: $(TEST) $(DOCUMENTS) $(NODE) browser ## everything that is checked on every change
	$(BIN)/cso check $(if $(GITHUB_ACTIONS),--format github)
	$(BIN)/cso owners --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses 2 --dist loadfile

bench: $(TEST) $(NODE) browser ## measure the pages as a phone gets them (Lighthouse); writes docs/performance.md
	@$(BIN)/python benchmarks/lighthouse.py

pictures: $(TEST) $(NODE) browser ## take the pictures of the documentation from the built site
	@$(BIN)/cso build >/dev/null
	$(BIN)/python docs/pictures/make.py
	$(BIN)/python docs/pictures/steps.py

browser: # Chromium for the tests marked "browser"
	@if ! command -v chromium chromium-browser google-chrome >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo -n"; fi; \
	  if command -v apt-get >/dev/null && $$root true 2>/dev/null; then \
	    echo "Installing Chromium for the tests"; \
	    $$root apt-get -qq update && DEBIAN_FRONTEND=noninteractive $$root apt-get -qq install -y --no-install-recommends chromium >/dev/null; \
	  else \
	    echo "The tests need Chromium or Google Chrome. Please install one of them, then run make test again." >&2; exit 1; \
	  fi; \
	fi

editor: $(RUNTIME) $(NODE) ## the site with the form in the browser at /admin/
	@EDITOR=1 $(BIN)/cso build
	@echo "The form is at http://127.0.0.1:$(PORT)/admin/ once make serve runs with EDITOR=1."

changed-pages: $(RUNTIME) # pages that differ from those of an earlier commit: make changed-pages BASE=main
	@base="$$(mktemp --directory)"; trap 'rm -rf "$$base"' EXIT; \
	git archive "$(BASE)" content | tar --extract --directory "$$base"; \
	$(BIN)/cso build --content "$$base/content" --output "$$base/output" >/dev/null 2>&1; \
	$(BIN)/cso build >/dev/null 2>&1; \
	{ diff --recursive --brief "$$base/output" output || [ $$? = 1 ]; } | sed -E \
	  -e 's#^Files .* and output/(.*) differ$$#changed: \1#' \
	  -e 's#^Only in output/?(.*): (.*)$$#new: \1/\2#' \
	  -e 's#^Only in [^:]*/output/?(.*): (.*)$$#gone: \1/\2#'

review: $(RUNTIME) # a comment on a proposed change: make review BASE=main HEAD=proposal AUTHOR=handle; writes comment/
	@mkdir -p comment
	@{ echo "<!-- cso-review -->"; \
	  $(BIN)/cso review "$(BASE)" "$(HEAD)" --author "$(AUTHOR)" --lang uk || [ $$? = 1 ]; echo; \
	  $(BIN)/cso diff "$(BASE)" "$(HEAD)" --lang uk; \
	  echo; echo "<details><summary>In English</summary>"; echo; \
	  $(BIN)/cso review "$(BASE)" "$(HEAD)" --author "$(AUTHOR)" --lang en || [ $$? = 1 ]; echo; \
	  $(BIN)/cso diff "$(BASE)" "$(HEAD)" --lang en; echo; echo "</details>"; \
	} > comment/comment.md
	@$(BIN)/cso review "$(BASE)" "$(HEAD)" --author "$(AUTHOR)" --format json > comment/review.json || [ $$? = 1 ]
	@$(BIN)/cso review "$(BASE)" "$(HEAD)" --author "$(AUTHOR)"

clean: ## remove everything that was made here
	rm -rf output .cache node_modules $(VENV) .mypy_cache .pytest_cache .ruff_cache
	find plugins tests -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -rf plugins/*.egg-info

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements/runtime.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the site needs into $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements/runtime.txt
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(DOCUMENTS): requirements/documents.txt $(RUNTIME)
	@echo "Installing what the documents need into $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements/documents.txt
	@touch $@

$(TEST): requirements/test.txt $(RUNTIME)
	@echo "Installing what the tests need into $(VENV)"
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch $@

$(NODE): package-lock.json
	@command -v npm >/dev/null || { echo "The tests need Node.js 20.19 or newer with npm. Please install it, then run make test again." >&2; exit 1; }
	@npm ci --no-fund --no-audit --silent
	@touch $@
