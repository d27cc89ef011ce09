import { loadYaml } from '../../load/load-yaml.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { fileSource } from '../../model/source.ts';
import { splitManifests } from './split-manifests.ts';

/** The documents of a text that can define custom resources; of others nothing is read. */
export function definitionsIn(text: string, file: string): JsonValue[] {
  if (!text.includes('CustomResourceDefinition')) return [];
  return splitManifests(text, 4).flatMap(({ content }) => loadYaml(fileSource(file), content).data ?? []);
}
