PYTHON ?= python3
PORT ?= 8000
PYTEST_ARGS ?=
LOOK ?=
LOCK_ARGS ?=

BIN := .venv/bin
TOOLS := tools/node_modules/.bin
LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_ARGS)

.PHONY: help demo run checkers fast test format check messages coverage mutants benchmarks lighthouse screenshots look lock clean
.NOTPARALLEL:

help:
	@echo "make demo: install, publish the example and serve it on http://127.0.0.1:$(PORT)/ (PORT=8000)"
	@echo "make run: the same for who changes it: whatever is saved is served at once, and errors show where they are"
	@echo "make fast: the tests that take no browser and no time, on SQLite (PYTEST_ARGS='-k trade')"
	@echo "make test: the whole suite, on SQLite and on PostgreSQL, in a browser (PYTEST_ARGS='-k trade')"
	@echo "make checkers: fetch the Nu HTML checker and Lighthouse with npm; the suite then holds the pages against them"
	@echo "make format: Python, templates, style sheets and scripts as they are to be written (needs npm)"
	@echo "make check: formatting, linters, types, migrations, deployment settings (needs npm)"
	@echo "make messages: gather what is to be translated, and compile what is (needs gettext)"
	@echo "make coverage: which lines and branches the tests without a browser reach, on SQLite"
	@echo "make mutants: plant faults in a copy, one by one: does the suite find each?"
	@echo "make benchmarks: how long the work takes that grows with what people enter"
	@echo "make lighthouse: how quick and how heavy the main pages are on a phone, the middle of five visits (make checkers)"
	@echo "make screenshots: the pictures in docs/screenshots, with the Chromium on the PATH"
	@echo "make look: pictures of every page, at three widths, in both themes and languages, in var/look (LOOK=claim)"
	@echo "make lock: pin requirements again (LOCK_ARGS=--upgrade for newer releases)"
	@echo "make clean: remove what the above made, the database in var/ excepted"

demo: .venv/installed
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --verbosity 0 --no-input
	@$(BIN)/python manage.py rebuild --verbosity 0
	@$(BIN)/python manage.py demo --site http://127.0.0.1:$(PORT)
	@echo "Stop it with Ctrl-C."
	@$(BIN)/gunicorn config.wsgi --bind 127.0.0.1:$(PORT) --threads 8 --limit-request-line 8190 --no-control-socket --log-level warning

# A change of the code starts it anew; templates and static files are read for each request.
run: export DEBUG = true
run: .venv/installed-dev
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py demo --site http://127.0.0.1:$(PORT)
	@$(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

fast: .venv/installed-dev
	$(BIN)/python -m tests.run --fast $(PYTEST_ARGS)

test: .venv/installed-dev
	$(BIN)/python -m tests.run $(PYTEST_ARGS)

checkers: tests/html/node_modules tests/lighthouse/node_modules

format: .venv/installed-dev tools/node_modules
	find config comparisons tests manage.py -name "*.py" | xargs $(BIN)/django-upgrade --target-version 5.2
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	find templates comparisons -name "*.html" | xargs $(BIN)/djade --target-version 5.2
	$(TOOLS)/prettier --write --log-level warn .
	$(TOOLS)/biome check --write

# Without the database and the key in var/: a check leaves nothing behind.
check: export DATABASE_URL = sqlite://:memory:
check: export SECRET_KEY = $(shell $(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))")
check: .venv/installed-dev tools/node_modules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	find templates comparisons -name "*.html" | xargs $(BIN)/djade --check --target-version 5.2
	$(BIN)/mypy
	$(TOOLS)/prettier --check --log-level warn .
	$(TOOLS)/biome check --error-on-warnings
	$(TOOLS)/tsc
	$(BIN)/python manage.py makemigrations --check --dry-run
	ALLOWED_HOSTS=counterpoint.example $(BIN)/python manage.py check --deploy --fail-level WARNING

# Without the database in var/, as for a check.
messages: export DATABASE_URL = sqlite://:memory:
messages: .venv/installed-dev
	$(BIN)/python -m tests.messages.gathering .

coverage: .venv/installed-dev
	$(BIN)/coverage run -m pytest -m "not browser" $(PYTEST_ARGS)
	$(BIN)/coverage report

mutants: .venv/installed-dev
	$(BIN)/python -m tests.mutants.main

benchmarks: .venv/installed-dev
	DATABASE_URL=sqlite://:memory: $(BIN)/python -m tests.benchmarks.main

lighthouse: .venv/installed-dev tests/lighthouse/node_modules
	$(BIN)/python -m tests.lighthouse.main

screenshots: .venv/installed-dev
	$(BIN)/python -m tests.browser.screenshots

look: .venv/installed-dev
	$(BIN)/python -m tests.browser.look $(LOOK)

lock: .venv/installed-dev
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt

clean:
	rm -rf .venv tools/node_modules tests/html/node_modules tests/lighthouse/node_modules var/static var/look test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

%/node_modules: %/package-lock.json
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

# The stamps say which lock was installed last.
.venv/installed: requirements.txt
.venv/installed-dev: requirements-dev.txt
.venv/installed .venv/installed-dev:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Counterpoint needs Python 3.11 or later; \
	this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
