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
import tempfile
import warnings

UTC = dt.timezone.utc
PADDING = dt.timedelta(days=2)
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


class TooSlow(BaseException):
    """No Exception, so that nobody takes it for a failure of the engine."""


def too_slow(*_):
    raise TooSlow()


def engine_rows(calendar, spans):
    """The engine's multiset of (start, end) per window of one VCALENDAR."""
    import recurring_ical_events

    query = recurring_ical_events.of(calendar)
    found = []
    for lower, upper in spans:
        rows = collections.Counter()
        for event in query.between(lower - PADDING, upper + PADDING):
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            if belongs(moment(start), moment(end), midnight(lower), midnight(upper)):
                rows[(text(start), text(end))] += 1
        found.append(rows)
    return found


def by_identity(calendar):
    """The calendar once per UID, each with all that is no VEVENT: one bad event makes the engine give up the whole.

    An event without UID is one of its own.
    """
    groups = collections.defaultdict(list)
    for number, event in enumerate(calendar.subcomponents):
        if event.name == "VEVENT":
            uid = str(event.get("UID", ""))
            groups[(uid, 0 if uid else number)].append(event)
    for (uid, _), events in groups.items():
        part = calendar.copy()
        part.subcomponents = [each for each in calendar.subcomponents if each.name != "VEVENT"] + events
        yield uid, part


def independent(job):
    """What recurring-ical-events finds: a multiset per window, the UIDs it gave up, and the words of its failure."""
    path, spans, seconds = job
    import icalendar

    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, too_slow)
    signal.alarm(seconds)
    found, given_up, failure = [collections.Counter() for _ in spans], set(), ""
    try:
        for calendar in icalendar.Calendar.from_ical(calendar_text(path), multiple=True):
            if calendar.name != "VCALENDAR":
                continue
            try:
                parts = engine_rows(calendar, spans)
            except Exception:
                parts = [collections.Counter() for _ in spans]
                for uid, part in by_identity(calendar):
                    try:
                        parts = [a + b for a, b in zip(parts, engine_rows(part, spans))]
                    except Exception as problem:
                        given_up.add(uid)
                        failure = words(problem)
            found = [a + b for a, b in zip(found, parts)]
        return path, found, given_up, failure
    except TooSlow:
        return path, None, set(), f"not done in {seconds} s"
    except BaseException as problem:  # whatever a foreign engine throws is a result here
        return path, None, set(), words(problem)
    finally:
        signal.alarm(0)


def words(problem):
    return " ".join(f"{type(problem).__name__}: {problem}".split())[:140]


def calendar_text(path):
    """The file's bytes; a VEVENT that stands outside any VCALENDAR gets one around it, for both engines."""
    data = path.read_bytes()
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + data.rstrip() + b"\r\nEND:VCALENDAR\r\n" if is_bare(data) else data


def is_bare(data):
    first = re.search(rb"^BEGIN:(\w+)", data.removeprefix(b"\xef\xbb\xbf"), re.IGNORECASE | re.MULTILINE)
    return bool(first) and first.group(1).upper() in (b"VEVENT", b"VTIMEZONE") and not re.search(
        rb"^BEGIN:VCALENDAR", data, re.IGNORECASE | re.MULTILINE)


def adjourn(program, path, spans, given_up):
    """What adjourn finds: a multiset per window, the rows of UIDs that the engine gave up, exit code, what it says.

    A file that names a zone for its floating times (X-WR-TIMEZONE) is read in it, with wider windows cut here.
    """
    data = calendar_text(path)
    own_zone = b"X-WR-TIMEZONE" in data.upper()
    found, aside, said, code = [], 0, [], 0
    with tempfile.TemporaryDirectory() as folder:
        name = path
        if is_bare(data := path.read_bytes()):
            name = pathlib.Path(folder, path.name)
            name.write_bytes(calendar_text(path))
        for lower, upper in spans:
            if own_zone:
                zone, first, last = [], lower - PADDING, upper + PADDING
            else:
                zone, first, last = ["--zone", "UTC"], lower, upper
            run = subprocess.run(
                [program, "occurrences", str(name), "--from", str(first), "--to", str(last), *zone, "--all", "--quiet"],
                capture_output=True, timeout=600)
            rows = collections.Counter()
            for row in csv.DictReader(io.StringIO(run.stdout.decode("utf-8"), newline="")):
                start, end = (moment(dt.datetime.fromisoformat(row[each])) for each in ("start", "end"))
                if row["bucket"] in NOT_COMPARED or not belongs(start, end, midnight(lower), midnight(upper)):
                    continue
                if row["uid"] and row["uid"] in given_up:
                    aside += 1
                else:
                    rows[(row["start"], row["end"])] += 1
            found.append(rows)
            code = max(code, run.returncode)
            for line in run.stderr.decode("utf-8", "replace").splitlines():
                line = line.removeprefix(str(name))
                if line.startswith(":") and line not in said:
                    said.append(line)
    return found, aside, code, said


def difference(ours, theirs):
    """Rows that only one side has, over all windows, sorted."""
    only_ours, only_theirs = set(), set()
    for mine, other in zip(ours, theirs):
        only_ours |= set((mine - other).elements())
        only_theirs |= set((other - mine).elements())
    return sorted(only_ours), sorted(only_theirs)


def verdict(ours, aside, code, theirs, given_up, failure):
    """The word for a file, and what is behind it."""
    if theirs is None:
        count = sum(sum(rows.values()) for rows in ours)
        return ("both refuse" if code == 3 else "engine failed"), f"{failure}; adjourn: {count} rows"
    only_ours, only_theirs = difference(ours, theirs)
    # Rows of an event without UID cannot be told apart from those that the engine gave up.
    unknown = len(only_ours) if "" in given_up and not only_theirs else 0
    if aside or unknown:
        return "engine failed", f"{failure}; adjourn: {aside + unknown} rows, the rest agrees"
    if only_ours or only_theirs:
        return "differ", f"+{len(only_ours)} {sample(only_ours)} | -{len(only_theirs)} {sample(only_theirs)}"
    count = sum(sum(rows.values()) for rows in ours)
    if count:
        return "agree", f"{count} rows" + (f"; {len(given_up)} UIDs refused by both: {failure}" if given_up else "")
    return ("both refuse", failure) if given_up else ("no event", "")


def sample(rows):
    return ", ".join("/".join(row) for row in rows[:2]) + (" …" if len(rows) > 2 else "")


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
    # New processes, not forks of this one, which has threads of its own.
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        results = pool.imap(independent, [(path, spans, options.seconds) for path in paths])
        for path, theirs, given_up, failure in results:
            ours, aside, code, said = adjourn(options.adjourn, path, spans, given_up)
            word, what = verdict(ours, aside, code, theirs, given_up, failure)
            if is_bare(path.read_bytes()):
                word = "bare, " + word
            counts[word] += 1
            print(f"{path.relative_to(options.folder)}\t{word}\t{what}", flush=True)
            if options.verbose and not word.endswith(("agree", "both refuse", "no event")):
                for line in said[:12]:
                    print("    says " + line)
                if word.endswith("differ"):
                    only_ours, only_theirs = difference(ours, theirs)
                    for sign, rows in (("+", only_ours), ("-", only_theirs)):
                        for row in rows[:8]:
                            print(f"    {sign} {row[0]} {row[1]}")
    print()
    for word, count in sorted(counts.items()):
        print(f"{count:6} {word}")
    print(f"{sum(counts.values()):6} files, {options.first} to {options.last}, windows of {options.years} years", flush=True)
    return 1 if counts["differ"] + counts["bare, differ"] else 0


if __name__ == "__main__":
    sys.exit(main())
