/** A place's time. */
export interface TimeZone {
  readonly name: string;
  /** What holds at this time, in seconds since 1970: the abbreviation, and the seconds east of Greenwich. */
  at(seconds: number): { readonly abbreviation: string; readonly offset: number };
}

export const UTC: TimeZone = { name: 'UTC', at: () => ({ abbreviation: 'UTC', offset: 0 }) };

/** The zone of the machine, taken to be UTC, so that a rendering is the same everywhere. */
export const LOCAL: TimeZone = { ...UTC, name: 'Local' };

/** A zone that is only a number of seconds, as in a time that was read. */
export function fixedZone(abbreviation: string, offset: number): TimeZone {
  return { name: abbreviation, at: () => ({ abbreviation, offset }) };
}

/** Locales whose people have names for their zones. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA', 'en-NZ'];

/** A winter and a summer. */
const TODAY: readonly Date[] = [new Date('2024-01-15'), new Date('2024-07-15')];

/** Go's `LoadLocation`; undefined for a name that is none. */
export function loadZone(name: string): TimeZone | undefined {
  if (name === '' || name === 'UTC') return UTC;
  if (name === 'Local') return LOCAL;
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return undefined;
  try {
    const offsets = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return { name, at: (seconds) => zoneAt(name, offsets, seconds) };
  } catch {
    return undefined;
  }
}

function zoneAt(
  timeZone: string,
  offsets: Intl.DateTimeFormat,
  seconds: number,
): { abbreviation: string; offset: number } {
  // Dates of JavaScript end 275,000 years from now.
  const date = new Date(Math.max(-8.64e15, Math.min(8.64e15, seconds * 1000)));
  const [, sign, hours = '0', minutes = '0', rest = '0'] =
    /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(zonePart(offsets, date)) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  const offset = sign === '-' ? -size : size;
  // For years long ago only today's abbreviations are known.
  const days = [date, ...TODAY.filter((day) => zonePart(offsets, day) === zonePart(offsets, date))];
  for (const day of days) {
    for (const locale of LOCALES) {
      const short = zonePart(new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }), day);
      if (/^[A-Z]{3,5}$/.test(short)) return { abbreviation: short, offset };
    }
  }
  const digits = `${hours.padStart(2, '0')}${minutes === '00' ? '' : minutes}`;
  return { abbreviation: `${sign ?? '+'}${digits}`, offset };
}

function zonePart(format: Intl.DateTimeFormat, date: Date): string {
  return format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
