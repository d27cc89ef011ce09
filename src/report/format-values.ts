import { Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { LineIndex } from '../model/line-index.ts';
import type { MergedValues } from '../model/merged-values.ts';
import type { Source } from '../model/source.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * The effective values as YAML or JSON; with `lines`, each YAML line says in a comment where the value is written. `data` holds
 * them, with integers that no double can hold as bigint.
 */
export function formatValues(
  values: MergedValues,
  format: 'yaml' | 'json',
  lines: ((source: Source) => LineIndex) | undefined,
  data: unknown = values.data,
): string {
  if (format === 'json') return `${jsonText(data, '')}\n`;
  const document = new Document(data, { aliasDuplicateObjects: false, version: '1.1' });
  // Helm reads more spellings as numbers (0o17, 0b11) than the library knows to quote.
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && /^[-+.\d]/.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({ lineWidth: 0 });
  return lines === undefined ? text : withOrigins(text, values, lines);
}

/** As `JSON.stringify` with an indentation of 2, which refuses bigint. */
function jsonText(value: unknown, indent: string): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => jsonText(item, inner))
    : Object.entries(value).map(([key, below]) => `${JSON.stringify(key)}: ${jsonText(below, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return entries.length === 0
    ? `${open}${close}`
    : `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** Comments go behind the finished lines: a comment inside an empty map would spread it over three lines. */
function withOrigins(text: string, values: MergedValues, lines: (source: Source) => LineIndex): string {
  const counter = new LineCounter();
  const output = text.split('\n');
  const add = (node: unknown, path: ValuesPath): void => {
    if (isMap(node) && node.items.length > 0) {
      for (const { key, value } of node.items) add(value, [...path, String(isScalar(key) ? key.value : key)]);
    } else if (isSeq(node) && node.items.length > 0)
      node.items.forEach((item, index) => {
        add(item, [...path, index]);
      });
    else if (isMap(node) || isSeq(node) || isScalar(node)) {
      const line = counter.linePos(node.range?.[0] ?? 0).line - 1;
      output[line] += ` # ${originOf(path, values, lines)}`;
    }
  };
  add(parseDocument(text, { lineCounter: counter, version: '1.1', uniqueKeys: false }).contents, []);
  return output.join('\n');
}

function originOf(path: ValuesPath, values: MergedValues, lines: (source: Source) => LineIndex): string {
  const { span, written } = values.locate(path, 'value');
  if (written) return `${span.source.shown}:${lines(span.source).positionAt(span.start).line}`;
  for (let depth = path.length; depth >= 0; depth--) {
    const layer = values.layersSetting(path.slice(0, depth)).at(-1);
    if (layer !== undefined && depth > 0) return layer.label;
  }
  return 'default';
}
