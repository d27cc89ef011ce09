import kinds from '../data/kinds.json' with { type: 'json' };

/**
 * The minor of Kubernetes to check for: of the version that is asked for, else the newest that the chart allows, else the newest
 * that is known.
 * @param asked `1.34`, `v1.34.2` or with a suffix of a provider, as `--kube-version` takes it
 * @param allows whether the chart's `kubeVersion` takes a version such as `1.34.0`
 */
export function chooseMinor(
  asked: string | undefined,
  allows: (version: string) => boolean = () => true,
): number {
  const written = /^v?1\.(\d+)/.exec(asked ?? '');
  if (written) return Number(written[1]);
  const [oldest, newest] = [kinds[' oldest'], kinds[' newest']];
  for (let minor = newest; minor >= oldest; minor--) if (allows(`1.${minor}.0`)) return minor;
  return newest;
}
