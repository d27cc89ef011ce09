import { toPointer } from '../../src/model/json-pointer.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import type { Layer, LayerKind } from '../../src/model/layer.ts';
import { fileSource } from '../../src/model/source.ts';
import type { ValuesDocument } from '../../src/model/values-document.ts';
import { type ValuesPath, valueAt } from '../../src/model/values-path.ts';

/** A document whose spans say what was located: the file is `name#/pointer:part`. */
export function documentOf(file: string, data: JsonObject): ValuesDocument {
  const writes = (path: ValuesPath): boolean => valueAt(data, path) !== undefined;
  return {
    source: fileSource(file),
    text: JSON.stringify(data),
    data,
    writes,
    locate(path, part) {
      let known = path;
      while (!writes(known)) known = known.slice(0, -1);
      const shown = known.length === path.length ? part : 'key';
      return { source: fileSource(`${file}#${toPointer(known)}:${shown}`), start: 0, end: 1 };
    },
  };
}

export function layer(kind: LayerKind, file: string, data: JsonObject): Layer {
  return { kind, label: file, data, document: documentOf(file, data), scope: [] };
}

/** The defaults of a chart profile: no file of the user holds them. */
export function profileDefaults(data: JsonObject): Layer {
  return { kind: 'chart-defaults', label: 'defaults', data, scope: [] };
}
