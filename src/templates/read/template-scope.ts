import type { BranchNode } from '../parse/node.ts';
import { keysOf, type TemplateValue, union } from './template-value.ts';

/** What names stand for at one place of a template. */
export interface Scope {
  readonly dot: TemplateValue;
  /** Undefined as long as there are none. */
  variables: Map<string, TemplateValue> | undefined;
  readonly outer: Scope | undefined;
}

/** Where a template begins: `$` is what it is called with. */
export function templateScope(dot: TemplateValue): Scope {
  return { dot, variables: new Map([['$', dot]]), outer: undefined };
}

export function declareVariable(scope: Scope, name: string, value: TemplateValue): void {
  scope.variables ??= new Map();
  scope.variables.set(name, value);
}

/** What a variable stands for; names have their `$`. */
export function variableOf(scope: Scope, name: string): TemplateValue {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const value = at.variables?.get(name);
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
    const old = at.variables?.get(name);
    if (old === undefined) continue;
    declareVariable(at, name, bounded(union(old, value)));
    return;
  }
}

/** What names stand for where the value that was tested is empty. */
export function elseScope({ kind, pipe }: BranchNode, value: TemplateValue, outer: Scope): Scope {
  const scope: Scope = { dot: outer.dot, variables: undefined, outer };
  const [first] = kind === 'range' ? [] : pipe.variables;
  if (first !== undefined) declareVariable(scope, first.name, value);
  return scope;
}

/** What names stand for inside a branch: `item` is what `range` is at, or what was tested. */
export function branchScope(
  { kind, pipe }: BranchNode,
  value: TemplateValue,
  item: TemplateValue,
  outer: Scope,
): Scope {
  const scope: Scope = { dot: kind === 'if' ? outer.dot : item, variables: undefined, outer };
  const [first, second] = pipe.variables;
  if (second !== undefined) {
    declareVariable(scope, first!.name, keysOf(value));
    declareVariable(scope, second.name, item);
  } else if (first !== undefined) declareVariable(scope, first.name, item);
  return scope;
}
