import type { ValueUse } from '../../model/template-use.ts';
import type { ReferenceTree } from './reference-tree.ts';
import type { TemplateValue } from './template-value.ts';

/** Notes that a value is used; a whole rendering context that is handed on may have anything read of it. */
export function useValue(tree: ReferenceTree, value: TemplateValue, use: ValueUse): void {
  const isLook = use === 'test' || use === 'compare';
  for (const meaning of value) {
    switch (meaning.kind) {
      case 'path':
        tree.add(meaning.path, use);
        break;
      case 'context':
      case 'charts':
        if (!isLook && (use !== 'range' || meaning.kind === 'context')) tree.giveUp();
        break;
      case 'record':
        if (isLook || use === 'range') break;
        for (const field of meaning.fields.values()) useValue(tree, field, use);
        useValue(tree, meaning.rest, use);
        break;
      case 'list':
        if (use === 'range') break;
        for (const item of meaning.items) useValue(tree, item, use);
        break;
      default:
    }
  }
}
