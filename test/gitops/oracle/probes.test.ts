import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceFiles } from '../../../src/documents/source-files.ts';
import { diskFiles } from '../../../src/files/disk-files.ts';
import { openRepository } from '../../../src/gitops/open-repository.ts';
import { releasesIn } from '../../../src/gitops/releases-in.ts';
import { parsePointer } from '../../../src/model/json-pointer.ts';
import type { Layer } from '../../../src/model/layer.ts';
import { LineIndex } from '../../../src/model/line-index.ts';
import { atAlias, type Span } from '../../../src/model/span.ts';
import { corpusTitle, sharedFolder } from '../../load/shared-corpus.ts';

/** A path in values inside of a manifest, and where somebody else computed that it is written. */
interface Probe {
  readonly id: number;
  readonly file: string;
  readonly kind: string;
  readonly release: string | null;
  readonly key: string;
  readonly path: string;
  readonly keyLine?: number;
  readonly keyColumn?: number;
  readonly valueLine: number;
  readonly valueColumn: number;
  /** Where the value starts with its anchor or tag. */
  readonly valueColumnWithProperties?: number;
}

const root = sharedFolder('oracle');
const probes: readonly Probe[] =
  root === undefined ? [] : JSON.parse(readFileSync(path.join(root, 'probes.dev.json'), 'utf8'));

/** The layers of every release of a file, read once. */
const layersOf = (() => {
  const known = new Map<string, readonly Layer[]>();
  return (file: string): readonly Layer[] => {
    const folder = path.join(root!, 'probes');
    const repository = openRepository(new SourceFiles({ cwd: folder }, diskFiles), {
      folder,
      roots: [folder],
    });
    const layers =
      known.get(file) ?? releasesIn(path.join(root!, file), repository).flatMap((one) => one.layers);
    known.set(file, layers);
    return layers;
  };
})();

function shown(layer: Layer, span: Span): string {
  const { line, column } = new LineIndex(layer.document!.text).positionAt(span.start);
  return `${line}:${column}`;
}

/** `KEY VALUE` by every layer of a file's releases; a layer that does not write the path says a place around it. */
function places({ file, path: pointer, keyLine }: Probe): string[] {
  return layersOf(file).flatMap((layer) => {
    const { document } = layer;
    const segments = parsePointer(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    if (document === undefined) return [];
    const value = shown(layer, atAlias(document.locate(segments, 'value')));
    return keyLine === undefined ? [value] : [`${shown(layer, document.locate(segments, 'key'))} ${value}`];
  });
}

describe('places of values inside of manifests', () => {
  it(corpusTitle('are probed', root), () => {
    expect(probes.length > 0).toBe(root !== undefined);
  });

  it
    .runIf(root !== undefined)
    .each(
      probes.map((one) => [`${one.id}: ${one.file} ${one.release} ${one.key} ${one.path}`, one] as const),
    )(corpusTitle('%s', root), (_, probe) => {
    const { keyLine, keyColumn, valueLine, valueColumn } = probe;
    const key = keyLine === undefined ? '' : `${keyLine}:${keyColumn} `;
    expect(places(probe)).toContain(`${key}${valueLine}:${valueColumn}`);
  });
});
