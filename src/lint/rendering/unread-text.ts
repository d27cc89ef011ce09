import type { ManifestFact } from '../../kubernetes/manifest-fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Statement } from '../../model/statement.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/**
 * What is wrong where a field holds what Helm's `fromYaml` says of a value that is not what the template reads: the value, and not the
 * text that came of it. Undefined for every other field.
 */
export function unreadText(
  field: JsonValue | undefined,
  path: ValuesPath,
  { why }: Pick<ManifestFact, 'why'>,
): Statement | undefined {
  if (typeof field !== 'string') return undefined;
  const [, type] =
    /^error unmarshaling JSON: while decoding JSON: json: cannot unmarshal \w+ into Go value of type (map|\[\])/.exec(
      field,
    ) ?? [];
  if (type === undefined) return undefined;
  const wanted = type === 'map' ? 'map' : 'list';
  return {
    problem: `${formatPath(path)} must be a ${wanted}: a template reads it as one`,
    why: `The manifest holds Helm's error in its place, "error unmarshaling JSON: …". ${why ?? ''}`.trim(),
    help: `Write a ${wanted}, or remove it.`,
  };
}
