import type { ValueUse } from '../../model/template-use.ts';
import type { ReferenceTree } from './reference-tree.ts';
import type { Meaning, TemplateValue } from './template-value.ts';

/** Notes that a value is used; a whole rendering context that is handed on may have anything read of it. */
export function useValue(
  tree: ReferenceTree,
  value: TemplateValue,
  use: ValueUse,
  seen?: Set<Meaning>,
): void {
  const isLook = use === 'test' || use === 'compare';
  const goes = use === 'range' || use === 'keys';
  let known = seen;
  for (const meaning of value) {
    switch (meaning.kind) {
      case 'path':
        tree.add(meaning.path, use);
        break;
      case 'context':
      case 'charts':
        if (!isLook && (!goes || meaning.kind === 'context')) tree.giveUp();
        break;
      case 'record':
      case 'list': {
        if (goes || (isLook && meaning.kind === 'record')) break;
        // A map that holds another one twice, which does so as well: each is looked at once.
        known ??= new Set();
        if (known.has(meaning)) break;
        known.add(meaning);
        const inside = meaning.kind === 'list' ? meaning.items : [...meaning.fields.values(), meaning.rest];
        for (const part of inside) useValue(tree, part, use, known);
        break;
      }
      default:
    }
  }
}
