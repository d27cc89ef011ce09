import { endsWithAny } from '../../model/ends-with-any.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { SecretRole } from '../../model/pod-roles.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { valuesMatching } from '../match-annotations.ts';
import { originOf, surelyHoldsSecret } from '../secret-name.ts';
import {
  embeddedPassword,
  isSecretReference,
  isUnmistakableSecret,
  isUrl,
  mayBeSecret,
} from '../secret-text.ts';
import { pathOf, type ValueMap, type ValuesIndex } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** What the recognizer learns of one secret before it looks around it. */
interface Candidate {
  readonly path: ValuesPath;
  readonly name: string;
  readonly value: string;
  /** From the annotation; undefined leaves it to convention. */
  readonly replacedBy?: string | false | undefined;
}

/**
 * Every credential of the values that is set: annotated ones; then, by name and by what the text looks like, values
 * that are surely one. Environment variables in a list count by their `name`.
 */
export function recognizeSecrets({ data, index, chart, isRead, rendered }: ValuesView): SecretRole[] {
  const annotations = chart?.annotations ?? [];
  const found = new Map<string, SecretRole>();
  const decided = new Set<string>();
  const add = (candidate: Candidate): void => {
    const pointer = toPointer(candidate.path);
    if (!decided.has(pointer)) found.set(pointer, secret(data, candidate, isRead(candidate.path)));
    decided.add(pointer);
  };
  for (const { pattern, annotation } of annotations) {
    if (annotation.secret === undefined) continue;
    for (const { path, value } of valuesMatching(data, pattern)) {
      const text = textOf(value, String(path.at(-1)));
      const wanted = annotation.secret && text !== undefined;
      if (wanted)
        add({ path, name: String(path.at(-1)), value: text, replacedBy: annotation.existingSecret });
      else decided.add(toPointer(path));
    }
  }
  for (const node of suspects(index)) {
    if (isAboutSecrets(node)) continue;
    for (const [key, value] of Object.entries(node.map)) {
      if (typeof value !== 'string' || value === '') continue;
      const name = key === 'value' && typeof node.map.name === 'string' ? node.map.name : key;
      if (!isUnannotatedSecret(name, value, node.map)) continue;
      const path = pathOf(node, key);
      // Where it is rendered, the objects say that it names a Secret or a key in one.
      if (rendered?.namesSecret(path, value) !== true) add({ path, name, value });
    }
  }
  return [...found.values()];
}

/** The maps in which some key or text says that it is a secret, before anyone has looked closer. */
function suspects(index: ValuesIndex): readonly ValueMap[] {
  const found = new Set<ValueMap>();
  for (const { key, holders } of index.uses) {
    const isNamed = key === 'value' || surelyHoldsSecret(key);
    for (const node of holders) {
      const value = node.map[key];
      if (typeof value !== 'string' || value === '') continue;
      if (isNamed || isUnmistakableSecret(value) || embeddedPassword(value) !== undefined) found.add(node);
    }
  }
  return [...found].sort((a, b) => a.order - b.order);
}

/** An annotated value that counts as set. URLs are secrets only with a password in them. */
function textOf(value: JsonValue, key: string): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const mayEmbed = isUrl(value) || endsWithAny(key.toLowerCase(), ['url', 'dsn', 'uri']);
  return mayEmbed && embeddedPassword(value) === undefined ? undefined : value;
}

/** Maps whose entries name keys of a Secret, match labels, or describe values rather than being ones. */
const ABOUT_SECRETS = new Set(['valuefrom', 'properties', 'schema', 'dashboards', 'rules', 'groups']);
const ENDINGS_ABOUT_SECRETS = (
  'secretkey secretkeys secretref secretrefs secretmapping secretmappings keymapping keymappings keyref passwordkey ' +
  'passwordkeys nodeselector annotations labels'
).split(' ');

function isAboutSecrets(node: ValueMap): boolean {
  for (let at: ValueMap | undefined = node; at !== undefined; at = at.parent) {
    if (typeof at.key === 'string' && namesKeysOrLabels(at.key.toLowerCase())) return true;
  }
  return false;
}

function namesKeysOrLabels(lower: string): boolean {
  return (
    ABOUT_SECRETS.has(lower) || lower.startsWith('existing') || endsWithAny(lower, ENDINGS_ABOUT_SECRETS)
  );
}

function isUnannotatedSecret(name: string, value: string, siblings: JsonObject): boolean {
  if (isUnmistakableSecret(value)) return true;
  const embedded = embeddedPassword(value);
  if (embedded !== undefined && !/\s/.test(value.trim())) return true;
  if (namesSomethingElse(name, value)) return false;
  if (!surelyHoldsSecret(name) || !mayBeSecret(value, originOf(name) === 'password')) return false;
  // `{name: my-secret, secretKey: token}`: names of a Secret and of a key in it.
  const mayNameKey = name.toLowerCase().endsWith('key') && /^[a-z0-9._-]+$/.test(value);
  return !(mayNameKey && Object.keys(siblings).some(namesSecret));
}

/** `tlsSecretKey: cluster` names a key in a Secret; etcd's `initialClusterToken` tells clusters apart. */
function namesSomethingElse(name: string, value: string): boolean {
  if (/^initial[-_]?cluster[-_]?token$/i.test(name)) return true;
  return /[a-z0-9]SecretKey$/.test(name) && /^[a-z]+(?:[._-][a-z]+)*$/.test(value) && value.length < 24;
}

function namesSecret(key: string): boolean {
  const lower = key.toLowerCase();
  return ['existing', 'secretname', 'secretref', 'remoteref'].some((start) => lower.startsWith(start));
}

function secret(data: JsonObject, candidate: Candidate, active: boolean): SecretRole {
  const { path, name, value } = candidate;
  const embedded = embeddedPassword(value);
  const siblings = valueAt(data, path.slice(0, -1));
  const around = isJsonObject(siblings) ? siblings : {};
  return {
    path,
    value,
    kind: isSecretReference(embedded ?? value) ? 'reference' : 'literal',
    embedded: embedded !== undefined,
    origin: embedded === undefined && !isUnmistakableSecret(value) ? originOf(name) : 'issued',
    active,
    username: usernameIn(around),
    existingSecret: existingSecret(data, candidate, around),
  };
}

function usernameIn(map: JsonObject): string | undefined {
  const key = Object.keys(map).find((candidate) => /^(?:\w*user(?:name)?|login|rootUser)$/i.test(candidate));
  const value = key === undefined ? undefined : map[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function existingSecret(
  data: JsonObject,
  { path, name, replacedBy }: Candidate,
  around: JsonObject,
): SecretRole['existingSecret'] {
  const parent = path.slice(0, -1);
  const key = Object.keys(around).find((candidate) => isSecretNameFor(candidate, name));
  const place =
    typeof replacedBy === 'string'
      ? parsePointer(replacedBy)
      : key === undefined
        ? undefined
        : [...parent, key];
  const value = place === undefined ? undefined : valueAt(data, place);
  if (place === undefined || value === undefined) return undefined;
  return { path: place, isSet: typeof value === 'string' && value !== '', replaces: replacedBy !== false };
}

const EXISTING = ['existingSecret', 'existingSecretName', 'existingSecretRef'];

/** `existingSecret` beside any secret; `existingPasswordSecret` or `passwordSecretName` beside `password` only. */
function isSecretNameFor(key: string, name: string): boolean {
  if (EXISTING.includes(key)) return true;
  const lower = key.toLowerCase();
  const own = name.toLowerCase();
  return [`existing${own}secret`, `${own}secretname`, `${own}secretref`, `${own}existingsecret`].includes(
    lower,
  );
}
