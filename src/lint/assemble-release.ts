import { mergeLayers } from '../merge/merge-layers.ts';
import type { Release } from '../model/release.ts';
import { recognize } from '../recognize/recognize.ts';
import type { ReleaseInput } from './release-input.ts';

/** Merges the layers and recognizes what the effective values mean. */
export function assembleRelease({ files, layers, chart, detectedBy, context }: ReleaseInput): Release {
  const values = mergeLayers(layers);
  return { files, chart, detectedBy, values, context, roles: recognize(values.data, chart, context) };
}
