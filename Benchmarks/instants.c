/* The instants of every event that C on libical and adjourn must both mean the same by, to be compared line by line:
 * UTC or zoned times by the file's own VTIMEZONE or libical's, one VEVENT for the UID in its file (so no override), neither
 * cancelled (Outlook's title included) nor all-day nor floating. Prints, per event, `U,calendar,uid`, and per occurrence that overlaps the window
 * `O,calendar,uid,start,end` in UTC.
 *
 * The recurrence set is walked with libical's own iterator, and each wall time is converted by itself (RFC 5545 section
 * 3.3.10: the rule runs in local time). With -f, icalcomponent_foreach_recurrence decides instead, as in plain_libical.c.
 *
 *   instants [-f] FROM TO CALENDAR...
 */
#include "read_file.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct event {
  const char *calendar, *uid;
  time_t from, to;
};

static void print_occurrence(const struct event *event, time_t start, time_t end) {
  if (start >= event->to || (start == end ? start < event->from : end <= event->from)) return;
  char first[32], last[32];
  struct tm time;
  strftime(first, sizeof first, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&start, &time));
  strftime(last, sizeof last, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&end, &time));
  printf("O,%s,%s,%s,%s\n", event->calendar, event->uid, first, last);
}

static void print_span(icalcomponent *component, struct icaltime_span *span, void *data) {
  (void)component;
  print_occurrence(data, span->start, span->end);
}

static time_t instant(icaltimetype time, const icaltimezone *zone) { return icaltime_as_timet_with_zone(time, zone); }

/* One RRULE at most, as the sample writes them. DURATION and DTEND are the same length of seconds for each occurrence: an
 * event across a clock change would tell them apart, and the sample has meetings of hours by day. */
static void walk(icalcomponent *component, const struct event *event) {
  icaltimetype start = icalcomponent_get_dtstart(component);
  const icaltimezone *zone = icaltime_is_utc(start) ? icaltimezone_get_utc_timezone() : start.zone;
  icaltimetype end = icalcomponent_get_dtend(component);
  time_t length = instant(end, end.zone ? end.zone : zone) - instant(start, zone);
  icalproperty *rule = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY);
  if (!rule) {
    print_occurrence(event, instant(start, zone), instant(start, zone) + length);
    return;
  }
  icalrecur_iterator *iterator = icalrecur_iterator_new(icalproperty_get_rrule(rule), start);
  for (icaltimetype next = icalrecur_iterator_next(iterator); !icaltime_is_null_time(next);
       next = icalrecur_iterator_next(iterator)) {
    time_t at = instant(next, zone);
    if (at >= event->to) break;
    if (!icalproperty_recurrence_is_excluded(component, &start, &next)) print_occurrence(event, at, at + length);
  }
  icalrecur_iterator_free(iterator);
}

static int uids_of(icalcomponent *root, const char *uid) {
  int count = 0;
  for (icalcomponent *event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
    const char *other = icalcomponent_get_uid(event);
    count += other && strcmp(other, uid) == 0;
  }
  return count;
}

/* Outlook and Exchange say it in the title alone, and leave STATUS as it was; in the sample's two languages. */
static int is_cancelled(icalcomponent *event) {
  const char *title = icalcomponent_get_summary(event);
  return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED ||
         (title && (strncmp(title, "Canceled: ", 10) == 0 || strncmp(title, "Abgesagt: ", 10) == 0));
}

static int is_comparable(icalcomponent *event) {
  icaltimetype start = icalcomponent_get_dtstart(event);
  return icalcomponent_get_uid(event) && !icaltime_is_null_time(start) && !icaltime_is_date(start) &&
         (icaltime_is_utc(start) || start.zone) && !is_cancelled(event) &&
         icalcomponent_count_properties(event, ICAL_RECURRENCEID_PROPERTY) == 0 &&
         icalcomponent_count_properties(event, ICAL_RRULE_PROPERTY) <= 1 &&
         icalcomponent_count_properties(event, ICAL_RDATE_PROPERTY) == 0;
}

int main(int argc, char **argv) {
  int each = argc > 1 && strcmp(argv[1], "-f") == 0;
  if (argc < 4 + each) {
    fprintf(stderr, "usage: instants [-f] FROM TO CALENDAR...\n");
    return 64;
  }
  icalerror_set_errors_are_fatal(0);
  icaltimetype from = icaltime_from_string(argv[1 + each]), to = icaltime_from_string(argv[2 + each]);
  for (int i = 3 + each; i < argc; i++) {
    char *text = read_file(argv[i]);
    icalcomponent *root = text ? icalparser_parse_string(text) : NULL;
    free(text);
    if (!root) return 66;
    const char *slash = strrchr(argv[i], '/');
    struct event event = {slash ? slash + 1 : argv[i], NULL, icaltime_as_timet(from), icaltime_as_timet(to)};
    icalcompiter at = icalcomponent_begin_component(root, ICAL_VEVENT_COMPONENT);
    for (icalcomponent *component; (component = icalcompiter_deref(&at)); icalcompiter_next(&at)) {
      if (!is_comparable(component)) continue;
      event.uid = icalcomponent_get_uid(component);
      if (uids_of(root, event.uid) != 1) continue;
      printf("U,%s,%s\n", event.calendar, event.uid);
      if (each)
        icalcomponent_foreach_recurrence(component, from, to, print_span, &event);
      else
        walk(component, &event);
    }
    icalcomponent_free(root);
  }
  return 0;
}
