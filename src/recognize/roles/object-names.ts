import { toPointer } from '../../model/json-pointer.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { ObjectNameRole } from '../../model/pod-roles.ts';
import { inOrder, pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Keys whose value is the name of an object, or a part of one. Others are DNS labels only in some charts. */
const NAMES = [
  'fullnameOverride',
  'nameOverride',
  'namespaceOverride',
  'serviceAccountName',
  'priorityClassName',
  'runtimeClassName',
  'ingressClassName',
  'existingClaim',
  'existingSecret',
  'existingConfigMap',
];

const TEMPLATES = ['{{', '${', '$('];

/** Every name of an object: annotated ones; then the keys that `helm create` and Bitnami's charts use for names. */
export function recognizeObjectNames(view: ValuesView): ObjectNameRole[] {
  const { index, isRead } = view;
  const found = new Map<string, ObjectNameRole>();
  const add = (path: ObjectNameRole['path'], value: JsonValue | undefined): void => {
    // A dash is Bitnami's word for "none"; a template is filled in later.
    if (typeof value !== 'string' || value === '' || value === '-') return;
    if (TEMPLATES.some((mark) => value.includes(mark))) return;
    if (isRead(path)) found.set(toPointer(path), { path, value });
  };
  for (const { path, value } of view.annotated('object-name')) add(path, value);
  const accounts = new Set(index.mapsNamed(({ key }) => key === 'serviceAccount'));
  for (const node of inOrder([index.holders(NAMES), [...accounts]])) {
    for (const key of Object.keys(node.map)) if (NAMES.includes(key)) add(pathOf(node, key), node.map[key]);
    if (accounts.has(node) && node.key === 'serviceAccount') add(pathOf(node, 'name'), node.map.name);
  }
  return [...found.values()];
}
