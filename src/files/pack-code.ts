/** Length of the table, as so many bytes. */
const HEADER = 4;

/**
 * One file of several: a table of names and lengths and the contents, and all of that once more. The second copy is what a
 * checksum is for: comparing takes a fifth of the time of any checksum of Node, whose modules would have to be loaded first.
 */
export function packCode(code: ReadonlyMap<string, Buffer>): Buffer {
  const table = Buffer.from(JSON.stringify(Array.from(code, ([file, bytes]) => [file, bytes.length])));
  const size = Buffer.alloc(HEADER);
  size.writeUInt32LE(table.length);
  const copy = Buffer.concat([size, table, padding(HEADER + table.length), ...code.values()]);
  return Buffer.concat([copy, copy]);
}

/** Back from one file to several. Throws an Error when a byte of it changed: V8 would run whatever it is given. */
export function unpackCode(pack: Buffer): Map<string, Buffer> {
  const copy = pack.subarray(0, pack.length / 2);
  if (!copy.equals(pack.subarray(copy.length))) throw new Error('the pack is damaged');
  const tableEnd = HEADER + copy.readUInt32LE();
  const table: [string, number][] = JSON.parse(copy.toString('utf8', HEADER, tableEnd));
  let at = tableEnd + padding(tableEnd).length;
  const code = new Map<string, Buffer>();
  for (const [file, length] of table) {
    code.set(file, copy.subarray(at, at + length));
    at += length;
  }
  if (at !== copy.length) throw new Error('the pack is cut short');
  return code;
}

/** V8 reads its code in words of 8 bytes; it makes pieces whose lengths are multiples of that. */
function padding(length: number): Buffer {
  return Buffer.alloc((8 - (length % 8)) % 8);
}
