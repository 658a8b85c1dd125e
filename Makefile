# One way to do each thing. `make demo` and `make test` work on a fresh machine that has Swift 6 and nothing else.
SHELL := /bin/bash
PACKAGES := libical-dev libicu-dev libcsv-dev libarchive-dev zlib1g-dev tzdata
QUARTER := 2026-Q3
SAMPLE := Fixtures/company
GOLDEN := reports/sample/$(QUARTER)
# Deterministic everywhere: no backtrace helper that could hang after a crash.
export SWIFT_BACKTRACE := enable=no
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
ADJOURN := .build/release/adjourn
AUDIT := $(ADJOURN) audit $(SAMPLE)/calendars --people $(SAMPLE)/people.csv --quarter $(QUARTER)

.PHONY: deps build demo test check lint format bench docs fresh record clean

# The C libraries, as Debian packages; nothing is installed that is there already.
deps:
	@missing=(); for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "installing $${missing[*]}"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $${missing[@]}; fi

build: deps
	swift build -c release --product adjourn

# Audits one quarter of a made-up company and says where the report lies.
demo: build
	@$(AUDIT) --output demo

test: deps
	swift test

# All that continuous integration does: a build without warnings, the tests, the format, generated files fresh.
check: test build lint fresh

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# Pages made from the code: the metrics and the commands.
docs: deps
	swift run -c release generate-docs docs

# Fails when a page or the committed sample report is not what the code makes today.
fresh: build
	@rm -rf .build/fresh && mkdir -p .build/fresh/docs
	@swift run -c release generate-docs .build/fresh/docs
	@for page in .build/fresh/docs/*.md; do diff -u docs/$$(basename $$page) $$page || { echo "run 'make docs'"; exit 1; }; done
	@$(AUDIT) --output .build/fresh/report --quiet
	@diff -r $(GOLDEN) .build/fresh/report || { echo "the sample report is not fresh: read the change, then run 'make record'"; exit 1; }

# Writes the committed sample report again. Read it before you commit it.
record: build
	@$(AUDIT) --output $(GOLDEN) --quiet
	@git --no-pager diff --stat -- $(GOLDEN)

bench: build
	Benchmarks/run.sh $(PEOPLE)

clean:
	rm -rf .build demo Benchmarks/data
