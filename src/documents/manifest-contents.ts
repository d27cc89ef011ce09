import { loadDocuments } from '../load/load-documents.ts';
import { loadValues } from '../load/load-values.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';

/** Whether a text is a manifest, by the words that every one has; a values file of such words is read as one as well, which does no harm. */
export function isManifestText(text: string): boolean {
  return /^(?:apiVersion|releases|helm|helmCharts)["']?[ \t]*:|"kind"[ \t]*:/m.test(text);
}

/**
 * Everything that a manifest holds as one map: its documents by number, and where a text is YAML itself (`values: |`) what that says. For
 * comparing a manifest before and after an edit. Undefined when it is no YAML.
 */
export function manifestContents(source: Source, text: string): JsonObject | undefined {
  const { documents } = loadDocuments(source, text, 'go-yaml-3');
  if (documents === undefined) return undefined;
  const opened = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(opened);
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, opened(below)]));
    if (typeof value !== 'string' || !/[:{]/.test(value)) return value;
    const { document } = loadValues(source, value);
    return document === undefined || Object.keys(document.data).length === 0 ? value : document.data;
  };
  return Object.fromEntries(documents.map(({ data }, i) => [String(i), opened(data)]));
}
