import type { SchemaFact } from '../explain/schema-fact.ts';
import { mergeLayers } from '../merge/merge-layers.ts';
import { isAmong, isUserLayer } from '../model/layer.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { valueAt } from '../model/values-path.ts';
import type { ReleaseInput } from './release-input.ts';
import { schemaFacts } from './schema-facts.ts';

/**
 * What the schema of a modeline finds: editors hold the file alone to it, so the chart's defaults are no mistake; but what the
 * schema requires may come from them.
 */
export function editorFacts(input: ReleaseInput, values: MergedValues): SchemaFact[] {
  const { editorSchema, layers, files, helmVersion } = input;
  if (editorSchema === undefined) return [];
  const written = layers.filter((layer) => isUserLayer(layer) || isAmong(layer, files));
  const { data } = mergeLayers(written, { helmVersion });
  return schemaFacts(data, editorSchema).filter(
    ({ rule, at }) => rule !== 'schema/required' || valueAt(values.data, at) === undefined,
  );
}
