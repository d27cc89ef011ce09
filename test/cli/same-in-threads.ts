import { expect } from 'vitest';
import { toolInfo } from '../../src/api/this-tool.ts';
import { shipped } from '../../src/cli/shipped.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { formatNames, loadFormat } from '../../src/report/formats.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { lintRun } from '../../src/session/lint-run.ts';
import { openSession } from '../../src/session/open-session.ts';

async function lint(inputs: readonly string[], cwd: string, threads: number): Promise<LintResult> {
  const options = { cwd, inputs, overlays: [], sets: [], context: { cluster: {} } };
  const { session } = await openSession({ options, flags: {}, shipped, threads }, {});
  return (await lintRun(session, {})).result;
}

/** Three threads find what one does, and every format says so. */
export async function expectSameInThreads(inputs: readonly string[], cwd: string): Promise<void> {
  const [one, several] = [await lint(inputs, cwd, 1), await lint(inputs, cwd, 3)];
  expect(several).toEqual(one);
  for (const name of formatNames) {
    const format = await loadFormat(name);
    expect(format(maskSecrets(several), toolInfo, {}), name).toBe(format(maskSecrets(one), toolInfo, {}));
  }
}
