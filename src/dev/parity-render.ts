import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../cli/run.ts';
import { askHelmTemplate, type TemplateAnswer } from './ask-helm-template.ts';
import { chartRuns } from './compare-chart.ts';
import { findHelms, type Helm } from './find-helm.ts';
import { randomChanges } from './random-changes.ts';
import { renderDifference } from './render-difference.ts';

/**
 * Compares `chartlint render` with `helm template` of every Helm on this machine: `npm run parity:render -- FOLDER|LIST
 * [--random N] [--seed S] [--only TEXT] [--helm 3|4] [--keep FOLDER] [--out FILE]`. A folder is searched for charts, a list
 * names one chart directory a line. Each chart is rendered with its defaults and with each overlay in its `ci/`; `--random`
 * adds so many changed values. Exits 1 on a difference.
 */
interface Question {
  readonly directory: string;
  /** Values files, absolute. */
  readonly overlays: readonly string[];
  readonly label: string;
}

interface Outcome {
  readonly question: Question;
  readonly helm: Helm;
  readonly kind:
    | 'equal'
    | 'both fail'
    | 'other message'
    | 'only Helm fails'
    | 'only chartlint fails'
    | 'other output'
    | 'crash';
  readonly detail: string;
}

const flags = new Map<string, string>();
const [target = ''] = process.argv.slice(2).filter((word, i, words) => {
  if (word.startsWith('--')) flags.set(word.slice(2), words[i + 1] ?? '');
  return !word.startsWith('--') && !(words[i - 1] ?? '').startsWith('--');
});
if (!existsSync(target)) throw new Error('Name a folder of charts, or a file that lists chart directories');
const keep = flags.get('keep');
const scratch = mkdtempSync(path.join(tmpdir(), 'chartlint-parity-'));
const helms = findHelms().filter(({ name }) => name.endsWith(flags.get('helm') ?? ''));
const only = flags.get('only') ?? '';
const fixed = questions().filter(({ label }) => label.includes(only));
const random = changed(fixed, Number(flags.get('random') ?? 0), Number(flags.get('seed') ?? 1));
const asked = [...(flags.has('random') && flags.has('only-random') ? [] : fixed), ...random];
const started = performance.now();
let ownTime = 0;
const outcomes: Outcome[] = [];
for (const helm of helms) await ask(helm);
report();
rmSync(scratch, { recursive: true, force: true });
process.exitCode = outcomes.some(({ kind }) => !['equal', 'both fail', 'other message'].includes(kind))
  ? 1
  : 0;

function questions(): Question[] {
  const folders = statSync(target).isDirectory()
    ? [target]
    : readFileSync(target, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
  return folders.flatMap((folder) =>
    chartRuns(folder)
      .filter(({ overlay }) => overlay === undefined || overlay.startsWith('ci/'))
      .map(({ directory, overlay }) => ({
        directory,
        overlays: overlay === undefined ? [] : [path.join(directory, overlay)],
        label: `${directory}${overlay === undefined ? '' : ` -f ${overlay}`}`,
      })),
  );
}

function changed(from: readonly Question[], count: number, seed: number): Question[] {
  const charts = from.filter(({ overlays }) => overlays.length === 0);
  return randomChanges(
    charts.map(({ directory }) => directory),
    count,
    seed,
  ).map(({ directory, values, what }, i) => {
    const file = path.join(keep ?? scratch, `random-${seed}-${i}.yaml`);
    writeFileSync(file, values);
    return { directory, overlays: [file], label: `${directory} with ${what}` };
  });
}

async function ask(helm: Helm): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < asked.length; i = next++) {
      const outcome = await compare(helm, asked[i]!);
      outcomes.push(outcome);
      if (!['equal', 'both fail'].includes(outcome.kind) && flags.has('verbose')) print(outcome);
    }
  };
  await Promise.all([worker(), worker()]);
}

async function compare(helm: Helm, question: Question): Promise<Outcome> {
  const { directory, overlays } = question;
  const kube = '1.36.0';
  const args = [
    'release-name',
    directory,
    ...overlays.flatMap((file) => ['-f', file]),
    '--kube-version',
    kube,
  ];
  const options = { cwd: path.dirname(directory), keep };
  let theirs = await askHelmTemplate(helm, args, options);
  const needsNetwork = /failing loading "https?:/.test(theirs.stderr);
  if (needsNetwork) {
    args.push('--skip-schema-validation');
    theirs = await askHelmTemplate(helm, args, options);
  }
  // As `go install` leaves them, binaries know their minor version only.
  const version = helm.version.replace(/^v(\d+\.\d+).*/, '$1');
  const ours = await own(
    [
      'render',
      '--show-secrets',
      ...overlays.flatMap((file) => ['-f', file]),
      '--chart',
      directory,
      '--kube-version',
      kube,
      '--helm-version',
      version,
      '--no-config',
      ...(needsNetwork ? ['--skip-schema-validation'] : []),
    ],
    options.cwd,
  );
  const answer = (kind: Outcome['kind'], detail: string): Outcome => ({ question, helm, kind, detail });
  if (ours.crash !== undefined) return answer('crash', ours.crash);
  if (theirs.failed && ours.failed) {
    const said = withoutSpace(ours.stderr).includes(withoutSpace(errorOf(theirs.stderr)));
    return answer(said ? 'both fail' : 'other message', `${theirs.stderr.trim()}\n    ${ours.stderr.trim()}`);
  }
  if (theirs.failed) return answer('only Helm fails', theirs.stderr.trim());
  if (ours.failed) return answer('only chartlint fails', ours.stderr.trim());
  let difference = renderDifference(theirs.stdout, ours.stdout);
  if (difference !== undefined) {
    const again = await askHelmTemplate(helm, args, { ...options, again: true });
    difference = renderDifference(theirs.stdout, ours.stdout, again.stdout);
  }
  if (difference === undefined) return answer('equal', '');
  const { line, helm: a, ours: b } = difference;
  return answer(
    'other output',
    `line ${line}\n    Helm      ${JSON.stringify(a)}\n    chartlint ${JSON.stringify(b)}`,
  );
}

async function own(args: readonly string[], cwd: string): Promise<TemplateAnswer & { crash?: string }> {
  let stdout = '';
  let stderr = '';
  const before = performance.now();
  try {
    const code = await run(args, {
      cwd,
      env: { CHARTLINT_DEBUG: '1' },
      isTerminal: false,
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      readStdin: async () => '',
    });
    if (/\n\s+at /.test(stderr)) return { failed: true, stdout, stderr, crash: stderr };
    return { failed: code !== 0, stdout, stderr };
  } catch (error) {
    return {
      failed: true,
      stdout,
      stderr,
      crash: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  } finally {
    ownTime += performance.now() - before;
  }
}

/** Helm's error without what it warned of before. */
function errorOf(text: string): string {
  const error = /(?:^|\n)Error: (.*)/s.exec(text)?.[1] ?? text;
  return error.replace(/\n\nUse --debug flag.*/s, '');
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function print({ question, helm, kind, detail }: Outcome): void {
  process.stdout.write(`${helm.name} ${kind}: ${question.label}\n    ${detail.slice(0, 1500)}\n`);
}

function report(): void {
  const kinds = [
    'equal',
    'both fail',
    'other message',
    'only Helm fails',
    'only chartlint fails',
    'other output',
    'crash',
  ] as const;
  const bad = outcomes.filter(({ kind }) => kind !== 'equal' && kind !== 'both fail');
  if (!flags.has('verbose')) for (const outcome of bad) print(outcome);
  process.stdout.write(
    `\n| Helm | runs | ${kinds.join(' | ')} |\n|---|---|${kinds.map(() => '---|').join('')}\n`,
  );
  for (const helm of helms) {
    const all = outcomes.filter((one) => one.helm === helm);
    const counts = kinds.map((kind) => all.filter((one) => one.kind === kind).length);
    process.stdout.write(`| ${helm.version} | ${all.length} | ${counts.join(' | ')} |\n`);
  }
  const charts = new Set(outcomes.map(({ question }) => question.directory)).size;
  process.stdout.write(
    `\n${charts} charts, ${fixed.length - charts < 0 ? 0 : fixed.length - charts} overlays, ${random.length} random changes; chartlint ${(ownTime / 1000).toFixed(1)} s of ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
}
