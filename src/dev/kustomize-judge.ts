import { parseAllDocuments } from 'yaml';
import type { JsonValue } from '../model/json-value.ts';
import { askGoJudge } from './ask-go-judge.ts';
import type { KustomizeCase } from './kustomize-case.ts';

/** The manifests that Kustomize prints, or its error. */
export type KustomizeAnswer = { readonly manifests: readonly JsonValue[] } | { readonly error: string };

/** Asks Kustomize's own library. */
export function askKustomize(cases: readonly KustomizeCase[]): KustomizeAnswer[] {
  const answers = askGoJudge('kustomize-judge', cases) as { out?: string; error?: string }[];
  return answers.map(({ out = '', error }) =>
    error === undefined
      ? { manifests: parseAllDocuments(out).map((document) => document.toJSON() as JsonValue) }
      : { error },
  );
}
