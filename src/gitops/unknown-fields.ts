import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json-value.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { Placed } from '../model/placed.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { FieldTree } from './field-tree.ts';
import { manifestFinding } from './manifest-finding.ts';

/** What a tool says about fields that it does not know. */
export interface FieldWords {
  /** `Flux`. */
  readonly tool: string;
  /** What becomes of such a field. */
  readonly why: string;
  /** Fields that are known to stand elsewhere, or to be gone: what to write instead, by their path (`spec.crds`). */
  readonly instead: Readonly<Record<string, string>>;
}

/** The fields below `at` that are not in the tree. Those that look like a slip are errors, others may be newer than what is known here. */
export function unknownFields(placed: Placed, at: ValuesPath, tree: FieldTree, words: FieldWords): Finding[] {
  const value = valueAt(placed.data, at);
  if (!isJsonObject(value)) return [];
  const names = knownNames(Object.keys(tree));
  return Object.keys(value).flatMap((key): Finding[] => {
    const path = [...at, key];
    const below = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (below === undefined) {
      const shown = path.filter((one) => typeof one === 'string').join('.');
      const instead = words.instead[shown];
      const near = instead === undefined ? nearestName(key, names, 'slip') : undefined;
      const help = instead ?? (near === undefined ? undefined : `Did you mean "${near}"?`);
      if (help === undefined && !isOwn(key)) return [];
      return [
        manifestFinding('unknown-field', 'error', placed.locate(path, 'key'), {
          problem: `${words.tool} has no field "${shown}"`,
          why: words.why,
          ...(help === undefined ? {} : { help }),
        }),
      ];
    }
    if (below === true) return [];
    if (!isList(below)) return unknownFields(placed, path, below, words);
    const items = valueAt(placed.data, path);
    return Array.isArray(items)
      ? items.flatMap((_, i) => unknownFields(placed, [...path, i], below[0], words))
      : [];
  });
}

function isList(tree: FieldTree | readonly [FieldTree]): tree is readonly [FieldTree] {
  return Array.isArray(tree);
}

/** Values of Helm are about nothing else: what stands beside them by one of these names was meant for them. */
function isOwn(key: string): boolean {
  return /^(?:values?|helm|chart|set|parameters)$/i.test(key);
}
