import type { YamlDocument } from '../load/located-document.ts';
import { isJsonObject } from '../model/json-value.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { ManifestObject } from './manifest-object.ts';

/** The objects that a document holds: itself, or the items of a `List`, also of lists in lists. */
export function objectsIn(document: YamlDocument, file: string): ManifestObject[] {
  const objects: ManifestObject[] = [];
  const visit = (at: ValuesPath): void => {
    const data = valueAt(document.data, at);
    if (!isJsonObject(data)) return;
    if (typeof data.kind === 'string' && data.kind.endsWith('List') && Array.isArray(data.items)) {
      for (const i of data.items.keys()) visit([...at, 'items', i]);
      return;
    }
    objects.push({
      data,
      source: document.source,
      files: [file],
      locate: (path, part) => document.locate([...at, ...path], part),
    });
  };
  visit([]);
  return objects;
}
