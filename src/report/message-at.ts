import { isFileOnDisk } from '../model/source.ts';
import type { Span } from '../model/span.ts';

/** The message; one about a flag or standard input names it, for formats whose location cannot. */
export function messageAt(span: Span, message: string): string {
  return isFileOnDisk(span.source) ? message : `In ${span.source.shown}: ${message}`;
}
