import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';
import { editedPath } from '../written.ts';

const TOKEN = ['secrets', 'vaultToken'];
const ENABLED = ['vault', 'enabled'];

export const rule = defineRule({
  id: 'atlasia/vault-token',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Vault is on, and the token for it is empty.',
    why: 'Vault is on by default and the token empty, and no template asks for it. The orchestrator starts with SPRING_CLOUD_VAULT_ENABLED and an empty VAULT_TOKEN, and fails to read its secrets. The install commands of the README leave the token out as well.',
    source:
      'values.yaml, configmap.yaml and secret.yaml of the chart; Production Deployment in the Atlasia README.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'vault:\n  enabled: true\n  address: https://vault.corp.net\n' },
      { chart: 'atlasia', values: 'secrets:\n  vaultToken: ""\n' },
    ],
    good: [
      { chart: 'atlasia', values: 'vault:\n  enabled: false\n' },
      { chart: 'atlasia', values: 'secrets:\n  vaultToken: hvs.CAESIGq7Xw2Lm9Rt4\n' },
      { chart: 'atlasia', values: 'secrets:\n  existingSecret: atlasia-app\n' },
    ],
  },
  *check(release) {
    const { secrets, vault } = chartValues<AtlasiaValues>(release);
    if (vault?.enabled !== true || !isEmptySetting(secrets?.vaultToken)) return;
    const replaced = ['secrets', 'existingSecret'];
    if (!isEmptySetting(secrets?.existingSecret) || isProvided(release.context, replaced)) return;
    if (isProvided(release.context, TOKEN)) return;
    const at = editedPath(release, [TOKEN, ENABLED]);
    yield {
      at,
      problem: 'vault.enabled is true and secrets.vaultToken is empty',
      why: 'The orchestrator cannot log in at Vault.',
      help: 'Pass the token, or set vault.enabled to false.',
      related:
        at === TOKEN
          ? [{ at: ENABLED, message: 'Vault is on' }]
          : [{ at: TOKEN, message: 'the token is empty' }],
    };
  },
});
