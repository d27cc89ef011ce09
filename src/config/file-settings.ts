import type { LintContext } from '../model/lint-context.ts';
import type { ChartMapping, Config } from './config.ts';
import { fileMatcher } from './file-pattern.ts';
import { asGlob, type Bindings, bindingsIn, filled, hasPlaceholders } from './placeholders.ts';

/** What the configuration says about single files; files are named as reports show them. */
export interface FileSettings {
  /** Where the releases of the file will run. */
  context(file: string): LintContext;
  /** The first mapping that names the file, with its placeholders filled in. */
  chart(file: string): FoundMapping | undefined;
  /** The first mapping for a chart that a manifest names, with its placeholders filled in. */
  chartNamed(chart: NamedInManifest): FoundMapping | undefined;
  isIgnored(file: string): boolean;
}

/** Where a mapping leads to for one file or chart. */
export interface FoundMapping extends ChartMapping {
  /** It was one of a pattern: not everything that fits need be there. */
  readonly isPattern: boolean;
}

/** A chart as a manifest names it. */
export interface NamedInManifest {
  readonly name: string;
  readonly repository?: string | undefined;
  readonly version?: string | undefined;
}

/** Compiles what the configuration says about files. `fromConfig` names a file relative to the folder of the config. */
export function fileSettings(config: Config, fromConfig: (file: string) => string): FileSettings {
  const overrides = (config.overrides ?? [])
    .filter(({ paths }) => paths === undefined)
    .map((override) => ({
      override,
      hasFile: override.files === undefined ? () => true : fileMatcher(override.files),
    }));
  const charts = (config.charts ?? []).flatMap((mapping) =>
    (mapping.files ?? []).map((glob) => ({ mapping, glob, hasFile: fileMatcher([asGlob(glob)]) })),
  );
  const named = (config.charts ?? []).filter(({ files }) => files === undefined);
  const ignored = fileMatcher(config.ignore ?? []);
  const presetEnvironment = [config.extends ?? []].flat().includes('production')
    ? { environment: 'production' }
    : {};
  const base: LintContext = { ...presetEnvironment, ...contextOf(config) };
  return {
    context: (file) =>
      overrides
        .filter(({ hasFile }) => hasFile(fromConfig(file)))
        .reduce((context, { override }) => mergeContexts(context, contextOf(override)), base),
    chart: (file) => {
      const from = fromConfig(file);
      const found = charts.find(({ hasFile }) => hasFile(from));
      return found && mappingWith(found.mapping, bindingsIn(found.glob, from) ?? {});
    },
    chartNamed: ({ name, repository = '', version = '' }) => {
      const found = named.find((one) => isFor(one.name, name) && isFor(one.repository, repository));
      return found && mappingWith(found, { name, version: version.replace(/^v/, '') });
    },
    isIgnored: (file) => ignored(fromConfig(file)),
  };
}

/** One context over another: what both say about comes from the stronger; what is provided adds up. */
export function mergeContexts(weak: LintContext, strong: LintContext): LintContext {
  const provided = [...(weak.provided ?? []), ...(strong.provided ?? [])];
  return {
    ...weak,
    ...strong,
    cluster: { ...weak.cluster, ...strong.cluster },
    ...(provided.length > 0 ? { provided } : {}),
  };
}

function contextOf({ environment, cluster, provided }: Config): LintContext {
  return {
    ...(environment === undefined ? {} : { environment: environment.toLowerCase() }),
    cluster: cluster ?? {},
    ...(provided === undefined ? {} : { provided }),
  };
}

function mappingWith(mapping: ChartMapping, bindings: Bindings): FoundMapping {
  const { chart, schema } = mapping;
  return {
    ...mapping,
    ...(chart === undefined ? {} : { chart: filled(chart, bindings) }),
    ...(schema === undefined ? {} : { schema: filled(schema, bindings) }),
    isPattern: hasPlaceholders(chart ?? '') || hasPlaceholders(schema ?? ''),
  };
}

function isFor(glob: string | undefined, text: string): boolean {
  return glob === undefined || bindingsIn(glob, text.replace(/\/$/, '')) !== undefined;
}
