import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';
import { listWords } from '../list-words.ts';

/** Keys that the Deployment of the orchestrator takes from the Secret, none of them optional. */
const KEYS = [
  'orchestrator-token',
  'db-password',
  'jwt-secret',
  'encryption-key',
  'llm-api-key',
  'llm-fallback-api-key',
  'github-webhook-secret',
  'vault-token',
];

export const rule = defineRule({
  id: 'atlasia/existing-secret-keys',
  chart: 'atlasia',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'An existing Secret is named, and it has to hold eight keys, more than the README creates.',
    why: 'The Deployment refers to each key without `optional`. If one is missing, the pods stay in CreateContainerConfigError, also when the feature behind it is not in use; then an empty value will do. The commands of the README leave out llm-fallback-api-key and github-webhook-secret. What the Secret holds cannot be seen from the values, so this is a reminder.',
    source:
      'orchestrator-deployment.yaml of the chart; Create Secrets, options A and B, in the Atlasia README.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'secrets:\n  existingSecret: atlasia-app\n' },
      {
        chart: 'atlasia',
        values: 'vault:\n  enabled: false\nsecrets:\n  existingSecret: atlasia-secrets\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'secrets:\n  existingSecret: ""\n' },
      { chart: 'hotswap', values: 'externalDatabase:\n  existingSecret: hotswap-db\n' },
    ],
  },
  *check(release) {
    const name = chartValues<AtlasiaValues>(release).secrets?.existingSecret;
    if (isEmptySetting(name)) return;
    yield {
      at: ['secrets', 'existingSecret'],
      problem: `The Secret ${valueText(name)} must hold ${KEYS.length} keys`,
      why: `Without one of ${listWords(KEYS, 'and', KEYS.length)} the pods stay in CreateContainerConfigError.`,
      help: 'Make sure that it holds them all; keys that you do not use may be empty.',
    };
  },
});
