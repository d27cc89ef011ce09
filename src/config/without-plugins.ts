import type { Config } from './config.ts';

/**
 * The configuration without its plugins, and without what it says about rules and presets that only they can know: those
 * with a prefix that no own rule or check has.
 */
export function withoutPlugins(config: Config, own: Iterable<{ readonly id: string }>): Config {
  const { plugins: _, extends: presets, ...rest } = config;
  const prefixes = new Set(Array.from(own, ({ id }) => prefixOf(id)));
  const isForeign = (id: string): boolean => {
    const prefix = prefixOf(id);
    return prefix !== undefined && !prefixes.has(prefix);
  };
  const kept = (set: NonNullable<Config['rules']>): NonNullable<Config['rules']> =>
    Object.fromEntries(Object.entries(set).filter(([id]) => !isForeign(id)));
  const usable = (Array.isArray(presets) ? presets : presets === undefined ? [] : [presets]).filter(
    (name) => !name.includes('/'),
  );
  return {
    ...rest,
    ...(presets === undefined || (usable.length === 0 && presets.length > 0) ? {} : { extends: usable }),
    ...(config.rules === undefined ? {} : { rules: kept(config.rules) }),
    ...(config.overrides === undefined
      ? {}
      : {
          overrides: config.overrides.map((one) => ({
            ...one,
            ...(one.rules && { rules: kept(one.rules) }),
          })),
        }),
  };
}

function prefixOf(id: string): string | undefined {
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined;
}
