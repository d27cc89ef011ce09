import type { ListNode } from '../parse/node.ts';
import type { TemplateCache } from '../parse/template-cache.ts';
import type { TemplateFile } from './template-file.ts';

/** Files that `tpl` may expand, by where the values of their chart sit (joined with dots). */
export function parseFiles(files: readonly TemplateFile[], cache: TemplateCache): Map<string, ListNode[]> {
  const parsed = new Map<string, ListNode[]>();
  for (const { scope, text } of files) {
    const root = text.includes('{{') ? cache.parseTolerantly(text).at(-1)?.root : undefined;
    if (root === undefined) continue;
    const key = scope.join('.');
    const others = parsed.get(key);
    if (others === undefined) parsed.set(key, [root]);
    else others.push(root);
  }
  return parsed;
}
