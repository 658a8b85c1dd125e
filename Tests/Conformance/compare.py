#!/usr/bin/env python3
"""Compares `adjourn occurrences` with recurring-ical-events, occurrence by occurrence, over a folder of calendars.

Nothing is downloaded, nothing is written but the table on standard output. See README.md beside this file.

What is compared, of every VEVENT occurrence that overlaps a window: start and end, to the second, in UTC; dates for all-day
events. Both sides read floating times in UTC. Cancelled occurrences are compared too (the other engine lists them), rejected and
superseded ones are not.
"""

import argparse
import collections
import csv
import datetime as dt
import io
import multiprocessing
import pathlib
import re
import signal
import subprocess
import sys

UTC = dt.timezone.utc
DAY = dt.timedelta(days=1)
NOT_COMPARED = {"rejected", "superseded"}


def windows(first, last, years):
    """Windows `[from, to)` of so many years, from 1 January `first` to 1 January `last`."""
    for year in range(first, last, years):
        yield dt.date(year, 1, 1), dt.date(min(year + years, last), 1, 1)


def belongs(start, end, lower, upper):
    """Half-open overlap; what has no length belongs where it starts."""
    return lower <= start < upper if start == end else start < upper and end > lower


def midnight(day):
    return dt.datetime(day.year, day.month, day.day, tzinfo=UTC)


def moment(value):
    """UTC for a time (floating times are UTC here), midnight for a date."""
    if not isinstance(value, dt.datetime):
        return midnight(value)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def text(value):
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    return moment(value).strftime("%Y-%m-%dT%H:%M:%SZ")


class TooSlow(Exception):
    pass


def too_slow(*_):
    raise TooSlow()


def independent(job):
    """What recurring-ical-events finds: a multiset of (start, end) per window, or the words of its failure."""
    path, spans, seconds = job
    import icalendar
    import recurring_ical_events

    signal.signal(signal.SIGALRM, too_slow)
    signal.alarm(seconds)
    try:
        with open(path, "rb") as file:
            calendars = icalendar.Calendar.from_ical(file.read(), multiple=True)
        queries = [recurring_ical_events.of(each) for each in calendars if each.name == "VCALENDAR"]
        found = []
        for lower, upper in spans:
            rows = collections.Counter()
            for query in queries:
                for event in query.between(lower - 2 * DAY, upper + 2 * DAY):
                    start, end = event["DTSTART"].dt, event["DTEND"].dt
                    if belongs(moment(start), moment(end), midnight(lower), midnight(upper)):
                        rows[(text(start), text(end))] += 1
            found.append(rows)
        return path, found, ""
    except TooSlow:
        return path, None, f"not done in {seconds} s"
    except BaseException as failure:  # whatever a foreign engine throws is a result here
        return path, None, " ".join(f"{type(failure).__name__}: {failure}".split())[:160]
    finally:
        signal.alarm(0)


def adjourn(program, path, spans):
    """What adjourn finds: a multiset per window; exit code and what it says of the last window."""
    found, said, code = [], [], 0
    for lower, upper in spans:
        run = subprocess.run(
            [program, "occurrences", str(path), "--from", str(lower), "--to", str(upper), "--zone", "UTC", "--all", "--quiet"],
            capture_output=True, timeout=600)
        rows = collections.Counter()
        for row in csv.DictReader(io.StringIO(run.stdout.decode("utf-8"), newline="")):
            if row["bucket"] not in NOT_COMPARED:
                rows[(row["start"], row["end"])] += 1
        found.append(rows)
        code = max(code, run.returncode)
        for line in run.stderr.decode("utf-8", "replace").splitlines():
            if line.startswith(str(path)) and line not in said:
                said.append(line)
    return found, code, said


def difference(ours, theirs):
    """Rows that only one side has, over all windows, sorted."""
    only_ours, only_theirs = set(), set()
    for mine, other in zip(ours, theirs):
        only_ours |= set((mine - other).elements())
        only_theirs |= set((other - mine).elements())
    return sorted(only_ours), sorted(only_theirs)


def verdict(ours, code, theirs, failure):
    """The word for a file, and what is behind it."""
    if code == 3:
        return "refused", failure
    if theirs is None:
        return "engine failed", failure
    only_ours, only_theirs = difference(ours, theirs)
    if not only_ours and not only_theirs:
        count = sum(sum(rows.values()) for rows in ours)
        return ("agree", str(count)) if count else ("agree, no event", "")
    def sample(rows):
        return ", ".join("/".join(row) for row in rows[:2]) + (" …" if len(rows) > 2 else "")
    return "differ", f"+{len(only_ours)} {sample(only_ours)} | -{len(only_theirs)} {sample(only_theirs)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="folder of unpacked calendars, walked")
    parser.add_argument("--adjourn", default=".build/release/adjourn", help="the program to test")
    parser.add_argument("--from", dest="first", type=int, default=1970, help="first year (1970)")
    parser.add_argument("--to", dest="last", type=int, default=2036, help="year after the last (2036)")
    parser.add_argument("--years", type=int, default=6, help="length of a window in years (6)")
    parser.add_argument("--seconds", type=int, default=120, help="most that the other engine may take for a file (120)")
    parser.add_argument("--jobs", type=int, default=1, help="processes of the other engine (1)")
    parser.add_argument("--only", default="", help="only paths that hold this regular expression")
    parser.add_argument("--verbose", action="store_true", help="also every differing row and what adjourn says of the file")
    options = parser.parse_args()

    paths = sorted(p for p in options.folder.rglob("*.ics") if p.is_file() and re.search(options.only, str(p)))
    spans = list(windows(options.first, options.last, options.years))
    counts = collections.Counter()
    with multiprocessing.Pool(options.jobs, maxtasksperchild=8) as pool:
        results = pool.imap(independent, [(path, spans, options.seconds) for path in paths])
        for path, theirs, failure in results:
            ours, code, said = adjourn(options.adjourn, path, spans)
            word, what = verdict(ours, code, theirs, failure)
            counts[word] += 1
            print(f"{path.relative_to(options.folder)}\t{word}\t{what}", flush=True)
            if options.verbose and not word.startswith("agree"):
                for line in said[:12]:
                    print("    says " + line.removeprefix(str(path)))
                if word == "differ":
                    only_ours, only_theirs = difference(ours, theirs)
                    for sign, rows in (("+", only_ours), ("-", only_theirs)):
                        for row in rows[:8]:
                            print(f"    {sign} {row[0]} {row[1]}")
    print()
    for word, count in sorted(counts.items()):
        print(f"{count:6} {word}")
    print(f"{sum(counts.values()):6} files, {options.first} to {options.last}, windows of {options.years} years", flush=True)
    return 1 if counts["differ"] else 0


if __name__ == "__main__":
    sys.exit(main())
