import type { MergedChart } from '../../merge/merge-chart.ts';
import { textOf } from '../value/utf8.ts';

/** Every text that a rendering of the chart can execute: templates, and what they could hand to `tpl`. */
export function callableTexts(root: MergedChart): string[] {
  const templates: string[] = [];
  const others: (() => string)[] = [];
  const visit = ({ chart, subcharts }: MergedChart): void => {
    for (const { name, bytes } of chart.contents?.().files ?? []) {
      if (name.startsWith('templates/')) templates.push(textOf(bytes()));
      else others.push(() => textOf(bytes()));
    }
    subcharts.forEach(visit);
  };
  visit(root);
  if (!templates.some((text) => /\btpl\b/.test(text))) return templates;
  const values = JSON.stringify(root.values.data);
  const expands = [...templates, ...(values.includes('{{') ? [values] : [])];
  const readsFiles = templates.some((text) => /\.Files\b/.test(text));
  return readsFiles ? [...expands, ...others.map((read) => read())] : expands;
}
