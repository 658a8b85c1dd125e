#!/usr/bin/env bash
# Times adjourn against plain C on libical over the same made-up calendars, in turn, and prints the ratio of CPU seconds.
# Machines are noisy: only ratios of one run mean anything.
#   Benchmarks/run.sh [PEOPLE] [KILOBYTES] [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
people=${1:-500} kilobytes=${2:-300} rounds=${3:-3}
adjourn=.build/release/adjourn
data=Benchmarks/data/$people-$kilobytes
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -d "$data" ]; then
  mkdir -p Benchmarks/data
  "$adjourn" sample "$data" --people "$people" --kilobytes "$kilobytes"
fi
cc -O2 -o "$work/plain_libical" Benchmarks/plain_libical.c -lical

# CPU seconds (user and system) and wall seconds of a command, its output thrown away.
measure() {
  local TIMEFORMAT='%U %S %R'
  { time "$@" >/dev/null 2>"$work/stderr"; } 2>&1 | awk '{ printf "%.3f %.3f", $1 + $2, $3 }'
}

printf '%d people, %d KB each: %s of calendars\n' "$people" "$kilobytes" "$(du -sh "$data/calendars" | cut -f1)"
printf '%-34s %10s %10s\n' command 'CPU s' 'wall s'
for round in $(seq "$rounds"); do
  audit=$(measure "$adjourn" audit "$data/calendars" --people "$data/people.csv" --quarter 2026-Q3 --output "$work/report" --jobs 1)
  import=$(measure "$adjourn" occurrences "$data/calendars" --people "$data/people.csv" --quarter 2026-Q3 --jobs 1)
  two=$(measure "$adjourn" occurrences "$data/calendars" --people "$data/people.csv" --quarter 2026-Q3 --jobs 2)
  plain=$(measure "$work/plain_libical" 20260701 20261001 "$data"/calendars/*.ics)
  printf '%-34s %10s %10s\n' 'adjourn audit --jobs 1' $audit 'adjourn occurrences --jobs 1' $import \
    'adjourn occurrences --jobs 2' $two 'plain C on libical, import only' $plain
  awk -v a="${audit% *}" -v i="${import% *}" -v p="${plain% *}" -v w1="${import#* }" -v w2="${two#* }" 'BEGIN {
    printf "  C on libical / import: %.1f x    audit / C on libical: %.2f x    two threads: %.2f x faster\n", p / i, a / p, w1 / w2 }'
done
