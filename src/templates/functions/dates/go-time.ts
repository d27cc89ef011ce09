import { type CivilDate, civilDate, daysOf } from './civil-date.ts';
import type { TimeZone } from './time-zone.ts';

/** An instant, and the zone in which it is shown: Go's `time.Time`. */
export interface GoTime {
  /** Since 1970. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
  readonly zone: TimeZone;
  /** Whether it was read off the clock, which shows when it is printed. */
  readonly monotonic?: boolean;
}

/** The parts of a time in its zone. */
export interface TimeParts extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 for Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly yearDay: number;
  readonly offset: number;
  readonly abbreviation: string;
}

/** The first second of the year 1, which is the zero value. */
export const ZERO_SECONDS = -62135596800;

export function timeParts({ seconds, zone }: GoTime): TimeParts {
  const { offset, abbreviation } = zone.at(seconds);
  const local = seconds + offset;
  const days = Math.floor(local / 86400);
  const second = local - days * 86400;
  const date = civilDate(days);
  return {
    ...date,
    hour: Math.floor(second / 3600),
    minute: Math.floor(second / 60) % 60,
    second: second % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysOf({ year: date.year, month: 1, day: 1 }) + 1,
    offset,
    abbreviation,
  };
}

/** Seconds since 1970 of a clock in this zone; what is out of range runs over. */
export function secondsOf(
  date: CivilDate,
  hour: number,
  minute: number,
  second: number,
  zone: TimeZone,
): number {
  const local = daysOf(date) * 86400 + hour * 3600 + minute * 60 + second;
  // The offset depends on the instant, which depends on the offset: as Go, guess and look again.
  const first = local - zone.at(local).offset;
  const offset = zone.at(first).offset;
  return local - offset;
}

/** Nanoseconds since 1970. */
export function nanosecondsOf({ seconds, nanoseconds }: GoTime): bigint {
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
}

/** The time that is so many nanoseconds later. */
export function addNanoseconds(time: GoTime, duration: bigint): GoTime {
  const all = nanosecondsOf(time) + duration;
  const nanoseconds = ((all % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  return {
    ...time,
    seconds: Number((all - nanoseconds) / 1_000_000_000n),
    nanoseconds: Number(nanoseconds),
  };
}
