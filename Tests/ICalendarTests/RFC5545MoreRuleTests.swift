@testable import ICalendar

extension RFC5545RuleTests {
  static let moreExamples: [RuleExample] = [
    RuleExample(
      "Yearly in June and July for 10 occurrences", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", start: "19970610T090000",
      whole: true, "1997 Jun 10 Jul 10 1998 Jun 10 Jul 10 1999 Jun 10 Jul 10 2000 Jun 10 Jul 10 2001 Jun 10 Jul 10"),
    RuleExample(
      "Every other year on January, February, and March for 10 occurrences",
      "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", start: "19970310T090000", whole: true,
      "1997 Mar 10 1999 Jan 10 Feb 10 Mar 10 2001 Jan 10 Feb 10 Mar 10 2003 Jan 10 Feb 10 Mar 10"),
    RuleExample(
      "Every third year on the 1st, 100th, and 200th day for 10 occurrences",
      "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", start: "19970101T090000", whole: true,
      "1997 Jan 1 Apr 10 Jul 19 2000 Jan 1 Apr 9 Jul 18 2003 Jan 1 Apr 10 Jul 19 2006 Jan 1"),
    RuleExample(
      "Every 20th Monday of the year", "FREQ=YEARLY;BYDAY=20MO", start: "19970519T090000",
      "1997 May 19 1998 May 18 1999 May 17"),
    RuleExample(
      "Monday of week number 20", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", start: "19970512T090000",
      "1997 May 12 1998 May 11 1999 May 17"),
    RuleExample(
      "Every Thursday in March", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", start: "19970313T090000",
      "1997 Mar 13,20,27 1998 Mar 5,12,19,26 1999 Mar 4,11,18,25"),
    RuleExample(
      "Every Thursday, but only during June, July, and August", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
      start: "19970605T090000",
      """
      1997 Jun 5,12,19,26 Jul 3,10,17,24,31 Aug 7,14,21,28 1998 Jun 4,11,18,25 Jul 2,9,16,23,30 Aug 6,13,20,27
      1999 Jun 3,10,17,24 Jul 1,8,15,22,29 Aug 5,12,19,26
      """),
    RuleExample(
      "The first Saturday that follows the first Sunday of the month",
      "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", start: "19970913T090000",
      "1997 Sep 13 Oct 11 Nov 8 Dec 13 1998 Jan 10 Feb 7 Mar 7 Apr 11 May 9 Jun 13"),
    RuleExample(
      "Every 4 years, the first Tuesday after a Monday in November, U.S. Presidential Election day",
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", start: "19961105T090000",
      "2000 Nov 7 2004 Nov 2"),
    RuleExample(
      "The third instance into the month of one of Tuesday, Wednesday, or Thursday, for the next 3 months",
      "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", start: "19970904T090000", whole: true,
      "1997 Sep 4 Oct 7 Nov 6"),
    RuleExample(
      "The second-to-last weekday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
      start: "19970929T090000", "1997 Sep 29 Oct 30 Nov 27 Dec 30 1998 Jan 29 Feb 26 Mar 30"),
    // The RFC prints UNTIL=19970902T170000Z here; erratum 3883: 17:00 in New York is 21:00 UTC.
    RuleExample(
      "Every 3 hours from 9:00 AM to 5:00 PM on a specific day", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z",
      whole: true, "1997 Sep 2@09:00,2@12:00,2@15:00"),
    RuleExample(
      "Every 20 minutes from 9:00 AM to 4:40 PM every day (as a daily rule)",
      "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
      """
      1997 Sep 2@09:00,2@09:20,2@09:40,2@10:00,2@10:20,2@10:40,2@11:00,2@11:20,2@11:40,2@12:00,2@12:20,2@12:40
      2@13:00,2@13:20,2@13:40,2@14:00,2@14:20,2@14:40,2@15:00,2@15:20,2@15:40,2@16:00,2@16:20,2@16:40,3@09:00,3@09:20
      """),
    RuleExample(
      "An example where the days generated make a difference because of WKST=MO",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", start: "19970805T090000", whole: true,
      "1997 Aug 5,10,19,24"),
    RuleExample(
      "… changing only WKST from MO to SU, yields different results",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", start: "19970805T090000", whole: true,
      "1997 Aug 5,17,19,31"),
    RuleExample(
      "An example where an invalid date (i.e., February 30) is ignored", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
      start: "20070115T090000", whole: true, "2007 Jan 15,30 Feb 15 Mar 15,30"),
  ]
}
