import { deepSource } from '../../value/entry-origin.ts';
import { GoError } from '../../value/go-error.ts';
import type { CallContext, GoFunction, GoInt, GoObject, GoValue, TracedCall } from '../../value/go-value.ts';
import { isInt } from '../../value/make-value.ts';
import { bothSources, type ValuesSource } from '../../value/values-source.ts';
import { alsoNamed, declareFunction } from '../declare-function.ts';
import { parseInt64 } from '../numbers/parse-number.ts';
import { parseDuration, SECOND, showDuration } from './duration.ts';
import { formatTime } from './format-time.ts';
import { addNanoseconds, type GoTime, nanosecondsOf, ZERO_SECONDS } from './go-time.ts';
import { parseTime } from './parse-time.ts';
import { timeObject } from './time-object.ts';
import { LOCAL, loadZone, UTC } from './time-zone.ts';

const DAY = '2006-01-02';
const ZERO: GoTime = { seconds: ZERO_SECONDS, nanoseconds: 0, zone: UTC };

/** Dates and durations. What depends on the clock is told as such. */
export const DATE_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'now',
    '-> time.Time',
    (_, context) => timeObject({ ...now(context), monotonic: true }),
    ({ context }) => context.unforeseen('now'),
  ),
  clocked('date', 'string, any -> string', 1, ([layout, date]: [string, GoValue], context) =>
    inZone(layout, date, 'Local', context),
  ),
  ...['date_in_zone', 'dateInZone'].map((name) =>
    clocked(
      name,
      'string, any, string -> string',
      1,
      ([layout, date, zone]: [string, GoValue, string], context) => inZone(layout, date, zone, context),
    ),
  ),
  clocked('htmlDate', 'any -> string', 0, ([date]: [GoValue], context) =>
    inZone(DAY, date, 'Local', context),
  ),
  clocked('htmlDateInZone', 'any, string -> string', 0, ([date, zone]: [GoValue, string], context) =>
    inZone(DAY, date, zone, context),
  ),
  declareFunction(
    'ago',
    'any -> string',
    ([date], context) =>
      showDuration(
        rounded(nanosecondsOf(now(context)) - nanosecondsOf(dateOr(date, context, ['int', 'int64']))),
      ),
    ({ context }) => context.unforeseen('ago'),
  ),
  ...alsoNamed(
    declareFunction(
      'dateModify',
      'string, time.Time -> time.Time',
      ([text, date]: [string, GoObject]) => modified(text, date) ?? date,
    ),
    'date_modify',
  ),
  ...alsoNamed(
    declareFunction(
      'mustDateModify',
      'string, time.Time -> time.Time',
      ([text, date]: [string, GoObject]) => modified(text, date, true)!,
    ),
    'must_date_modify',
  ),
  declareFunction('toDate', 'string, string -> time.Time', ([layout, text]: [string, string]) => {
    const time = parseTime(layout, text);
    return timeObject(typeof time === 'string' ? ZERO : time);
  }),
  declareFunction('mustToDate', 'string, string -> time.Time', ([layout, text]: [string, string]) => {
    const time = parseTime(layout, text);
    if (typeof time === 'string') throw new GoError(time);
    return timeObject(time);
  }),
  declareFunction('unixEpoch', 'time.Time -> string', ([date]: [GoObject]) =>
    String((date.state as GoTime).seconds),
  ),
  declareFunction('duration', 'any -> string', ([seconds]) =>
    showDuration(BigInt.asIntN(64, secondCount(seconds) * SECOND)),
  ),
  declareFunction('durationRound', 'any -> string', ([duration], context) =>
    roughDuration(durationOf(duration, context)),
  ),
];

function now({ clock }: CallContext): GoTime {
  const seconds = Math.floor(clock / 1000);
  return { seconds, nanoseconds: Math.round((clock - seconds * 1000) * 1e6), zone: LOCAL };
}

/** A function that falls back to the clock where its argument is no date. */
function clocked(name: string, signature: string, date: number, call: GoFunction['call']): GoFunction {
  return declareFunction(name, signature, call, ({ args, origins, context }: TracedCall) => {
    const own = args
      .map((value, i) => deepSource(value, origins[i]))
      .reduce<ValuesSource | undefined>(bothSources, undefined);
    return isDate(args[date], ['int', 'int32', 'int64']) ? own : bothSources(own, context.unforeseen(name));
  });
}

function isTime(value: GoValue): value is GoObject {
  return typeof value === 'object' && value !== null && value.go === 'object' && value.type === 'time.Time';
}

function isDate(value: GoValue, kinds: readonly string[]): boolean {
  return isTime(value) || (isInt(value) && kinds.includes(value.type));
}

function dateOr(value: GoValue, context: CallContext, kinds: readonly string[]): GoTime {
  if (isTime(value)) return value.state as GoTime;
  if (!isInt(value) || !kinds.includes(value.type)) return now(context);
  return { seconds: Number(value.value), nanoseconds: 0, zone: LOCAL };
}

function inZone(layout: string, date: GoValue, zone: string, context: CallContext): string {
  return formatTime(
    { ...dateOr(date, context, ['int', 'int32', 'int64']), zone: loadZone(zone) ?? UTC },
    layout,
  );
}

function modified(text: string, date: GoObject, isStrict = false): GoObject | undefined {
  const duration = parseDuration(text);
  if (typeof duration !== 'string') return timeObject(addNanoseconds(date.state as GoTime, duration));
  if (isStrict) throw new GoError(duration);
  return undefined;
}

/** To whole seconds, half away from zero. */
function rounded(duration: bigint): bigint {
  const half = duration < 0n ? -SECOND / 2n : SECOND / 2n;
  return ((duration + half) / SECOND) * SECOND;
}

function secondCount(value: GoValue): bigint {
  if (typeof value === 'string') return parseInt64(value, 10).value;
  return isInt(value) && value.type === 'int64' ? value.value : 0n;
}

function durationOf(value: GoValue, context: CallContext): bigint {
  if (typeof value === 'string') {
    const duration = parseDuration(value);
    return typeof duration === 'string' ? 0n : duration;
  }
  if (isTime(value)) return nanosecondsOf(now(context)) - nanosecondsOf(value.state as GoTime);
  return isInt(value) && value.type === 'int64' ? (value as GoInt).value : 0n;
}

/** The largest unit alone: `3d`. */
function roughDuration(duration: bigint): string {
  const size = duration < 0n ? -duration : duration;
  const hour = 3600n * SECOND;
  const units = [
    [8760n * hour, 'y'],
    [720n * hour, 'mo'],
    [24n * hour, 'd'],
    [hour, 'h'],
    [60n * SECOND, 'm'],
    [SECOND, 's'],
  ] as const;
  const found = units.find(([unit]) => size > unit);
  return found === undefined ? '0s' : `${size / found[0]}${found[1]}`;
}
