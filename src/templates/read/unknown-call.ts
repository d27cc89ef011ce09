import type { ReferenceTree } from './reference-tree.ts';
import { BITNAMI_COMMON, BITNAMI_COMMON_READS } from './template-functions.ts';
import type { TemplateValue } from './template-value.ts';
import { useValue } from './use-value.ts';

/** A named template that is not there may read anything of its argument; those of Bitnami's `common` are known. */
export function unknownCall(
  tree: ReferenceTree,
  name: string,
  argument: TemplateValue,
  isBitnamiCommon: boolean,
): void {
  if (!isBitnamiCommon || !BITNAMI_COMMON.test(name)) {
    useValue(tree, argument, 'other');
    return;
  }
  for (const meaning of argument) {
    if (meaning.kind === 'context') {
      for (const key of BITNAMI_COMMON_READS) tree.add([...meaning.base, key], 'other');
    } else if (meaning.kind === 'record') {
      for (const field of meaning.fields.values()) unknownCall(tree, name, field, isBitnamiCommon);
      unknownCall(tree, name, meaning.rest, isBitnamiCommon);
    } else useValue(tree, [meaning], 'other');
  }
}
