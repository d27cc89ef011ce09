import { describe, expect, it } from 'vitest';
import { isProgress, progressLine } from '../../src/cli/progress-line.ts';

function recorded(isTerminal: boolean, times: readonly number[]): string {
  let output = '';
  const clock = [...times];
  const io = {
    cwd: '/',
    env: {},
    isTerminal,
    stdout: () => {},
    stderr: (text: string) => {
      output += text;
    },
    readStdin: async () => '',
  };
  const line = progressLine(io, () => clock.shift() ?? 0);
  for (let i = 1; i < times.length; i++) line.update(i, 9);
  line.done();
  return output;
}

describe('progressLine', () => {
  it('says nothing in a short run, and nothing where nobody looks', () => {
    expect(recorded(true, [0, 100, 400, 599])).toBe('');
    expect(recorded(false, [0, 700, 1400])).toBe('');
  });

  it('shows how far a long run is, ten times a second at most, and wipes the line', () => {
    const wipe = '\r\u001b[K';
    expect(recorded(true, [0, 700, 750, 801])).toBe(
      `${wipe}chartlint: 1 of 9 releases${wipe}chartlint: 3 of 9 releases${wipe}`,
    );
  });

  it('alone may move the cursor', () => {
    const wipe = '\r\u001b[K';
    for (const text of [wipe, `${wipe}chartlint: 1 of 9 releases`]) expect(isProgress(text)).toBe(true);
    for (const text of [
      `${wipe}chartlint: x`,
      `${wipe}chartlint: 1 of 9 releases\n`,
      'chartlint: 1 of 9 releases',
    ])
      expect(isProgress(text)).toBe(false);
  });
});
