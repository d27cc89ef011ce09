import { execFileSync, spawnSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { bunRuntime } from '../src/dev/bun-runtime.ts';
import { hostTarget } from '../src/dev/executable-targets.ts';
import { findHelms } from '../src/dev/find-helm.ts';
import { chartsIn } from './against-helm.ts';
import { writeMonorepo } from './inputs.ts';
import { median } from './paired-ratio.ts';
import { writeReleases } from './release-rate.ts';
import { compareCosts } from './run-cpu.ts';
import type { CommandLine } from './run-timed.ts';

/**
 * `npm run bench:executable [-- --quick] [-- --charts=FILE] [-- --only=WORD]`: what is promised of the executable and of the
 * program of the npm package, as a table. FILE has a folder with a chart in each line; the corpus beside the project otherwise.
 * Each number is given by wall clock and by CPU time, of which the second is the one to read on a busy machine.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist', 'cli.cjs');
const target = hostTarget();
const executable = path.join(root, 'dist', `chartlint-${target.name}`);
const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 5 : 15;
const chosen = argument('only');
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-bench-'));
const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const verdict = (isReached: boolean): string => (isReached ? 'reached' : '**missed**');
const shared = path.join(root, '..', 'shared');
const NAMES = ['atlasia', 'colonyos', 'hotswap', 'ossa', 'zymtrace'];
const bare: CommandLine = [process.execPath, '-e', '0'];

const PROGRAMS: readonly { name: string; start: readonly [string, ...string[]] }[] = [
  { name: 'executable', start: [executable] },
  { name: 'npm program', start: [process.execPath, cli] },
];

for (const file of [cli, executable])
  if (!existsSync(file)) throw new Error(`${file} is not built: npm run build && npm run executable`);
print(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]!.toFixed(0)}, ${rounds} rounds\n`,
);
print('| what | target | wall clock | CPU time | |\n|---|---|---|---|---|');
try {
  const parts: Record<string, () => void | Promise<void>> = {
    start: measureStart,
    version: measureVersion,
    node: measureNodes,
    plain: measurePlain,
    findings: measureFindings,
    helm: measureHelm,
    size: measureSize,
  };
  for (const [name, measure] of Object.entries(parts))
    if (chosen === undefined || chosen === name) await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function argument(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function row(what: string, target: string, wall: string, cpu: string, isReached: boolean | undefined): void {
  print(`| ${what} | ${target} | ${wall} | ${cpu} | ${isReached === undefined ? '' : verdict(isReached)} |`);
}

/** The values.yaml of each of the five charts, whose findings count as well. */
function shippedValues(): { name: string; file: string }[] {
  return NAMES.map((name) => ({ name, file: path.join(shared, 'charts', name, 'values.yaml') })).filter(
    ({ file }) => existsSync(file),
  );
}

function measureStart(): void {
  for (const { name, file } of shippedValues()) {
    const { costs, ratios } = compareCosts([bare, [executable, file]], folder, rounds);
    const { wall, cpu } = ratios[1]!;
    const ms = costs[1]!;
    row(
      `executable, values of ${name}`,
      '≤ 0.5 × `node -e 0`',
      `${wall.toFixed(2)} × (${ms.wall.toFixed(0)} ms)`,
      `${cpu.toFixed(2)} × (${ms.cpu.toFixed(0)} ms)`,
      cpu <= 0.5,
    );
  }
}

function measureVersion(): void {
  const source = path.join(folder, 'empty.ts');
  const empty = path.join(folder, 'empty');
  writeFileSync(source, '');
  const bun = bunRuntime(root, target);
  execFileSync(bun, ['build', '--compile', '--minify', '--bytecode', source, '--outfile', empty], {
    cwd: folder,
    stdio: 'ignore',
  });
  const { costs } = compareCosts([[empty], [executable, '--version']], folder, rounds);
  const [floor, version] = [costs[0]!, costs[1]!];
  row(
    '`--version`, over an empty executable',
    '≤ 12 ms',
    `${(version.wall - floor.wall).toFixed(0)} ms (${version.wall.toFixed(0)} and ${floor.wall.toFixed(0)})`,
    `${(version.cpu - floor.cpu).toFixed(0)} ms (${version.cpu.toFixed(0)} and ${floor.cpu.toFixed(0)})`,
    version.cpu - floor.cpu <= 12,
  );
}

/** The program of the npm package on each Node that `.ci/other-nodes install` brings. */
function measureNodes(): void {
  const cache = path.join(
    process.env.XDG_CACHE_HOME ?? path.join(process.env.HOME ?? '', '.cache'),
    'chartlint-ci',
  );
  const others = ['22', '24'].map((version) =>
    path.join(cache, `node-${version}`, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'),
  );
  const [first] = shippedValues();
  if (first === undefined) return;
  for (const node of [process.execPath, ...others]) {
    if (!existsSync(node)) continue;
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const { costs, ratios } = compareCosts(
      [
        [node, '-e', '0'],
        [node, cli, first.file],
      ],
      folder,
      rounds,
    );
    const { wall, cpu } = ratios[1]!;
    const ms = costs[1]!;
    row(
      `npm program, Node ${version}, values of ${first.name}`,
      'over its `node -e 0`',
      `${wall.toFixed(2)} × (${ms.wall.toFixed(0)} ms)`,
      `${cpu.toFixed(2)} × (${ms.cpu.toFixed(0)} ms)`,
      undefined,
    );
  }
}

/** On one core alone, compilers and collectors of the runtime included, where the machine can hold a program to it. */
function onOneCore(command: CommandLine): CommandLine {
  const { status } = spawnSync('taskset', ['--version'], { stdio: 'ignore' });
  return status === 0 ? ['taskset', '--cpu-list', '0', ...command] : command;
}

function measurePlain(): void {
  const repository = path.join(folder, 'plain');
  mkdirSync(repository);
  const megabytes = writeMonorepo(repository, isQuick ? 400 : 2000, isQuick ? 2e6 : 10e6) / 1e6;
  for (const { name, start } of PROGRAMS) {
    const lint: CommandLine = [...start, '.', '--format', 'json'];
    const { costs, ratios } = compareCosts(
      [onOneCore([...lint, '--threads', '1']), lint],
      repository,
      isQuick ? 2 : 5,
    );
    rate(
      `${name}, ${isQuick ? 400 : 2000} plain files, ${megabytes.toFixed(0)} MB`,
      15,
      megabytes,
      costs[0]!,
    );
    const gain = 1 / ratios[1]!.wall;
    row(`${name}, the same on all cores`, '≥ 1.6 ×', `${gain.toFixed(2)} ×`, '', gain >= 1.6);
  }
}

function measureFindings(): void {
  const count = isQuick ? 200 : 1000;
  const { plain, unknown, bytes } = writeReleases(root, path.join(shared, 'charts'), folder, count);
  for (const { name, start } of PROGRAMS) {
    const commands = [plain, unknown].map(
      (at): CommandLine => [...start, at, '--format', 'json', '--threads', '1'],
    );
    const { costs, ratios } = compareCosts(commands, folder, isQuick ? 2 : 3);
    rate(
      `${name}, ${count} releases with findings, ${(bytes / 1e6).toFixed(1)} MB`,
      6,
      bytes / 1e6,
      costs[0]!,
    );
    const { wall, cpu } = ratios[1]!;
    row(
      `${name}, one unknown key in each`,
      '≤ 1.1 ×',
      `${wall.toFixed(2)} ×`,
      `${cpu.toFixed(2)} ×`,
      cpu <= 1.1,
    );
  }
}

function rate(what: string, wanted: number, megabytes: number, cost: { wall: number; cpu: number }): void {
  const [wall, cpu] = [megabytes / (cost.wall / 1000), megabytes / (cost.cpu / 1000)];
  row(what, `≥ ${wanted} MB/s`, `${wall.toFixed(1)} MB/s`, `${cpu.toFixed(1)} MB/s`, cpu >= wanted);
}

function measureHelm(): void {
  const charts = chartFolders();
  const helms = findHelms();
  for (const { name, binary } of helms) {
    for (const verb of ['lint', 'template'] as const) {
      const ratios = charts.map((chart) => {
        const asked: CommandLine = verb === 'lint' ? [binary, verb, chart] : [binary, verb, 'bench', chart];
        return compareCosts([asked, [executable, path.join(chart, 'values.yaml')]], folder, isQuick ? 1 : 3)
          .ratios[1]!;
      });
      const ahead = ratios.filter(({ cpu }) => cpu < 1).length;
      const middle = median(ratios.map(({ cpu }) => cpu));
      const of = (key: 'wall' | 'cpu'): string =>
        `${median(ratios.map((one) => one[key])).toFixed(2)} ×, ahead on ${ratios.filter((one) => one[key] < 1).length} of ${charts.length}`;
      row(
        `executable, ${charts.length} charts, against ${name} ${verb}`,
        '≤ 0.6 ×, ahead on 95 %',
        of('wall'),
        of('cpu'),
        middle <= 0.6 && ahead >= 0.95 * charts.length,
      );
    }
  }
}

function chartFolders(): string[] {
  const list = argument('charts');
  const corpus = path.join(shared, 'corpus', 'charts');
  const all =
    list !== undefined
      ? readFileSync(list, 'utf8')
          .split('\n')
          .filter((line) => existsSync(path.join(line, 'values.yaml')))
      : existsSync(corpus)
        ? chartsIn(corpus)
        : [];
  const created = path.join(folder, 'created');
  const [helm] = findHelms();
  if (helm !== undefined) execFileSync(helm.binary, ['create', created], { stdio: 'ignore' });
  const step = isQuick ? Math.ceil(all.length / 20) : 1;
  return [...(helm === undefined ? [] : [created]), ...all.filter((_, i) => i % step === 0)];
}

async function measureSize(): Promise<void> {
  const floor = bunRuntime(root, target);
  const packed = async (file: string): Promise<number> => {
    const out = path.join(folder, 'packed.gz');
    const { createWriteStream } = await import('node:fs');
    await pipeline(createReadStream(file), createGzip({ level: 6 }), createWriteStream(out));
    return statSync(out).size;
  };
  const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  const size = statSync(executable).size;
  row(
    'size',
    '≤ 95 MB',
    inMegabytes(size),
    `the runtime alone: ${inMegabytes(statSync(floor).size)}`,
    size <= 95e6,
  );
  const compressed = await packed(executable);
  row(
    'size, gzip',
    '≤ 40 MB',
    inMegabytes(compressed),
    `the runtime alone: ${inMegabytes(await packed(floor))}`,
    compressed <= 40e6,
  );
}
