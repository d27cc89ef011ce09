import type { Layer } from '../model/layer.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { textsBelow } from './texts-below.ts';

/** The paths of texts in layers that are so: those that a tool fills in later. */
export function textPaths(layers: readonly Layer[], isSo: (text: string) => boolean): ValuesPath[] {
  return layers.flatMap(({ data }) =>
    textsBelow(data, []).flatMap(({ path, text }) => (isSo(text) ? [path] : [])),
  );
}
