import type { Config } from './config.ts';

/** What the configuration says about the project as a whole; its relative paths start at the folder. */
export interface ProjectSettings extends Pick<Config, 'schemaRefs' | 'stacks' | 'customResources'> {
  readonly folder: string;
}
