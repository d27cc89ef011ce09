import { sameValue } from '../merge/same-value.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { ChartFacts } from './chart-facts.ts';
import { otherType } from './other-type.ts';
import { readmeValues, statedDefault } from './readme-values.ts';
import { shown } from './shown.ts';

/** Where the tables of a README and the values.yaml of its chart differ. */
export function readmeDrift(readme: string, source: Source, chart: ChartFacts): Finding[] {
  const { values, reads, hasSchema } = chart;
  const isThere = (path: ValuesPath): boolean => valueAt(values, path) !== undefined;
  const isKnown = (path: ValuesPath): boolean => isThere(path) || hasSchema(path) || reads(path);
  const rows = readmeValues(readme, isKnown);
  if (rows.length === 0) return [];
  const at = ({ start, end }: { start: number; end: number }): Span => ({ source, start, end });
  const all = knownNames(leavesOf(values, []).map((path) => formatPath(path)));
  const found = rows.flatMap(({ path, key, default: cell, type }): Finding[] => {
    const name = formatPath(path);
    if (!isKnown(path)) {
      const meant = nearestName(name, all);
      return [
        {
          rule: 'drift/readme-unknown-key',
          severity: 'warning',
          problem: `the README describes ${name}, which the chart does not have`,
          why: 'Neither values.yaml nor the schema names it, and no template reads it.',
          help: meant === undefined ? 'Remove the row, or add the value.' : `Did you mean ${meant}?`,
          span: at(key),
          path: toPointer(path),
          related: [],
        },
      ];
    }
    const stated = cell === undefined ? undefined : statedDefault(cell);
    const value = valueAt(values, path);
    const place = chart.locate(path);
    const related = place === undefined ? [] : [{ span: place, message: 'the default' }];
    const kinds = type === undefined || value === undefined ? undefined : otherType(type.text, value);
    if (kinds !== undefined)
      return [
        {
          rule: 'drift/readme-type',
          severity: 'warning',
          problem: `the README says that ${name} is ${kinds.stated}, and its default is ${kinds.actual}`,
          why: 'Who follows the table gives templates what they do not expect.',
          help: 'Correct the table, or the default.',
          span: at(type!),
          path: toPointer(path),
          related,
        },
      ];
    if (stated === undefined || value === undefined || agrees(stated.value, value)) return [];
    return [
      {
        rule: 'drift/readme-default',
        severity: 'warning',
        problem: `the README says that ${name} is ${shown(stated.value)} by default, and it is ${shown(value)}`,
        why: 'Who reads the table relies on it.',
        help: `Write ${shown(value)}, or change the default.`,
        span: at(cell!),
        path: toPointer(path),
        related,
      },
    ];
  });
  const described = rows.map(({ path }) => path);
  return [...found, ...missingRows(described, chart)];
}

/** Values beside described ones that the tables leave out: who describes some of a map means to describe it all. */
function missingRows(described: readonly ValuesPath[], { values, locate }: ChartFacts): Finding[] {
  const names = new Set(described.map(toPointer));
  const around = new Set(described.map((path) => toPointer(path.slice(0, -1))));
  return leavesOf(values, []).flatMap((path): Finding[] => {
    const isDescribed = path.some((_, i) => names.has(toPointer(path.slice(0, i + 1))));
    const span = locate(path);
    if (isDescribed || !around.has(toPointer(path.slice(0, -1))) || span === undefined) return [];
    return [
      {
        rule: 'drift/readme-missing-key',
        severity: 'info',
        problem: `the README leaves out ${formatPath(path)}`,
        why: 'It describes the values beside it.',
        help: 'Add a row to the table.',
        span,
        path: toPointer(path),
        related: [],
      },
    ];
  });
}

function leavesOf(value: JsonValue, path: ValuesPath): ValuesPath[] {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return path.length === 0 ? [] : [path];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...path, key]));
}

/** Whatever is empty is written in many ways, and maps, lists and texts of several lines are often cut short. */
function agrees(stated: JsonValue, value: JsonValue): boolean {
  if (isEmpty(stated) && isEmpty(value)) return true;
  if (typeof value === 'object' && value !== null && !isHollow(value)) return true;
  if (typeof value === 'string' && value.includes('\n')) return true;
  return sameValue(stated, value) || String(stated) === String(value);
}

function isEmpty(value: JsonValue): boolean {
  return value === null || value === '' || value === 'nil' || isHollow(value);
}

function isHollow(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
