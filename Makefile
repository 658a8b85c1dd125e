# One way to do each thing. `make demo` and `make test` work on a fresh machine that has Swift 6 and nothing else.
SHELL := /bin/bash
PACKAGES := libical-dev libicu-dev libcsv-dev tzdata
# Deterministic everywhere: no locale, no backtrace helper that could hang after a crash.
export SWIFT_BACKTRACE := enable=no
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: deps build demo test check lint format bench docs clean

deps:
	@missing=(); for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "installing $${missing[*]}"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $${missing[@]}; fi

build: deps
	swift build -c release --product adjourn

test: deps
	swift test

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build demo
