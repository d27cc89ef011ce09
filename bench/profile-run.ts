import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProgram } from '../src/dev/program-bundle.ts';

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/**
 * Where the time of one run goes, as a Markdown table: a build with the names of its modules is run as users run theirs. The
 * runs before the measured one leave the compiled code behind, for V8 keeps it apart for runs that are profiled.
 */
export async function profileRun(root: string, args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-profile-'));
  const profiles = path.join(folder, 'profiles');
  try {
    cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
    await writeProgram(root, path.join(folder, 'dist'), false);
    const cli = path.join(folder, 'dist', 'cli.cjs');
    const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, 'caches') };
    for (let run = 0; run < 3; run++) {
      rmSync(profiles, { recursive: true, force: true });
      const flags = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', profiles];
      spawnSync(process.execPath, [...flags, cli, ...args], { env });
    }
    const [file = ''] = readdirSync(profiles);
    return summary(JSON.parse(readFileSync(path.join(profiles, file), 'utf8')) as CpuProfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summary({ nodes, samples, timeDeltas }: CpuProfile): string {
  const modules = new Map<string, readonly string[]>();
  const moduleAt = (file: string, line: number): string => {
    const known = modules.get(file) ?? modulesByLine(readFileSync(file, 'utf8'));
    modules.set(file, known);
    return known[line] ?? path.basename(file);
  };
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame, moduleAt)]));
  const times = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const place = places.get(id) ?? '';
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  }
  const rows = [...times].sort((a, b) => b[1] - a[1]).slice(0, 15);
  return [
    '| ms | where |',
    '|---|---|',
    ...rows.map(([place, ms]) => `| ${ms.toFixed(1)} | ${place} |`),
  ].join('\n');
}

/** Of each line, the folder or the package that its code comes from. */
function modulesByLine(text: string): string[] {
  let current = 'the bundle itself';
  return text.split('\n').map((line) => {
    const [, file] = /^\s*\/\/(?:#region)? ((?:src|node_modules)\/\S+)$/.exec(line) ?? [];
    if (file !== undefined) current = folderOf(file);
    return current;
  });
}

function folderOf(file: string): string {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return inPackage ?? path.dirname(file);
}

/** Node's own functions by name, ours by the folder that they come from. */
function placeOf(
  { functionName, url, lineNumber }: CallFrame,
  moduleAt: (file: string, line: number) => string,
): string {
  if (url.includes('/program/')) {
    return functionName === '' && lineNumber === 0
      ? 'loading our modules'
      : moduleAt(url.startsWith('file:') ? fileURLToPath(url) : url, lineNumber);
  }
  if (functionName === 'Script') return 'V8: compiling, or taking over compiled code';
  return url === '' ? functionName : "Node's own start and modules, and the launcher";
}
