import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { listIn, mapIn, mapsIn, textIn } from '../manifest-node.ts';

/** A kind that a CustomResourceDefinition makes. */
export interface CustomResource {
  readonly apiVersion: string;
  readonly kind: string;
  /** What `openAPIV3Schema` says; undefined where the version has none. */
  readonly schema?: JsonObject;
  /** Whether the API server has it; one that is not served counts as removed. */
  readonly served: boolean;
}

/** The kinds of the CustomResourceDefinitions among manifests: the `crds/` of a chart, and what its templates render. */
export function customResources(manifests: readonly JsonValue[]): CustomResource[] {
  return manifests.flatMap((manifest) => {
    if (!isJsonObject(manifest)) return [];
    if (manifest.kind === 'List') return customResources(listIn(manifest, 'items'));
    return manifest.kind === 'CustomResourceDefinition' ? kindsOf(manifest) : [];
  });
}

function kindsOf(definition: JsonObject): CustomResource[] {
  const spec = mapIn(definition, 'spec');
  const [group, kind] = [textIn(spec, 'group'), textIn(mapIn(spec, 'names'), 'kind')];
  if (group === undefined || kind === undefined) return [];
  return mapsIn(spec, 'versions').flatMap(([, version]) => {
    const name = textIn(version, 'name');
    if (name === undefined) return [];
    const schema = mapIn(mapIn(version, 'schema'), 'openAPIV3Schema');
    return {
      apiVersion: `${group}/${name}`,
      kind,
      served: version.served !== false,
      ...(schema ? { schema } : {}),
    };
  });
}
