import type { ChartProfile } from '../model/chart-profile.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { ObjectNameRole } from '../model/pod-roles.ts';
import { annotatedValues } from './match-annotations.ts';
import type { IsRead } from './unread-sections.ts';
import { nameOf, pathOf, type ValueMap } from './value-map.ts';

/** Keys whose value is the name of an object, or a part of one. Others are DNS labels only in some charts. */
const NAMES =
  /^(?:fullnameOverride|nameOverride|namespaceOverride|serviceAccountName|priorityClassName|runtimeClassName|ingressClassName|existingClaim|existingSecret|existingConfigMap)$/;

/** Every name of an object: annotated ones; then the keys that `helm create` and Bitnami's charts use for names. */
export function recognizeObjectNames(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
  isRead: IsRead,
): ObjectNameRole[] {
  const found = new Map<string, ObjectNameRole>();
  const add = (path: ObjectNameRole['path'], value: JsonValue | undefined): void => {
    // A dash is Bitnami's word for "none"; a template is filled in later.
    if (typeof value !== 'string' || value === '' || value === '-' || /\{\{|\$\{|\$\(/.test(value)) return;
    if (isRead(path)) found.set(toPointer(path), { path, value });
  };
  for (const { path, value } of annotatedValues(data, chart?.annotations ?? [], 'object-name'))
    add(path, value);
  for (const node of maps) {
    for (const key of Object.keys(node.map)) if (NAMES.test(key)) add(pathOf(node, key), node.map[key]);
    if (nameOf(node) === 'serviceAccount' && node.key === 'serviceAccount')
      add(pathOf(node, 'name'), node.map.name);
  }
  return [...found.values()];
}
