import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench:profile -- values.yaml …`: where the time of one run of `dist/cli.cjs` goes, as Markdown. The run before
 * the measured one leaves the compiled code behind, for V8 keeps it apart for runs that are profiled.
 */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-profile-'));
const args = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder, cli];
try {
  for (let run = 0; run < 2; run++) {
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file));
    spawnSync(process.execPath, [...args, ...process.argv.slice(2)]);
  }
  const [file = ''] = readdirSync(folder);
  summarize(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CpuProfile);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function summarize({ nodes, samples, timeDeltas }: CpuProfile): void {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const place = places.get(id) ?? '';
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  }
  process.stdout.write('| ms | where |\n|---|---|\n');
  for (const [place, ms] of [...times].sort((a, b) => b[1] - a[1]).slice(0, 15)) {
    process.stdout.write(`| ${ms.toFixed(1)} | ${place} |\n`);
  }
}

/** Node's own functions by name, ours by the module of the program. */
function placeOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  if (url.includes('/program/')) return path.basename(url);
  if (functionName === 'Script') return 'V8: compiling, or taking over compiled code';
  return url === '' ? functionName : "Node's own start and modules";
}
