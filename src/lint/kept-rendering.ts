import type { TemplateCache } from '../templates/parse/template-cache.ts';

/** What linting one release after the other keeps between them; empty until a chart is rendered. */
export interface KeptRendering {
  cache?: TemplateCache;
}
