import { formatPath } from '../../model/format-path.ts';
import { type KnownNames, knownNames } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { meantWord } from '../meant-word.ts';

const PULL = knownNames(['Always', 'IfNotPresent', 'Never']);
const ACCESS = knownNames(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']);

/** Words of Kubernetes that have one spelling, by the key that holds them. */
const WORDS: ReadonlyMap<string, KnownNames> = new Map([
  ['pullPolicy', PULL],
  ['imagePullPolicy', PULL],
  ['pathType', knownNames(['Prefix', 'Exact', 'ImplementationSpecific'])],
  ['accessMode', ACCESS],
  ['accessModes', ACCESS],
  ['restartPolicy', knownNames(['Always', 'OnFailure', 'Never'])],
  ['concurrencyPolicy', knownNames(['Allow', 'Forbid', 'Replace'])],
  ['externalTrafficPolicy', knownNames(['Cluster', 'Local'])],
  ['whenUnsatisfiable', knownNames(['DoNotSchedule', 'ScheduleAnyway'])],
  ['podManagementPolicy', knownNames(['OrderedReady', 'Parallel'])],
]);
const TYPES: ReadonlyMap<string, KnownNames> = new Map([
  ['service', knownNames(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'])],
  ['strategy', knownNames(['RollingUpdate', 'Recreate'])],
  ['updateStrategy', knownNames(['RollingUpdate', 'OnDelete', 'Recreate'])],
]);

export const rule = defineRule({
  id: 'word-misspelled',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  whenRendered: 'yields',
  silentAfter: ['schema/enum', 'schema/pattern', 'schema/type', 'schema/unknown-key', 'unknown-key'],
  docs: {
    summary: 'A word that Kubernetes takes in one spelling only is written in another: `pullPolicy: always`.',
    why: 'Kubernetes compares such words letter by letter and refuses the manifest.',
    source: 'Kubernetes API reference. Where the chart renders, the manifests are checked instead.',
  },
  examples: {
    bad: [
      { values: 'image:\n  pullPolicy: always\n' },
      { values: 'service:\n  type: clusterIp\n  port: 80\n' },
      { values: 'persistence:\n  accessModes:\n    - ReadWriteonce\n' },
    ],
    good: [
      { values: 'image:\n  pullPolicy: Always\n' },
      { values: 'service:\n  type: ClusterIP\n' },
      { values: 'service:\n  type: api\n' },
    ],
  },
  *check(release) {
    for (const scalar of release.roles.scalars) {
      const { key, value } = scalar;
      if (typeof value !== 'string' || value === '') continue;
      if (typeof key === 'string' && key !== 'type' && !WORDS.has(key)) continue;
      const { path } = scalar;
      const words = wordsAt(path);
      if (words === undefined || words.names.includes(value)) continue;
      const right = meantWord(value, words);
      if (right === undefined) continue;
      yield {
        at: path,
        problem: `${formatPath(path)} is "${value}", and Kubernetes writes "${right}"`,
        why: 'It takes no other spelling and refuses the manifest.',
        help: `Write "${right}".`,
        fix: { title: `Write ${right}`, safe: false, replace: [{ at: path, text: right }] },
      };
    }
  },
});

function wordsAt(path: ValuesPath): KnownNames | undefined {
  const key = path.at(-1);
  if (typeof key === 'number') return path.at(-2) === 'accessModes' ? ACCESS : undefined;
  return key === 'type' ? TYPES.get(String(path.at(-2))) : WORDS.get(String(key));
}
