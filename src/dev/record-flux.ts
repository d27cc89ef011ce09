import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLUX_CASES } from '../../test/gitops/flux-cases.ts';

/** Asks helm-controller's own code (`test/gitops/flux-judge`; needs Go) what values come to in each case, and writes the answers to a fixture. */
const folder = fileURLToPath(new URL('../../test/gitops/flux-judge', import.meta.url));
const program = path.join(tmpdir(), 'chartlint-flux-judge');
execFileSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
const output = execFileSync(program, { input: JSON.stringify(FLUX_CASES), encoding: 'utf8' });
const answers: { values?: unknown; error?: string }[] = JSON.parse(output);
const byName = Object.fromEntries(
  FLUX_CASES.map(({ name }, i) => [
    name,
    answers[i]!.error === undefined ? (answers[i]!.values ?? {}) : 'error',
  ]),
);
const target = fileURLToPath(new URL('../../fixtures/gitops/flux-answers.json', import.meta.url));
writeFileSync(target, `${JSON.stringify(byName, null, 1)}\n`);
