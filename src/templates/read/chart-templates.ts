import type { Chart, ChartFile } from '../../model/chart.ts';
import type { TemplateUse } from '../../model/template-use.ts';
import type { KeptTemplates } from '../parse/kept-templates.ts';
import { TemplateCache } from '../parse/template-cache.ts';
import type { TemplateFile } from './template-file.ts';
import { templateReferences } from './template-references.ts';

/**
 * What the templates of a chart and of the charts below it read; undefined when the chart has none, and is no umbrella
 * whose dependencies are all there. The values of a dependency that is not there count as read, whatever they are,
 * and so do those that decide about dependencies.
 */
export function chartTemplates(chart: Chart, kept: KeptTemplates = {}): TemplateUse | undefined {
  const texts = new Map<Chart, readonly string[]>();
  const textsOf = (one: Chart): readonly string[] => {
    const known = texts.get(one) ?? one.templates?.() ?? [];
    texts.set(one, known);
    return known;
  };
  if (!isComplete(chart, textsOf)) return undefined;
  const files: TemplateFile[] = [];
  const alsoRead: string[][] = [];
  const charts: { readonly scope: readonly string[]; readonly chart: Chart }[] = [];
  let isBitnamiCommon = false;
  let isWhole = true;

  function visit(current: Chart, scope: readonly string[]): void {
    charts.push({ scope, chart: current });
    for (const text of textsOf(current)) files.push({ scope, text });
    const declared = current.metadata.dependencies ?? [];
    for (const dependency of declared) {
      const { name, alias, condition = '', tags = [], importValues = [] } = dependency;
      if (name === 'common' && /bitnami/.test(dependency.repository ?? '')) isBitnamiCommon = true;
      for (const path of condition.split(',')) alsoRead.push([...scope, ...path.trim().split('.')]);
      for (const tag of tags) alsoRead.push(['tags', tag]);
      // Imported values land anywhere in the parent, and come from anywhere in the child.
      if (importValues.length > 0) alsoRead.push([...scope, alias ?? name]);
      const below = current.dependencies.find(({ metadata }) => metadata.name === name);
      if (below === undefined) {
        isWhole = false;
        alsoRead.push([...scope, alias ?? name]);
      } else visit(below, [...scope, alias ?? name]);
    }
    const named = new Set(declared.map(({ name }) => name));
    for (const below of current.dependencies) {
      if (!named.has(below.metadata.name)) visit(below, [...scope, below.metadata.name]);
    }
  }

  visit(chart, []);
  const otherFiles = (): TemplateFile[] =>
    charts.flatMap(({ scope, chart: { contents } }) => otherTexts(contents?.().files ?? [], scope));
  const isOnDisk = charts.every(({ chart: { contents } }) => contents !== undefined);
  kept.cache ??= new TemplateCache();
  return templateReferences(files, {
    cache: kept.cache,
    isBitnamiCommon,
    isWhole,
    alsoRead,
    ...(isOnDisk ? { otherFiles } : {}),
  });
}

function otherTexts(files: readonly ChartFile[], scope: readonly string[]): TemplateFile[] {
  return files
    .filter(({ name }) => !/^(?:templates|charts|crds)\//.test(name))
    .map((file) => ({ scope, text: new TextDecoder().decode(file.bytes()) }));
}

/** A copy of a chart without its templates says nothing about what they read. */
function isComplete(chart: Chart, textsOf: (chart: Chart) => readonly string[]): boolean {
  const { metadata, dependencies } = chart;
  if (textsOf(chart).length > 0) return true;
  const there = new Set(dependencies.map(({ metadata: { name } }) => name));
  const declared = metadata.dependencies ?? [];
  return (
    dependencies.length > 0 &&
    declared.every(({ name }) => there.has(name)) &&
    dependencies.every((below) => isComplete(below, textsOf))
  );
}
