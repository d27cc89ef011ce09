import type { ValuesDocument } from '../model/values-document.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { commentOf } from './comment-of.ts';
import { paramComments } from './param-comments.ts';

/** What the comments of a values file say about the value at a path; empty when nothing. */
export function describeValues(document: ValuesDocument): (path: ValuesPath) => string {
  const params = paramComments(document.text);
  return (path) => params.get(path.join('.')) ?? commentOf(document.text, document.locate(path, 'key').start);
}
