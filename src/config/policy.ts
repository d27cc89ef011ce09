import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import type { CheckInfo } from '../model/check-info.ts';
import type { JsonObject } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import type { RuleHead } from '../model/rule.ts';
import type { Limits } from '../model/user-limits.ts';
import type { Config, Plugin, SeveritySetting } from './config.ts';
import { presets } from './presets.ts';
import { pointerMatcher, type SettingsLayer, settingsLayer } from './settings-layer.ts';

/** Which rules run and how much their findings weigh. */
export interface Policy {
  /** The rules that are on for at least some file or path. */
  readonly rules: readonly RuleHead[];
  /** Every id that a report can contain. */
  readonly ids: ReadonlySet<string>;
  /** Whether findings of the rule or check are reported anywhere at all. */
  isOn(id: string): boolean;
  /** The setting of a rule or check for a finding in this file about this JSON Pointer. */
  severity(id: string, file: string, pointer: string): SeveritySetting;
  /** The options of a rule for a release whose main file this is, over the defaults in the schema of its options. */
  options(rule: RuleHead, file: string): JsonObject;
  /** Whether the values at the pointer belong to the user (`ignoreKeys`) or come at deploy time (`provided`). */
  isExempt(file: string, pointer: string): boolean;
  /** Whether a comment in a file may hide findings of the rule or check. */
  mayHide(id: string): boolean;
  /** Whether comments in files count at all. */
  readonly heedsComments: boolean;
  /** Whether a suppression without a reason is a finding. */
  readonly requireReason: boolean;
  /** Whether findings that only defaults of other people's charts cause are shown. */
  readonly includeDefaults: boolean;
  /** Whether the check is about the run: nothing hides its findings. */
  isAboutRun(id: string): boolean;
  /** How much one input may take. */
  readonly limits: Limits;
}

/** What a policy is made from. */
export interface PolicyInput {
  /** Shipped rules and those of the plugins, prefixed. */
  readonly rules: readonly RuleHead[];
  /** The checks that are no rules. */
  readonly checks: readonly CheckInfo[];
  /** Already checked. */
  readonly config?: Config;
  readonly plugins?: readonly Plugin[];
  /** Whether comments in files may hide anything; by default they may. */
  readonly inlineConfig?: boolean;
  readonly includeDefaults?: boolean;
  /** The usual without it. */
  readonly limits?: Limits;
  /** A file as reports show it, relative to the folder of the config file. */
  readonly fromConfig?: (file: string) => string;
}

/** Turns a checked configuration into a policy. Without one the recommended rules are on. */
export function createPolicy(input: PolicyInput): Policy {
  const {
    rules,
    checks,
    config = {},
    plugins = [],
    fromConfig = (file) => file,
    inlineConfig = true,
  } = input;
  const known = presets(rules, plugins);
  const names = typeof config.extends === 'string' ? [config.extends] : (config.extends ?? ['recommended']);
  const layers: SettingsLayer[] = [
    ...names.flatMap((name) => known.get(name) ?? []),
    config,
    ...(config.overrides ?? []),
  ].map(settingsLayer);
  // Later settings win, so every search starts at the end.
  const strongestFirst = layers.toReversed();
  const aboutRun = new Set<string>(checks.filter((check) => check.aboutRun).map(({ id }) => id));
  const ruleIds = new Set(rules.map(({ id }) => id));
  const isOn = (id: string): boolean => {
    for (const { settings, isForAll } of strongestFirst) {
      const setting = settings.get(id);
      if (setting !== undefined && setting.severity !== 'off') return true;
      if (setting !== undefined && isForAll) return false;
    }
    return !ruleIds.has(id);
  };
  const defaults = new Map<RuleHead, JsonObject>();
  const defaultsOf = (rule: RuleHead): JsonObject => {
    const known = defaults.get(rule);
    if (known !== undefined) return known;
    const assembled = rule.options === undefined ? {} : assembleDefaults(rule.options);
    defaults.set(rule, assembled);
    return assembled;
  };
  const withOptions = strongestFirst.filter(({ settings, hasPath }) => {
    return !hasPath && [...settings.values()].some((setting) => setting.options !== undefined);
  });
  const locked = new Set(config.commentsMayNotHide);
  const ignored = pointerMatcher(config.ignoreKeys ?? []);
  return {
    rules: rules.filter(({ id }) => isOn(id)),
    ids: new Set([...ruleIds, ...checks.map(({ id }) => id)]),
    isOn,
    severity(id, file, pointer) {
      for (const { settings, isForAll, hasFile, hasPath } of strongestFirst) {
        const setting = settings.get(id);
        if (setting === undefined) continue;
        if (isForAll || (hasFile(fromConfig(file)) && hasPath?.(pointer) !== false)) return setting.severity;
      }
      return ruleIds.has(id) ? 'off' : 'on';
    },
    options(rule, file) {
      for (const { settings, hasFile } of withOptions) {
        const set = settings.get(rule.id)?.options;
        if (set !== undefined && hasFile(fromConfig(file))) return { ...defaultsOf(rule), ...set };
      }
      return rule.options === undefined ? {} : { ...defaultsOf(rule) };
    },
    isExempt: (file, pointer) =>
      ignored(pointer) || layers.some((layer) => layer.provides(pointer) && layer.hasFile(fromConfig(file))),
    mayHide: (id) => !locked.has(id) && !locked.has('*'),
    heedsComments: inlineConfig,
    includeDefaults: input.includeDefaults === true,
    requireReason: config.requireReason === true,
    isAboutRun: (id) => aboutRun.has(id),
    limits: input.limits ?? LIMITS,
  };
}
