import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** The loaders that programs for Linux name: without the right one they do not start. */
const LOADERS: Readonly<Record<string, string>> = {
  'linux-x64': '/lib64/ld-linux-x86-64.so.2',
  'linux-arm64': '/lib/ld-linux-aarch64.so.1',
  'linux-x64-musl': '/lib/ld-musl-x86_64.so.1',
  'linux-arm64-musl': '/lib/ld-musl-aarch64.so.1',
};

/**
 * The executable of a package that npm installed for this machine (`@chartlint/linux-x64`), when it has the version and can start here;
 * otherwise undefined.
 */
export function platformExecutable(version: string): string | undefined {
  for (const name of platformNames(process.platform, process.arch)) {
    const loader = LOADERS[name];
    if (loader !== undefined && !existsSync(loader)) continue;
    try {
      const manifest = require.resolve(`@chartlint/${name}/package.json`);
      if ((require(manifest) as { version: string }).version !== version) continue;
      const file = path.join(
        path.dirname(manifest),
        process.platform === 'win32' ? 'chartlint.exe' : 'chartlint',
      );
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not installed, or not allowed to run.
    }
  }
  return undefined;
}

/** As in `executable-targets.ts`, the likelier one first. */
export function platformNames(platform: string, arch: string): string[] {
  if (platform === 'linux') return [`linux-${arch}`, `linux-${arch}-musl`];
  return [`${platform === 'win32' ? 'windows' : platform}-${arch}`];
}
