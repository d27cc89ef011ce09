import { expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

it.each([[[]], [['init']], [['diff']], [['schema']], [['merge-reports']]])(
  'wraps the help of %j at the width of the terminal',
  async (command) => {
    const { stdout } = await runCli([...command, '--help'], '.', { columns: 80 });
    // A command line is typed as it stands.
    const prose = stdout.split('\n').filter((line) => !/^ {2}(?:chartlint|cat) [^ ]/.test(line));
    expect(prose.filter((line) => line.length > 80)).toEqual([]);
    expect(prose.join(' ').replaceAll(/\s+/g, ' ')).toContain('print this help');
  },
);
