import type { Finding } from './finding.ts';
import { type Statement, statementOf } from './statement.ts';

/** About whole files: however many there are, the answer is one. */
const ONCE = new Set([
  'chart/unknown',
  'chart/other-version',
  'chart/missing-dependency',
  'files/passed-over',
  'gitops/filled-in-later',
]);
const MOST_NAMES = 3;

/** One finding for all files of which the same is to be said, at the first of them. The order stays. */
export function mergeFileFindings(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!ONCE.has(finding.rule)) continue;
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return findings.flatMap((finding) => {
    const group = groups.get(finding.rule);
    if (group === undefined || group.length === 1) return [finding];
    return finding === group[0] ? [forAll(group)] : [];
  });
}

function forAll(group: readonly Finding[]): Finding {
  const first = group[0]!;
  const names = [...new Set(group.map(({ span }) => span.source.shown))];
  // Several releases of one chart in one file: nothing else is to be said.
  const isOne = names.length === 1 && group.every(({ problem }) => problem === first.problem);
  return {
    ...first,
    ...(isOne ? statementOf(first) : saidOf(first, names, group)),
    also: group.slice(1).flatMap(({ span, also = [] }) => [span, ...also]),
  };
}

function saidOf(first: Finding, names: readonly string[], group: readonly Finding[]): Statement {
  if (first.rule === 'chart/unknown') {
    const commands = group.flatMap(({ help = '' }) => PULL.exec(help)?.[0] ?? []);
    const pulls = listed([...new Set(commands)]);
    if (commands.length === group.length) return chartsToPull(pulls, names, group.length);
    if (commands.length > 0)
      return { ...chartUnknown(names), help: `Run ${pulls}. ${howToName(names, 'the others')}` };
    return names.length === 1 && group.length > 1
      ? chartsUnknownIn(names[0]!, group.length)
      : chartUnknown(names);
  }
  return first.rule === 'files/passed-over' ? passedOver(names) : alsoIn(first, names);
}

/** What is said about files that look like values and were not linted. */
export function passedOver(names: readonly string[]): Statement {
  const one = names.length === 1;
  const they = one ? 'it' : 'them';
  return {
    problem: one
      ? `${names[0]} looks like values and was not linted`
      : `${names.length} files look like values and were not linted: ${namesOf(names)}`,
    help: `Name ${they} on the command line or under charts: files: in chartlint.config.yaml; ignore: there leaves ${they} out for good.`,
  };
}

function alsoIn(finding: Finding, [, ...names]: readonly string[]): Statement {
  const { problem, ...rest } = statementOf(finding);
  const where = names.length === 0 ? 'other releases of this file' : namesOf(names);
  return { problem: `${problem} (and the like in ${where})`, ...rest };
}

/** What is said about values files of which nobody knows the chart. */
export function chartUnknown(names: readonly string[]): Statement {
  if (names.length === 1) {
    return {
      problem: 'The chart of this file is not known',
      why: 'Only generic rules ran.',
      help: 'Name it with --chart NAME, --chart DIR or --schema FILE, or put a Chart.yaml beside the file.',
    };
  }
  return {
    problem: `The charts of ${names.length} files are not known: ${namesOf(names)}`,
    why: 'Only generic rules ran.',
    help: howToName(names),
  };
}

function howToName(names: readonly string[], them = 'them'): string {
  return `Name ${them} in chartlint.config.yaml with charts: [{ files: ["${commonFolder(names)}**"], chart: DIR }], with --chart NAME, --chart DIR or --schema FILE, or put a Chart.yaml beside the files.`;
}

/** The command that a manifest is enough for. */
const PULL = /helm pull \S.*? -d charts(?=[ ,.]|$)/;

function listed(pulls: readonly string[]): string {
  const rest = pulls.length - MOST_NAMES;
  return `${pulls.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and the same for ${rest} more` : ''}`;
}

function chartsToPull(pulls: string, names: readonly string[], count: number): Statement {
  const where = names.length === 1 ? ` in ${names[0]}` : '';
  const files = names.length === 1 ? '' : `: ${namesOf(names)}`;
  return {
    problem: `The charts of ${count} releases${where} are not here${files}`,
    why: 'Only generic rules ran.',
    help: `Run ${pulls}, or name them in chartlint.config.yaml with charts: [{ repository: ADDRESS, chart: DIR }].`,
  };
}

function chartsUnknownIn(name: string, count: number): Statement {
  return {
    problem: `The charts of ${count} releases in ${name} are not known`,
    why: 'Only generic rules ran.',
    help: 'Put them into charts/, with helm pull --untar -d charts, or name them in chartlint.config.yaml with charts: [{ repository: ADDRESS, chart: DIR }].',
  };
}

function namesOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** `deploy/` for `deploy/a.yaml` and `deploy/eu/b.yaml`; empty without a common one. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  const folders = first.split('/').slice(0, -1);
  const shared = folders.findIndex((_, i) => {
    const start = `${folders.slice(0, i + 1).join('/')}/`;
    return others.some((one) => !one.startsWith(start));
  });
  const kept = shared === -1 ? folders : folders.slice(0, shared);
  return kept.length === 0 ? '' : `${kept.join('/')}/`;
}
