import type { RuleHead } from '../model/rule.ts';
import type { Config, Plugin, RuleSetting } from './config.ts';

/** What a preset sets. */
export type Preset = Pick<Config, 'rules'>;

/** The presets that chartlint ships, by name. */
export const PRESET_NAMES = ['recommended', 'strict', 'production'] as const;

/** Every preset by the name under which `extends` knows it, those of the plugins as `<plugin>/<preset>`. */
export function presets(rules: readonly RuleHead[], plugins: readonly Plugin[]): ReadonlyMap<string, Preset> {
  return new Map<string, Preset>([
    ['recommended', shipped(rules, usual)],
    ['strict', shipped(rules, () => 'on')],
    // With it comes the environment: see fileSettings.
    ['production', shipped(rules, (rule) => rule.production ?? usual(rule))],
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

function usual({ recommended }: RuleHead): RuleSetting {
  return recommended ? 'on' : 'off';
}

/** Made when somebody asks: a run extends one preset. */
function shipped(rules: readonly RuleHead[], settingOf: (rule: RuleHead) => RuleSetting): Preset {
  return {
    get rules() {
      const settings: Record<string, RuleSetting> = {};
      for (const rule of rules) settings[rule.id] = settingOf(rule);
      return settings;
    },
  };
}
