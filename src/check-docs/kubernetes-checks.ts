import type { KubernetesCheckName, ManifestCheckName } from '../model/check-id.ts';
import type { CheckInfo } from '../model/check-info.ts';
import { kubernetesSources } from './kubernetes-sources.ts';

const TYPES = "Kubernetes' types of this version, recorded from its own repository.";

/** What the types of fields and the life of APIs decide: a summary, and the severity where it is no error. */
const BY_TYPES: Readonly<
  Record<KubernetesCheckName, readonly [summary: string, severity?: CheckInfo['severity']]>
> = {
  'unknown-field': ['A value becomes a field that Kubernetes does not have.'],
  'wrong-type': ['A value becomes a field of another type.'],
  'wrong-word': ['A value is none of the words that its field takes.'],
  'wrong-format': ['A value is not written as its field demands: a time, a share.'],
  quantity: ['A value is no amount as Kubernetes writes them: `500m`, `2Gi`.'],
  'missing-field': ['A field that must be there is not.'],
  'duplicate-item': ['Two items of a list have the same key.'],
  'removed-api': ['The chart uses an API version that this Kubernetes no longer has.'],
  'later-api': ['The chart uses an API version that this Kubernetes does not have yet.'],
  'unknown-api': ['The API version does not have this kind.'],
  'deprecated-api': ['The chart uses an API version that a later Kubernetes no longer has.', 'warning'],
  'target-port-name': ['A Service sends to a port that none of its pods has.', 'warning'],
  'backend-port': ['An Ingress sends to a port that the Service does not have.', 'warning'],
};

/** What Kubernetes says of the objects that a release renders. */
export const kubernetesChecks: readonly CheckInfo[] = [
  ...Object.entries(BY_TYPES).map(
    ([id, [summary, severity = 'error']]): CheckInfo => ({
      id: `kubernetes/${id as KubernetesCheckName}`,
      severity,
      summary,
      why: `The release is rendered as Helm does, and the finding is at the value that became the field. Source: ${TYPES}`,
    }),
  ),
  ...kubernetesSources.map(
    ({ id, source, isLater }): CheckInfo => ({
      id: `kubernetes/${id as ManifestCheckName}`,
      severity: 'error',
      // Made for whoever asks: every run knows all checks, and few are explained.
      get summary() {
        return `${isLater ? 'Kubernetes takes it and cannot work with it' : 'Kubernetes refuses a rendered object'}: ${id.replaceAll('-', ' ')}.`;
      },
      get why() {
        return `The release is rendered as Helm does, and the finding is at the value that became the field. Source: ${source.replace(/\.$/, '')}.`;
      },
    }),
  ),
];
