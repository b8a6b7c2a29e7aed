# `make run` starts the coach; `make report` judges the sample; `make test` runs every test.
# They set up .venv first, and take seconds the second time.

PYTHON ?= python3
CLIP ?= samples/t_raise.mp4
REPORT := build/report.html

BIN := .venv/bin
UV := UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv
UV_PIN := $(shell sed -n 's/.*"\(uv==[0-9.]*\)".*/\1/p' pyproject.toml)
POSE := src/rhomboid/pose
MODELS := $(foreach name,detection landmark_lite landmark_full landmark_heavy,$(POSE)/models/pose_$(name).tflite)
FRONTEND := $(wildcard frontend/*.json frontend/*.ts frontend/public/*) $(shell find frontend/src -type f 2>/dev/null)
STATIC := src/rhomboid/web/static/.stamp
INPUTS := pyproject.toml uv.lock hatch_build.py hatch_bundle.py hatch_frontend.py src/rhomboid/version.py $(POSE)/weights.py $(FRONTEND)

# Before a camera time is real: these have the machine to themselves.
LIVE := $(foreach name,live_set routine standing,tests/browser/test_$(name).py)

# Begun first, so that nothing waits for one of them at the end.
LONGEST := tests/test_rendered.py tests/browser tests/test_cli.py tests/test_clips.py

.PHONY: run report test live check format bench lab year docs samples lock clean
.DELETE_ON_ERROR:

run: .venv/.stamp-run
	$(BIN)/rhomboid

report: .venv/.stamp-run
	@[ -n "$(CLIP)" ] || { echo "there is no sample here; name a video with: make report CLIP=video.mp4" >&2; exit 1; }
	@mkdir -p $(dir $(REPORT))
	$(BIN)/rhomboid check "$(CLIP)" --html $(REPORT)
	@echo "The report is in $(abspath $(REPORT))"
	@if [ -z "$$CI" ] && { [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; }; \
	then $(BIN)/python -m webbrowser "file://$(abspath $(REPORT))" >/dev/null || true; fi

test: .venv/.stamp-test build/peers-venv/.stamp build/.stamp-browser build/.stamp-postgres
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder \
	$(addprefix --ignore ,$(LIVE)) $(LONGEST) tests src/rhomboid
	$(BIN)/python -m pytest $(LIVE)
	$(BIN)/python hatch_frontend.py test

# The same, five clips of real people, a reload in the middle, and all of a real Ray: minutes more.
live: .venv/.stamp-test build/.stamp-browser
	RHOMBOID_LONG=1 $(BIN)/python -m pytest $(LIVE) tests/batch/test_ray.py

check: .venv/.stamp-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/python hatch_frontend.py check

format: .venv/.stamp-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.stamp-test
	$(BIN)/python -m benchmarks.speed

lab: .venv/.stamp-test
	$(BIN)/python -m benchmarks.lab

year: .venv/.stamp-test
	$(BIN)/python -m benchmarks.year

docs: .venv/.stamp-test
	$(BIN)/python -m tools.exercise_page
	$(BIN)/python -m tools.fault_table

samples: build/render-venv/.stamp
	PYTHONPATH=src build/render-venv/bin/python -m tools.render_samples

lock: .venv/bin/uv
	$(UV) lock

clean:
	rm -rf .venv build dist frontend/node_modules src/rhomboid/web/static

# The rhomboid in .venv is built anew each time, since building brings models and scripts.
.venv/.stamp-run: $(INPUTS) $(MODELS) $(STATIC) | .venv/bin/uv
	$(UV) sync --frozen --inexact --no-dev --reinstall-package rhomboid
	@touch $@

.venv/.stamp-test: $(INPUTS) $(MODELS) $(STATIC) | .venv/bin/uv
	$(UV) sync --frozen --inexact --reinstall-package rhomboid
	@touch $@ .venv/.stamp-run

# What is missing of models and scripts asks for a new build, which brings it.
$(MODELS) $(STATIC):

# MediaPipe itself, to compare with; the tests that need it skip where it cannot be had.
build/peers-venv/.stamp: uv.lock | .venv/.stamp-test
	@mkdir -p $(@D)
	@UV_PROJECT_ENVIRONMENT=build/peers-venv $(BIN)/uv sync --quiet --frozen --only-group peers --python $(BIN)/python \
	|| echo "MediaPipe cannot be installed here; the tests that compare with it will be skipped."
	@touch $@

# A real browser for its tests; they skip where none can be had.
build/.stamp-browser: | .venv/.stamp-test
	@mkdir -p $(@D)
	@command -v chromium chromium-browser google-chrome >/dev/null \
	|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	&& apt-get update -q >/dev/null && apt-get install -q -y chromium >/dev/null; } \
	|| echo "There is no Chromium here; the tests in a browser will be skipped."
	@touch $@

# A real PostgreSQL for its tests; they skip where none can be had.
build/.stamp-postgres: | .venv/.stamp-test
	@mkdir -p $(@D)
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
	|| { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	&& apt-get update -q >/dev/null && apt-get install -q -y postgresql >/dev/null; } \
	|| echo "There is no PostgreSQL here; the tests on it will be skipped."
	@touch $@

# PyTorch and a body mesh, for the rendered clips alone; pip, since uv would lock them.
build/render-venv/.stamp: tools/render-requirements.txt | .venv/.stamp-test
	$(BIN)/python -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check -r tools/render-requirements.txt
	@touch $@

.venv/bin/uv:
	@set -e; \
	for python in "$(PYTHON)" python3 python3.13 python3.12 python3.11 python3.14; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
	  python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "rhomboid needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  package="$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
	  { command -v apt-get >/dev/null && { [ -z "$$sudo" ] || command -v sudo >/dev/null; } && $$sudo apt-get update -q && $$sudo apt-get install -q -y "$$package"; } \
	  || { echo "Python cannot make environments here; install the package $$package and try again" >&2; exit 1; }; \
	fi; \
	"$$python" -m venv --clear .venv; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$(UV_PIN)"
