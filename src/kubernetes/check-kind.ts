import type { KubernetesCheckName } from '../model/check-id.ts';
import type { JsonObject } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import type { ManifestFact } from './manifest-fact.ts';
import type { KindAnswer } from './types/kubernetes-types.ts';

/** What is wrong with the `apiVersion` and the `kind` of a manifest. */
export function checkKind(manifest: JsonObject, answer: KindAnswer, minor: number): ManifestFact[] {
  const apiVersion = String(manifest.apiVersion);
  const kind = String(manifest.kind);
  const fact = (
    check: KubernetesCheckName,
    severity: ManifestFact['severity'],
    problem: string,
    why: string,
    help: string,
  ): ManifestFact[] => [{ check, severity, at: ['apiVersion'], part: 'value', problem, why, help }];
  const missing = `Kubernetes 1.${minor} does not know it, so the release cannot be installed.`;
  if (answer.is === 'removed') {
    const { replacement } = answer;
    return fact(
      'removed-api',
      'error',
      `Kubernetes 1.${answer.until + 1} removed ${kind} of ${apiVersion}`,
      missing,
      replacement === undefined ? 'Use what took its place, or remove it.' : `Use ${replacement}.`,
    );
  }
  if (answer.is === 'later') {
    return fact(
      'later-api',
      'error',
      `${kind} of ${apiVersion} came with Kubernetes 1.${answer.since}`,
      missing,
      answer.replacement === undefined
        ? `Use Kubernetes 1.${answer.since} or newer.`
        : `Use ${answer.replacement}.`,
    );
  }
  if (answer.is === 'elsewhere') {
    const words = listWords(
      answer.apiVersions.map((version) => `"${version}"`),
      'or',
    );
    return fact('unknown-api', 'error', `${apiVersion} has no ${kind}`, missing, `Write ${words}.`);
  }
  if (answer.is === 'served' && answer.deprecated !== undefined) {
    return fact(
      'deprecated-api',
      'warning',
      `${kind} of ${apiVersion} is deprecated since Kubernetes 1.${answer.deprecated}`,
      'A later Kubernetes no longer has it.',
      answer.replacement === undefined ? 'Look for what takes its place.' : `Use ${answer.replacement}.`,
    );
  }
  return [];
}
