import { crc32 } from 'node:zlib';

/** Length of the table and checksum of everything behind it, each 4 bytes. */
const HEADER = 8;

/** One file of several: a header, a table of names and lengths, the contents. */
export function packCode(code: ReadonlyMap<string, Buffer>): Buffer {
  const table = Buffer.from(JSON.stringify(Array.from(code, ([file, bytes]) => [file, bytes.length])));
  const body = Buffer.concat([table, padding(HEADER + table.length), ...code.values()]);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(table.length, 0);
  header.writeUInt32LE(crc32(body), 4);
  return Buffer.concat([header, body]);
}

/** Back from one file to several. Throws an Error when a byte of it changed: V8 would run whatever it is given. */
export function unpackCode(pack: Buffer): Map<string, Buffer> {
  const length = pack.readUInt32LE(0);
  if (crc32(pack.subarray(HEADER)) !== pack.readUInt32LE(4)) throw new Error('the pack is damaged');
  const table: [string, number][] = JSON.parse(pack.toString('utf8', HEADER, HEADER + length));
  let at = HEADER + length + padding(HEADER + length).length;
  return new Map(
    table.map(([file, size]) => {
      at += size;
      return [file, pack.subarray(at - size, at)];
    }),
  );
}

/** V8 reads its code in words of 8 bytes; it makes pieces whose lengths are multiples of that. */
function padding(length: number): Buffer {
  return Buffer.alloc((8 - (length % 8)) % 8);
}
