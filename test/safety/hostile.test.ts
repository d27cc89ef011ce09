import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { HostileInput } from '../../src/dev/hostile/hostile-input.ts';
import { HOSTILE_INPUTS } from '../../src/dev/hostile-inputs.ts';
import { runCli } from '../run-cli.ts';

/** Runs the command line in a folder with the files of the input. */
async function run({ files, links, args }: HostileInput, size: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-hostile-'));
  const place = (name: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    return file;
  };
  try {
    mkdirSync(path.join(folder, '.git'));
    for (const [name, content] of Object.entries(files(size))) writeFileSync(place(name), content);
    for (const [name, target] of Object.entries(links?.(size) ?? {})) symlinkSync(target, place(name));
    // A file beside the input, whose finding must be told whatever the input does.
    writeFileSync(place('beside/values.yaml'), 'a: [\n');
    return await runCli([...(args ?? [])], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `npm run growth` measures how long they take; what never ends would run into the timeout. */
it.each(HOSTILE_INPUTS.filter(({ stdin }) => stdin === undefined))(
  '$name ends with findings or a named failure',
  async (input) => {
    // What must be told is told once the input is large enough.
    const size = input.tells === undefined ? Math.ceil(input.size / 2) : 4 * input.size;
    const { exitCode, stdout, stderr } = await run(input, size);
    expect(stderr).not.toContain('bug in chartlint');
    expect(stdout).not.toMatch(/\b(?:chart|rule)\/failed\b/);
    expect([0, 1, 2]).toContain(exitCode);
    if (exitCode === 2) expect(stdout + stderr).not.toBe('');
    // Lines are wrapped.
    if (input.tells !== undefined) expect((stdout + stderr).replace(/\s+/g, ' ')).toContain(input.tells);
    // A configuration that cannot be used ends the run; everything else lets the others be linted.
    if (input.args === undefined && exitCode !== 2) expect(stdout).toContain('beside/values.yaml:1:4');
  },
  120_000,
);
