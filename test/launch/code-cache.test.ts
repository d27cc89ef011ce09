import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CodeCache } from '../../src/launch/code-cache.ts';

const SOURCE = '(function () { return 6 * 7; })';
const TEXT = Buffer.from(SOURCE);

describe.skipIf(process.getuid === undefined)('CodeCache (skipped where files have no owner)', () => {
  let parent = '';
  let folder = '';
  let file = '';
  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'chartlint-code-'));
    folder = path.join(parent, 'chartlint', 'code');
    file = path.join(folder, 'lint-1.bin');
    const cache = new CodeCache(folder, 'lint-1');
    cache.add('main.cjs', TEXT, new Script(SOURCE));
    cache.write();
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const codeOf = (): Buffer | undefined => new CodeCache(folder, 'lint-1').codeOf('main.cjs', TEXT);

  it('keeps code that V8 takes', () => {
    const script = new Script(SOURCE, { cachedData: codeOf()! });
    expect(script.cachedDataRejected).toBe(false);
    expect(script.runInThisContext()()).toBe(42);
  });

  it('lets nobody but the user read or write what it keeps', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['lint-1.bin']);
  });

  it.each([0o666, 0o620, 0o602])('takes nothing from a file of mode %o', (mode) => {
    chmodSync(file, mode);
    expect(codeOf()).toBeUndefined();
  });

  it.each([0o777, 0o770, 0o703])('takes nothing from a folder of mode %o', (mode) => {
    chmodSync(folder, mode);
    expect(codeOf()).toBeUndefined();
  });

  it('does not follow a link', () => {
    symlinkSync(file, path.join(folder, 'lint-2.bin'));
    expect(new CodeCache(folder, 'lint-2').codeOf('main.cjs', TEXT)).toBeUndefined();
  });

  it('takes nothing that was made of another text, not even of one as long', () => {
    const other = Buffer.from(SOURCE.replace('6 * 7', '6 * 6'));
    expect(new CodeCache(folder, 'lint-1').codeOf('main.cjs', other)).toBeUndefined();
  });

  it('takes nothing that another build kept', () => {
    expect(new CodeCache(folder, 'lint-3').codeOf('main.cjs', TEXT)).toBeUndefined();
  });

  it('ignores a damaged file, and mends it at the end of the run', () => {
    writeFileSync(file, 'this is no pack', { mode: 0o600 });
    const cache = new CodeCache(folder, 'lint-1');
    expect(cache.codeOf('main.cjs', TEXT)).toBeUndefined();
    cache.add('main.cjs', TEXT, new Script(SOURCE));
    cache.write();
    expect(codeOf()).toBeDefined();
  });

  it('writes nothing when it has every module', () => {
    const before = statSync(file).mtimeMs;
    const cache = new CodeCache(folder, 'lint-1');
    cache.add('main.cjs', TEXT, new Script(SOURCE, { cachedData: cache.codeOf('main.cjs', TEXT)! }));
    cache.write();
    expect(statSync(file).mtimeMs).toBe(before);
  });

  it('does without a folder, and where none can be made', () => {
    for (const impossible of [undefined, path.join(file, 'below')]) {
      const cache = new CodeCache(impossible, 'lint-1');
      cache.add('main.cjs', TEXT, new Script(SOURCE));
      cache.write();
      expect(cache.codeOf('main.cjs', TEXT)).toBeUndefined();
    }
  });
});
