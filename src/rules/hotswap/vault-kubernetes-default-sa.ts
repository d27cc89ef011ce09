import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const CREATE = ['serviceAccount', 'create'];
const NAME = ['serviceAccount', 'name'];
const METHOD = ['vault', 'authMethod'];

export const rule = defineRule({
  id: 'hotswap/vault-kubernetes-default-sa',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The pods log in at Vault with the service account that every pod of the namespace has.',
    why: 'Without a service account of its own or a named one the chart uses `default`. Either the role in Vault is not bound to that account and every login fails, or it is, and every pod in the namespace can read the secrets of HotSwap.',
    source:
      '_helpers.tpl of the chart (hotswap.serviceAccountName); Vault documentation, Kubernetes auth method, bound_service_account_names.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'serviceAccount:\n  create: false\n' },
      { chart: 'hotswap', values: 'serviceAccount:\n  create: false\n  name: default\n' },
      {
        chart: 'hotswap',
        values: 'serviceAccount:\n  create: false\n  name: ""\nvault:\n  authMethod: kubernetes\n',
      },
    ],
    good: [
      { chart: 'hotswap', values: 'serviceAccount:\n  create: false\n  name: hotswap-api\n' },
      { chart: 'hotswap', values: 'serviceAccount:\n  name: hotswap-api\n' },
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Development\nserviceAccount:\n  create: false\nvault:\n  authMethod: token\n',
      },
    ],
  },
  *check(release) {
    const { serviceAccount, vault } = chartValues<HotswapValues>(release);
    if (vault?.authMethod !== 'kubernetes' || serviceAccount?.create !== false) return;
    const { name } = serviceAccount;
    if ((name && name !== 'default') || isProvided(release.context, NAME)) return;
    const state = name ? `is "${name}"` : 'is empty';
    yield {
      at: CREATE,
      problem: `serviceAccount.create is false and serviceAccount.name ${state}`,
      why: 'The pods log in at Vault as "default", the account of every pod in the namespace.',
      help: 'Set serviceAccount.name to the account that the Vault role is bound to, or let the chart create one.',
      related: [
        { at: NAME, message: `the name ${state}` },
        { at: METHOD, message: 'Vault logs in by service account' },
      ],
    };
  },
});
