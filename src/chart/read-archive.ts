import type { FileSystem } from '../files/file-system.ts';
import { LIMITS } from '../model/limits.ts';
import { type TarProblem, TarReader } from './tar-reader.ts';

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
export type ArchiveProblem = TarProblem | 'no gzip' | 'no chart' | 'archiveBytes';

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
  const tar = new TarReader(budget.files);
  const problem = await unzip(packed, budget, tar);
  budget.files -= tar.entries;
  if (problem !== undefined) return problem;
  tar.end();
  if (tar.stopped !== undefined && tar.stopped !== 'end') return tar.stopped;
  const { files } = tar;
  const root = [...files.keys()].find((name) => /^[^/]+\/Chart\.yaml$/.test(name))?.split('/')[0];
  return root === undefined ? 'no chart' : { files, root: `${root}/` };
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

/** Any program has this stream, also where there is no Node. No more is unpacked than the budget has left, and than the tar takes. */
async function unzip(
  packed: Uint8Array,
  budget: ArchiveBudget,
  tar: TarReader,
): Promise<ArchiveProblem | undefined> {
  const reader = slices(packed).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    while (tar.stopped === undefined) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      budget.bytes -= value.length;
      if (budget.bytes < 0) {
        await reader.cancel();
        return 'archiveBytes';
      }
      tar.push(value);
    }
    await reader.cancel();
    return undefined;
  } catch {
    return 'no gzip';
  }
}
