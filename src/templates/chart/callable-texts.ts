import type { MergedChart } from '../../merge/merge-chart.ts';
import type { TemplateCache } from '../parse/template-cache.ts';

/** Every text that a rendering of the chart can execute: templates, and what they could hand to `tpl`. */
export function callableTexts(root: MergedChart, cache: TemplateCache): string[] {
  const templates: string[] = [];
  const others: (() => string)[] = [];
  const visit = ({ chart, subcharts }: MergedChart): void => {
    for (const file of chart.contents?.().files ?? []) {
      if (file.name.startsWith('templates/')) templates.push(cache.read(file));
      else others.push(() => cache.read(file));
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
