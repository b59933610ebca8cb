# Every target works from a fresh clone: it needs Python 3.11 or later, and nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/.ready

.PHONY: build test test-live check docs coverage-of-facts bench bench-clients interop interop-clients interop-swagger interop-generators interop-kills release-rehearsal interop-pythons dist fuzz lock clean changelog coverage

build: $(READY)  ## Apply the steps, validate, and generate both clients.
	@$(BIN)/python -m compileall -q tools/specmend
	@$(BIN)/specmend build

test: $(READY)  ## Run the tests on all cores.
	@$(BIN)/pytest --numprocesses=auto --dist=worksteal $(PYTEST_ARGS)

coverage: $(READY)  ## Print the branch coverage of each room by its own tests; fail where it is under the floor.
	@$(BIN)/python -m tests.coverage_by_room $(COVERAGE_ARGS) $(ROOMS)

test-live: $(READY)  ## Run the client against the server that OLLAMA_HOST names, if one answers; its models stay as they were.
	@SPECMEND_LIVE=1 $(BIN)/pytest tests/live $(PYTEST_ARGS)

check: $(READY)  ## Rebuild and compare; lint, format and types of the toolchain and of the clients.
	@$(BIN)/specmend check
	@$(BIN)/python -m docs.make --check
	@$(BIN)/ruff check tools tests docs
	@$(BIN)/ruff format --check tools tests docs
	@$(BIN)/mypy
	@$(BIN)/zizmor --quiet --offline --strict-collection . docs/guides/workflows
	@PATH=$(BIN):$$PATH .ci/actionlint
	@for api in ollama-native ollama-openai; do \
		$(BIN)/ruff check generated/$$api && $(BIN)/ruff format --check generated/$$api \
		&& $(BIN)/mypy --strict --config-file= generated/$$api && $(BIN)/pyright --pythonpath $(BIN)/python generated/$$api || exit 1; \
	done

docs: $(READY)  ## Make the tables and the pictures of the documentation.
	@$(BIN)/python -m docs.make

coverage-of-facts: $(READY)  ## Print how much of what the server does both documents say (needs the folder shared/).
	@$(BIN)/python -m tests.real.coverage

bench: $(READY)  ## Print how long the commands take, and overlays, validation and clients beside others (installs those; needs the network).
	@$(BIN)/python tests/bench/commands.py
	@$(BIN)/python tests/bench/overlay.py
	@$(BIN)/python tests/bench/drift.py
	@$(BIN)/python tests/bench/series.py
	@$(BIN)/python tests/bench/validate.py
	@$(BIN)/python tests/bench/diff.py
	@$(BIN)/python tests/bench/clients.py
	@$(BIN)/python tests/bench/big.py $(BIG)
	@$(BIN)/python tests/bench/many.py $(MANY)

bench-clients: $(READY)  ## Print how long the clients take beside those of an earlier revision: BEFORE=REVISION.
	@$(BIN)/python tests/bench/clients_before.py $(or $(BEFORE),HEAD)

interop: $(READY)  ## Apply the exported series with other tools and compare with ours (installs those; needs the network).
	@$(BIN)/python tests/bench/export.py

interop-clients: $(READY)  ## Ask one loopback server with our clients and the official ones, and compare (installs those; needs the network).
	@$(BIN)/python tests/interop/clients.py

interop-swagger: $(READY)  ## Convert Swagger 2.0 documents with swagger2openapi too, and compare (installs it; needs the network and npm).
	@$(BIN)/python tests/interop/swagger.py $(DOCUMENTS)

interop-generators: $(READY)  ## Let specmend run openapi-typescript and openapi-generator, compile what they make, and make each fault (needs the network, npm and Maven).
	@$(BIN)/python tests/interop/generators.py

release-rehearsal: $(READY)  ## Release a small package and our own to a real devpi-server and a real pypiserver, meet each refusal, and use what was installed (installs those; needs the network).
	@PYTHONPATH=. $(BIN)/python -m tests.interop.rehearsal

interop-kills: $(READY)  ## Kill the process of a release at KILLS points and in an upload, and resume it; it must end the same (needs the network).
	@PYTHONPATH=. $(BIN)/python tests/interop/killed.py

interop-pythons: $(READY)  ## Build both packages with Python 3.11 and 3.13, in unlike surroundings and with another zlib, and compare the bytes (needs the network).
	@$(BIN)/python tests/interop/pythons.py

dist: $(READY)  ## Build wheels and source archives of both packages into dist/, checked as for a release (needs the network).
	@rm -rf dist && mkdir dist && .ci/packages dist

fuzz: $(READY)  ## Make thousands of random edits of the real documents, moves of upstream, clients of random documents, calls of them, and broken documents.
	@PYTHONPATH=. $(BIN)/python tests/fuzz/text_edits.py $(FUZZ_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/drift.py $(DRIFT_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/verdicts.py $(VERDICT_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/updates.py $(UPDATE_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/real_forms.py $(FORMS_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/any_document.py $(DOCUMENT_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/any_document.py --damaged $(DOCUMENT_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/wire.py $(WIRE_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/superset.py $(SUPERSET_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/surface.py $(SURFACE_ARGS)
	@PYTHONPATH=. $(BIN)/python tests/fuzz/diff.py $(DIFF_ARGS)

changelog: $(READY)  ## Print what the changelog fragments would say in the next release.
	@$(BIN)/towncrier build --draft --version next

LOCK := uv pip compile -q --upgrade pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

lock:  ## Resolve the dependencies anew; write requirements.lock, and .github/release.lock for the workflow of a release.
	@$(LOCK) --group dev -o requirements.lock
	@$(LOCK) --extra release --extra attestations --constraint requirements.lock -o .github/release.lock

clean:  ## Remove the virtual environment and all caches.
	@rm -rf .venv .specmend .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@echo "Setting up .venv with the locked dependencies"
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("specmend needs Python 3.11 or later, this is " + sys.version.split()[0])'
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
