import type { FileSystem } from '../files/file-system.ts';
import { LIMITS } from '../model/limits.ts';

/** What may still be unpacked for one chart at the top, from all its archives together. */
export interface ArchiveBudget {
  bytes: number;
  files: number;
}

/** As much as the limits allow. */
export function archiveBudget({ limits = LIMITS }: Pick<FileSystem, 'limits'>): ArchiveBudget {
  return { bytes: limits.archiveBytes, files: limits.archiveFiles };
}

/** Why an archive cannot be used. */
export type ArchiveProblem = 'no gzip' | 'no tar' | 'no chart' | 'archiveBytes' | 'archiveFiles';

/** The files of an archive, by name, and the folder in it that holds the chart. */
export interface ArchiveContents {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly root: string;
}

/** Unpacks a chart that `helm package` has packed. What it takes counts towards the budget. */
export async function readArchive(
  packed: Uint8Array,
  budget: ArchiveBudget,
): Promise<ArchiveContents | ArchiveProblem> {
  const bytes = await unzipped(packed, budget);
  if (typeof bytes === 'string') return bytes;
  const { parseTar } = await import('nanotar');
  const files = new Map<string, Uint8Array>();
  try {
    for (const { name, data } of parseTar(bytes)) {
      budget.files -= 1;
      if (data !== undefined) files.set(name.replace(/^\.?\//, ''), data);
    }
  } catch {
    return 'no tar';
  }
  if (budget.files < 0) return 'archiveFiles';
  const root = [...files.keys()].find((name) => /^[^/]+\/Chart\.yaml$/.test(name))?.split('/')[0];
  if (root !== undefined) return { files, root: `${root}/` };
  return isTar(bytes) ? 'no chart' : 'no tar';
}

/** Whether the bytes start like a tar: the checksum of the first header is right, or there is nothing at all in it. */
function isTar(bytes: Uint8Array): boolean {
  const header = bytes.subarray(0, 512);
  const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  const said = Number.parseInt(
    new TextDecoder().decode(header.subarray(148, 156)).replaceAll(/[\0 ]/g, ''),
    8,
  );
  return header.length === 512 && (sum === said || sum === 8 * 32);
}

/** A few bytes at a time: what they unpack to, up to a thousand times as much, is held at once. */
const SLICE = 4096;

function slices(packed: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= packed.length) controller.close();
      else controller.enqueue(packed.slice(at, at + SLICE) as Uint8Array<ArrayBuffer>);
      at += SLICE;
    },
  });
}

/** Any program has this stream, also where there is no Node. No more is unpacked than the budget has left. */
async function unzipped(packed: Uint8Array, budget: ArchiveBudget): Promise<Uint8Array | ArchiveProblem> {
  const chunks: Uint8Array[] = [];
  const reader = slices(packed).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      budget.bytes -= value.length;
      if (budget.bytes < 0) {
        await reader.cancel();
        return 'archiveBytes';
      }
      chunks.push(value);
    }
  } catch {
    return 'no gzip';
  }
  const all = new Uint8Array(chunks.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
