import { createTar, parseTar } from 'nanotar';
import { expect, it } from 'vitest';
import { TarReader } from '../../src/chart/tar-reader.ts';

const FILES = [
  { name: 'c/Chart.yaml', data: 'apiVersion: v2\n' },
  { name: 'c/empty', data: '' },
  { name: 'c/block', data: 'x'.repeat(512) },
  { name: `c/${'long/'.repeat(18)}file`, data: 'y'.repeat(1500) },
];
const tar = createTar(FILES);

function read(bytes: Uint8Array, size: number): TarReader {
  const reader = new TarReader(100);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  reader.end();
  return reader;
}

it.each([1, 7, 511, 512, 513, 4096, 1 << 20])('reads the same in pieces of %i bytes', (size) => {
  const { files, stopped } = read(tar, size);
  expect(stopped).toBe('end');
  const texts = Array.from(files, ([name, data]) => [name, Buffer.from(data).toString()]);
  expect(texts).toEqual(parseTar(tar).map(({ name, text }) => [name, text]));
});

it('takes nothing for a tar whose header is damaged', () => {
  for (const at of [0, 100, 124, 148, 200])
    expect(
      read(
        tar.map((byte, i) => (i === at ? byte ^ 1 : byte)),
        4096,
      ).stopped,
    ).toBe('no tar');
});

it('says that a tar is cut off', () => {
  expect(read(tar.subarray(0, 520), 4096).stopped).toBe('no tar');
  expect(read(new Uint8Array(), 4096).stopped).toBe('no tar');
});

/** A header as GNU tar and pax write them before a name that is too long for one. */
function entry(name: string, type: string, content: string): Buffer {
  const [header] = [Buffer.from(createTar([{ name, data: content }]).subarray(0, 512))];
  header!.write(type, 156);
  header!.fill(' ', 148, 156);
  const sum = header!.reduce((total, byte) => total + byte, 0);
  header!.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header!, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

it.each([
  ['GNU', 'L', 'c/a/long/name\0'],
  ['pax', 'x', '22 path=c/a/long/name\n'],
])('takes the long name of %s', (_name, type, content) => {
  const bytes = Buffer.concat([entry('././@LongLink', type, content), entry('short', '0', 'text')]);
  expect([...read(bytes, 4096).files.keys()]).toEqual(['c/a/long/name']);
});

it('takes folders for no files, and passes over what is about the whole archive', () => {
  const bytes = Buffer.concat([entry('g', 'g', 'comment'), entry('c/', '5', ''), entry('c/a', '0', 'x')]);
  expect([...read(bytes, 4096).files.keys()]).toEqual(['c/a']);
});
