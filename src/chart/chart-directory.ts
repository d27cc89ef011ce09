import type { SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import { loadShippedChart, shippedCharts } from '../generated/shipped-charts.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { TemplateUse } from '../model/template-use.ts';
import type { KeptTemplates } from '../templates/parse/kept-templates.ts';
import { chartTemplates } from '../templates/read/chart-templates.ts';
import { aliasesOf } from './aliases-of.ts';
import { chartOverlays } from './chart-overlays.ts';
import { chartByShape } from './chart-shape.ts';
import { dependencySwitches } from './dependency-switches.ts';
import type { KnownChart } from './known-chart.ts';
import { readChart } from './read-chart.ts';
import type { SchemaFiles } from './schema-files.ts';
import { schemaNames } from './schema-names.ts';
import { shippedParts } from './shipped-parts.ts';
import { statesOfVersion } from './shipped-state.ts';

/** A chart on disk: its own values are the defaults, its own schema wins, and a shipped profile adds what it knows. */
export async function chartFromDirectory(
  directory: string,
  sources: SourceFiles,
  schemas: SchemaFiles,
  cwd: string,
  kept: KeptTemplates,
): Promise<KnownChart> {
  const {
    chart,
    fields,
    schema: own,
    subchartSchemas,
    locateDependency,
    findings,
  } = await readChart(directory, sources, schemas, cwd);
  const name = text(fields.name) ?? path.basename(directory);
  const version = text(fields.version);
  const appVersion = text(fields.appVersion);
  const shipped = shippedCharts.find((entry) => entry.chartNames.includes(name));
  // Other charts may have the same name (zymtrace's is `backend`), so the keys must fit as well.
  const fits = shipped !== undefined && chartByShape(chart.values.data, [shipped]) === shipped.name;
  const chosen = fits ? statesOfVersion(shipped, version ?? '', chart.values.data) : undefined;
  // A chart's own values are all there are: of states with the same version, the one without further keys.
  const state = chosen?.states.at(-1)?.state;
  const known = state === undefined ? undefined : await loadShippedChart[`${shipped!.name}@${state}`]!();
  const sameVersion = known !== undefined && chosen?.instead === undefined;
  let templates: { readonly use: TemplateUse | undefined } | undefined;
  const profile: RuledProfile = {
    name: known?.profile.name ?? name,
    title: known?.profile.title ?? name,
    ...(version === undefined ? {} : { version }),
    ...(appVersion === undefined ? {} : { appVersion }),
    defaults: chart.values.data,
    ...(known?.profile.rules === undefined ? {} : { rules: known.profile.rules }),
    annotations: [...(own?.annotations ?? []), ...(known?.profile.annotations ?? [])],
    get templates() {
      templates ??= { use: chartTemplates(chart, kept) };
      return templates.use;
    },
    aliasesOf: (scope, dependency) => aliasesOf(chart, scope, dependency),
    switches: dependencySwitches(chart.metadata),
    ...(sameVersion ? {} : { schemaNames: (place) => schemaNames(chart, place) }),
  };
  return {
    profile,
    defaults: chart.values,
    // The shipped schema forbids all that the chart's own does; for another version it would know the wrong keys.
    schema: sameVersion ? shippedParts(known).schema : own?.schema,
    tree: { chart, subchartSchemas, locateDependency },
    ...(chosen?.instead === undefined
      ? {}
      : { standsIn: { asked: chosen.instead, known: known?.profile.version ?? '' } }),
    overlays: sources.files.later(() => chartOverlays(directory, sources)),
    findings,
  };
}

function text(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
