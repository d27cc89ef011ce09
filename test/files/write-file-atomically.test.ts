import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/files/usage-error.ts';
import { writeFileAtomically } from '../../src/files/write-file-atomically.ts';

describe('writeFileAtomically', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chartlint-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps the mode, whatever the umask', () => {
    const file = path.join(folder, 'values.yaml');
    writeFileSync(file, 'old');
    chmodSync(file, 0o666);
    const umask = process.umask(0o077);
    writeFileAtomically(file, 'new', { cwd: folder });
    process.umask(umask);
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o666]);
  });

  it('writes what a symbolic link leads to', () => {
    mkdirSync(path.join(folder, 'real'));
    writeFileSync(path.join(folder, 'real', 'values.yaml'), 'old');
    symlinkSync(path.join('real', 'values.yaml'), path.join(folder, 'values.yaml'));
    writeFileAtomically(path.join(folder, 'values.yaml'), 'new', { cwd: folder });
    expect(lstatSync(path.join(folder, 'values.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(folder, 'real', 'values.yaml'), 'utf8')).toBe('new');
  });

  it('makes the folder of a new file and leaves nothing else behind', () => {
    writeFileAtomically(path.join(folder, 'a', 'b.json'), '{}', { cwd: folder });
    expect(readdirSync(path.join(folder, 'a'))).toEqual(['b.json']);
  });

  it('says what cannot be written, and leaves no neighbour', () => {
    mkdirSync(path.join(folder, 'taken.json'));
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => writeFileAtomically(path.join(folder, 'file', 'x.json'), '', { cwd: folder })).toThrow(
      UsageError,
    );
    expect(() => writeFileAtomically(path.join(folder, 'taken.json'), '', { cwd: folder })).toThrow(
      UsageError,
    );
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken.json']);
  });
});
