import { isJsonObject } from '../model/json-value.ts';

/**
 * The configuration with `off` and `on` for rules that are `false` and `true`: so YAML as Helm reads it turns the unquoted
 * words, and so some people write them. Anything else stays as it is, for the checks to see.
 */
export function readSwitches(data: unknown): unknown {
  if (!isJsonObject(data)) return data;
  const overrides = Array.isArray(data.overrides) ? { overrides: data.overrides.map(withRules) } : {};
  return { ...(withRules(data) as object), ...overrides };
}

function withRules(part: unknown): unknown {
  if (!isJsonObject(part) || !isJsonObject(part.rules)) return part;
  const rules = Object.entries(part.rules).map(([id, setting]) => [id, readSetting(setting)]);
  return { ...part, rules: Object.fromEntries(rules) };
}

function readSetting(setting: unknown): unknown {
  if (typeof setting === 'boolean') return setting ? 'on' : 'off';
  return Array.isArray(setting) && setting.length > 0
    ? [readSetting(setting[0]), ...setting.slice(1)]
    : setting;
}
