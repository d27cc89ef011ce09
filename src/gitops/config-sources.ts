import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { valueAt } from '../model/values-path.ts';
import type { ConfigEntry, ConfigSource } from './config-source.ts';
import type { ManifestObject } from './manifest-object.ts';
import { textAt } from './text-at.ts';

/** The kinds that make a ConfigMap or Secret. */
export const CONFIG_KINDS = ['ConfigMap', 'Secret', 'SealedSecret', 'ExternalSecret'] as const;

/** The ConfigMap or Secret that an object is, or that an operator makes of it; undefined for other objects. */
export function configSource(object: ManifestObject): ConfigSource | undefined {
  const { data, files } = object;
  const { kind } = data;
  const name = textAt(data, ['metadata', 'name']);
  const namespace = textAt(data, ['metadata', 'namespace']);
  const at = object.locate(['metadata', 'name'], 'value');
  if (kind === 'ConfigMap' || kind === 'Secret') {
    if (name === undefined) return undefined;
    return { kind, name, namespace, at, files, entries: entriesOf(object) };
  }
  const made =
    kind === 'SealedSecret'
      ? (textAt(data, ['spec', 'template', 'metadata', 'name']) ?? name)
      : kind === 'ExternalSecret'
        ? (textAt(data, ['spec', 'target', 'name']) ?? name)
        : undefined;
  return made === undefined
    ? undefined
    : { kind: 'Secret', name: made, namespace, at, files, entries: undefined };
}

function entriesOf(object: ManifestObject): Map<string, ConfigEntry> {
  const entries = new Map<string, ConfigEntry>();
  const isSecret = object.data.kind === 'Secret';
  for (const field of isSecret ? ['data', 'stringData'] : ['data']) {
    const map = valueAt(object.data, [field]);
    if (!isJsonObject(map)) continue;
    for (const [key, value] of Object.entries(map)) {
      const path = [field, key];
      entries.set(key, {
        text: isSecret && field === 'data' ? decoded(value) : plain(value),
        at: object.locate(path, 'value'),
        ...(isSecret && field === 'data' ? {} : { placed: { of: object, path } }),
      });
    }
  }
  return entries;
}

function plain(value: JsonValue): string | undefined {
  return typeof value === 'string' && !value.startsWith('ENC[') ? value : undefined;
}

function decoded(value: JsonValue): string | undefined {
  const text = plain(value);
  if (text === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}
