import { loadYaml } from '../../load/load-yaml.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { fileSource } from '../../model/source.ts';
import { splitManifests } from './split-manifests.ts';

const KIND = /\bkind["']?\s*:\s*["']?(\w+)/g;

/** The documents of a text that can define custom resources, of these kinds where some are named; of others nothing is read. */
export function definitionsIn(text: string, file: string, kinds?: ReadonlySet<string>): JsonValue[] {
  if (!text.includes('CustomResourceDefinition')) return [];
  return splitManifests(text, 4)
    .filter(({ content }) => kinds === undefined || names(content, kinds))
    .flatMap(({ content }) => loadYaml(fileSource(file), content).data ?? []);
}

/** Definitions are long, and the chart that brings many uses few. */
function names(content: string, kinds: ReadonlySet<string>): boolean {
  for (const [, kind] of content.matchAll(KIND)) if (kinds.has(kind!)) return true;
  return false;
}
