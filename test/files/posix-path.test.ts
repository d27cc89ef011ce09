import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileUri, pathOfUri } from '../../src/files/file-uri.ts';
import { posixPath } from '../../src/files/posix-path.ts';

const segment = fc.constantFrom('', '.', '..', 'a', 'b.yaml', 'c d', '...', '.git', 'ä', '%', '#?');
const anyPath = fc
  .tuple(fc.boolean(), fc.array(segment, { maxLength: 6 }))
  .map(([isAbsolute, segments]) => (isAbsolute ? '/' : '') + segments.join('/'));

describe('path functions without Node', () => {
  it('are those of POSIX', () => {
    fc.assert(
      fc.property(anyPath, anyPath, (a, b) => {
        // Doubled slashes only to where they are taken out.
        const plain = posix.normalize(a);
        for (const name of ['dirname', 'basename', 'isAbsolute'] as const) {
          expect([name, plain, posixPath[name](plain)]).toEqual([name, plain, posix[name](plain)]);
        }
        expect([a, posixPath.normalize(a)]).toEqual([a, plain]);
        expect(['join', a, b, posixPath.join(a, b)]).toEqual(['join', a, b, posix.join(a, b)]);
        expect(posixPath.resolve('/w', a, b)).toBe(posix.resolve('/w', a, b));
        const [from, to] = [posix.resolve('/', a), posix.resolve('/', b)];
        expect(posixPath.relative(from, to)).toBe(posix.relative(from, to));
      }),
    );
  });

  it('make the URI of a file that Node makes, and read it back', () => {
    fc.assert(
      fc.property(anyPath, (some) => {
        const file = posix.resolve('/', some);
        expect(fileUri(file)).toBe(pathToFileURL(file).href);
        expect(pathOfUri(fileUri(file))).toBe(file);
      }),
    );
  });
});
