import type { TimeZone } from './time-zone.ts';

/** What was read so far. */
export interface ReadTime {
  year: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour: number;
  minute: number;
  second: number;
  nanoseconds: number;
  half?: 'AM' | 'PM';
  zone?: TimeZone;
  offset?: number;
  zoneName?: string;
}
