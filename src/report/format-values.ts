import { Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { LineIndex } from '../model/line-index.ts';
import type { MergedValues } from '../model/merged-values.ts';
import type { Source } from '../model/source.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The effective values as YAML or JSON; with `lines`, each YAML line says in a comment where the value is written. */
export function formatValues(
  values: MergedValues,
  format: 'yaml' | 'json',
  lines: ((source: Source) => LineIndex) | undefined,
): string {
  if (format === 'json') return `${JSON.stringify(values.data, null, 2)}\n`;
  const document = new Document(values.data, { aliasDuplicateObjects: false, version: '1.1' });
  // Helm reads more spellings as numbers (0o17, 0b11) than the library knows to quote.
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && /^[-+.\d]/.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({ lineWidth: 0 });
  return lines === undefined ? text : withOrigins(text, values, lines);
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
