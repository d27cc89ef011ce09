import { dnsSubdomain } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { listIn, mapsIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const ADMISSION = 'pkg/apis/admissionregistration/validation/validation.go';
const WEBHOOK = ['admissionregistration/v1.ValidatingWebhook', 'admissionregistration/v1.MutatingWebhook'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'webhook-name',
    on: WEBHOOK,
    source: `validateWebhook in ${ADMISSION} (IsFullyQualifiedName)`,
    *check(node) {
      const name = textIn(node.value, 'name');
      if (name === undefined) return;
      const problem =
        dnsSubdomain(name) ?? (name.split('.').length < 3 ? 'has fewer than three parts' : undefined);
      if (problem !== undefined)
        yield refuse(
          node,
          'name',
          `webhook name ${showText(name)} ${problem}`,
          'Write a name such as "pods.example.com".',
        );
    },
  },
  {
    id: 'webhook-side-effects',
    on: WEBHOOK,
    source: `validateWebhook in ${ADMISSION}`,
    *check(node) {
      const effects = textIn(node.value, 'sideEffects');
      if (effects !== 'Some' && effects !== 'Unknown') return;
      yield refuse(
        node,
        'sideEffects',
        `sideEffects is "${effects}", which v1 no longer takes`,
        'Write "None" or "NoneOnDryRun".',
      );
    },
  },
  {
    id: 'webhook-versions',
    on: WEBHOOK,
    source: `validateAdmissionReviewVersions in ${ADMISSION}`,
    *check(node) {
      const versions = listIn(node.value, 'admissionReviewVersions');
      if (versions.length === 0 || versions.includes('v1') || versions.includes('v1beta1')) return;
      yield refuse(
        node,
        'admissionReviewVersions',
        'admissionReviewVersions has neither "v1" nor "v1beta1"',
        'Add "v1".',
      );
    },
  },
  {
    id: 'webhook-url',
    on: ['admissionregistration/v1.WebhookClientConfig'],
    source: 'ValidateWebhookURL in apiserver/pkg/util/webhook/validation.go',
    *check(node) {
      const url = textIn(node.value, 'url');
      if (url === undefined) return;
      const problem = !url.startsWith('https://')
        ? 'does not begin with "https://"'
        : /[?#]/.test(url)
          ? 'has a query'
          : /^https:\/\/[^/]*@/.test(url)
            ? 'has a user'
            : undefined;
      if (problem !== undefined)
        yield refuse(node, 'url', `url ${problem}`, 'Write https://, a host, and a path.');
    },
  },
  {
    id: 'webhook-names-twice',
    on: [
      'admissionregistration/v1.ValidatingWebhookConfiguration',
      'admissionregistration/v1.MutatingWebhookConfiguration',
    ],
    source: `validateValidatingWebhookConfiguration in ${ADMISSION}`,
    *check(node) {
      for (const [i, hook] of mapsIn(node.value, 'webhooks')) {
        for (const [j, rule] of mapsIn(hook, 'rules')) {
          for (const field of ['apiGroups', 'apiVersions', 'operations']) {
            const list = listIn(rule, field);
            if (list.length > 1 && list.includes('*'))
              yield refuse(
                node,
                ['webhooks', i, 'rules', j, field],
                `"*" is not alone in ${field}`,
                'Write only "*", or leave it out.',
              );
          }
        }
      }
    },
  },
];
