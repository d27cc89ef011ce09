import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { program } from '../program.ts';

const [command, ...before] = program;

it('lints again when a file changes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-watch-'));
  const file = path.join(folder, 'values.yaml');
  writeFileSync(file, 'image: nginx:latest\n');
  const child = spawn(command, [...before, 'values.yaml', '--watch', '--format', 'concise'], {
    cwd: folder,
  });
  let output = '';
  const waitFor = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (output.includes(text)) resolve();
        else setTimeout(look, 20);
      };
      look();
    });
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  try {
    await waitFor('waiting for changes');
    expect(output).toContain('mutable-image-tag');
    output = '';
    // The watcher starts just after the first report.
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(file, 'pool:\n  maxOpen: 1\n  maxIdle: 2\n');
    await waitFor('waiting for changes');
    expect(output).toContain('pool-idle-differs-from-open');
    expect(output).not.toContain('mutable-image-tag');
  } finally {
    child.kill();
  }
});
