import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { program } from '../program.ts';

const [command, ...before] = program;
const LONG = [...before, 'schema', 'zymtrace'];
const { O_NONBLOCK, O_RDONLY, O_RDWR } = constants;

describe.skipIf(process.platform === 'win32')('writeAll', () => {
  it('writes all to a pipe that another program made non-blocking', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-pipe-'));
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reading = openSync(pipe, O_RDONLY | O_NONBLOCK);
    const writing = openSync(pipe, O_RDWR | O_NONBLOCK);
    try {
      const child = spawn(command, LONG, { stdio: ['ignore', writing, 'inherit'] });
      let isOver = false;
      const end = new Promise<number | null>((resolve) => child.on('exit', resolve));
      void end.then(() => {
        isOver = true;
      });
      let text = '';
      for (let isEmpty = false; !isOver || !isEmpty; ) {
        await wait(5);
        const part = readSome(reading);
        isEmpty = part === '';
        text += part;
      }
      expect(await end).toBe(0);
      expect(text).toBe(execFileSync(command, LONG, { encoding: 'utf8', maxBuffer: 1e8 }));
      // More than a pipe takes at once, or the test shows nothing.
      expect(text.length).toBeGreaterThan(65_536);
    } finally {
      closeSync(reading);
      closeSync(writing);
      rmSync(folder, { recursive: true });
    }
  });

  it('ends without a word when the reader goes away', () => {
    const shown = execFileSync('sh', ['-c', '"$@" | head -n 1', 'sh', command, ...LONG], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(shown).toBe('{\n');
  });
});

function readSome(descriptor: number): string {
  const buffer = Buffer.alloc(4096);
  try {
    return buffer.toString('latin1', 0, readSync(descriptor, buffer));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return '';
    throw error;
  }
}
