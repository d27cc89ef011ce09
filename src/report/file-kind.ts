/**
 * Whether the name in a span is that of a file on disk. The text of a flag (`--set a=b`) is its own name, and standard input
 * is `-` or a name in angle brackets: no forge could show a line of those.
 */
export function isFileOnDisk(name: string): boolean {
  return name !== '' && name !== '-' && !/^--[a-z-]+ /.test(name) && !/^<[^<>]*>$/.test(name);
}
