import { looksAtTheTop } from '../functions/looks-at-the-top.ts';
import type { Operand } from '../parse/node.ts';
import { nodeText } from '../parse/node-text.ts';
import { deepSource } from '../value/entry-origin.ts';
import { expandedSize } from '../value/expanded-size.ts';
import { GoError } from '../value/go-error.ts';
import type { GoFunction, GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { chosenBy, sourceOf } from '../value/text-origin.ts';
import { typeOf } from '../value/type-of.ts';
import { bothSources, type ValuesSource } from '../value/values-source.ts';
import { fitArgument } from './fit-argument.ts';
import { type Held, NOTHING } from './held.ts';
import { RenderFailure } from './render-failure.ts';
import type { Rendered, RenderingFunction } from './rendering-function.ts';
import type { AnyNode, Scope } from './scope.ts';
import { isTruthy } from './truth.ts';

/** Functions that change the map that they are given. */
const CHANGING = new Set(['set', 'unset', 'merge', 'mergeOverwrite', 'mustMerge', 'mustMergeOverwrite']);

/** What an argument is for a parameter of a type. */
export type EvaluateArgument = (scope: Scope, dot: Held, node: Operand, type: string) => Held;

/**
 * Calls a function or method as evalCall of Go's text/template does.
 *
 * @param evaluateArgument Handed in, since the argument can hold calls itself.
 * @param node What an error of the call is about.
 * @param args The function itself and its arguments as written; may be empty.
 * @param final What the pipeline hands over as last argument.
 * @param receiver Where the value with the method comes from.
 */
export function callFunction(
  scope: Scope,
  dot: Held,
  evaluateArgument: EvaluateArgument,
  called: GoFunction | RenderingFunction,
  node: AnyNode,
  name: string,
  args: readonly Operand[],
  final: Held | undefined,
  receiver?: Origin | undefined,
): Held {
  checkCount(scope, called, name, Math.max(args.length - 1, 0), final);
  if (name === 'and' || name === 'or')
    return firstThat(scope, dot, evaluateArgument, name === 'or', args, final);
  const values: GoValue[] = [];
  const origins: (Origin | undefined)[] = [];
  const last = called.params.length - 1;
  for (let i = 1; i < args.length; i++) {
    const one = evaluateArgument(scope, dot, args[i]!, called.params[Math.min(i - 1, last)]!);
    values.push(one.value);
    origins.push(one.origin);
  }
  if (final !== undefined) {
    values.push(fitArgument(scope, final, called.params[Math.min(values.length, last)]));
    origins.push(final.origin);
  }
  if (name === 'call') refuseCall(scope, node, values[0], args[1]);
  const made = run(scope, called, node, name, values, origins);
  const { value } = made;
  const inInterface = called.result === 'interface {}' || value === null;
  if (!scope.run.traced) return { value, inInterface, origin: undefined };
  const origin =
    'render' in called || 'origin' in made
      ? (made as Rendered).origin
      : originOf(scope, called, values, origins, value, receiver);
  return { value, inInterface, origin };
}

function checkCount(
  scope: Scope,
  { params, variadic }: Pick<GoFunction, 'params' | 'variadic'>,
  name: string,
  written: number,
  final: Held | undefined,
): void {
  const given = written + (final === undefined ? 0 : 1);
  if (variadic && given < params.length - 1)
    scope.fail(
      'wrong count',
      `wrong number of args for ${name}: want at least ${params.length - 1} got ${written}`,
    );
  if (!variadic && given !== params.length)
    scope.fail('wrong count', `wrong number of args for ${name}: want ${params.length} got ${given}`);
}

/** `and` and `or`: the first argument that decides, or the last; what comes behind it is not evaluated. */
function firstThat(
  scope: Scope,
  dot: Held,
  evaluateArgument: EvaluateArgument,
  truth: boolean,
  args: readonly Operand[],
  final: Held | undefined,
): Held {
  let one = NOTHING;
  let passed: ValuesSource | undefined;
  const decide = (next: Held): void => {
    passed = bothSources(passed, sourceOf(one.origin));
    one = next;
  };
  for (let i = 1; i < args.length; i++) {
    decide(evaluateArgument(scope, dot, args[i]!, 'reflect.Value'));
    if (isTruthy(one.value) === truth) return { ...one, origin: chosenBy(one.origin, one.value, passed) };
  }
  if (final !== undefined) decide(final);
  return { ...one, origin: chosenBy(one.origin, one.value, passed) };
}

/** Nothing that a chart can reach is a function, so `call` can only fail. */
function refuseCall(scope: Scope, node: AnyNode, callee: GoValue, written: Operand | undefined): never {
  scope.node = node;
  const name = written === undefined ? String(callee) : nodeText(written);
  const reason =
    callee === null || callee === undefined
      ? 'call of nil'
      : `non-function ${name} of type ${typeOf(callee)}`;
  return scope.fail('function', `error calling call: ${reason}`, undefined, reason);
}

/** What is called with what it yields; a function that renders knows the origin too. */
type Made = { readonly value: GoValue } | Rendered;

function run(
  scope: Scope,
  called: GoFunction | RenderingFunction,
  node: AnyNode,
  name: string,
  values: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
): Made {
  try {
    if ('render' in called) return called.render(values, origins, scope.place(node));
    if (CHANGING.has(name)) scope.run.segments.noteChange();
    if (!looksAtTheTop(name)) for (const value of values) spendOn(value, scope);
    return { value: called.call(values, scope.run) };
  } catch (error) {
    scope.node = node;
    if (error instanceof RenderFailure)
      throw error.within(scope.frame(`error calling ${name}: ${error.lead}`));
    if (!(error instanceof GoError)) throw error;
    const source = atFault(scope, called, error, values, origins);
    const kind = name === 'fail' || name === 'required' ? name : error.kind;
    return scope.fail(kind, `error calling ${name}: ${error.message}`, source, error.message);
  }
}

/** The values that were handed to a function that fails; of one that looks into them, the one that is null. */
function atFault(
  scope: Scope,
  called: GoFunction | RenderingFunction,
  { kind }: GoError,
  args: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
): ValuesSource | undefined {
  const isInside = kind === 'nil pointer' && 'origin' in called && called.origin !== undefined;
  if (isInside) return sourceOf(called.origin?.({ args, origins, result: undefined, context: scope.run }));
  return origins.reduce<ValuesSource | undefined>((all, one) => bothSources(all, sourceOf(one)), undefined);
}

/** Accounts for going through all that is in a map or list, before somebody does. */
function spendOn(value: GoValue, { run }: Scope): void {
  if (typeof value === 'object' && value !== null && (value.go === 'map' || value.go === 'list'))
    run.spend(expandedSize(value));
}

function originOf(
  scope: Scope,
  called: GoFunction,
  args: readonly GoValue[],
  origins: readonly (Origin | undefined)[],
  result: GoValue,
  receiver: Origin | undefined,
): Origin | undefined {
  if (called.origin !== undefined) return called.origin({ args, origins, result, context: scope.run });
  let source = sourceOf(receiver);
  for (let i = 0; i < args.length; i++) source = bothSources(source, deepSource(args[i], origins[i]));
  return source;
}
