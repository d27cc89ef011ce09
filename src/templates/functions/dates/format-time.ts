import { type GoTime, type TimeParts, timeParts } from './go-time.ts';
import { nextLayoutChunk } from './layout-chunk.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Go's `Time.Format`. */
export function formatTime(time: GoTime, layout: string): string {
  const parts = timeParts(time);
  let out = '';
  for (let rest = layout; rest !== ''; ) {
    const { prefix, element, suffix } = nextLayoutChunk(rest);
    out += prefix;
    if (element === undefined) break;
    out += shown(element, parts, time.nanoseconds);
    rest = suffix;
  }
  return out;
}

/** Go's `Time.String`. A time that was read off the clock also shows how long that clock runs, which is taken to be nothing. */
export function showTime(time: GoTime): string {
  return (
    formatTime(time, '2006-01-02 15:04:05.999999999 -0700 MST') + (time.monotonic ? ' m=+0.000000001' : '')
  );
}

/** At least so many digits, behind a minus. */
function digits(value: number, count: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(count, '0')}`;
}

function shown(element: string, parts: TimeParts, nanoseconds: number): string {
  const { year, month, day, hour, minute, second, weekday, yearDay } = parts;
  const hour12 = hour % 12 || 12;
  switch (element) {
    case '2006':
      return digits(year, 4);
    case '06':
      return digits(Math.abs(year) % 100, 2);
    case 'January':
      return MONTHS[month - 1]!;
    case 'Jan':
      return MONTHS[month - 1]!.slice(0, 3);
    case '01':
      return digits(month, 2);
    case '1':
      return String(month);
    case 'Monday':
      return WEEKDAYS[weekday]!;
    case 'Mon':
      return WEEKDAYS[weekday]!.slice(0, 3);
    case '02':
      return digits(day, 2);
    case '_2':
      return String(day).padStart(2);
    case '2':
      return String(day);
    case '002':
      return digits(yearDay, 3);
    case '__2':
      return String(yearDay).padStart(3);
    case '15':
      return digits(hour, 2);
    case '03':
      return digits(hour12, 2);
    case '3':
      return String(hour12);
    case '04':
      return digits(minute, 2);
    case '4':
      return String(minute);
    case '05':
      return digits(second, 2);
    case '5':
      return String(second);
    case 'PM':
      return hour >= 12 ? 'PM' : 'AM';
    case 'pm':
      return hour >= 12 ? 'pm' : 'am';
    case 'MST':
      return parts.abbreviation || shownOffset(parts.offset, '-0700');
    default:
      return /^[.,]/.test(element) ? shownFraction(element, nanoseconds) : shownOffset(parts.offset, element);
  }
}

function shownOffset(offset: number, element: string): string {
  if (element.startsWith('Z') && offset === 0) return 'Z';
  const size = Math.abs(offset);
  const colon = element.includes(':') ? ':' : '';
  const numbers = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  const count = element.replaceAll(/[^0-9]/g, '').length / 2;
  // Whole minutes decide the sign, as in Go.
  return (
    (offset <= -60 ? '-' : '+') +
    numbers
      .slice(0, count)
      .map((number) => digits(number, 2))
      .join(colon)
  );
}

/** `.000` shows as many digits as it has, `.999` drops zeros at the end. */
function shownFraction(element: string, nanoseconds: number): string {
  const all = digits(nanoseconds, 9)
    .slice(0, element.length - 1)
    .padEnd(Math.min(element.length - 1, 9), '0');
  if (element[1] === '0') return element[0] + all;
  const kept = nanoseconds === 0 ? '' : all.replace(/0+$/, '');
  return kept === '' ? '' : element[0] + kept;
}
