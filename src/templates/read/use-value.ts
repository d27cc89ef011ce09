import type { ValueUse } from '../../model/template-use.ts';
import type { ReferenceTree } from './reference-tree.ts';
import type { Meaning, TemplateValue } from './template-value.ts';

/** Notes that a value is used; a whole rendering context that is handed on may have anything read of it. */
export function useValue(
  tree: ReferenceTree,
  value: TemplateValue,
  use: ValueUse,
  seen: Set<Meaning> = new Set(),
): void {
  const isLook = use === 'test' || use === 'compare';
  const goes = use === 'range' || use === 'keys';
  for (const meaning of value) {
    // A map that holds another one twice, which does so as well: each is looked at once.
    if (seen.has(meaning)) continue;
    seen.add(meaning);
    switch (meaning.kind) {
      case 'path':
        tree.add(meaning.path, use);
        break;
      case 'context':
      case 'charts':
        if (!isLook && (!goes || meaning.kind === 'context')) tree.giveUp();
        break;
      case 'record':
        if (isLook || goes) break;
        for (const field of meaning.fields.values()) useValue(tree, field, use, seen);
        useValue(tree, meaning.rest, use, seen);
        break;
      case 'list':
        if (goes) break;
        for (const item of meaning.items) useValue(tree, item, use, seen);
        break;
      default:
    }
  }
}
