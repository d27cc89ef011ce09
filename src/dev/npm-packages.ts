import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXECUTABLE_TARGETS } from './executable-targets.ts';
import { type Manifest, mainManifest, platformManifest } from './npm-manifests.ts';

/**
 * Writes what is published to npm, as archives in `dist/npm/`: `chartlint`, and `@chartlint/<target>` for each executable in `dist/`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const out = path.join(dist, 'npm');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const [listed] = JSON.parse(npm(['pack', '--dry-run', '--json'], root)) as { files: { path: string }[] }[];
pack('chartlint', mainManifest(manifest), (folder) => {
  for (const { path: file } of listed?.files ?? [])
    if (file !== 'package.json') cpSync(path.join(root, file), path.join(folder, file));
});
for (const target of EXECUTABLE_TARGETS) {
  const ending = target.os === 'win32' ? '.exe' : '';
  const executable = path.join(dist, `chartlint-${target.name}${ending}`);
  if (!existsSync(executable)) continue;
  pack(target.name, platformManifest(manifest, target), (folder) => {
    copyFileSync(executable, path.join(folder, `chartlint${ending}`));
    chmodSync(path.join(folder, `chartlint${ending}`), 0o755);
    for (const file of ['LICENSE', 'BUNDLED.md'])
      copyFileSync(path.join(root, file), path.join(folder, file));
  });
}

function pack(name: string, contents: Manifest, fill: (folder: string) => void): void {
  const folder = path.join(out, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(contents, null, 2)}\n`);
  fill(folder);
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', out], folder)) as {
    filename: string;
  }[];
  rmSync(folder, { recursive: true });
  process.stdout.write(`dist/npm/${packed?.filename}\n`);
}

function npm(args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32';
  return execFileSync('npm', [...args, '--ignore-scripts', '--loglevel', 'error'], {
    cwd,
    encoding: 'utf8',
    shell,
  });
}
