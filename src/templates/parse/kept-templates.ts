import type { TemplateCache } from './template-cache.ts';

/** What reading and rendering one chart after the other keeps between them; empty until the templates of one are parsed. */
export interface KeptTemplates {
  cache?: TemplateCache;
}
