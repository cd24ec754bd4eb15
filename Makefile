# help      this list                      demo      a book from SampleData, its report and reconciliation
# setup     install what is missing        test      everything the tests hold
# build     the program, optimised         check     what a change must pass: lint, tests, demo, clean tree
# lint      style                          format    put the style right
# record    re-record the transcripts      install   into PREFIX (/usr/local)
# clean     remove what was built          bench     ratios of speed, against peers and itself
# soak      what it makes, looked at with the programs its readers use
# fuzz      hostile bytes for every parser, bred by libFuzzer
# size      what a book costs by its size
#
# make bench takes SIZES="20000 200000", RUNS=3, SEED=1 and FULL=1 (1,000,000 and more worst cases).
# make soak takes CHECKS="qgis geopackage", SEED=1 and SCALE=1 (0.1 is a tenth of all counts); what is
# not installed is skipped, and said to be. A full run rewrites the README's table.
# make fuzz takes PARSER="wkb csv" and TIME=60, the seconds for each; what it finds is in .build/fuzz/found.
# make size takes RECORDS="1000000 3000000 10000000" and WORKERS="1 2"; 10 million need 14 GB of memory,
# 30 GB of disk and two hours.
# FORMATS=no leaves GDAL out: GeoPackage, GeoJSON and CSV are read without it. POSTGRES=no leaves
# libpq out, without which push postgres and pull postgres say what is missing.

FORMATS ?= yes
POSTGRES ?= yes
PREFIX ?= /usr/local
PACKAGES = libsqlite3-dev libproj-dev proj-data libgeos-dev pkg-config
ifneq ($(FORMATS),no)
PACKAGES += libgdal-dev libxlsxwriter-dev
TRAIT_NAMES += Formats
endif
ifneq ($(POSTGRES),no)
PACKAGES += libpq-dev
TRAIT_NAMES += Postgres
endif
EMPTY =
COMMA = ,
TRAITS = $(if $(TRAIT_NAMES),--traits $(subst $(EMPTY) $(EMPTY),$(COMMA),$(strip $(TRAIT_NAMES))))
SWIFT_BUILD = swift build $(TRAITS)
RELEASE = $(SWIFT_BUILD) -c release
DEMO = .build/demo
BENCH_PACKAGES = python3 python3-venv gdal-bin
SOAK_PACKAGES = python3 python3-gdal python3-qgis chromium libreoffice-calc weasyprint poppler-utils
# Debian's modules belong to Debian's Python.
SOAK_PYTHON = $(firstword $(wildcard /usr/bin/python3) python3)
SOAK = .build/soak
CHECKS ?=
FUZZ = .build/fuzz
PARSER ?= $(notdir $(wildcard Tests/Fuzz/Corpus/*))
TIME ?= 60
SIZES ?= 20000 200000
RUNS ?= 3
SEED ?= 1
RECORDS ?= 1000000 3000000 10000000
WORKERS ?= 1 2
SCALE ?= 1

.PHONY: help setup swift build demo test check lint format phrases record install bench size soak fuzz clean

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -9

swift:
	@command -v swift >/dev/null || { echo "Swift is missing: install Swift 6.3 from swift.org, then run make again." >&2; exit 1; }

setup: swift
	@missing=$$(for p in $(PACKAGES); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -z "$$missing" ]; then echo "System libraries: all present."; else \
	  echo "Installing" $$missing "..."; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi

build: setup
	@echo "Building landbook (the first time takes some minutes) ..."
	@$(RELEASE) --quiet

demo: build
	@SampleData/demo.sh "$$($(RELEASE) --show-bin-path)/landbook" $(DEMO)

test: setup
	@echo "Building and running the tests (the first time takes some minutes) ..."
	swift test $(TRAITS)

check: lint test demo
	@git diff --exit-code --stat
	@test -z "$$(git status --porcelain)" || { git status --short; echo "The tree is not clean." >&2; exit 1; }

lint: swift
	swift format lint --strict --recursive Package.swift Sources Tests Schemas

format: swift
	swift format --in-place --recursive Package.swift Sources Tests Schemas

# Bytes of that many take the compiler minutes, a text takes it none.
phrases:
	@{ echo '// swift-format-ignore-file'; printf 'extension PhraseTexts {\n  /// Made by make phrases from phrases.csv, which is the file to edit.\n  static let csv = "'; \
	  sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' Schemas/Phrases/phrases.csv | awk '{printf "%s\\n", $$0}'; printf '"\n}\n'; } >Schemas/Phrases/PhraseTable.swift

record: setup
	RECORD_TRANSCRIPTS=1 swift test $(TRAITS) --filter CommandLineTests

install: build
	install -d $(PREFIX)/bin
	install "$$($(RELEASE) --show-bin-path)/landbook" "$$($(RELEASE) --show-bin-path)/landbook-reader" $(PREFIX)/bin

bench: build
	-@$(MAKE) --no-print-directory setup PACKAGES="$(BENCH_PACKAGES)"
	@python3 Tests/Benchmarks/bench.py "$$($(RELEASE) --show-bin-path)/landbook" --readme README.md \
	  --sizes $(SIZES) --runs $(RUNS) --seed $(SEED) $(if $(filter-out 0 no,$(FULL)),--full)

size: build
	@python3 Tests/Benchmarks/size.py "$$($(RELEASE) --show-bin-path)/landbook" --readme README.md \
	  --sizes $(RECORDS) --workers $(WORKERS) --seed $(SEED)

soak: build
	-@$(MAKE) --no-print-directory setup PACKAGES="$(SOAK_PACKAGES)"
	@mkdir -p $(SOAK) && SampleData/demo.sh "$$($(RELEASE) --show-bin-path)/landbook" $(SOAK) >$(SOAK)/demo.log 2>&1
	@SEED=$(SEED) SCALE=$(SCALE) $(SOAK_PYTHON) Tests/Soak/soak.py \
	  "$$($(RELEASE) --show-bin-path)/landbook" $(SOAK)/synthetia.gpkg $(SOAK) --readme README.md $(CHECKS)

fuzz: setup
	@echo "Building the fuzzer (the first time takes some minutes) ..."
	@LANDBOOK_FUZZ=1 swift build --scratch-path $(FUZZ) -c release --quiet
	@mkdir -p $(FUZZ)/found; failed=0; for parser in $(PARSER); do \
	  mkdir -p $(FUZZ)/bred/$$parser; \
	  SWIFT_BACKTRACE=enable=no PARSER=$$parser $(FUZZ)/release/fuzz -max_total_time=$(TIME) -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
	    -print_final_stats=1 -artifact_prefix=$(FUZZ)/found/$$parser- $(FUZZ)/bred/$$parser Tests/Fuzz/Corpus/$$parser \
	    >$(FUZZ)/$$parser.log 2>&1; code=$$?; \
	  runs=$$(sed -n 's/^stat::number_of_executed_units: *//p' $(FUZZ)/$$parser.log); \
	  if [ $$code = 0 ]; then echo "$$parser: $$runs inputs in $(TIME) s, none broke it."; \
	  else failed=1; echo "$$parser: broken after $$runs inputs, see $(FUZZ)/$$parser.log and $(FUZZ)/found."; fi; \
	done; exit $$failed

clean:
	swift package clean
	rm -rf $(DEMO) $(SOAK) $(FUZZ) .build/bench .build/size
