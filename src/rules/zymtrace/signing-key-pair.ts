import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isEmptySetting } from '../is-empty.ts';

const TYPE = ['auth', 'type'];
const PRIVATE = ['auth', 'validation', 'keys', 'privateKey'];
const PUBLIC = ['auth', 'validation', 'keys', 'publicKey'];

export const rule = defineRule({
  id: 'zymtrace/signing-key-pair',
  chart: 'zymtrace',
  chartVersions: '>=25.11.6',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'One of the two keys that sign tokens is set without the other.',
    why: 'With auth.type local or oidc the chart stops when it has one key of the pair and not the other; names of Secrets beside them do not count.',
    source: 'auth-configmap.yaml of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace@26.8.4',
        values: 'auth:\n  type: local\n  validation:\n    keys:\n      publicKey: MCowBQYDK2VwAyEA\n',
      },
      {
        chart: 'zymtrace@26.8.4',
        values: 'auth:\n  type: oidc\n  validation:\n    keys:\n      privateKey: MC4CAQAwBQYDK2Vw\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace@26.8.4',
        values:
          'auth:\n  type: local\n  validation:\n    keys:\n      privateKeySecretName: keys\n      publicKeySecretName: keys\n',
      },
      {
        chart: 'zymtrace@26.8.4',
        values: 'auth:\n  type: basic\n  validation:\n    keys:\n      publicKey: MCowBQYDK2VwAyEA\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const type = valueAt(data, TYPE);
    if (type !== 'local' && type !== 'oidc') return;
    const isSet = [PRIVATE, PUBLIC].map(
      (path) => !isEmptySetting(valueAt(data, path)) || isProvided(release.context, path),
    );
    if (isSet[0] === isSet[1]) return;
    const [set, other] = isSet[0] === true ? [PRIVATE, PUBLIC] : [PUBLIC, PRIVATE];
    yield {
      at: set,
      part: 'key',
      problem: `${set.join('.')} is set without ${other.at(-1)}`,
      why: `With auth.type "${type}" the chart does not render with one key alone.`,
      help: `Set ${other.join('.')} as well, or remove both.`,
    };
  },
});
