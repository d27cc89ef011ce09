import type { ChartReference } from '../gitops/chart-reference.ts';
import type { ManifestRelease, OpenSource } from '../gitops/manifest-release.ts';
import type { Finding } from '../model/finding.ts';

/** Says of a release in a manifest that its chart is not here, with the command that brings it. */
export function unknownChart({ chart, at }: ManifestRelease): Finding {
  const said =
    chart === undefined
      ? { problem: 'The manifest names no chart that is known, so only generic rules ran' }
      : {
          problem: `The chart "${chart.name}" is not here, so only generic rules ran for this release`,
          help: howToGet(chart),
        };
  return { rule: 'chart/unknown', severity: 'info', ...said, span: chart?.at ?? at, path: '', related: [] };
}

function howToGet({ name, repository, version, isElsewhere }: ChartReference): string {
  const map = 'name it in chartlint.config.yaml with charts: [{ files: [MANIFEST], chart: DIR }]';
  if (repository === undefined || isElsewhere === true || /[${\s\uE000]/.test(repository + name))
    return `Put the chart into charts/, or ${map}.`;
  const exact = version !== undefined && /^v?\d+\.\d+\.\d+\S*$/.test(version) ? ` --version ${version}` : '';
  const isOci = repository.startsWith('oci://') || !repository.includes('://');
  const address = repository.replace(/^oci:\/\//, '').replace(/\/$/, '');
  const from = isOci
    ? `oci://${address.endsWith(`/${name}`) ? address : `${address}/${name}`}`
    : `${name} --repo ${repository}`;
  return `Run helm pull ${from}${exact} --untar -d charts, or ${map}.`;
}

/** Says of a release that values come from what nobody can read here. */
export function leftOut(open: readonly OpenSource[]): Finding[] {
  const [first, ...others] = open.filter(({ isSaid }) => isSaid !== true);
  if (first === undefined) return [];
  const name = first.name.length > 40 ? `…${first.name.slice(-39)}` : first.name;
  const more =
    others.length === 0 ? '' : ` and ${others.length} other ${others.length === 1 ? 'source' : 'sources'}`;
  return [
    {
      rule: 'gitops/filled-in-later',
      severity: 'info',
      problem: `What ${name}${more} sets cannot be read here`,
      why: 'It may set any value: nothing is said about values that are missing, or that are the defaults of the chart.',
      span: first.at,
      path: '',
      related: [],
    },
  ];
}

/** Says of a release that some of its values are not known here. */
export function filledInLater({ at }: ManifestRelease, count: number): Finding {
  return {
    rule: 'gitops/filled-in-later',
    severity: 'info',
    problem: `${count === 1 ? 'One value' : `${count} values`} of this release ${count === 1 ? 'is' : 'are'} only filled in later`,
    why: 'Variables, templates or encrypted texts stand there, so nothing is said about them.',
    span: at,
    path: '',
    related: [],
  };
}
