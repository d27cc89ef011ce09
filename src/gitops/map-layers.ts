import { valuesInMap } from '../documents/values-in-map.ts';
import type { Layer } from '../model/layer.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { ManifestObject } from './manifest-object.ts';
import type { Repository } from './repository.ts';

/** The layers of a map inside of a manifest, one for each file that writes there; none when there is no map. */
export function mapLayers(object: ManifestObject, at: ValuesPath, repository: Repository): Layer[] {
  return valuesInMap(object, at, (source) => repository.textOf(source)).map((document) => ({
    kind: 'values-file',
    label: document.source.shown,
    data: document.data,
    document,
    scope: [],
  }));
}
