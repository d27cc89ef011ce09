import type { Config, Plugin } from './config.ts';

/**
 * The configuration without what it says about rules and presets that only plugins can know that did not run: those with a
 * prefix that no own rule or check and no plugin that runs has.
 * @param running the plugins that run.
 */
export function withoutPlugins(
  config: Config,
  own: Iterable<{ readonly id: string }>,
  running: readonly Plugin[] = [],
): Config {
  const { plugins: _, extends: presets, ...rest } = config;
  const names = running.map(({ name }) => name);
  const prefixes = new Set([...Array.from(own, ({ id }) => prefixOf(id)), ...names]);
  const isForeign = (id: string): boolean => {
    const prefix = prefixOf(id);
    return prefix !== undefined && !prefixes.has(prefix);
  };
  const kept = (set: NonNullable<Config['rules']>): NonNullable<Config['rules']> =>
    Object.fromEntries(Object.entries(set).filter(([id]) => !isForeign(id)));
  const usable = (Array.isArray(presets) ? presets : presets === undefined ? [] : [presets]).filter(
    (name) => !name.includes('/') || names.includes(prefixOf(name) ?? ''),
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
