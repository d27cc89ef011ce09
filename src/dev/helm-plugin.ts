import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';
import { VERSION } from '../api/version.ts';
import { legacyPlugin, pluginV1 } from './helm-plugin-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPTS = ['install.sh', 'values-lint.sh'];
/**
 * Helm 3 wants the files of an archive at its root; Helm 4 those of a local one in a folder with the name that the file has before its
 * version (installer/local_installer.go). Both forms in one folder fail in every Helm.
 */
const FORMS = [
  { folder: 'helm-plugin', archive: 'values-lint-helm3', inside: '', manifest: legacyPlugin(VERSION) },
  { folder: 'helm-plugin-v1', archive: 'values-lint', inside: 'values-lint/', manifest: pluginV1(VERSION) },
];

for (const { folder, archive, inside, manifest } of FORMS) {
  const plugin = path.join(root, 'dist', folder, 'values-lint');
  rmSync(plugin, { recursive: true, force: true });
  mkdirSync(plugin, { recursive: true });
  writeFileSync(path.join(plugin, 'plugin.yaml'), manifest);
  for (const script of SCRIPTS)
    copyFileSync(path.join(root, 'packaging', 'helm-plugin', script), path.join(plugin, script));
  const files = ['plugin.yaml', ...SCRIPTS].map((name) => ({
    name: `${inside}${name}`,
    data: readFileSync(path.join(plugin, name)),
    attrs: { mode: name.endsWith('.sh') ? '755' : '644', mtime: 0, uid: 0, gid: 0 },
  }));
  const packed = path.join(root, 'dist', `${archive}-${VERSION}.tgz`);
  writeFileSync(packed, gzipSync(createTar(files)));
  process.stdout.write(`${path.relative(root, packed)}\n`);
}
