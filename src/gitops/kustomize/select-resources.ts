import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { objectAt } from '../../model/values-path.ts';
import { matchesLabels } from './matches-labels.ts';
import { matchesPattern } from './matches-pattern.ts';
import { namespaceOf, originalId, type Resource, resourceId } from './resource.ts';

/**
 * Whether the `target` of a patch takes the resource in (`resWrangler.Select`): each field is a regular expression for the whole text,
 * names and namespaces are looked for in the original and in the current id. Undefined where a pattern does not tell.
 */
export function isSelected(resource: Resource, target: JsonObject): boolean | undefined {
  const now = resourceId(resource.manifest);
  const before = originalId(resource);
  const fits = (field: string, ...texts: string[]): boolean | undefined => {
    const pattern = target[field];
    if (typeof pattern !== 'string' || pattern === '') return true;
    const answers = texts.map((text) => matchesPattern(pattern, text));
    return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
  };
  const labels = (field: string, key: string): boolean => {
    const selector: JsonValue | undefined = target[field];
    if (typeof selector !== 'string') return true;
    return matchesLabels(selector, objectAt(resource.manifest.data, ['metadata', key]) ?? {});
  };
  const answers = [
    fits('namespace', namespaceOf(before), namespaceOf(now)),
    fits('name', before.name, now.name),
    fits('group', now.group),
    fits('version', now.version),
    fits('kind', now.kind),
    labels('labelSelector', 'labels'),
    labels('annotationSelector', 'annotations'),
  ];
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
