import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFolder } from '../../src/launch/code-folder.ts';

describe.skipIf(path.sep === '\\')('codeFolder (skipped on Windows: paths are written for POSIX)', () => {
  it.each([
    [{ HOME: '/home/me' }, 'linux', '/home/me/.cache/chartlint/code'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: '/caches' }, 'linux', '/caches/chartlint/code'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: '' }, 'linux', '/home/me/.cache/chartlint/code'],
    [{ HOME: '/Users/me' }, 'darwin', '/Users/me/Library/Caches/chartlint/code'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: 'relative' }, 'linux', undefined],
    [{}, 'linux', undefined],
    // What lies in the project may have come with it.
    [{ XDG_CACHE_HOME: '/work/repo/.cache' }, 'linux', undefined],
    [{ HOME: '/work/repo' }, 'linux', undefined],
    [{ HOME: '/home/me', CHARTLINT_CODE_CACHE: '0' }, 'linux', undefined],
    [{ HOME: '/home/me', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux', undefined],
  ])('for %j on %s is %s', (env, platform, expected) => {
    expect(codeFolder(env, platform, '/work/repo')).toBe(expected);
  });
});
