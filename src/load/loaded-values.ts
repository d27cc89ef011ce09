import type { Finding } from '../model/finding.ts';
import type { ValuesDocument } from '../model/values-document.ts';

/** A values file as it was read. */
export interface LoadedValues {
  /** Undefined when Helm refuses the file; the findings then hold an error that says why. */
  readonly document: ValuesDocument | undefined;
  readonly findings: readonly Finding[];
}
