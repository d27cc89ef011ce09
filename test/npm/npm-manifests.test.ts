import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXECUTABLE_TARGETS } from '../../src/dev/executable-targets.ts';
import { type Manifest, mainManifest, platformManifest } from '../../src/dev/npm-manifests.ts';
import { platformNames } from '../../src/npm/platform-executable.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;

describe('what is published', () => {
  it('runs nothing when it is installed, and brings the executables as optional packages of its version', () => {
    const published = mainManifest(manifest);
    expect(published).not.toHaveProperty('scripts');
    expect(published).not.toHaveProperty('devDependencies');
    expect(Object.entries(published.optionalDependencies as object)).toEqual(
      EXECUTABLE_TARGETS.map(({ name }) => [`@chartlint/${name}`, manifest.version]),
    );
  });

  it('is installed where the executable runs', () => {
    const musl = EXECUTABLE_TARGETS.find(({ name }) => name === 'linux-arm64-musl')!;
    expect(platformManifest(manifest, musl)).toMatchObject({ os: ['linux'], cpu: ['arm64'], libc: ['musl'] });
  });

  it('has the names that the command looks for', () => {
    for (const { os, cpu, name } of EXECUTABLE_TARGETS) expect(platformNames(os, cpu)).toContain(name);
  });
});
