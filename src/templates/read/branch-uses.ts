import type { ValueUse } from '../../model/template-use.ts';
import type { BranchNode } from '../parse/node.ts';

/** What people call the place in a list. */
const INDEX = /^\$(?:_.*|[ijkn]|idx|num|.*[iI]nde?x)$/;

/** What an `if`, `with` or `range` does with its value: `$key, $value` names the keys of a map, `$i, $item` does not. */
export function branchUses({ kind, pipe: { variables } }: BranchNode): ValueUse[] {
  if (kind !== 'range') return ['test'];
  const [first, second] = variables;
  return second !== undefined && !INDEX.test(first?.name ?? '') ? ['range', 'keys'] : ['range'];
}
