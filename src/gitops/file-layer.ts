import type { Repository } from './repository.ts';
import type { ReadLayer } from './text-layer.ts';

/** The layer of a values file that a manifest names; undefined when there is no such file. */
export function fileLayer(file: string, repository: Repository): ReadLayer | undefined {
  const loaded = repository.kind(file) === 'file' ? repository.values(file) : undefined;
  if (loaded === undefined) return undefined;
  const { source, document, findings } = loaded;
  if (document === undefined) return { layer: undefined, findings };
  return {
    layer: { kind: 'values-file', label: source.shown, data: document.data, document, scope: [] },
    findings,
  };
}
