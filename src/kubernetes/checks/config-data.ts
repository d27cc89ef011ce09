import { configKey } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, mapIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const MOST_BYTES = 1024 * 1024;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

export const checks: readonly ManifestCheck[] = [
  {
    id: 'config-key',
    on: ['core/v1.ConfigMap', 'core/v1.Secret'],
    source: `ValidateConfigMap and ValidateSecret in ${CORE}`,
    *check(node) {
      for (const field of ['data', 'binaryData', 'stringData']) {
        for (const key of Object.keys(mapIn(node.value, field) ?? {})) {
          const problem = configKey(key);
          if (problem !== undefined)
            yield refuse(
              node,
              [field, key],
              `key ${showText(key)} ${problem}`,
              'Write a name as of a file.',
              { part: 'key' },
            );
        }
      }
    },
  },
  {
    id: 'config-key-twice',
    on: ['core/v1.ConfigMap'],
    source: `ValidateConfigMap in ${CORE}`,
    *check(node) {
      const data = mapIn(node.value, 'data') ?? {};
      for (const key of Object.keys(mapIn(node.value, 'binaryData') ?? {})) {
        if (Object.hasOwn(data, key))
          yield refuse(
            node,
            ['binaryData', key],
            `key ${showText(key)} is in "data" as well`,
            'Keep one of them.',
            { part: 'key' },
          );
      }
    },
  },
  {
    id: 'config-size',
    on: ['core/v1.ConfigMap', 'core/v1.Secret'],
    source: `ValidateConfigMap and ValidateSecret in ${CORE} (MaxSecretSize)`,
    *check(node) {
      let bytes = 0;
      for (const field of ['data', 'binaryData', 'stringData']) {
        for (const value of Object.values(mapIn(node.value, field) ?? {})) {
          if (typeof value !== 'string') continue;
          const isEncoded = field === 'binaryData' || (field === 'data' && node.type === 'core/v1.Secret');
          bytes += isEncoded ? Math.floor((value.length * 3) / 4) : value.length;
        }
      }
      if (bytes > MOST_BYTES)
        yield refuse(
          node,
          [],
          `the data has ${bytes} bytes, and ${MOST_BYTES} is the most`,
          'Split it, or mount a volume.',
        );
    },
  },
  {
    id: 'secret-type-keys',
    on: ['core/v1.Secret'],
    source: `ValidateSecret in ${CORE}`,
    *check(node) {
      const type = textIn(node.value, 'type');
      if (type === undefined) return;
      const there = { ...mapIn(node.value, 'data'), ...mapIn(node.value, 'stringData') };
      for (const key of KEYS[type] ?? []) {
        if (!Object.hasOwn(there, key))
          yield refuse(
            node,
            [],
            `a Secret of type ${type} lacks the key "${key}"`,
            `Add "${key}" to data, or write type: Opaque.`,
          );
      }
      if (
        type === 'kubernetes.io/basic-auth' &&
        !Object.hasOwn(there, 'username') &&
        !Object.hasOwn(there, 'password')
      ) {
        yield refuse(
          node,
          [],
          `a Secret of type ${type} lacks "username" and "password"`,
          'Add one of them.',
        );
      }
      const isToken = type === 'kubernetes.io/service-account-token';
      if (
        isToken &&
        textIn(mapIn(mapIn(node.value, 'metadata'), 'annotations'), 'kubernetes.io/service-account.name') ===
          undefined
      ) {
        yield refuse(
          node,
          ['metadata'],
          'a token Secret lacks the annotation kubernetes.io/service-account.name',
          'Add it with the name of the ServiceAccount.',
        );
      }
    },
  },
  {
    id: 'registry-credentials',
    on: ['core/v1.Secret'],
    source: `ValidateSecret in ${CORE}`,
    *check(node) {
      const type = textIn(node.value, 'type');
      const key =
        type === 'kubernetes.io/dockerconfigjson'
          ? '.dockerconfigjson'
          : type === 'kubernetes.io/dockercfg'
            ? '.dockercfg'
            : undefined;
      const text = key === undefined ? undefined : fieldOf(mapIn(node.value, 'stringData'), key);
      if (typeof text !== 'string' || isJsonMap(text)) return;
      yield refuse(node, ['stringData', key!], `${key} is no map in JSON`, 'Write {"auths": {…}}.');
    },
  },
];

function isJsonMap(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || (typeof value === 'object' && !Array.isArray(value));
  } catch {
    return false;
  }
}
