import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { EXECUTABLE_TARGETS } from '../../src/dev/executable-targets.ts';
import { readChecksums, releaseManifest } from '../../src/dev/release-manifest.ts';

const packaging = path.join(import.meta.dirname, '..', '..', 'packaging');
const template = (file: string): string => readFileSync(path.join(packaging, file), 'utf8');
const files = EXECUTABLE_TARGETS.map(({ name, os }) => `chartlint-${name}${os === 'win32' ? '.exe' : ''}`);
/** Each file has a checksum of its own. */
const sums = files.map((file, i) => `${String(i).padStart(64, 'a')}  ${file}`).join('\n');
const checksums = readChecksums(`${sums}\n`);

describe('manifests of package managers', () => {
  it('reads what sha256sum writes, in both of its modes', () => {
    const sum = 'b'.repeat(64);
    expect(readChecksums(`${sum}  a\n${sum} *b\nnonsense\n`)).toEqual(
      new Map([
        ['a', sum],
        ['b', sum],
      ]),
    );
  });

  it.each(['homebrew/chartlint.rb', 'mise/mise.toml'])('%s has each file with its own checksum', (file) => {
    const text = releaseManifest(template(file), '1.2.3', checksums);
    const pairs = Array.from(
      text.matchAll(/download\/v1\.2\.3\/(\S+?)"[\s\S]*?(?:sha256 "|sha256:)([0-9a-f]{64})"/g),
    );
    expect(pairs.length).toBeGreaterThanOrEqual(4);
    for (const [, name = '', sum] of pairs) expect([name, sum]).toEqual([name, checksums.get(name)]);
    expect(text).not.toMatch(/@/);
  });

  it('names a file that the release lacks', () => {
    expect(() => releaseManifest('@sha256 chartlint-plan9@', '1.2.3', checksums)).toThrow(
      'the release has no chartlint-plan9',
    );
  });

  it('aqua: the names of the files are those of the release', () => {
    const [document] = parseAllDocuments(template('aqua/registry.yaml')) as { toJS(): unknown }[];
    const { packages } = document!.toJS() as {
      packages: [{ asset: string; replacements: Record<string, string>; supported_envs: string[] }];
    };
    const [{ asset, replacements, supported_envs: envs }] = packages;
    const pairs = envs.flatMap((env) => {
      const [os = '', cpu] = env.split('/');
      return (cpu === undefined ? ['amd64', 'arm64'] : [cpu]).map((one) => ({ os, cpu: one }));
    });
    for (const { os, cpu } of pairs) {
      const name = asset.replace('{{.OS}}', os).replace('{{.Arch}}', replacements[cpu] ?? cpu);
      // aqua adds the ending of Windows itself.
      expect(files).toContain(os === 'windows' ? `${name}.exe` : name);
    }
  });

  it('GitLab: a specification and a job that lints with the version of the release', () => {
    const text = releaseManifest(template('gitlab/templates/chartlint.yml'), '1.2.3', checksums);
    const [head, body] = parseAllDocuments(text) as unknown as { toJS(): Record<string, unknown> }[];
    const { inputs } = head!.toJS().spec as { inputs: Record<string, { default: string }> };
    expect(inputs.version?.default).toBe('1.2.3');
    const used = Array.from(
      JSON.stringify(body!.toJS()).matchAll(/\$\[\[ inputs\.(\w+) \]\]/g),
      ([, name]) => name,
    );
    expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
  });
});
