import type { TemplateCache } from '../parse/template-cache.ts';
import type { TemplateFile } from './template-file.ts';

/** What a reader of templates knows of the charts beforehand. */
export interface ReaderOptions {
  /** Where the values of charts sit. */
  readonly scopes: readonly (readonly string[])[];
  readonly isBitnamiCommon: boolean;
  /** Whether every chart is there: rendering stops at a named template that is not, so none reads anything. */
  readonly isWhole: boolean;
  /** The texts of charts that are no templates by themselves; asked when a template expands some, absent when unknown. */
  readonly otherFiles: (() => readonly TemplateFile[]) | undefined;
  /** What is parsed already. */
  readonly cache: TemplateCache;
}
