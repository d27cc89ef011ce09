import type { BranchNode } from '../parse/node.ts';
import { keysOf, type TemplateValue, union } from './template-value.ts';

/** What names stand for at one place of a template. */
export interface Scope {
  readonly dot: TemplateValue;
  readonly variables: Map<string, TemplateValue>;
  readonly outer: Scope | undefined;
}

/** What a variable stands for; names have their `$`. */
export function variableOf(scope: Scope, name: string): TemplateValue {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const value = at.variables.get(name);
    if (value !== undefined) return value;
  }
  return [];
}

/** `$x = …`: the variable may stand for the new value too from here on. `bounded` takes what becomes too much to follow. */
export function assignVariable(
  scope: Scope,
  name: string,
  value: TemplateValue,
  bounded: (value: TemplateValue) => TemplateValue,
): void {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const old = at.variables.get(name);
    if (old === undefined) continue;
    at.variables.set(name, bounded(union(old, value)));
    return;
  }
}

/** What names stand for inside a branch: `item` is what `range` is at, or what was tested. */
export function branchScope(
  { kind, pipe }: BranchNode,
  value: TemplateValue,
  item: TemplateValue,
  outer: Scope,
): Scope {
  const variables = new Map<string, TemplateValue>();
  const [first, second] = pipe.variables;
  if (second !== undefined) {
    variables.set(first!.name, keysOf(value));
    variables.set(second.name, item);
  } else if (first !== undefined) variables.set(first.name, item);
  return { dot: kind === 'if' ? outer.dot : item, variables, outer };
}
