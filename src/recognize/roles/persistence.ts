import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { PersistenceRole } from '../../model/roles.ts';
import { type KeyUse, nameOf, pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Settings of a claim that nothing reads while persistence is off. */
const SETTINGS = [
  'size',
  'storageClass',
  'storageClassName',
  'className',
  'existingClaim',
  'accessMode',
  'accessModes',
  'volumeName',
];

/** Every volume claim that a switch turns on: `persistence.enabled`, by Helm convention, or `storage.type`. */
export function recognizePersistence({ index, isRead }: ValuesView): PersistenceRole[] {
  const found: PersistenceRole[] = [];
  for (const node of index.mapsNamed(mayPersist)) {
    const key = switchKey(node);
    if (key === undefined) continue;
    const value = node.map[key]!;
    const off = pathOf(node, key);
    const { parent } = node;
    found.push({
      path: pathOf(node),
      enabled: value !== false && !isEmptyDir(value),
      active: isRead(off) && (parent === undefined || isRead(pathOf(parent))),
      switch: { path: off, value },
      settings: SETTINGS.filter((name) => isFilled(node.map, name)).map((name) => pathOf(node, name)),
    });
  }
  return found;
}

function mayPersist({ lower }: KeyUse): boolean {
  return lower.endsWith('persistence') || lower.endsWith('persistentvolume') || lower === 'storage';
}

function switchKey(node: ValueMap): string | undefined {
  const name = nameOf(node)?.toLowerCase();
  if (name !== 'storage' && typeof node.map.enabled === 'boolean') return 'enabled';
  const type = node.map.type;
  const isStorage = name === 'storage' || name === 'persistence';
  return isStorage && (isEmptyDir(type) || type === 'persistent') ? 'type' : undefined;
}

const EMPTY_DIRS = ['emptydir', 'empty_dir', 'empty-dir'];

/** `empty_dir`, `emptyDir`: a folder that goes away with the pod. */
function isEmptyDir(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && EMPTY_DIRS.includes(value.toLowerCase());
}

function isFilled(map: JsonObject, key: string): boolean {
  const value = map[key];
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
