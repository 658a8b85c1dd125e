"""recurring-ical-events over the same calendars: parse, expand into the window, overrides included.

Prints `O,calendar,uid,start,end` in UTC for all that takes place, all-day and floating events aside.

    python3 peer_recurring.py FROM TO CALENDAR...     (dates as 2026-07-01)
"""
import datetime
import os
import sys

import icalendar
import recurring_ical_events

UTC = datetime.timezone.utc
# Outlook and Exchange say it in the title alone; in the sample's two languages.
CANCELLED_TITLES = ("Canceled: ", "Abgesagt: ")


def utc(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


window = [datetime.datetime.fromisoformat(date).replace(tzinfo=UTC) for date in sys.argv[1:3]]
for path in sys.argv[3:]:
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    for event in recurring_ical_events.of(calendar).between(*window):
        start, end = event.start, event.end
        if not isinstance(start, datetime.datetime) or start.tzinfo is None:
            continue
        if event.get("STATUS") == "CANCELLED" or event.get("SUMMARY", "").startswith(CANCELLED_TITLES):
            continue
        print("O", os.path.basename(path), event["UID"], utc(start), utc(end), sep=",")
