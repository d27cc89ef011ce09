/** Length of the table, as so many bytes. */
const HEADER = 4;

/** One file of several: a table of names and lengths, and the contents. */
export function packPieces(pieces: ReadonlyMap<string, Buffer>): Buffer {
  const table = Buffer.from(JSON.stringify(Array.from(pieces, ([file, bytes]) => [file, bytes.length])));
  const size = Buffer.alloc(HEADER);
  size.writeUInt32LE(table.length);
  return Buffer.concat([size, table, padding(HEADER + table.length), ...pieces.values()]);
}

/** Back from one file to several. Throws an Error when it is no such file, or one that is cut short. */
export function unpackPieces(pack: Buffer): Map<string, Buffer> {
  const tableEnd = HEADER + pack.readUInt32LE();
  const table: [string, number][] = JSON.parse(pack.toString('utf8', HEADER, tableEnd));
  let at = tableEnd + padding(tableEnd).length;
  const pieces = new Map<string, Buffer>();
  for (const [file, length] of table) {
    pieces.set(file, pack.subarray(at, at + length));
    at += length;
  }
  if (at !== pack.length) throw new Error('the pack is cut short');
  return pieces;
}

/** V8 reads its code in words of 8 bytes; it makes pieces whose lengths are multiples of that. */
function padding(length: number): Buffer {
  return Buffer.alloc((8 - (length % 8)) % 8);
}
