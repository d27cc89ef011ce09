import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import type { Span } from '../model/span.ts';
import type { TemplateUse } from '../model/template-use.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { ChartFacts } from './chart-facts.ts';

const DEEPEST = 12;
const MOST_NAMED = 6;

/**
 * Values that templates name and nothing defines: neither values.yaml nor the schema. One finding for each map, at the map. `isOthers`: what
 * belongs to a chart below, or to Helm.
 */
export function undefinedValues(
  templates: TemplateUse,
  chart: ChartFacts,
  top: Span,
  isOthers: (path: ValuesPath) => boolean,
): Finding[] {
  const found: Finding[] = [];
  const visit = (path: ValuesPath): void => {
    const value = path.length === 0 ? chart.values : valueAt(chart.values, path);
    // Where a whole map is optional, its keys are what users bring along.
    if (!isJsonObject(value) || path.length > DEEPEST) return;
    const names = templates.namesBelow(path).filter((name) => !isOthers([...path, name]));
    const missing = names.filter((name) => !Object.hasOwn(value, name) && !chart.hasSchema([...path, name]));
    if (missing.length > 0) found.push(finding(path, missing, chart.locate(path) ?? top));
    for (const name of names) visit([...path, name]);
  };
  visit([]);
  return found;
}

function finding(path: ValuesPath, names: readonly string[], span: Span): Finding {
  const shown = names.slice(0, MOST_NAMED).map((name) => formatPath([...path, name]));
  const more = names.length - shown.length;
  const all = listWords(more > 0 ? [...shown, `${more} more`] : shown, 'and');
  const [is, it] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    rule: 'drift/undefined-value',
    severity: 'info',
    problem: `templates read ${all}, which ${is} in neither values.yaml nor the schema`,
    why: `Nobody who reads the chart learns that ${it === 'it' ? 'it exists' : 'they exist'}.`,
    help: `Add ${it} to values.yaml with the default that the templates take, in a comment if need be.`,
    span,
    path: toPointer([...path, names[0]!]),
    related: [],
  };
}
