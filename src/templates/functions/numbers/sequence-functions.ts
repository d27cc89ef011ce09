import type { CallContext, GoFunction, GoInt, GoList } from '../../value/go-value.ts';
import { goInt, goList } from '../../value/make-value.ts';
import { declareFunction } from '../declare-function.ts';

/** Functions that count. */
export const SEQUENCE_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('until', 'int -> []int', ([count]: [GoInt], context) =>
    asList(counted(0n, count.value, count.value < 0n ? -1n : 1n, context)),
  ),
  declareFunction(
    'untilStep',
    'int, int, int -> []int',
    ([start, stop, step]: [GoInt, GoInt, GoInt], context) =>
      asList(counted(start.value, stop.value, step.value, context)),
  ),
  declareFunction('seq', '...int -> string', (params, context) =>
    sequence(
      (params as readonly GoInt[]).map(({ value }) => value),
      context,
    ).join(' '),
  ),
];

function asList(numbers: readonly bigint[]): GoList {
  return goList(
    numbers.map((number) => goInt(number)),
    'int',
  );
}

/** sprig's `untilStep`: nothing where the step leads away. */
function counted(start: bigint, stop: bigint, step: bigint, context: CallContext): bigint[] {
  const isDown = stop < start;
  if (isDown ? step >= 0n : step <= 0n) return [];
  context.spend(Number((stop - start) / step) + 1);
  const numbers: bigint[] = [];
  for (let i = start; isDown ? i > stop : i < stop; i += step) numbers.push(i);
  return numbers;
}

function sequence(params: readonly bigint[], context: CallContext): bigint[] {
  if (params.length === 0 || params.length > 3) return [];
  const [start, end] = params.length === 1 ? [1n, params[0]!] : [params[0]!, params.at(-1)!];
  const direction = end < start ? -1n : 1n;
  const step = params.length === 3 ? params[1]! : direction;
  if (params.length === 3 && direction < 0n && step > 0n) return [];
  return counted(start, end + direction, step, context);
}
