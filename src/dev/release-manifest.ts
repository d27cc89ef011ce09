/** The checksums of a release by file, from the text of its `checksums.txt`, which `sha256sum` wrote. */
export function readChecksums(text: string): Map<string, string> {
  const lines = Array.from(text.matchAll(/^([0-9a-f]{64}) [ *](\S+)$/gm));
  return new Map(lines.map(([, sum = '', file = '']) => [file, sum]));
}

/**
 * What `packaging/` holds for a package manager, for one release: `@version@` and `@sha256 FILE@` are filled in. Throws an Error
 * when the release has no such file.
 */
export function releaseManifest(
  template: string,
  version: string,
  checksums: ReadonlyMap<string, string>,
): string {
  return template.replaceAll('@version@', version).replaceAll(/@sha256 ([^@\s]+)@/g, (_, file: string) => {
    const sum = checksums.get(file);
    if (sum === undefined) throw new Error(`the release has no ${file}`);
    return sum;
  });
}
