import { writeSync } from 'node:fs';
import { endProcess } from './end-process.ts';

/**
 * Writes text to standard output (1) or error (2) before it returns. `process.stdout` would do, but making it loads all of
 * Node's streams, a tenth of a short run. It is what writes on when a pipe takes no more at once. False when nobody reads
 * any more: `chartlint | head` closes the pipe early.
 */
export function writeAll(descriptor: 1 | 2, text: string | Buffer): boolean {
  const stream = blocked.get(descriptor);
  if (stream !== undefined) {
    stream.write(text);
    return true;
  }
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // On Windows a closed pipe ends as a file does.
      if (code === 'EPIPE' || code === 'EOF') {
        isClosed = true;
        return false;
      }
      // Another program that has the same pipe or terminal made it non-blocking.
      if (code !== 'EAGAIN') throw error;
      streamOf(descriptor).write(bytes.subarray(at));
      return true;
    }
  }
  return true;
}

const blocked = new Map<1 | 2, NodeJS.WriteStream>();
let isClosed = false;

/** Whether nobody reads any more. */
export function isPipeClosed(): boolean {
  return isClosed;
}

/** Whether there is text that a pipe has not taken yet. */
export function isStillWriting(): boolean {
  return [...blocked.values()].some(({ writableLength }) => writableLength > 0);
}

function streamOf(descriptor: 1 | 2): NodeJS.WriteStream {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      isClosed = true;
      endProcess();
    }
    throw error;
  });
  blocked.set(descriptor, stream);
  return stream;
}
