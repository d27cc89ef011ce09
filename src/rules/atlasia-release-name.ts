import type { AtlasiaValues } from '../charts/atlasia-values.ts';

/** What the object names of Atlasia begin with when the values alone decide it; undefined when the release name does. */
export function fullNameOf({ fullnameOverride }: AtlasiaValues): string | undefined {
  if (typeof fullnameOverride !== 'string' || fullnameOverride === '') return undefined;
  return fullnameOverride.slice(0, 63).replace(/-$/, '');
}
