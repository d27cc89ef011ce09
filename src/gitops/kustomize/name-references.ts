import { path } from '../../files/path.ts';
import type { JsonObject } from '../../model/json-value.ts';
import { mapsAt, textsAt } from './field-lists.ts';
import type { KustomizeInput } from './kustomize-input.ts';
import type { Written } from './written.ts';

/**
 * The places where `configurations` of a kustomization have names of ConfigMaps and Secrets put in, each as `HelmRelease spec/valuesFrom/name`.
 * Kustomize itself knows such places in its own kinds only.
 */
export function nameReferences(of: Written<JsonObject>, folder: string, input: KustomizeInput): string[] {
  return textsAt(of.data, ['configurations']).flatMap(({ text }) => {
    const file = path.resolve(folder, text);
    const [document] = input.kind(file) === 'file' ? (input.documents(file) ?? []) : [];
    if (document === undefined) return [];
    return mapsAt(document.data, ['nameReference']).flatMap(({ at, map }) =>
      mapsAt(document.data, [...at, 'fieldSpecs']).map(
        ({ map: spec }) => `${String(map['kind'])} ${String(spec['kind'] ?? '*')} ${String(spec['path'])}`,
      ),
    );
  });
}
