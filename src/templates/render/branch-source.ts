import type { Context } from '../value/context.ts';
import { bothSources, type ValuesSource } from '../value/values-source.ts';

/** The values that the conditions of the branches around a place read. */
export function branchSource(context: Context | undefined): ValuesSource | undefined {
  let source: ValuesSource | undefined;
  for (let at = context; at !== undefined; at = at.outer)
    if (at.kind === 'branch') source = bothSources(source, at.source);
  return source;
}
