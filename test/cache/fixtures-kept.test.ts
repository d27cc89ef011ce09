import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { changesFiles } from '../changed-files.ts';
import { fixtureCases } from '../fixture-cases.ts';
import { reportText, runCli } from '../run-cli.ts';
import { someCases } from '../some-cases.ts';
import { replayed, userOf } from './kept-cli.ts';

/** Of each chart one case of a kind (`broken`, `mode`, `readme`): they differ in what is found, not in what is kept. */
const seen = new Set<string>();
const cases = fixtureCases().filter(({ name, args: [first = '', ...rest], stdin }) => {
  // Those of single rules differ in nothing that is kept.
  const isKept =
    !name.startsWith('rules/') &&
    !Object.hasOwn(COMMANDS, first) &&
    first !== 'help' &&
    stdin === '' &&
    !changesFiles([first, ...rest]);
  const kind = name.startsWith('charts/') ? name.replace(/-.*/, '') : name;
  if (!isKept || seen.has(kind)) return false;
  seen.add(kind);
  return true;
});

describe('with --cache fixtures have the report that they have without', () => {
  let cache = '';
  beforeAll(() => {
    cache = mkdtempSync(path.join(tmpdir(), 'chartlint-kept-'));
  });
  afterAll(() => {
    for (const one of [cache, `${cache}-caches`]) rmSync(one, { recursive: true });
  });

  it.each(someCases(cases))('$name', async ({ folder, args: plain, reportFile }) => {
    const args = [...plain, '--cache-location', cache];
    const expected = readFileSync(reportFile, 'utf8');
    expect(reportText(await runCli(args, folder, { env: userOf(cache) })), 'first').toBe(expected);
    const again = replayed(args, folder, userOf(cache));
    if (!expected.endsWith('exit 2\n') && !isDiff(plain)) {
      expect(again && reportText(again), 'without the linter').toBe(expected);
    }
    expect(reportText(await runCli(args, folder, { env: userOf(cache) })), 'release by release').toBe(
      expected,
    );
  });
});

function isDiff(args: readonly string[]): boolean {
  return args.includes('--diff') || args.includes('--help');
}
