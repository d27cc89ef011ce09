import type { CheckFact } from '../manifest-fact.ts';
import { fieldOf, type ManifestNode } from '../manifest-node.ts';
import type { Field } from '../types/field-type.ts';
import type { ApiType } from '../types/kubernetes-types.ts';

/**
 * Fields that the API's documents call required and the API server fills in: tools that check against the documents refuse
 * the manifest, the cluster does not. Found by leaving each one out and asking Kubernetes' validation.
 */
const FILLED_IN: ReadonlySet<string> = new Set([
  'batch/v1.PodFailurePolicy.rules',
  'core/v1.HTTPHeader.value',
  'core/v1.LimitRangeSpec.limits',
  'core/v1.PreferredSchedulingTerm.preference',
  'core/v1.Sysctl.value',
  'rbac/v1.RoleRef.apiGroup',
  'storage/v1.CSIDriver.spec',
]);

/** The fields of a type that must be there and are not. An empty text or list counts as missing, as the server counts. */
export function* missingFields(node: ManifestNode, type: ApiType): Iterable<CheckFact> {
  const short = type.name.slice(type.name.lastIndexOf('.') + 1);
  for (const field of type.fields.values()) {
    if (!field.required) continue;
    const value = fieldOf(node.value, field.name);
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    if (value !== undefined && !isEmpty) continue;
    const isFilled = FILLED_IN.has(`${type.name}.${field.name}`);
    if (isFilled && isEmpty) continue;
    yield {
      at: isEmpty || Object.hasOwn(node.value, field.name) ? [...node.path, field.name] : node.path,
      severity: isFilled ? 'warning' : 'error',
      problem: `${short} ${isEmpty ? `has an empty "${field.name}"` : `lacks "${field.name}"`}`,
      why: isFilled
        ? 'Kubernetes fills it in; tools that check against its published schema refuse the manifest.'
        : 'Kubernetes refuses the manifest without it.',
      help: `Add "${field.name}"${hint(field)}.`,
    };
  }
}

function hint({ type }: Field): string {
  if (type.is === 'text' && type.words) return `: ${type.words.slice(0, 4).join(', ')}`;
  return type.is === 'list' ? ' with at least one item' : '';
}
