import { path } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChartReference } from '../chart-reference.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { versionFindings } from '../version-findings.ts';
import type { HelmfileEntry, HelmfileState } from './helmfile-state.ts';
import { type KnownNames, knownText } from './known-text.ts';

/** Where a release says something: in the strongest of its parts that says it. */
interface Said {
  readonly text: string;
  readonly entry: HelmfileEntry;
}

function said(parts: readonly HelmfileEntry[], field: string): Said | undefined {
  const entry = parts.findLast(({ map }) => textAt(map, [field]) !== undefined);
  return entry && { text: textAt(entry.map, [field])!, entry };
}

/**
 * The chart of a release: a folder, an archive or an address, else NAME/CHART of `repositories` (`isLocalChart` in pkg/state/util.go). With what
 * is to be said about its version.
 */
export function helmfileChart(
  parts: readonly HelmfileEntry[],
  state: HelmfileState,
  names: KnownNames,
  folder: string,
  repository: Repository,
): { readonly chart: ChartReference | undefined; readonly findings: readonly Finding[] } {
  const chart = said(parts, 'chart');
  const known = chart && knownText(chart.text, names);
  if (chart === undefined || known === undefined || known === '') return { chart: undefined, findings: [] };
  const { document, at: place } = chart.entry;
  const at = document.locate([...place, 'chart'], 'value');
  const version = said(parts, 'version');
  const asked = version && knownText(version.text, names);
  const beside = path.resolve(folder, known);
  const isLocal =
    /^\.{0,2}\//.test(known) ||
    (!known.includes('://') && repository.kind(beside) !== 'none') ||
    !known.includes('/');
  if (isLocal) return { chart: { name: path.basename(known), path: beside, at }, findings: [] };
  const name =
    known
      .split('/')
      .at(-1)
      ?.replace(/-v?\d+\.\d+\.\d+[^/]*\.tgz.*$/, '') ?? known;
  const url = known.includes('://')
    ? known.slice(0, known.lastIndexOf('/'))
    : state.repositories.get(known.split('/')[0] ?? '');
  const span =
    version === undefined ? at : version.entry.document.locate([...version.entry.at, 'version'], 'value');
  const isPinned =
    /\.tgz/.test(known) ||
    /^(?:git|s3|git::)/.test(known) ||
    repository.kind(path.join(folder, 'helmfile.lock')) === 'file';
  return {
    chart: {
      name,
      ...(url === undefined ? {} : { repository: url }),
      ...(asked === undefined ? {} : { version: asked }),
      at,
    },
    findings:
      isPinned || (version !== undefined && asked === undefined)
        ? []
        : versionFindings(asked, span, { tool: 'helmfile', when: 'at the next sync' }),
  };
}
