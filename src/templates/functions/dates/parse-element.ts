import { MONTHS, WEEKDAYS } from './format-time.ts';
import { nextLayoutChunk } from './layout-chunk.ts';
import type { ReadTime } from './read-time.ts';
import { UTC } from './time-zone.ts';

/** What is left of the text, undefined when the element does not fit; `range` names what is too large. */
export interface ParsedElement {
  readonly rest: string | undefined;
  readonly range?: string | undefined;
}

const UNFIT: ParsedElement = { rest: undefined };

/** Reads one element of a layout. `suffix` is what follows it in the layout. */
export function parseElement(element: string, value: string, read: ReadTime, suffix: string): ParsedElement {
  switch (element) {
    case '06':
      return number(value, /^[+-][0-9]|^[0-9]{2}/, (year) => {
        read.year = year + (year >= 69 ? 1900 : 2000);
        return undefined;
      });
    case '2006':
      return number(value, /^[0-9]{4}/, (year) => {
        read.year = year;
        return undefined;
      });
    case 'Jan':
      return name(
        value,
        MONTHS.map((month) => month.slice(0, 3)),
        (index) => {
          read.month = index + 1;
        },
      );
    case 'January':
      return name(value, MONTHS, (index) => {
        read.month = index + 1;
      });
    case '1':
    case '01':
      return number(value, twoDigits(element), (month) => {
        read.month = month;
        return month < 1 || month > 12 ? 'month' : undefined;
      });
    case 'Mon':
      return name(
        value,
        WEEKDAYS.map((day) => day.slice(0, 3)),
        () => {},
      );
    case 'Monday':
      return name(value, WEEKDAYS, () => {});
    case '2':
    case '_2':
    case '02':
      return number(element === '_2' ? value.replace(/^ /, '') : value, twoDigits(element), (day) => {
        read.day = day;
        return undefined;
      });
    case '__2':
    case '002':
      return number(
        element === '__2' ? value.replace(/^ {1,2}/, '') : value,
        element === '002' ? /^[0-9]{3}/ : /^[0-9]{1,3}/,
        (day) => {
          read.yearDay = day;
          return undefined;
        },
      );
    case '15':
      return number(value, /^[0-9]{1,2}/, (hour) => {
        read.hour = hour;
        return hour > 23 ? 'hour' : undefined;
      });
    case '3':
    case '03':
      return number(value, twoDigits(element), (hour) => {
        read.hour = hour;
        return hour > 12 ? 'hour' : undefined;
      });
    case '4':
    case '04':
      return number(value, twoDigits(element), (minute) => {
        read.minute = minute;
        return minute > 59 ? 'minute' : undefined;
      });
    case '5':
    case '05':
      return second(value, twoDigits(element), read, suffix);
    case 'PM':
    case 'pm':
      return half(value, element, read);
    case 'MST':
      return zoneName(value, read);
    default:
      return /^[.,]/.test(element) ? fraction(value, element, read) : offset(value, element, read);
  }
}

function twoDigits(element: string): RegExp {
  return element.startsWith('0') ? /^[0-9]{2}/ : /^[0-9]{1,2}/;
}

function number(value: string, pattern: RegExp, take: (number: number) => string | undefined): ParsedElement {
  const found = pattern.exec(value)?.[0];
  if (found === undefined) return UNFIT;
  return { rest: value.slice(found.length), range: take(Number(found)) ?? undefined };
}

function name(value: string, names: readonly string[], take: (index: number) => void): ParsedElement {
  const index = names.findIndex((one) => value.slice(0, one.length).toLowerCase() === one.toLowerCase());
  if (index === -1) return UNFIT;
  take(index);
  return { rest: value.slice(names[index]!.length) };
}

/** Also takes a fraction that the layout does not mention. */
function second(value: string, pattern: RegExp, read: ReadTime, suffix: string): ParsedElement {
  const parsed = number(value, pattern, (seconds) => {
    read.second = seconds;
    return seconds > 59 ? 'second' : undefined;
  });
  const next = nextLayoutChunk(suffix).element;
  const unasked = /^[.,][0-9]+/.exec(parsed.rest ?? '')?.[0];
  if (parsed.range !== undefined || unasked === undefined || /^[.,]/.test(next ?? '')) return parsed;
  read.nanoseconds = nanoseconds(unasked);
  return { rest: parsed.rest!.slice(unasked.length) };
}

function nanoseconds(fraction: string): number {
  return Number(fraction.slice(1, 10).padEnd(9, '0'));
}

function half(value: string, element: string, read: ReadTime): ParsedElement {
  const found = value.slice(0, 2);
  const halves = element === 'PM' ? ['AM', 'PM'] : ['am', 'pm'];
  if (!halves.includes(found)) return UNFIT;
  read.half = found.toUpperCase() as 'AM' | 'PM';
  return { rest: value.slice(2) };
}

/** `.000` wants as many digits as it has, `.999` takes any number, also none. */
function fraction(value: string, element: string, read: ReadTime): ParsedElement {
  const wanted = element[1] === '0' ? new RegExp(`^[.,][0-9]{${element.length - 1}}`) : /^[.,][0-9]+/;
  const found = wanted.exec(value)?.[0];
  if (found === undefined) return element[1] === '0' ? UNFIT : { rest: value };
  read.nanoseconds = nanoseconds(found);
  return { rest: value.slice(found.length) };
}

function offset(value: string, element: string, read: ReadTime): ParsedElement {
  if (element.startsWith('Z') && value.startsWith('Z')) {
    read.zone = UTC;
    return { rest: value.slice(1) };
  }
  const shape = element.replace(/^./, '(.)').replaceAll(/[0-9]{2}/g, '(..)');
  const match = new RegExp(`^${shape}`, 's').exec(value);
  if (match === null) return UNFIT;
  const [found, sign, ...texts] = match;
  const numbers = texts.map((text) => (/^[0-9]{2}$/.test(text) ? Number(text) : undefined));
  const wrong = numbers.indexOf(undefined);
  // What comes before a wrong number is looked at all the same; the last one that is too large is named.
  const [hours = 0, minutes = 0, seconds = 0] = wrong === -1 ? numbers : numbers.slice(0, wrong);
  const large = [hours > 24 && 'hour', minutes > 60 && 'minute', seconds > 60 && 'second'];
  const last = large.findLast((range) => range !== false);
  if (last) return { rest: undefined, range: `time zone offset ${last}` };
  if (wrong !== -1 || (sign !== '+' && sign !== '-')) return UNFIT;
  read.offset = (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
  return { rest: value.slice(found.length) };
}

/** An abbreviation; which ones look like one is Go's guess. */
function zoneName(value: string, read: ReadTime): ParsedElement {
  if (value.startsWith('UTC')) {
    read.zone = UTC;
    return { rest: value.slice(3) };
  }
  const found =
    /^(?:ChST|MeST|GMT(?:[+-](?:2[0-3]|[01]?[0-9])(?![0-9]))?|[+-](?:2[0-3]|[01]?[0-9])(?![0-9]))/.exec(
      value,
    )?.[0] ?? upperName(value);
  if (found === undefined) return UNFIT;
  read.zoneName = found;
  return { rest: value.slice(found.length) };
}

function upperName(value: string): string | undefined {
  const letters = /^[A-Z]{0,6}/.exec(value)![0];
  if (letters.length === 3) return letters;
  if (letters.length === 4) return letters[3] === 'T' || letters === 'WITA' ? letters : undefined;
  return letters.length === 5 && letters[4] === 'T' ? letters : undefined;
}
