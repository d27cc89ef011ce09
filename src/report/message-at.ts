import type { Span } from '../model/span.ts';
import { isFileOnDisk } from './file-kind.ts';

/** The message; one about a flag or standard input names it, for formats whose location cannot. */
export function messageAt(span: Span, message: string): string {
  return isFileOnDisk(span.file) ? message : `In ${span.file}: ${message}`;
}
