import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../model/json-value.ts';
import type { FluxCase } from './flux-case.ts';

/** Asks helm-controller's own code (`test/gitops/flux-judge`), which is built when needed: with Go, from modules. `error` where it stops. */
export function askFlux(cases: readonly FluxCase[]): (JsonObject | 'error')[] {
  const folder = fileURLToPath(new URL('../../test/gitops/flux-judge', import.meta.url));
  const program = path.join(tmpdir(), 'chartlint-flux-judge');
  execFileSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
  const { stdout, status, stderr } = spawnSync(program, {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  const answers: { values?: JsonObject; error?: string }[] = JSON.parse(stdout);
  return answers.map(({ values = {}, error }) => (error === undefined ? values : 'error'));
}
