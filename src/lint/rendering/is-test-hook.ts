import type { Manifest } from '../../templates/chart/sort-manifests.ts';

/** Whether only `helm test` installs the object, by its annotation as Helm reads it. */
export function isTestHook({ annotations }: Manifest): boolean {
  return /(?:^|,)\s*test(?:-success)?\s*(?:,|$)/i.test(annotations.get('helm.sh/hook') ?? '');
}
