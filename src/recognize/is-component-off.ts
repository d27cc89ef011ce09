import type { ValueMap } from './values-index.ts';

/** Whether the component that the map belongs to, or one around it, has `enabled: false`. */
export function isComponentOff(node: ValueMap): boolean {
  for (let at: ValueMap | undefined = node; at !== undefined; at = at.parent) {
    if (at.map.enabled === false) return true;
  }
  return false;
}
