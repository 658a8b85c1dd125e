#!/usr/bin/env bash
# Times adjourn beside its peers over the same made-up calendars, in turn, and holds the ratios against their targets; then
# compares the instants they found. Machines are noisy: only ratios of one run mean anything, so each ratio is taken within a
# round, and the median of the rounds is shown. What is measured and why: README.md beside this file.
#
#   Benchmarks/run.sh [PEOPLE] [KILOBYTES] [ROUNDS]     500, 300 and 3 without them
#   GROWTH="50 3000"     sizes measured for growth besides PEOPLE; empty for none
#   PYTHON=python3       the interpreter that may have recurring-ical-events; NODE_PATH says where node finds ical.js
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
people=${1:-500} kilobytes=${2:-300} rounds=${3:-3}
growth=${GROWTH-50 3000} python=${PYTHON:-python3} slow_calendars=20
adjourn=.build/release/adjourn
here=Benchmarks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

data_of() { echo "$here/data/$1-$kilobytes"; }

# Written once and kept: the same numbers give the same bytes.
write_data() {
  local folder
  folder=$(data_of "$1")
  [ -e "$folder/README.md" ] && return
  rm -rf "$folder"
  mkdir -p "$here/data"
  "$adjourn" sample "$folder" --people "$1" --kilobytes "$kilobytes" --quiet
}

# One command of one round: CPU seconds, wall seconds, peak KiB and exit status, a line per round in a file by that name.
# adjourn says 2 when a row was set aside, which is no failure here.
measure() {
  local name=$1
  shift
  "$work/measure" "$@" >>"$work/$name.cost"
  case $(tail -n 1 "$work/$name.cost" | cut -d' ' -f4) in 0 | 2) ;; *)
    echo "run.sh: $name failed: $*" >&2
    exit 1
    ;;
  esac
}

occurrences() { "$adjourn" occurrences "$@" --quarter 2026-Q3 --quiet; }

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# The median of a column: 1 CPU s, 2 wall s, 3 peak KiB.
figure() { cut -d' ' -f"$2" "$work/$1.cost" | median; }

# The median over rounds of a column of one command divided by that of another: ratio A B COLUMN [FACTOR].
ratio() {
  paste -d' ' "$work/$1.cost" "$work/$2.cost" | awk -v c="$3" -v f="${4:-1}" '{ print $c / $(c + 4) * f }' | median
}

# A line of the table: what, value, unit, least|most, target. A miss is said as the factor still wanted.
line() {
  awk -v what="$1" -v value="$2" -v unit="$3" -v kind="$4" -v target="$5" 'BEGIN {
    lack = kind == "least" ? target / value : value / target
    verdict = lack <= 1 ? "met" : sprintf("missed by %.1f x", lack)
    printf "%-52s %9.2f %-4s %-8s %7.2f  %s\n", what, value, unit, kind == "least" ? "at least" : "at most", target, verdict }'
}

cost_line() {
  printf '%-52s %9.3f %9.3f %9.1f\n' "$1" "$(figure "$2" 1)" "$(figure "$2" 2)" "$(figure "$2" 3 | awk '{ print $1 / 1024 }')"
}

# Two sorted lists of instants: counts, hours, checksums, and how many lines only one of them has.
compare() {
  local title=$1 ours=$2 theirs=$3
  printf '\n%s\n' "$title"
  local list
  for list in "$ours" "$theirs"; do
    printf '  %-28s %8d occurrences %11.2f hours   sha256 %s\n' "$(basename "$list")" "$(wc -l <"$list")" \
      "$(hours "$list")" "$(sha256sum "$list" | cut -c1-16)"
  done
  printf '  only in %s: %d; only in %s: %d\n' "$(basename "$ours")" "$(comm -23 "$ours" "$theirs" | wc -l)" \
    "$(basename "$theirs")" "$(comm -13 "$ours" "$theirs" | wc -l)"
  comm -3 "$ours" "$theirs" | head -n 4
}

# The sum of a list's lengths; days are counted by the civil calendar, from a fixed one.
hours() {
  awk -F, 'function at(text,  y, m, d) {
      y = substr(text, 1, 4); m = substr(text, 6, 2) + 0; d = substr(text, 9, 2) + 0
      if (m <= 2) { y--; m += 12 }
      return (365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d) * 24 \
        + substr(text, 12, 2) + substr(text, 15, 2) / 60 + substr(text, 18, 2) / 3600 }
    { sum += at($5) - at($4) } END { printf "%.2f", sum }' "$1"
}

compile() { cc -O2 -Wall -Wextra -o "$work/$1" "$here/$1.c" "${@:2}"; }

compile measure
compile line_scan
compile plain_libical -lical
compile instants -lical
write_data "$people"
data=$(data_of "$people")
calendars=("$data"/calendars/*.ics)
subset=()
step=$(((people + slow_calendars - 1) / slow_calendars))
for ((i = 0; i < ${#calendars[@]}; i += step)); do subset+=("${calendars[i]}"); done
bytes_of() { cat "$@" | wc -c; }
scale=$(awk -v a="$(bytes_of "${calendars[@]}")" -v b="$(bytes_of "${subset[@]}")" 'BEGIN { print a / b }')

python_version=$("$python" -c 'import importlib.metadata as m, recurring_ical_events
print(m.version("recurring-ical-events"))' 2>/dev/null) || python_version=
node_version=$(node -e 'const p = require.resolve("ical.js"); let d = require("path").dirname(p)
const fs = require("fs"); while (!fs.existsSync(d + "/package.json")) d = require("path").dirname(d)
console.log(JSON.parse(fs.readFileSync(d + "/package.json")).version ?? "version unknown")' 2>/dev/null) || node_version=

report() {
  processor=$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
  printf 'adjourn benchmark, %s\n' "$(date +%F)"
  printf 'processor: %s, %d cores; Linux %s\n' "${processor:-unknown}" "$(nproc)" "$(uname -r | cut -d. -f1,2)"
  printf '%s; libical %s\n' "$("$adjourn" --version | head -n 1)" "$(pkg-config --modversion libical 2>/dev/null || echo '?')"
  printf 'ical.js: %s; recurring-ical-events: %s\n' \
    "${node_version:-not installed}" "${python_version:-not installed}"
  printf '%d people, %d KB each, %.1f MB in all; %d rounds, medians; the commands of a round run in turn\n\n' \
    "$people" "$kilobytes" "$(bytes_of "${calendars[@]}" | awk '{ print $1 / 1e6 }')" "$rounds"

  import=(occurrences "$data/calendars" --people "$data/people.csv" --quarter 2026-Q3 --quiet)
  for ((round = 0; round < rounds; round++)); do
    measure scan "$work/line_scan" "${calendars[@]}"
    measure one "$adjourn" "${import[@]}" --jobs 1
    measure two "$adjourn" "${import[@]}" --jobs 2
    measure audit "$adjourn" audit "$data/calendars" --people "$data/people.csv" --quarter 2026-Q3 \
      --output "$work/report" --jobs 1 --quiet
    measure plain "$work/plain_libical" 20260701 20261001 "${calendars[@]}"
    [ -z "$node_version" ] || measure node node $here/peer_ical.js 2026-07-01 2026-10-01 "${subset[@]}"
    [ -z "$python_version" ] || measure python "$python" $here/peer_recurring.py 2026-07-01 2026-10-01 "${subset[@]}"
  done

  printf '%-52s %9s %9s %9s\n' command 'CPU s' 'wall s' 'peak MiB'
  cost_line 'bare read and line scan' scan
  cost_line 'adjourn occurrences --jobs 1' one
  cost_line 'adjourn occurrences --jobs 2' two
  cost_line 'adjourn audit --jobs 1' audit
  cost_line 'plain C on libical, import and expansion only' plain
  [ -z "$node_version" ] || cost_line "ical.js on node, ${#subset[@]} of the calendars" node
  [ -z "$python_version" ] || cost_line "recurring-ical-events, ${#subset[@]} of the calendars" python

  printf '\n%-52s %9s %-4s %16s\n' ratio measured '' target
  line 'plain C on libical / import, CPU' "$(ratio plain one 1)" x least 60
  if [ -n "$node_version" ]; then
    line "ical.js / import, CPU, scaled by bytes" "$(ratio node one 1 "$scale")" x least 250
  else echo 'ical.js / import: not installed'; fi
  if [ -n "$python_version" ]; then
    line 'recurring-ical-events / import, CPU, scaled by bytes' "$(ratio python one 1 "$scale")" x least 600
  else echo 'recurring-ical-events / import: not installed'; fi
  line 'import / bare read and line scan, CPU' "$(ratio one scan 1)" x most 2.5
  line 'one thread / two threads, import, wall' "$(ratio one two 2)" x least 1.6
  line 'whole audit / plain C on libical import, CPU' "$(ratio audit plain 1)" x most 0.1
  line "peak memory of the import, $people people, one thread" "$(figure one 3 | awk '{ print $1 / 1024 }')" MiB most \
    "$(memory_target "$people")"
  grow
  instants
}

memory_target() { awk -v n="$1" 'BEGIN { print 25 + n * 3 / 1024 }'; }

# CPU of the import at each size, and by what factor it grows when the calendars double.
grow() {
  [ -n "$growth" ] || return 0
  local size previous= folder
  local sizes
  sizes=$(printf '%s\n' $growth "$people" | sort -nu)
  for size in $sizes; do
    write_data "$size"
    folder=$(data_of "$size")
    for ((round = 0; round < rounds; round++)); do
      measure "grow-$size" "$adjourn" occurrences "$folder/calendars" --people "$folder/people.csv" --quarter 2026-Q3 \
        --quiet --jobs 1
    done
  done
  for size in $sizes; do
    [ "$size" = "$people" ] ||
      line "peak memory of the import, $size people, one thread" "$(figure "grow-$size" 3 | awk '{ print $1 / 1024 }')" MiB \
        most "$(memory_target "$size")"
    [ -z "$previous" ] ||
      line "growth $previous to $size people, CPU per doubling" "$(awk -v a="$(figure "grow-$previous" 1)" \
        -v b="$(figure "grow-$size" 1)" -v r="$previous" -v s="$size" \
        'BEGIN { print exp(log(b / a) * log(2) / log(s / r)) }')" x most 2.1
    previous=$size
  done
  printf '\n%-52s %9s %9s %9s\n' command 'CPU s' 'wall s' 'peak MiB'
  for size in $sizes; do cost_line "adjourn occurrences --jobs 1, $size people" "grow-$size"; done
}

instants() {
  local list=$work/lists
  mkdir -p "$list"
  occurrences "${calendars[@]}" >"$work/all.csv" 2>/dev/null || [ $? = 2 ]
  printf '\nall that takes place: adjourn %d rows; plain C on libical (overrides and cancelled counted too) %s\n' \
    "$(($(wc -l <"$work/all.csv") - 1))" "$("$work/plain_libical" 20260701 20261001 "${calendars[@]}")"
  local flag way
  for flag in '' -f; do
    way=iterator
    [ -z "$flag" ] || way='foreach_recurrence as it is'
    "$work/instants" $flag 20260701 20261001 "${calendars[@]}" >"$work/found"
    awk -F, 'NR == FNR { if ($1 == "U") asked[$2, $3]; next } ($1, $2) in asked { print "O," $1 "," $2 "," $4 "," $5 }' \
      "$work/found" "$work/all.csv" | sort >"$list/adjourn"
    grep ^O "$work/found" | sort >"$list/libical$flag"
    compare "instants, libical's $way, $(grep -c ^U "$work/found") events without overrides" \
      "$list/adjourn" "$list/libical$flag"
  done
  occurrences "${subset[@]}" 2>/dev/null | awk -F, '$4 ~ /T/ { print "O," $1 "," $2 "," $4 "," $5 }' | sort >"$list/adjourn"
  if [ -n "$node_version" ]; then
    node $here/peer_ical.js 2026-07-01 2026-10-01 "${subset[@]}" | sort >"$list/ical.js"
    compare "instants, ical.js, overrides included, ${#subset[@]} calendars" "$list/adjourn" "$list/ical.js"
  fi
  if [ -n "$python_version" ]; then
    "$python" $here/peer_recurring.py 2026-07-01 2026-10-01 "${subset[@]}" | sort >"$list/recurring-ical-events"
    compare "instants, recurring-ical-events, overrides included, ${#subset[@]} calendars" "$list/adjourn" \
      "$list/recurring-ical-events"
  fi
}

mkdir -p "$here/results"
machine=$(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo | tr -cs 'A-Za-z0-9\n' '-')
result="$here/results/$(date +%F)-${machine:-unknown}-$(nproc)-cores-$people-people.txt"
report | tee "$work/result.txt"
cp "$work/result.txt" "$result"
echo
echo "kept as $result"
