import { Document, isScalar, type Node, visit } from 'yaml';
import type { LineIndex } from '../model/line-index.ts';
import type { MergedValues } from '../model/merged-values.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The effective values as YAML or JSON; with `lines`, each YAML line says in a comment where the value is written. */
export function formatValues(
  values: MergedValues,
  format: 'yaml' | 'json',
  lines: ((file: string) => LineIndex) | undefined,
): string {
  if (format === 'json') return `${JSON.stringify(values.data, null, 2)}\n`;
  const document = new Document(values.data, { aliasDuplicateObjects: false, version: '1.1' });
  if (lines !== undefined) addOrigins(document, values, lines);
  return document.toString({ lineWidth: 0 });
}

function addOrigins(document: Document, values: MergedValues, lines: (file: string) => LineIndex): void {
  visit(document, {
    Node: (key, node, ancestors) => {
      if (key === 'key' || !isLeaf(node)) return;
      const path = pathOf(key, node, ancestors as readonly unknown[]);
      const layer = values.layersSetting(path).at(-1);
      const { span, written } = values.locate(path, 'value');
      const { line } = lines(span.file).positionAt(span.start);
      node.comment = ` ${written ? `${span.file}:${line}` : (layer?.label ?? 'default')}`;
    },
  });
}

/** Scalars, and collections that print on one line because they are empty. */
function isLeaf(node: Node): boolean {
  return isScalar(node) || ('items' in node && Array.isArray(node.items) && node.items.length === 0);
}

function pathOf(key: unknown, node: Node, ancestors: readonly unknown[]): ValuesPath {
  const path: (string | number)[] = [];
  const chain = [...ancestors, node];
  chain.forEach((item, i) => {
    const next = chain[i + 1];
    if (isPair(item)) path.push(String(isScalar(item.key) ? item.key.value : item.key));
    else if (isSequence(item) && next !== undefined) path.push(item.items.indexOf(next));
  });
  return typeof key === 'number' || path.length > 0 ? path : [];
}

function isPair(item: unknown): item is { key: unknown; value: unknown } {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item && !('items' in item);
}

function isSequence(item: unknown): item is { items: unknown[] } {
  return (
    typeof item === 'object' &&
    item !== null &&
    'items' in item &&
    'tag' in item &&
    String(item.constructor.name) === 'YAMLSeq'
  );
}
