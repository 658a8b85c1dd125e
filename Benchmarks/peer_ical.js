// ical.js over the same calendars: parse, register each file's own zones, expand into the window, overrides included.
// Prints `O,calendar,uid,start,end` in UTC for all that takes place, all-day and floating events aside.
//
//   node peer_ical.js FROM TO CALENDAR...     (dates as 2026-07-01)
const fs = require('node:fs');
const path = require('node:path');
const loaded = require('ical.js');
const ICAL = loaded.default ?? loaded;

const [from, to] = process.argv.slice(2, 4).map((date) => Date.parse(date + 'T00:00:00Z') / 1000);
const utc = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');
// Outlook and Exchange say it in the title alone; in the sample's two languages.
const isCancelledByTitle = (title) => /^(Canceled|Abgesagt): /.test(title ?? '');

function print(calendar, event, start, end) {
  if (start.isDate || start.zone === ICAL.Timezone.localTimezone) return;
  if (event.component.getFirstPropertyValue('status') === 'CANCELLED' || isCancelledByTitle(event.summary)) return;
  const first = start.toUnixTime(), last = end.toUnixTime();
  if (first >= to || (first === last ? first < from : last <= from)) return;
  console.log(['O', calendar, event.uid, utc(first), utc(last)].join(','));
}

for (const file of process.argv.slice(4)) {
  const root = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')));
  const calendar = path.basename(file);
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  // Without `exceptions`, each event is given every override of the file, whatever its UID, and occurrences go missing.
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component, { exceptions: [] }));
  const masters = new Map();
  for (const event of events) if (!event.isRecurrenceException()) masters.set(event.uid, event);
  for (const event of events) {
    if (!event.isRecurrenceException()) continue;
    const master = masters.get(event.uid);
    if (master?.isRecurring()) master.relateException(event);
    else print(calendar, event, event.startDate, event.endDate);
  }
  for (const event of masters.values()) {
    if (!event.isRecurring()) {
      print(calendar, event, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.toUnixTime() < to; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      print(calendar, item, startDate, endDate);
    }
  }
}
