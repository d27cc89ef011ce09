import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changedIn, changesFiles, copyInput, expectedChanges, updateExpected } from './changed-files.ts';
import { fixtureCases } from './fixture-cases.ts';
import { reportText, runCli } from './run-cli.ts';

const update = process.env.UPDATE_FIXTURES !== undefined;

describe('fixtures: the report is exactly what the folder says', () => {
  it.each(fixtureCases())('$name', async ({ folder, args, reportFile, stdin }) => {
    const copy = changesFiles(args) ? copyInput(folder) : undefined;
    const report = reportText(await runCli(args, copy ?? folder, { readStdin: async () => stdin }));
    const changed = copy === undefined ? new Map<string, string>() : changedIn(copy, folder);
    if (copy !== undefined) rmSync(copy, { recursive: true });
    if (update) {
      writeFileSync(reportFile, report);
      updateExpected(folder, changed);
    }
    const expected = existsSync(reportFile)
      ? readFileSync(reportFile, 'utf8')
      : '(no report.txt: run npm run fixtures:update)';
    expect(report).toBe(expected);
    expect(Object.fromEntries(changed)).toEqual(Object.fromEntries(expectedChanges(folder)));
  });
});
