import type { Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { Written } from './written.ts';

/** What a build asks about files. Paths are absolute. */
export interface KustomizeInput {
  kind(file: string): 'file' | 'folder' | 'none';
  /** The documents of a YAML file; undefined when it cannot be read as YAML. */
  documents(file: string): readonly Written[] | undefined;
  /** The documents of a text that stands in a scalar; undefined when it cannot be read as YAML. */
  inner(of: Written, at: ValuesPath): readonly Written[] | undefined;
  /** Names of what is in a folder, sorted. */
  list(folder: string): readonly string[];
  /** Whether Flux applies a folder by itself: then one around it does not take it in. */
  isApplied(folder: string): boolean;
  /** What a file holds; undefined when it cannot be read. */
  text(file: string): string | undefined;
  /** The path as people see it. */
  shown(file: string): string;
}

/** What is wrong with a kustomization, as far as it decides about values. */
export interface KustomizeProblem extends Statement {
  readonly id: 'patch-refused' | 'patch-matches-nothing' | 'missing-file' | 'generator';
  readonly severity: 'error' | 'warning';
  readonly span: Span;
}
