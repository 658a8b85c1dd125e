/* The yardstick: what plain C on libical costs to import and expand the same calendars. Reads each file whole, parses it,
 * walks every VEVENT's recurrence set inside the window, and prints count and seconds. It knows no overrides, no zones but
 * libical's, no copies: it does less than adjourn does.
 *
 *   cc -O2 -o plain_libical plain_libical.c -lical && ./plain_libical 20260701 20261001 CALENDAR.ics...
 */
#include "read_file.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct total {
  long count;
  long seconds;
};

static void add(icalcomponent *event, struct icaltime_span *span, void *data) {
  (void)event;
  struct total *total = data;
  total->count += 1;
  total->seconds += (long)(span->end - span->start);
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: plain_libical FROM TO FILE...\n");
    return 64;
  }
  icalerror_set_errors_are_fatal(0);
  struct total total = {0, 0};
  struct icaltimetype from = icaltime_from_string(argv[1]), to = icaltime_from_string(argv[2]);
  if (icaltime_is_null_time(from) || icaltime_is_null_time(to)) {
    fprintf(stderr, "plain_libical: dates as YYYYMMDD\n");
    return 64;
  }
  for (int i = 3; i < argc; i++) {
    char *text = read_file(argv[i]);
    if (!text) continue;
    icalcomponent *root = icalparser_parse_string(text);
    free(text);
    if (!root) continue;
    for (icalcomponent *event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT))
      icalcomponent_foreach_recurrence(event, from, to, add, &total);
    icalcomponent_free(root);
  }
  printf("%ld occurrences, %ld hours\n", total.count, total.seconds / 3600);
  return 0;
}
