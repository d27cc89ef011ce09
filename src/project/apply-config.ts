import { unknownRule } from '../config/check-config.ts';
import { closestId } from '../config/closest-id.ts';
import type { Config, SeveritySetting } from '../config/config.ts';
import { fileMatcher } from '../config/file-pattern.ts';
import { fileSettings } from '../config/file-settings.ts';
import { createPolicy, type Policy } from '../config/policy.ts';
import { presets } from '../config/presets.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { ReadFailure } from '../model/read-failure.ts';
import { joinStatement } from '../model/statement.ts';
import type { Limits } from '../model/user-limits.ts';
import type { LintOptions } from './lint-options.ts';
import type { LoadedConfig, ShippedNames } from './load-config.ts';

/** What flags say about the configuration and the rules; they win over the configuration file. */
export interface RuleFlags {
  /** A configuration file; false for none at all. By default it is searched for. */
  readonly config?: string | boolean;
  /** False runs no code of a configuration that was searched for, and no plugins of any. */
  readonly plugins?: boolean;
  /** False lets no comment in a file hide anything. */
  readonly inlineConfig?: boolean;
  readonly preset?: string;
  readonly rule?: readonly (readonly [id: string, severity: SeveritySetting])[];
  /** Show what only defaults of other people's charts cause as well. */
  readonly includeDefaults?: boolean;
  /** Globs from the working directory. */
  readonly ignore?: readonly string[];
}

/** A run whose configuration is found, loaded and applied. */
export interface PreparedRun {
  /** What the run reads from. */
  readonly files: FileSystem;
  /** The folders (absolute) that the run is about. */
  readonly roots: readonly string[];
  /** The files (absolute) that were read so far, in whatever thread. */
  readonly read: Set<string>;
  /** What could not be read so far, in this thread, by its path. */
  readonly unread: ReadonlyMap<string, ReadFailure>;
  readonly options: LintOptions;
  readonly policy: Policy;
  /** Undefined when there is no configuration file. */
  readonly loaded: LoadedConfig | undefined;
  /** What was left out of the configuration, one sentence each, for people. */
  readonly notices: readonly string[];
  /** What was prepared: plain data but for `onProgress`, so that another thread can prepare the same. */
  readonly asked: { readonly options: LintOptions; readonly flags: RuleFlags };
}

/** Applies a configuration under the flags; without one, what holds by default. Throws a UsageError for flags that are wrong. */
export function applyConfig(
  options: LintOptions,
  flags: RuleFlags,
  shipped: ShippedNames,
  files: FileSystem,
  loaded: LoadedConfig | undefined,
): Omit<PreparedRun, 'roots' | 'read' | 'unread'> {
  const { cwd } = options;
  const plugins = loaded?.plugins ?? [];
  const rules = [...shipped.rules, ...plugins.flatMap((plugin) => plugin.rules)];
  const config = withFlags(loaded?.config ?? {}, flags);
  const folder = loaded?.folder ?? cwd;
  const fromConfig = (shown: string): string =>
    folder === cwd ? shown : path.relative(folder, path.resolve(cwd, shown)).split(path.sep).join('/');
  const policy = createPolicy({
    rules,
    checks: shipped.checks,
    config,
    plugins,
    fromConfig,
    ...(flags.inlineConfig === undefined ? {} : { inlineConfig: flags.inlineConfig }),
    includeDefaults: flags.includeDefaults === true,
    ...(loaded === undefined ? {} : { limits: loaded.limits }),
  });
  for (const [id] of flags.rule ?? []) {
    if (!policy.ids.has(id))
      throw new UsageError(`--rule: ${joinStatement(unknownRule(id, policy.ids, plugins))}`);
  }
  checkPreset(flags.preset, [...presets(rules, plugins).keys()]);
  const settings = fileSettings(config, fromConfig);
  const ignoredByFlag = fileMatcher(flags.ignore ?? []);
  return {
    files,
    policy,
    loaded,
    notices: loaded?.notices ?? [],
    asked: { options, flags },
    options: {
      ...options,
      ...helmOf(options, config),
      ...renderingOf(options, config, loaded?.limits),
      settings: {
        ...settings,
        folder,
        ...(config.schemaRefs === undefined ? {} : { schemaRefs: config.schemaRefs }),
        ...(config.customResources === undefined ? {} : { customResources: config.customResources }),
        ...(config.stacks === undefined ? {} : { stacks: config.stacks }),
        isIgnored: (shown) => ignoredByFlag(shown) || settings.isIgnored(shown),
      },
    },
  };
}

/** The first that names a version: the flag, the configuration, the Helm that calls. */
function helmOf({ helmVersion, callingHelm }: LintOptions, config: Config): Pick<LintOptions, 'helmVersion'> {
  const version = helmVersion ?? config.helmVersion?.replace(/^v/, '') ?? callingHelm;
  return version === undefined ? {} : { helmVersion: version };
}

/** What the configuration says about the cluster and how much a rendering may take; a flag wins, and API versions add up. */
function renderingOf(
  { rendering }: LintOptions,
  { kubeVersion, apiVersions = [] }: Config,
  limits: Limits | undefined,
): Pick<LintOptions, 'rendering'> {
  if (kubeVersion === undefined && apiVersions.length === 0 && limits === undefined) return {};
  const all = [...apiVersions, ...(rendering?.apiVersions ?? [])];
  return {
    rendering: {
      ...(kubeVersion === undefined ? {} : { kubeVersion }),
      ...rendering,
      ...(all.length === 0 ? {} : { apiVersions: all }),
      ...(limits === undefined ? {} : { limits }),
    },
  };
}

function withFlags(config: Config, { preset, rule = [] }: RuleFlags): Config {
  const last = rule.length === 0 ? [] : [{ rules: Object.fromEntries(rule) }];
  return {
    ...config,
    ...(preset === undefined ? {} : { extends: preset }),
    overrides: [...(config.overrides ?? []), ...last],
  };
}

function checkPreset(preset: string | undefined, known: readonly string[]): void {
  if (preset === undefined || known.includes(preset)) return;
  const meant = closestId(preset, known);
  const advice = meant === undefined ? `Presets are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  throw new UsageError(`--preset: no preset is called "${preset}". ${advice}`);
}
