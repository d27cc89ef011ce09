import { chartByShape } from '../chart/chart-shape.ts';
import type { ValuesSchema } from '../chart/chart-tree.ts';
import { shippedParts } from '../chart/shipped-parts.ts';
import { loadShippedChart, shippedCharts } from '../generated/shipped-charts.ts';
import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import { collectAnnotations } from '../json-schema/collect-annotations.ts';
import { loadValues } from '../load/load-values.ts';
import type { ChartProfile, DetectedBy, JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import { fileSource } from '../model/source.ts';
import { wholeText } from '../model/statement.ts';
import type { LintTextsOptions } from './lint-options.ts';
import type { TextFile } from './text-file.ts';

/** The chart that texts are linted for. */
export interface TextChart {
  readonly profile: RuledProfile | undefined;
  readonly schema: ValuesSchema | undefined;
  readonly defaults: Layer | undefined;
  readonly detectedBy: DetectedBy;
  readonly findings: readonly Finding[];
}

/** Finds the charts of texts: by the options, else by the keys. Throws an Error for a chart that is not known. */
export async function chartFor(data: JsonObject, options: LintTextsOptions): Promise<TextChart> {
  const { chart, schema, defaults } = options;
  if (chart !== undefined && !Object.hasOwn(loadShippedChart, chart)) {
    const known = shippedCharts.map(({ name }) => name).join(', ');
    throw new Error(`chart: "${chart}" is not one that chartlint knows (${known}).`);
  }
  const named = chart ?? (schema === undefined ? chartByShape(data, shippedCharts) : undefined);
  const shipped = named === undefined ? undefined : shippedParts(await loadShippedChart[named]!());
  const described = schema === undefined ? undefined : await ownSchema(schema);
  const own = defaults === undefined ? undefined : ownDefaults(defaults);
  const profile = shipped?.profile ?? described?.profile;
  return {
    profile: own === undefined ? profile : { ...(profile ?? UNNAMED), defaults: own.layer.data },
    schema: described?.schema ?? shipped?.schema,
    defaults: own?.layer ?? shipped?.defaults,
    detectedBy:
      chart !== undefined || schema !== undefined ? 'flag' : shipped === undefined ? 'none' : 'shape',
    findings: [...(described?.findings ?? []), ...(own?.findings ?? [])],
  };
}

const UNNAMED: ChartProfile = { name: 'chart', title: 'the chart', defaults: {}, annotations: [] };

async function ownSchema(json: JsonSchema): Promise<Pick<TextChart, 'profile' | 'schema' | 'findings'>> {
  const { schemaValidator } = await import('../json-schema/schema-validator.ts');
  const { describeSchemaMistake } = await import('../explain/describe-schema-mistake.ts');
  const { validate, mistakes } = await schemaValidator(json);
  const annotations = collectAnnotations(json);
  const title = typeof json === 'object' && typeof json.title === 'string' ? json.title : 'the schema';
  return {
    profile: { name: title, title, defaults: assembleDefaults(json), annotations },
    schema: validate && { validate, json: () => json, enforcedByHelm: false, annotations },
    findings: mistakes
      .map((mistake) => describeSchemaMistake(mistake, json, false))
      .map(({ rule, severity, ...said }) => ({
        rule,
        severity,
        message: wholeText(said),
        span: { source: fileSource('values.schema.json'), start: 0, end: 0 },
        path: '',
        related: [],
      })),
  };
}

function ownDefaults({ file, text }: TextFile): { layer: Layer; findings: readonly Finding[] } {
  const { document, findings } = loadValues(fileSource(file), text);
  const layer: Layer = { kind: 'chart-defaults', label: file, data: document?.data ?? {}, scope: [] };
  return { layer: document === undefined ? layer : { ...layer, document }, findings };
}
