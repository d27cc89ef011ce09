/** A platform that there is an executable for. */
export interface ExecutableTarget {
  /** As in the name of the executable: `linux-x64-musl`. */
  readonly name: string;
  /** The npm package with the runtime. */
  readonly runtime: string;
  readonly os: 'linux' | 'darwin' | 'win32';
  readonly cpu: 'x64' | 'arm64';
  readonly libc?: 'glibc' | 'musl';
}

export const EXECUTABLE_TARGETS: readonly ExecutableTarget[] = [
  { name: 'linux-x64', runtime: '@oven/bun-linux-x64', os: 'linux', cpu: 'x64', libc: 'glibc' },
  { name: 'linux-arm64', runtime: '@oven/bun-linux-aarch64', os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { name: 'linux-x64-musl', runtime: '@oven/bun-linux-x64-musl', os: 'linux', cpu: 'x64', libc: 'musl' },
  {
    name: 'linux-arm64-musl',
    runtime: '@oven/bun-linux-aarch64-musl',
    os: 'linux',
    cpu: 'arm64',
    libc: 'musl',
  },
  { name: 'darwin-x64', runtime: '@oven/bun-darwin-x64', os: 'darwin', cpu: 'x64' },
  { name: 'darwin-arm64', runtime: '@oven/bun-darwin-aarch64', os: 'darwin', cpu: 'arm64' },
  { name: 'windows-x64', runtime: '@oven/bun-windows-x64', os: 'win32', cpu: 'x64' },
];

/** The target that runs on this machine. Throws an Error on others than those listed. */
export function hostTarget(): ExecutableTarget {
  const libc = process.platform === 'linux' ? hostLibc() : undefined;
  const found = EXECUTABLE_TARGETS.find(
    (target) => target.os === process.platform && target.cpu === process.arch && target.libc === libc,
  );
  if (found === undefined) throw new Error(`no executable for ${process.platform} ${process.arch}`);
  return found;
}

/** The target with this name. Throws an Error that lists the others. */
export function targetNamed(name: string): ExecutableTarget {
  const found = EXECUTABLE_TARGETS.find((target) => target.name === name);
  if (found !== undefined) return found;
  throw new Error(
    `no target "${name}": they are ${EXECUTABLE_TARGETS.map((target) => target.name).join(', ')}`,
  );
}

function hostLibc(): 'glibc' | 'musl' {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}
