import type { LintContext } from '../model/lint-context.ts';
import type { ChartMapping, Config } from './config.ts';
import { fileMatcher } from './file-pattern.ts';

/** What the configuration says about single files; files are named as reports show them. */
export interface FileSettings {
  /** Where the releases of the file will run. */
  context(file: string): LintContext;
  /** The first mapping that names the file. */
  chart(file: string): ChartMapping | undefined;
  isIgnored(file: string): boolean;
}

/** Compiles what the configuration says about files. `fromConfig` names a file relative to the folder of the config. */
export function fileSettings(config: Config, fromConfig: (file: string) => string): FileSettings {
  const overrides = (config.overrides ?? [])
    .filter(({ paths }) => paths === undefined)
    .map((override) => ({
      override,
      hasFile: override.files === undefined ? () => true : fileMatcher(override.files),
    }));
  const charts = (config.charts ?? []).map((mapping) => ({ mapping, hasFile: fileMatcher(mapping.files) }));
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
    chart: (file) => charts.find(({ hasFile }) => hasFile(fromConfig(file)))?.mapping,
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
