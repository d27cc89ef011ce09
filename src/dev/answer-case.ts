import { soundValidator } from '../json-schema/schema-validator.ts';
import { loadValues } from '../load/load-values.ts';
import { isFlagKind } from '../merge/apply-flag.ts';
import { flagLayer } from '../merge/flag-layer.ts';
import { type ChartMerge, type MergedChart, mergeChart } from '../merge/merge-chart.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { Chart, ChartDependency } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Layer, LayerKind } from '../model/layer.ts';
import { fileSource } from '../model/source.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import type { CaseChart, CaseDependency, HelmAnswer, HelmCase } from './helm-case.ts';

class Refused extends Error {}

/** What chartlint makes of a case, in Helm's place. */
export function answerCase(one: HelmCase, helmVersion: string): HelmAnswer {
  try {
    const merged = mergeCase(one, helmVersion);
    const { chart } = merged.root;
    if (merged.values.problems.some((problem) => problem.refused)) return { error: 'flag' };
    if (isMissing(chart)) return { error: 'missing' };
    if (merged.failure) return { error: 'type-mismatch' };
    if (!meetsSchemas(merged.root)) return { error: 'schema' };
    return { values: merged.values.data, charts: renderedCharts(merged.root).sort() };
  } catch (error) {
    if (error instanceof Refused) return { error: 'yaml' };
    throw error;
  }
}

/** The merge of a case. Throws when chartlint refuses one of its files. */
export function mergeCase(one: HelmCase, helmVersion: string): ChartMerge {
  const files = new Map(Object.entries(one.files ?? {}));
  return mergeChart(chartOf(one.chart ?? {}, helmVersion), layersOf(one.args ?? [], files, helmVersion), {
    helmVersion,
  });
}

function documentOf(file: string, text: string, helmVersion: string): ValuesDocument {
  const { document } = loadValues(fileSource(file), text, { helmMajor: helmMajor(helmVersion) });
  if (!document) throw new Refused(file);
  return document;
}

function chartOf(chart: CaseChart, helmVersion: string): Chart {
  const { name = 'app', version = '1.0.0', type, dependencies, charts = [] } = chart;
  const document = documentOf(`${name}/values.yaml`, chart.values ?? '', helmVersion);
  const values: Layer = {
    kind: 'chart-defaults',
    label: document.source.shown,
    data: document.data,
    document,
    scope: [],
  };
  return {
    metadata: {
      name,
      version,
      ...(type && { type }),
      ...(dependencies && { dependencies: dependencies.map(dependencyOf) }),
    },
    values,
    ...(chart.schema !== undefined && { schema: chart.schema as JsonSchema }),
    dependencies: charts.map((sub) => chartOf(sub, helmVersion)),
  };
}

function dependencyOf({ 'import-values': importValues, ...rest }: CaseDependency): ChartDependency {
  return { ...rest, ...(importValues && { importValues }) };
}

function layersOf(args: readonly string[], files: ReadonlyMap<string, string>, helmVersion: string): Layer[] {
  const layers: Layer[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const [flag, text] = [args[i]!, args[i + 1]!];
    const kind = flag.slice(2) as LayerKind;
    if (flag === '-f') {
      const document = documentOf(text, files.get(text) ?? '', helmVersion);
      layers.push({ kind: 'values-file', label: text, data: document.data, document, scope: [] });
    } else if (isFlagKind(kind)) layers.push(flagLayer(kind, { text, files }, { helmVersion }));
    else throw new Error(`The cases use no flag ${flag}`);
  }
  return layers;
}

/** Helm asks only whether a chart of that name lies in `charts/`, at the top. */
function isMissing(chart: Chart): boolean {
  const there = new Set(chart.dependencies.map((sub) => sub.metadata.name));
  return (chart.metadata.dependencies ?? []).some((dependency) => !there.has(dependency.name));
}

function meetsSchemas({ chart, values, subcharts }: MergedChart): boolean {
  const own = chart.schema === undefined || accepts(chart.schema, values.data);
  return own && subcharts.every(meetsSchemas);
}

function accepts(schema: JsonSchema, data: unknown): boolean {
  return soundValidator(schema, { enforcedByHelm: true })?.validate?.(data) === true;
}

function renderedCharts({ subcharts }: MergedChart): string[] {
  return subcharts.flatMap((sub) => {
    const own = sub.chart.metadata.type === 'library' ? [] : [sub.path.join('.')];
    return [...own, ...renderedCharts(sub)];
  });
}
