import type { GoFunction, GoInt, GoObject, GoValue } from '../../value/go-value.ts';
import { goInt } from '../../value/make-value.ts';
import { declareFunction } from '../declare-function.ts';
import { showDuration } from './duration.ts';
import { formatTime, MONTHS, showTime, WEEKDAYS } from './format-time.ts';
import { addNanoseconds, type GoTime, nanosecondsOf, secondsOf, timeParts, ZERO_SECONDS } from './go-time.ts';
import { quoteTime } from './quote-time.ts';
import { LOCAL, UTC } from './time-zone.ts';

const MAX = 2n ** 63n - 1n;

/** `time.Time` with the methods that templates can call. */
export function timeObject(time: GoTime): GoObject {
  const methods = timeMethods(time);
  return {
    go: 'object',
    type: 'time.Time',
    kind: 'struct',
    methods: new Map(methods.map((one) => [one.name, one])),
    text: () => showTime(time),
    goText: () => goText(time),
    plain: () => formatTime(time, '2006-01-02T15:04:05.999999999Z07:00'),
    state: time,
  };
}

/** `time.Duration`, in nanoseconds. */
export function durationValue(nanoseconds: bigint): GoInt {
  return { ...goInt(nanoseconds, 'int64', 'time.Duration'), text: showDuration(nanoseconds) };
}

function goText(time: GoTime): string {
  const { year, month, day, hour, minute, second } = timeParts(time);
  const { name } = time.zone;
  const zone = name === 'UTC' || name === 'Local' ? `time.${name}` : `time.Location(${quoteTime(name)})`;
  return `time.Date(${year}, time.${MONTHS[month - 1]}, ${day}, ${hour}, ${minute}, ${second}, ${time.nanoseconds}, ${zone})`;
}

function timeMethods(time: GoTime): GoFunction[] {
  const parts = timeParts(time);
  const all = nanosecondsOf(time);
  const number = (name: string, value: number | bigint, type: 'int' | 'int64' = 'int'): GoFunction =>
    declareFunction(name, `-> ${type}`, () => goInt(value, type));
  const comparing = (name: string, result: string, answer: (difference: bigint) => GoValue): GoFunction =>
    declareFunction(name, `time.Time -> ${result}`, ([other]: [GoObject]) =>
      answer(all - nanosecondsOf(other.state as GoTime)),
    );
  const named = (name: string, type: string, value: number, text: string): GoFunction =>
    declareFunction(name, `-> ${type}`, () => ({ ...goInt(value, 'int', type), text }));
  return [
    number('Year', parts.year),
    named('Month', 'time.Month', parts.month, MONTHS[parts.month - 1]!),
    number('Day', parts.day),
    number('Hour', parts.hour),
    number('Minute', parts.minute),
    number('Second', parts.second),
    number('Nanosecond', time.nanoseconds),
    named('Weekday', 'time.Weekday', parts.weekday, WEEKDAYS[parts.weekday]!),
    number('YearDay', parts.yearDay),
    number('Unix', time.seconds, 'int64'),
    number('UnixMilli', all / 1_000_000n, 'int64'),
    number('UnixMicro', all / 1000n, 'int64'),
    number('UnixNano', all, 'int64'),
    declareFunction('IsZero', '-> bool', () => time.seconds === ZERO_SECONDS && time.nanoseconds === 0),
    declareFunction('String', '-> string', () => showTime(time)),
    declareFunction('Format', 'string -> string', ([layout]: [string]) => formatTime(time, layout)),
    ...[UTC, LOCAL].map((zone) =>
      declareFunction(zone.name, '-> time.Time', () => timeObject({ ...time, zone })),
    ),
    declareFunction('Add', 'time.Duration -> time.Time', ([duration]: [GoInt]) =>
      timeObject(addNanoseconds(time, duration.value)),
    ),
    declareFunction(
      'AddDate',
      'int, int, int -> time.Time',
      ([years, months, days]: [GoInt, GoInt, GoInt]) => {
        const [year, month, day] = [years, months, days].map(({ value }) => Number(value)) as [
          number,
          number,
          number,
        ];
        const date = { year: parts.year + year, month: parts.month + month, day: parts.day + day };
        return timeObject({
          ...time,
          seconds: secondsOf(date, parts.hour, parts.minute, parts.second, time.zone),
        });
      },
    ),
    comparing('Sub', 'time.Duration', (difference) =>
      durationValue(difference > MAX ? MAX : difference < -MAX - 1n ? -MAX - 1n : difference),
    ),
    comparing('Before', 'bool', (difference) => difference < 0n),
    comparing('After', 'bool', (difference) => difference > 0n),
    comparing('Equal', 'bool', (difference) => difference === 0n),
    comparing('Compare', 'int', (difference) => goInt(difference < 0n ? -1 : difference > 0n ? 1 : 0)),
  ];
}
