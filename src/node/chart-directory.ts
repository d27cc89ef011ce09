import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadShippedChart, shippedCharts } from '../generated/shipped-charts.ts';
import { loadYaml } from '../load/load-yaml.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { chartByShape } from '../recognize/chart-shape.ts';
import { type KnownChart, shippedSchema } from './known-chart.ts';
import { readText } from './read-text.ts';
import { shownPath } from './shown-path.ts';
import type { SourceFiles } from './source-files.ts';
import { loadUserSchema } from './user-schema.ts';

/** A chart on disk: its own values are the defaults, its own schema wins, and a shipped profile adds what it knows. */
export async function chartFromDirectory(
  directory: string,
  sources: SourceFiles,
  cwd: string,
): Promise<KnownChart> {
  const metadata = readMetadata(directory, cwd);
  const name = text(metadata.name) ?? path.basename(directory);
  const version = text(metadata.version);
  const appVersion = text(metadata.appVersion);
  const defaults = readDefaults(directory, sources, cwd);
  const shipped = shippedCharts.find((chart) => chart.chartNames.includes(name));
  // Other charts may have the same name (zymtrace's is `backend`), so the keys must fit as well.
  const fits = shipped !== undefined && chartByShape(defaults.layer.data, shippedCharts) === shipped.name;
  const known = fits ? await loadShippedChart[shipped.name]!() : undefined;
  const sameVersion = known !== undefined && known.profile.version === version;
  const schemaFile = path.join(directory, 'values.schema.json');
  const own = existsSync(schemaFile) ? await loadUserSchema(schemaFile, cwd, true) : undefined;
  const profile: ChartProfile = {
    name: known?.profile.name ?? name,
    title: known?.profile.title ?? name,
    ...(version === undefined ? {} : { version }),
    ...(appVersion === undefined ? {} : { appVersion }),
    defaults: defaults.layer.data,
    annotations: [...(own?.annotations ?? []), ...(known?.profile.annotations ?? [])],
  };
  return {
    profile,
    defaults: defaults.layer,
    // The shipped schema forbids all that the chart's own does; for another version it would know the wrong keys.
    schema: sameVersion ? shippedSchema(known) : own?.schema,
    findings: [...defaults.findings, ...(own?.findings ?? [])],
  };
}

function readMetadata(directory: string, cwd: string): JsonObject {
  const file = path.join(directory, 'Chart.yaml');
  const read = readText(file, shownPath(file, cwd));
  if ('problem' in read) return {};
  const { data } = loadYaml(shownPath(file, cwd), read.text);
  return isJsonObject(data) ? data : {};
}

function readDefaults(
  directory: string,
  sources: SourceFiles,
  cwd: string,
): { layer: Layer; findings: KnownChart['findings'] } {
  const file = path.join(directory, 'values.yaml');
  const loaded = existsSync(file) ? sources.load(file) : undefined;
  const label = shownPath(file, cwd);
  if (loaded === undefined || 'problem' in loaded || loaded.document === undefined) {
    const findings = loaded === undefined || 'problem' in loaded ? [] : loaded.findings;
    return { layer: { kind: 'chart-defaults', label, data: {}, scope: [] }, findings };
  }
  const { document, findings } = loaded;
  return { layer: { kind: 'chart-defaults', label, data: document.data, document, scope: [] }, findings };
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
