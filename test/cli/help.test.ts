import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { runCli } from '../run-cli.ts';

describe('--help', () => {
  it('lists every command with what it does', async () => {
    const { stdout, exitCode } = await runCli(['--help'], '/');
    expect(exitCode).toBe(0);
    for (const command of Object.keys(COMMANDS))
      expect(stdout).toMatch(new RegExp(`^  ${command} +[A-Z].*$`, 'm'));
    expect(stdout).toContain('Examples:');
    expect((await runCli(['help'], '/')).stdout).toBe(stdout);
  });

  it.each(Object.keys(COMMANDS))('of %s has a description, examples and fits a terminal', async (command) => {
    const { stdout, exitCode } = await runCli([command, '--help'], '/');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: chartlint ${command} `));
    expect(stdout).toMatch(/\n\nExamples?:\n +/);
    expect((await runCli(['help', command], '/')).stdout).toBe(stdout);
    const long = stdout.split('\n').filter((line) => line.length > 132);
    expect(long).toEqual([]);
  });
});
