import { daysInMonth, isLeapYear } from './civil-date.ts';
import { type GoTime, secondsOf } from './go-time.ts';
import { nextLayoutChunk } from './layout-chunk.ts';
import { parseElement } from './parse-element.ts';
import { quoteTime } from './quote-time.ts';
import type { ReadTime } from './read-time.ts';
import { fixedZone, LOCAL, type TimeZone, UTC } from './time-zone.ts';

/** Go's `time.Parse` with UTC for texts without a zone, or what it says about a text that does not fit. */
export function parseTime(layout: string, text: string): GoTime | string {
  const start = `parsing time ${quoteTime(text)}`;
  const unfit = (rest: string, element: string): string =>
    `${start} as ${quoteTime(layout)}: cannot parse ${quoteTime(rest)} as ${quoteTime(element)}`;
  const read: ReadTime = { year: 0, hour: 0, minute: 0, second: 0, nanoseconds: 0 };
  let value = text;
  for (let left = layout; ; ) {
    const { prefix, element, suffix } = nextLayoutChunk(left);
    const skipped = skip(value, prefix);
    if (!skipped.fits) return unfit(skipped.rest, prefix);
    value = skipped.rest;
    if (element === undefined) {
      if (value !== '') return `${start}: extra text: ${quoteTime(value)}`;
      break;
    }
    left = suffix;
    const next = parseElement(element, value, read, suffix);
    if (next.range !== undefined) return `${start}: ${next.range} out of range`;
    if (next.rest === undefined) return unfit(value, element);
    value = next.rest;
  }
  const problem = completeDate(read);
  return problem === undefined ? made(read) : `${start}: ${problem}`;
}

/** Spaces of the layout stand for any number of spaces. */
function skip(value: string, prefix: string): { fits: boolean; rest: string } {
  let rest = value;
  for (let left = prefix; left !== ''; ) {
    if (left[0] === ' ') {
      if (rest !== '' && rest[0] !== ' ') return { fits: false, rest };
      left = left.replace(/^ +/, '');
      rest = rest.replace(/^ +/, '');
    } else {
      if (rest === '' || rest[0] !== left[0]) return { fits: false, rest };
      left = left.slice(1);
      rest = rest.slice(1);
    }
  }
  return { fits: true, rest };
}

/** Brings the day of the year, and the halves of the day, into the usual form; returns what is wrong with the date. */
function completeDate(read: ReadTime): string | undefined {
  if (read.half === 'PM' && read.hour < 12) read.hour += 12;
  else if (read.half === 'AM' && read.hour === 12) read.hour = 0;
  if (read.yearDay !== undefined) {
    const problem = fromYearDay(read, read.yearDay);
    if (problem !== undefined) return problem;
  }
  read.month ??= 1;
  read.day ??= 1;
  return read.day < 1 || read.day > daysInMonth(read.month, read.year) ? 'day out of range' : undefined;
}

function fromYearDay(read: ReadTime, yearDay: number): string | undefined {
  if (yearDay < 1 || yearDay > (isLeapYear(read.year) ? 366 : 365)) return 'day-of-year out of range';
  let month = 1;
  let day = yearDay;
  for (; day > daysInMonth(month, read.year); month++) day -= daysInMonth(month, read.year);
  if (read.month !== undefined && read.month !== month) return 'day-of-year does not match month';
  if (read.day !== undefined && read.day !== day) return 'day-of-year does not match day';
  read.month = month;
  read.day = day;
  return undefined;
}

function made(read: ReadTime): GoTime {
  const { year, month = 1, day = 1, hour, minute, second, nanoseconds, zone, zoneName } = read;
  const inZone = (at: TimeZone): number => secondsOf({ year, month, day }, hour, minute, second, at);
  if (zone !== undefined) return { seconds: inZone(zone), nanoseconds, zone };
  if (read.offset !== undefined) {
    const isUtc = read.offset === 0 && (zoneName === undefined || zoneName === 'UTC');
    const fixed = isUtc ? LOCAL : fixedZone(zoneName ?? '', read.offset);
    return { seconds: inZone(fixed), nanoseconds, zone: fixed };
  }
  if (zoneName === undefined) return { seconds: inZone(LOCAL), nanoseconds, zone: LOCAL };
  // An unknown abbreviation counts as no offset at all; only GMT says it.
  const hours = zoneName.startsWith('GMT') ? Number(zoneName.slice(3) || '0') : 0;
  return { seconds: inZone(UTC), nanoseconds, zone: fixedZone(zoneName, hours * 3600) };
}
