import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureCases } from './fixture-cases.ts';
import { runCli } from './run-cli.ts';

const update = process.env.UPDATE_FIXTURES !== undefined;

describe('fixtures: the report is exactly what the folder says', () => {
  it.each(fixtureCases())('$name', async ({ folder, args, reportFile }) => {
    const { stdout, stderr, exitCode } = await runCli(args, folder);
    const report = `${stdout}${stderr}exit ${exitCode}\n`;
    if (update) writeFileSync(reportFile, report);
    const expected = existsSync(reportFile)
      ? readFileSync(reportFile, 'utf8')
      : '(no report.txt: run npm run fixtures:update)';
    expect(report).toBe(expected);
  });
});
