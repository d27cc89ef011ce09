import type { RuleHead } from '../model/rule.ts';
import type { Config, Plugin, RuleSetting } from './config.ts';

/** What a preset sets. */
export type Preset = Pick<Config, 'rules'>;

/** The presets that chartlint ships, by name. */
export const PRESET_NAMES = ['recommended', 'strict', 'production'] as const;

/** Every preset by the name under which `extends` knows it, those of the plugins as `<plugin>/<preset>`. */
export function presets(rules: readonly RuleHead[], plugins: readonly Plugin[]): ReadonlyMap<string, Preset> {
  const recommended = settings(rules, (rule) => (rule.recommended ? 'on' : 'off'));
  const raised = settings(rules, (rule) => rule.production ?? (rule.recommended ? 'on' : 'off'));
  return new Map<string, Preset>([
    ['recommended', { rules: recommended }],
    ['strict', { rules: settings(rules, () => 'on') }],
    // With it comes the environment: see fileSettings.
    ['production', { rules: raised }],
    ...plugins.flatMap(({ name, presets: own = {} }) =>
      Object.entries(own).map(([preset, rules]): [string, Preset] => [
        `${name}/${preset}`,
        {
          rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => [`${name}/${id}`, setting])),
        },
      ]),
    ),
  ]);
}

function settings(
  rules: readonly RuleHead[],
  settingOf: (rule: RuleHead) => RuleSetting,
): Record<string, RuleSetting> {
  return Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)]));
}
