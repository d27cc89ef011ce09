import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folder = fileURLToPath(new URL('../../fixtures/projects/tour', import.meta.url));
const clock = (): { args: string[]; now(): Date } => {
  let time = 0;
  const now = (): Date => {
    time += 1500;
    return new Date(time);
  };
  return { args: [], now };
};

describe('the time that a run takes', () => {
  it('is told on a terminal below the report for people', async () => {
    const { stdout } = await runCli(['zymtrace.values.yaml'], folder, {
      isTerminal: true,
      typed: clock(),
    });
    expect(stdout).toMatch(/\nFinished in 1\.5 s\.\n$/);
  });

  it.each([
    ['elsewhere', ['zymtrace.values.yaml'], false],
    ['in other formats', ['zymtrace.values.yaml', '--format', 'json'], true],
  ])('is not told %s', async (_, args, isTerminal) => {
    const { stdout } = await runCli(args, folder, { isTerminal, typed: clock() });
    expect(stdout).not.toContain('Finished');
  });
});
