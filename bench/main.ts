import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { againstHelm, chartsIn, type OwnCommand } from './against-helm.ts';
import { checkCost } from './check-cost.ts';
import { measureGrowth } from './growth.ts';
import { schemaOfSize, shippedInputs, writeMonorepo } from './inputs.ts';
import { median, pairedRatio } from './paired-ratio.ts';
import { installPeers, type Peer } from './peers.ts';
import { profileRun } from './profile-run.ts';
import { measureReleaseRate } from './release-rate.ts';
import { type CommandLine, runTimed } from './run-timed.ts';

/**
 * `npm run bench [-- --quick] [-- --no-peers]`: every target with what is measured on this machine, as Markdown. `--quick`
 * takes fewer and smaller runs. Peers are kept in the user's cache folder; one that does not install is named as missing.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist', 'cli.cjs');
const corpus = path.join(root, '..', 'shared', 'corpus', 'charts');
const isFull = !process.argv.includes('--quick');
const runs = isFull ? 15 : 5;
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-bench-'));
const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const bare: CommandLine = [process.execPath, '-e', '0'];
const lint = (...args: string[]): CommandLine => [process.execPath, cli, ...args];
/** Runs that missed their target: their profiles say why. */
const missed: { readonly what: string; readonly args: readonly string[] }[] = [];
const verdict = (isReached: boolean): string => (isReached ? 'reached' : '**missed**');

if (!existsSync(cli)) throw new Error('dist/ is not built: run npm run build');
print(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}, ${runs} pairs\n`,
);
print('| what | target | measured | range of pairs | |\n|---|---|---|---|---|');
try {
  measureStart();
  measureSchema();
  measureMonorepo();
  measureReleases();
  printGrowth();
  await printProfiles();
  await printCheckCost();
  if (!process.argv.includes('--no-peers')) printPeers();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function row(
  what: string,
  target: number,
  command: CommandLine,
  { cwd = folder, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): void {
  const { ratio, spread, ms } = pairedRatio(command, bare, cwd, runs, { env });
  const range = spread.map((value) => value.toFixed(2)).join('–');
  if (ratio > target) missed.push({ what, args: command.slice(2) });
  print(
    `| ${what} | ≤ ${target} × node -e 0 | ${ratio.toFixed(2)} × (${ms.toFixed(0)} ms) | ${range} | ${verdict(ratio <= target)} |`,
  );
}

function measureStart(): void {
  for (const { name, yaml } of shippedInputs(root)) {
    const file = path.join(folder, `${name}.yaml`);
    writeFileSync(file, yaml);
    row(`values of ${name}`, 1.5, lint(file));
  }
}

function measureSchema(): void {
  const schema = path.join(folder, 'values.schema.json');
  const values = path.join(folder, 'own.yaml');
  writeFileSync(schema, JSON.stringify(schemaOfSize(50_000)));
  writeFileSync(
    values,
    'section0: {enabled: true, replicas: 2, host: a.example}\nsection1: {enabled: false}\n',
  );
  row('own schema of 50 KB, warm', 1.8, lint(values, '--schema', schema));
  // Cold: nothing kept from earlier runs is used.
  const env = { CHARTLINT_CODE_CACHE: '0' };
  row('own schema of 50 KB, cold', 2.6, lint(values, '--schema', schema), { env });
}

function measureMonorepo(): void {
  const repository = path.join(folder, 'monorepo');
  mkdirSync(repository);
  const bytes = writeMonorepo(repository, isFull ? 2000 : 200, isFull ? 10_000_000 : 1_000_000);
  const timeIn = (threads: string, floor: number): number =>
    runTimed(lint('.', '--format', 'json', '--threads', threads), repository).wallMs - floor;
  const times = Array.from({ length: isFull ? 5 : 3 }, () => {
    const floor = runTimed(bare, repository).wallMs;
    return { one: timeIn('1', floor), two: timeIn('2', floor) };
  });
  const rate = bytes / 1e6 / (median(times.map(({ one }) => one)) / 1000);
  const gain = median(times.map(({ one, two }) => one / two));
  print(
    `| ${isFull ? 2000 : 200} values files, ${(bytes / 1e6).toFixed(1)} MB | ≥ 8 MB/s on one core | ${rate.toFixed(1)} MB/s | | ${verdict(rate >= 8)} |`,
  );
  print(`| the same on two cores | ≥ 1.7 × | ${gain.toFixed(2)} × | | ${verdict(gain >= 1.7)} |`);
  // The first run fills the cache; what it reads was written just now and is trusted by its times from the third run on.
  runTimed(lint('.', '--format', 'json', '--cache'), repository);
  row('the same again, nothing changed', 2, lint('.', '--format', 'json', '--cache'), {
    cwd: repository,
  });
}

function measureReleases(): void {
  const { releases, bytes, rate, unknownKey } = measureReleaseRate(
    root,
    path.join(root, '..', 'shared', 'charts'),
    folder,
    {
      releases: isFull ? 1000 : 100,
      pairs: isFull ? 5 : 3,
      bare,
      lint: lint('.', '--format', 'json', '--threads', '1'),
    },
  );
  print(
    `| ${releases} releases of the shipped charts with findings, ${(bytes / 1e6).toFixed(1)} MB | ≥ 6 MB/s on one core | ${rate.toFixed(1)} MB/s | | ${verdict(rate >= 6)} |`,
  );
  print(
    `| the same with one unknown key in each | ≤ 1.1 × | ${unknownKey.toFixed(2)} × | | ${verdict(unknownKey <= 1.1)} |`,
  );
}

async function printProfiles(): Promise<void> {
  for (const { what, args } of missed) {
    print(`\nWhere the time of "${what}" goes, with the profiler:\n\n${await profileRun(root, args)}`);
  }
  print('\nWhat would move the targets that are missed: docs/performance.md, at the end.');
}

function printGrowth(): void {
  for (const { dimension, size, ms, factor, inputBytes, peak } of measureGrowth(cli, folder, isFull)) {
    const grown = factor === undefined ? '' : `${factor.toFixed(2)} ×`;
    const result = factor === undefined ? '' : verdict(factor <= 2.3);
    print(
      `| ${size.toLocaleString('en')} ${dimension} | ≤ 2.3 × for the double | ${grown} (${ms.toFixed(0)} ms) | | ${result} |`,
    );
    if (peak === undefined) continue;
    const limit = 12 * inputBytes + 80e6;
    print(
      `| memory for ${size.toLocaleString('en')} ${dimension}, ${(inputBytes / 1e6).toFixed(1)} MB | ≤ ${(limit / 1e6).toFixed(0)} MB | ${(peak / 1e6).toFixed(0)} MB | | ${verdict(peak <= limit)} |`,
    );
  }
}

function printPeers(): void {
  const chart = path.join(folder, 'chart');
  mkdirSync(path.join(chart, 'templates'), { recursive: true });
  const schema = path.join(chart, 'values.schema.json');
  const values = path.join(folder, 'peer.yaml');
  const text = 'section0: {enabled: true, replicas: 2, host: a.example}\n';
  writeFileSync(path.join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 0.1.0\n');
  writeFileSync(schema, JSON.stringify(schemaOfSize(2_000)));
  writeFileSync(path.join(chart, 'values.yaml'), text);
  writeFileSync(values, text);
  writeFileSync(
    path.join(chart, 'templates', 'map.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bench}\ndata: {host: {{ .Values.section0.host | quote }}}\n',
  );
  const cache = process.env.CHARTLINT_BENCH_CACHE ?? path.join(homedir(), '.cache', 'chartlint-bench');
  mkdirSync(cache, { recursive: true });
  print(
    '\n| one small file, its schema | checks | does not check | × node -e 0 | time | exit |\n|---|---|---|---|---|---|',
  );
  const own: Peer = {
    name: 'chartlint',
    checks: 'YAML, schema, merge, meaning',
    misses: 'templates',
    command: lint(values, '--chart', chart),
  };
  const peers = installPeers(cache, { values, schema, chart });
  for (const peer of [own, ...peers]) {
    if (peer.command === undefined) {
      print(
        `| ${peer.name} | ${peer.checks} | ${peer.misses} | missing: it did not install (${peer.reason ?? ''}) | | |`,
      );
      continue;
    }
    const { status } = runTimed(peer.command, folder);
    const { ratio, ms } = pairedRatio(peer.command, bare, folder, isFull ? 7 : 3);
    print(
      `| ${peer.name} | ${peer.checks} | ${peer.misses} | ${ratio.toFixed(2)} | ${ms.toFixed(0)} ms | ${status} |`,
    );
  }
  printManyFiles(peers, schema);
  if (!existsSync(corpus)) print('\nThe corpus is not here, so nothing was measured on it.');
  else printCorpus(peers);
}

/** Every file of the repository against one schema, which is all that ajv-cli does with them. */
function printManyFiles(peers: readonly Peer[], schema: string): void {
  const [ajv] = peers.find(({ name }) => name === 'ajv-cli')?.command ?? [];
  if (ajv === undefined) return;
  const repository = path.join(folder, 'monorepo');
  const time = (command: CommandLine): number =>
    median([1, 2, 3].map(() => runTimed(command, repository).wallMs));
  const theirs = time([ajv, 'validate', '--strict=false', '-s', schema, '-d', '**/values.yaml']);
  const ours = time(lint('.', '--schema', schema, '--format', 'json', '--threads', '1'));
  print(
    `\nAll files of the repository against one schema: ajv-cli ${theirs.toFixed(0)} ms, chartlint with all rules ${ours.toFixed(0)} ms: ${verdict(ours < theirs)}.`,
  );
}

/** What the checks of Kubernetes' fields cost beside rendering, on charts that other people wrote. */
async function printCheckCost(): Promise<void> {
  if (!existsSync(corpus)) return;
  const { charts, rendering, checking, slower } = await checkCost(chartsIn(corpus));
  const on = slower.length === 0 ? '' : ` (longer on ${slower.length}: ${slower.join(', ')})`;
  print(
    `\nChecking what ${charts} charts of the corpus render: ${checking.toFixed(0)} ms beside ${rendering.toFixed(0)} ms for rendering${on}: ${verdict(checking < rendering)}.`,
  );
}

/** All charts that other people wrote, in one run, and one by one against Helm. */
function printCorpus(peers: readonly Peer[]): void {
  const { wallMs, status } = runTimed(lint(corpus, '--format', 'json'), folder);
  print(
    `\nThe corpus (${readdirSync(corpus).length} folders) in one run: ${wallMs.toFixed(0)} ms, exit ${status}.`,
  );
  const helms = peers.filter(({ name, command }) => name.startsWith('helm') && command !== undefined);
  if (helms.length === 0) return;
  print(
    '\n| the charts of the corpus, one by one | median | against chartlint | chartlint is ahead | |\n|---|---|---|---|---|',
  );
  const compare = (as: string, peers: readonly Peer[], own?: OwnCommand): void => {
    for (const { name, median: ms, ratio, ahead, charts, total } of againstHelm(
      corpus,
      cli,
      peers,
      folder,
      own,
    )) {
      const isOwn = name === 'chartlint';
      if (!isOwn && own === undefined)
        print(
          `| ${name}, all ${charts} | ${total.toFixed(0)} ms | ${(total / wallMs).toFixed(2)} × the one run | | ${verdict(total > wallMs)} |`,
        );
      print(
        `| ${isOwn ? as : name} | ${ms.toFixed(0)} ms | ${ratio.toFixed(2)} × | ${ahead} of ${charts} | ${isOwn ? '' : verdict(ratio > 1)} |`,
      );
    }
  };
  compare('chartlint', helms);
  const renderers = helms.filter(({ command }) => command?.[1] === 'template');
  compare('chartlint render', renderers, (chart) => ['render', '--chart', chart]);
  compare('chartlint render --origin', renderers, (chart) => ['render', '--chart', chart, '--origin']);
}
