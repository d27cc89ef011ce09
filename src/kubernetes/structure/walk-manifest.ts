import type { KubernetesCheckName } from '../../model/check-id.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { CheckFact, ManifestFact } from '../manifest-fact.ts';
import { fieldOf, type ManifestNode } from '../manifest-node.ts';
import type { FieldType, ListType } from '../types/field-type.ts';
import type { KubernetesTypes } from '../types/kubernetes-types.ts';
import { acceptedTwice } from './accepted-twice.ts';
import { duplicateItems } from './duplicate-items.ts';
import { missingFields } from './missing-field.ts';
import { refusedEmpty } from './refused-empty.ts';
import { showValue } from './show-value.ts';
import { unknownField } from './unknown-field.ts';
import { wrongFormat } from './wrong-format.ts';
import { fits, wrongType } from './wrong-type.ts';
import { wrongWord } from './wrong-word.ts';

/** What is left out of these is checked as if it were written and empty, as the API server does. */
const IMPLIED = ['metadata', 'spec'];

const EMPTY: Readonly<Record<string, JsonValue>> = { type: {}, text: '' };

interface Walk {
  readonly manifest: JsonObject;
  readonly types: KubernetesTypes;
  readonly facts: ManifestFact[];
  readonly visit: (node: ManifestNode) => void;
}

/**
 * Holds a manifest against the type of its kind, and shows `visit` every map in it whose type is known, outer ones first.
 * What has a wrong type is not looked into.
 */
export function walkManifest(
  manifest: JsonObject,
  type: string,
  types: KubernetesTypes,
  visit: (node: ManifestNode) => void,
): ManifestFact[] {
  const walk: Walk = { manifest, types, facts: [], visit };
  walkMap({ value: manifest, path: [], type, manifest, minor: types.minor }, walk);
  return walk.facts;
}

function walkMap(node: ManifestNode, walk: Walk): void {
  const type = walk.types.typeOf(node.type);
  if (!type) return;
  for (const fact of missingFields(node, type)) say(walk, 'missing-field', fact);
  for (const [key, value] of Object.entries(node.value)) {
    const field = type.fields.get(key);
    if (field && isPlainly(value, field.type)) continue;
    const path = [...node.path, key];
    if (field) walkValue(value, field.type, key, path, node, walk);
    else if (!(node.path.length === 0 && (key === 'apiVersion' || key === 'kind'))) {
      say(walk, 'unknown-field', { at: path, ...unknownField(key, node, type, walk.types) });
    }
  }
  for (const name of IMPLIED) {
    const field = type.fields.get(name);
    if (field?.type.is !== 'type' || field.required || fieldOf(node.value, name) !== undefined) continue;
    walkMap({ ...node, value: {}, path: [...node.path, name], type: field.type.name, parent: node }, walk);
  }
  walk.visit(node);
}

/** Whether a value is right at a glance, as nearly all are: no path is made for it. */
function isPlainly(value: JsonValue, type: FieldType): boolean {
  if (value === null) return true;
  if (type.is === 'text') return typeof value === 'string' && (!type.words || type.words.includes(value));
  return (type.is === 'boolean' || type.is === 'integer' || type.is === 'int-or-string') && fits(value, type);
}

function walkValue(
  value: JsonValue,
  type: FieldType,
  name: string,
  path: ValuesPath,
  node: ManifestNode,
  walk: Walk,
): void {
  if (value === null) return;
  if (!fits(value, type)) {
    const shown = showValue(value, path, walk.manifest);
    say(walk, 'wrong-type', { at: path, ...wrongType(value, type, name, shown, walk.types) });
  } else if (type.is === 'text') {
    if (typeof value === 'string' && type.words && !type.words.includes(value))
      walkWord(value, type.words, name, path, node, walk);
  } else if (type.is === 'quantity' || type.is === 'bytes' || type.is === 'time') {
    const format = wrongFormat(value, type, name, showValue(value, path, walk.manifest));
    if (format) say(walk, type.is === 'quantity' ? 'quantity' : 'wrong-format', { at: path, ...format });
  } else if (type.is === 'list' && Array.isArray(value)) walkList(value, type, name, path, node, walk);
  else if (type.is === 'map' && isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (!isPlainly(item, type.of)) walkValue(item, type.of, key, [...path, key], node, walk);
    }
  } else if (type.is === 'type' && isJsonObject(value)) {
    walkMap({ ...node, value, path, type: type.name, parent: node }, walk);
  }
}

function walkWord(
  value: string,
  words: readonly string[],
  name: string,
  path: ValuesPath,
  node: ManifestNode,
  walk: Walk,
): void {
  // In a list nothing stands for "not written".
  if (value === '' && typeof path.at(-1) === 'string' && !refusedEmpty.has(`${node.type}.${name}`)) return;
  say(walk, 'wrong-word', {
    at: path,
    ...wrongWord(value, words, name, showValue(value, path, walk.manifest)),
  });
}

function walkList(
  list: readonly JsonValue[],
  type: ListType,
  name: string,
  path: ValuesPath,
  node: ManifestNode,
  walk: Walk,
): void {
  if (type.keys || type.isSet) {
    const refused = !acceptedTwice.has(`${node.type}.${name}`);
    for (const fact of duplicateItems(list, type, name, path, walk.manifest, walk.types, refused)) {
      say(walk, 'duplicate-item', fact);
    }
  }
  for (const [i, item] of list.entries()) {
    // Go reads null into an empty item.
    const read = item === null ? EMPTY[type.of.is] : item;
    if (read !== undefined) walkValue(read, type.of, `an item of ${name}`, [...path, i], node, walk);
  }
}

function say(walk: Walk, check: KubernetesCheckName, fact: CheckFact): void {
  walk.facts.push({ check, severity: 'error', part: 'value', ...fact });
}
