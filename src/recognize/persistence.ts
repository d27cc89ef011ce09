import type { JsonObject } from '../model/json-value.ts';
import type { PersistenceRole } from '../model/roles.ts';
import { nameOf, pathOf, type ValueMap } from './value-map.ts';

/** Settings of a claim that nothing reads while persistence is off. */
const SETTINGS = [
  'size',
  'storageClass',
  'storageClassName',
  'existingClaim',
  'accessMode',
  'accessModes',
  'volumeName',
];

/** Every `persistence` map with a boolean `enabled`, by Helm convention. */
export function recognizePersistence(maps: readonly ValueMap[]): PersistenceRole[] {
  const found: PersistenceRole[] = [];
  for (const node of maps) {
    if (!/persisten(?:ce|tVolume)$/i.test(nameOf(node) ?? '') || typeof node.map.enabled !== 'boolean')
      continue;
    found.push({
      path: pathOf(node),
      enabled: node.map.enabled,
      settings: SETTINGS.filter((key) => isFilled(node.map, key)).map((key) => pathOf(node, key)),
    });
  }
  return found;
}

function isFilled(map: JsonObject, key: string): boolean {
  const value = map[key];
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
