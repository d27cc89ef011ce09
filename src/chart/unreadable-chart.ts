import type { Finding } from '../model/finding.ts';
import { LIMITS } from '../model/limits.ts';
import type { Source } from '../model/source.ts';
import type { Statement } from '../model/statement.ts';
import { type Limits, raiseLimit } from '../model/user-limits.ts';
import type { UnreadableChart } from './chart-folder.ts';

const MIB = 1024 * 1024;
const PACK_AGAIN = 'Run "helm dependency build", or remove the file.';

/** What is said about an archive that cannot be used; `parent` is the path of the chart that it lies in. Helm refuses the whole chart for it, but for our own limits. */
export function unreadableChart(
  { source, problem, reason }: UnreadableChart,
  parent: string,
  limits: Limits = LIMITS,
): Finding {
  const name = `"${source.shown.slice(parent.length).replace(/^[/:]/, '')}"`;
  const isLimit = problem === 'archiveFiles';
  const said = words(name, problem, limits, reason);
  return {
    rule: isLimit ? 'chart/limit' : problem === 'unreadable' ? 'files/unreadable' : 'chart/unreadable',
    severity: isLimit ? 'warning' : 'error',
    ...said,
    span: { source, start: 0, end: 0 },
    path: '',
    related: [],
  };
}

function words(
  name: string,
  problem: UnreadableChart['problem'],
  { archiveBytes, archiveFiles }: Limits,
  reason = '',
): Statement {
  switch (problem) {
    case 'archiveBytes':
      return {
        problem: `The archives of the chart unpack to more than ${archiveBytes / MIB} MiB (limit "archiveBytes"), ${name} is left out`,
        why:
          archiveBytes < LIMITS.archiveBytes
            ? 'What it holds is not checked.'
            : 'Helm allows no archive more than that and stops.',
        help:
          archiveBytes < LIMITS.archiveBytes
            ? raiseLimit('archiveBytes')
            : 'Take what is no part of the chart out of the archive.',
      };
    case 'archiveFileBytes':
      return {
        problem: `${name} holds a file of more than ${LIMITS.archiveFileBytes / MIB} MiB (limit "archiveFileBytes")`,
        why: 'Helm allows no file of an archive more than that and stops.',
        help: 'Take what is no part of the chart out of the archive.',
      };
    case 'archiveFiles':
      return {
        problem: `The archives of the chart hold more than ${archiveFiles} files (limit "archiveFiles"), ${name} is left out`,
        why: 'What it holds is not checked.',
        help: raiseLimit('archiveFiles'),
      };
    case 'unreadable':
      return {
        problem: `${name} cannot be read`,
        why: `It cannot be read: ${reason}. Helm stops, too.`,
        help: PACK_AGAIN,
      };
    case 'no chart':
      return {
        problem: `${name} is an archive without a Chart.yaml`,
        why: 'Helm refuses the whole chart.',
        help: PACK_AGAIN,
      };
    default:
      return {
        problem: `${name} is no ${problem === 'no gzip' ? 'gzip' : 'tar'} archive, or a damaged one`,
        why: 'Helm refuses the whole chart.',
        help: PACK_AGAIN,
      };
  }
}

/** What is said when there are more charts below a chart than are read. */
export function tooManyCharts(source: Source, most: number): Finding {
  const said = {
    problem: `More than ${most} charts lie below this one (limit "charts")`,
    why: 'The others are not checked. Dependencies that name each other add up fast.',
    help: raiseLimit('charts'),
  };
  return {
    rule: 'chart/limit',
    severity: 'warning',
    ...said,
    span: { source, start: 0, end: 0 },
    path: '',
    related: [],
  };
}
