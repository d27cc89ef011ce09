import type { SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import type { JsonObject } from '../model/json-value.ts';
import { walkValuesFiles } from './walk-values-files.ts';

/** More than people keep beside one chart. */
const MOST_FILES = 64;

/**
 * What the values files beside a chart's own say, each of which is a release of it: `ci/…-values.yaml`, `values-prod.yaml`. Those
 * that cannot be read are left out.
 */
export function chartOverlays(directory: string, sources: SourceFiles): readonly JsonObject[] {
  const own = path.join(directory, 'values.yaml');
  return walkValuesFiles(sources.files, directory)
    .filter((file) => file !== own)
    .sort()
    .slice(0, MOST_FILES)
    .flatMap((file) => {
      const loaded = sources.load(file);
      return 'problem' in loaded || loaded.document === undefined ? [] : [loaded.document.data];
    });
}
