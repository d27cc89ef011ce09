import type { Fact } from '../model/fact.ts';

/** What is wrong with what a rule of a plugin states; undefined when it is a fact. `problem` is to follow "it". */
export function factProblem(fact: unknown): string | undefined {
  if (!isObject(fact)) return 'states something that is no object';
  const { at, problem, message, why, help, severity, related, fix } = fact;
  if (!isPath(at)) return 'states something without a path in "at"';
  if (typeof problem !== 'string' && typeof message !== 'string')
    return 'states something without a text in "problem"';
  if (![problem, message, why, help].every(isTextOrNothing)) return 'states something in what is no text';
  if (severity !== undefined && !['error', 'warning', 'info'].includes(String(severity)))
    return `gives the severity ${JSON.stringify(severity)}, which there is not`;
  if (related !== undefined && !isRelated(related)) return 'has "related" that is no list of { at, message }';
  return fix === undefined || isFix(fix) ? undefined : 'has a "fix" that is none';
}

function isFix(fix: unknown): boolean {
  if (!isObject(fix) || typeof fix.title !== 'string' || typeof fix.safe !== 'boolean') return false;
  const { replace, remove, insert, move } = fix;
  const texts = (list: unknown): boolean =>
    isListOf(list, (one) => isObject(one) && isPath(one.at) && typeof one.text === 'string');
  return (
    texts(replace) &&
    isListOf(remove, isPath) &&
    isListOf(insert, (one) => isObject(one) && isPath(one.at)) &&
    isListOf(move, (one) => isObject(one) && isPath(one.from) && isPath(one.to))
  );
}

function isRelated(related: unknown): related is Fact['related'] {
  return isListOf(related, (one) => isObject(one) && isPath(one.at) && typeof one.message === 'string');
}

function isListOf(list: unknown, isOne: (one: unknown) => boolean): boolean {
  return list === undefined || (Array.isArray(list) && list.every(isOne));
}

function isPath(path: unknown): boolean {
  return (
    Array.isArray(path) && path.every((segment) => typeof segment === 'string' || Number.isInteger(segment))
  );
}

function isTextOrNothing(text: unknown): boolean {
  return text === undefined || typeof text === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
