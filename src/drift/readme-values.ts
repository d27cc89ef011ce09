import { resolvePlain } from '../load/resolve-scalar.ts';
import type { JsonValue } from '../model/json-value.ts';
import { parsePathPattern } from '../model/path-pattern.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { type MarkdownCell, markdownTables } from './markdown-tables.ts';

/** What a row of a table says about a value. */
export interface ReadmeValue {
  readonly path: ValuesPath;
  readonly key: MarkdownCell;
  /** The cell of the default, where the table has such a column. */
  readonly default: MarkdownCell | undefined;
  /** The cell of the type, where the table has such a column. */
  readonly type: MarkdownCell | undefined;
}

const KEY = /^(?:key|name|parameters?|values?|settings?|options?|path|variable)$/i;
const DEFAULT = /^defaults?(?: value)?$/i;
const TYPE = /^(?:data )?types?$/i;
/** `image.tag`, `ingress.hosts[0].host`, `annotations."a/b"`: a text that can be a path of values. */
const PATH = /^[A-Za-z_][\w-]*(?:\.[\w-]+|\[\d+\]|\."[^"]+"|\["[^"]+"\])*$/;

/**
 * The rows of a README that are about values: those of tables of which at least two rows, and half of them, name values that `isKnown`
 * knows. Other tables (environments, charts, ports) tell of something else.
 */
export function readmeValues(text: string, isKnown: (path: ValuesPath) => boolean): ReadmeValue[] {
  return markdownTables(text).flatMap(({ head, rows }) => {
    const key = head.findIndex((cell) => KEY.test(cell.text));
    if (key === -1) return [];
    const [column, types] = [DEFAULT, TYPE].map((name) => head.findIndex((cell) => name.test(cell.text)));
    const values = rows.flatMap((row): ReadmeValue[] => {
      const cell = row[key];
      if (cell === undefined || !PATH.test(cell.text)) return [];
      const path = parsePathPattern(cell.text.replaceAll(/\."([^"]+)"/g, '["$1"]'));
      return [{ path, key: cell, default: row[column!], type: row[types!] }];
    });
    const known = values.filter(({ path }) => isKnown(path)).length;
    return known >= 2 && known * 2 >= values.length ? values : [];
  });
}

/** Words for what has no default of its own, cells that are cut short, and what a template works out. */
const PROSE =
  /…|\.\.\.|\{\{|<br|^(?:-|_|\.|see\b|\$)|^(?:required|mandatory|optional|none|n\/a|auto|random|generated)$/i;

/** The value that the cell of a default states; undefined where it is prose, or cut short. */
export function statedDefault({ text }: MarkdownCell): { readonly value: JsonValue } | undefined {
  if (text === '' || PROSE.test(text)) return undefined;
  if (/^empty$/i.test(text)) return { value: '' };
  if (/^[[{"]/.test(text)) {
    try {
      return { value: JSON.parse(text) as JsonValue };
    } catch {
      return undefined;
    }
  }
  const [, single] = /^'([^']*)'$/.exec(text) ?? [];
  if (single !== undefined) return { value: single };
  return /\s/.test(text) ? undefined : { value: resolvePlain(text).value };
}
