import { EXECUTABLE_TARGETS, type ExecutableTarget } from './executable-targets.ts';

/** Of a `package.json`, what is read here. */
export interface Manifest extends Readonly<Record<string, unknown>> {
  readonly version: string;
}

/** The `package.json` of `chartlint` as it is published: nothing that only its development needs, and the executables as optional packages. */
export function mainManifest(manifest: Manifest): Manifest {
  const { scripts: _scripts, devDependencies: _development, ...published } = manifest;
  return {
    ...published,
    optionalDependencies: Object.fromEntries(
      EXECUTABLE_TARGETS.map(({ name }) => [`@chartlint/${name}`, manifest.version]),
    ),
  };
}

/** The `package.json` of a package with one executable. npm, pnpm and yarn install it only where it runs. */
export function platformManifest(manifest: Manifest, target: ExecutableTarget): Manifest {
  const { version, license, homepage, repository, bugs } = manifest;
  return {
    name: `@chartlint/${target.name}`,
    version,
    description: `The executable of chartlint for ${target.name}. Install the package chartlint, which brings it.`,
    license,
    homepage,
    repository,
    bugs,
    os: [target.os],
    cpu: [target.cpu],
    ...(target.libc === undefined ? {} : { libc: [target.libc] }),
    // A file in an archive of yarn cannot be started.
    preferUnplugged: true,
    files: [target.os === 'win32' ? 'chartlint.exe' : 'chartlint', 'BUNDLED.md'],
  };
}
