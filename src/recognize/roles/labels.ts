import type { JsonObject } from '../../model/json-value.ts';
import type { LabelRole } from '../../model/pod-roles.ts';
import { type KeyUse, pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Maps that surely become labels of objects, or select by them. */
const LABELS = new Set(
  (
    'podLabels commonLabels globalLabels extraLabels customLabels deploymentLabels statefulSetLabels daemonSetLabels ' +
    'serviceLabels serviceAccountLabels ingressLabels namespaceLabels nodeSelector matchLabels'
  ).split(' '),
);
/** A plain `labels` also names labels of metrics, alerts and dashboards: only beside what Kubernetes objects have. */
const OWNERS = new Set(
  (
    'service serviceAccount ingress serviceMonitor podMonitor pod deployment statefulSet networkPolicy persistence ' +
    'podDisruptionBudget pdb autoscaling hpa'
  ).split(' '),
);

/** Every label value that the values give as text, templates aside. */
export function recognizeLabels({ index, isRead }: ValuesView): LabelRole[] {
  return index.mapsNamed(mayBeLabels).flatMap((node) => {
    if (!isLabelMap(node)) return [];
    const path = pathOf(node);
    return isRead(path) ? texts(node.map).map(([key, value]) => ({ path: [...path, key], value })) : [];
  });
}

function mayBeLabels({ key }: KeyUse): boolean {
  return key === 'labels' || LABELS.has(key);
}

function isLabelMap({ key, parent }: ValueMap): boolean {
  if (typeof key !== 'string') return false;
  return LABELS.has(key) || (key === 'labels' && OWNERS.has(String(parent?.key)));
}

function texts(map: JsonObject): [string, string][] {
  return Object.entries(map).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[1].includes('{{'),
  );
}
