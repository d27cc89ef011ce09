import path from 'node:path';
import { type ConfigProblem, checkNames, checkShape } from '../config/check-config.ts';
import type { Config, Plugin } from '../config/config.ts';
import { configSchema } from '../config/config-schema.ts';
import { withoutPlugins } from '../config/without-plugins.ts';
import type { FileSystem } from '../files/file-system.ts';
import { ownSchema } from '../files/own-schema.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { CheckInfo } from '../model/check-info.ts';
import type { Finding } from '../model/finding.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { RuleHead } from '../model/rule.ts';
import { joinStatement } from '../model/statement.ts';
import { type Limits, limitsOf } from '../model/user-limits.ts';
import { type FailedPlugin, loadPlugins } from './load-plugins.ts';
import { type ReadConfig, readConfig } from './read-config.ts';

/** A configuration that is checked, with its plugins. */
export interface LoadedConfig {
  /** Absolute. */
  readonly file: string;
  /** The folder where its paths and globs start, absolute. */
  readonly folder: string;
  readonly config: Config;
  readonly plugins: readonly Plugin[];
  readonly limits: Limits;
  /** Plugins that cannot be loaded, and where the configuration names each. */
  readonly failedPlugins: readonly Finding[];
  /** The file as text; empty where positions in it are not known. */
  readonly text: string;
  /** What was left out, one sentence each, for people. */
  readonly notices: readonly string[];
}

/** What chartlint brings along, to check names against. */
export interface ShippedNames {
  readonly rules: readonly RuleHead[];
  readonly checks: readonly CheckInfo[];
  readonly cnis: readonly string[];
}

/**
 * Reads, checks and completes a configuration file; without `mayPlug`, with nothing of the plugins that it names. A plugin
 * that fails costs only itself. Throws a UsageError with one line for each mistake, with its place.
 */
export async function loadConfig(
  files: FileSystem,
  file: string,
  cwd: string,
  shipped: ShippedNames,
  mayPlug = true,
): Promise<LoadedConfig> {
  const read = await readConfig(files, file, shownPath(file, cwd));
  const { validateConfig } = await import('../generated/config-validator.ts');
  stopAt(checkShape(read.data, { validate: validateConfig, schema: shippedSchema }), read);
  const written = read.data as Config;
  const leaveOut = !mayPlug && written.plugins !== undefined;
  const limits = limitsOf(written.limits, mayPlug);
  const { plugins, failed } = await loadPlugins(files, leaveOut ? [] : written.plugins, file, limits);
  const config =
    leaveOut || failed.length > 0
      ? withoutPlugins(written, [...shipped.rules, ...shipped.checks], plugins)
      : written;
  const rules = [...shipped.rules, ...plugins.flatMap((plugin) => plugin.rules)];
  stopAt(checkNames(config, { ...shipped, rules, plugins }), read);
  if (plugins.length > 0) stopAt(await checkOptions(config, { ...shipped, rules }), read);
  return {
    file,
    folder: path.dirname(file),
    config,
    plugins,
    limits,
    text: read.text,
    failedPlugins: failed.map((one) => failedPlugin(one, read)),
    notices: leaveOut ? [notRun(shownPath(file, cwd))] : [],
  };
}

function notRun(shown: string): string {
  return `the plugins of "${shown}" are not run: it lies in what is linted, or --no-plugins was given`;
}

function shippedSchema(): JsonSchema {
  return JSON.parse(ownSchema('config'));
}

/** Once more against a schema that knows the rules of the plugins and their options. */
async function checkOptions(config: Config, names: ShippedNames): Promise<ConfigProblem[]> {
  const { schemaValidator } = await import('../json-schema/schema-validator.ts');
  const checks = names.checks.filter(({ aboutRun }) => aboutRun !== true);
  const schema = configSchema({ ...names, checks }) as JsonSchema;
  const { validate } = await schemaValidator(schema);
  return validate === undefined ? [] : checkShape(config, { validate, schema: () => schema });
}

function failedPlugin({ at, ...said }: FailedPlugin, { source, place }: ReadConfig): Finding {
  const { offset, end } = place(at);
  return {
    rule: 'config/plugin',
    severity: 'error',
    ...said,
    span: { source, start: offset, end },
    path: toPointer(at),
    related: [],
  };
}

/** Ends the run when there are problems, one line for each, in the order of the file. */
function stopAt(problems: readonly ConfigProblem[], { place }: ReadConfig): void {
  if (problems.length === 0) return;
  const lines = problems
    .map(({ rule, at, part, ...said }) => ({ ...place(at, part), words: `${joinStatement(said)} [${rule}]` }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ shown, words }) => `${shown}: ${words}`);
  throw new UsageError(lines.join('\n'));
}
