import { deepSource } from '../../value/entry-origin.ts';
import type { GoFunction, GoValue } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';
import { chosenBy, sourceOf } from '../../value/text-origin.ts';
import { bothSources, type ValuesSource } from '../../value/values-source.ts';
import { declareFunction } from '../declare-function.ts';
import { isEmpty } from './is-empty.ts';

/** Functions that choose one of their arguments, or ask whether there is something. */
export const DECISION_FUNCTIONS: readonly GoFunction[] = [
  declareFunction(
    'default',
    'any, ...any -> any',
    ([fallback, given]) => (given === undefined || isEmpty(given) ? fallback : given),
    ({ args, origins }) => chosen(args, origins, args[1] === undefined || isEmpty(args[1]) ? 0 : 1, [1]),
  ),
  declareFunction(
    'coalesce',
    '...any -> any',
    (values) => values.find((value) => !isEmpty(value)) ?? null,
    ({ args, origins }) => {
      const index = args.findIndex((value) => !isEmpty(value));
      const before = args.slice(0, index === -1 ? args.length : index).map((_, i) => i);
      return index === -1
        ? both(before.map((i) => sourceOf(origins[i])))
        : chosen(args, origins, index, before);
    },
  ),
  declareFunction(
    'ternary',
    'any, any, bool -> any',
    ([yes, no, condition]) => (condition ? yes : no),
    ({ args, origins }) => chosen(args, origins, args[2] ? 0 : 1, [2]),
  ),
  declareFunction('empty', 'any -> bool', ([value]) => isEmpty(value)),
  declareFunction('all', '...any -> bool', (values) => values.every((value) => !isEmpty(value))),
  declareFunction('any', '...any -> bool', (values) => values.some((value) => !isEmpty(value))),
];

/** The origin of the argument that was chosen because of what other ones are. */
function chosen(
  args: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
  index: number,
  because: readonly number[],
): Origin | undefined {
  const deciding = because.filter((i) => i !== index && i < args.length);
  return chosenBy(origins[index], args[index], both(deciding.map((i) => deepSource(args[i], origins[i]))));
}

function both(sources: readonly (ValuesSource | undefined)[]): ValuesSource | undefined {
  return sources.reduce(bothSources, undefined);
}
