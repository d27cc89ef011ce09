import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a judge in `test/gitops/` answers to cases, both JSON. It is the code of the tool itself and is built when needed: with Go, from
 * modules. Throws an Error with what it prints when it fails.
 */
export function askGoJudge(name: string, cases: readonly unknown[]): unknown {
  const folder = fileURLToPath(new URL(`../../test/gitops/${name}`, import.meta.url));
  const program = path.join(tmpdir(), `chartlint-${name}`);
  execFileSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
  const { stdout, status, stderr } = spawnSync(program, {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
