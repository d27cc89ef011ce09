import { isAmong, isUserLayer } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/**
 * Which of the values that led to a mistake is the user's to mend: one that they changed, else one that they wrote. Undefined
 * when only defaults of a chart that they do not lint are at fault.
 */
export function atFault({ values, files }: Release, paths: readonly ValuesPath[]): ValuesPath | undefined {
  return (
    paths.find((path) => values.changedByUser(path)) ??
    paths.find((path) => values.layersSetting(path).some(isUserLayer)) ??
    paths.find((path) => values.layersSetting(path).some((layer) => isAmong(layer, files)))
  );
}
