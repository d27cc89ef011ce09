import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { JsonValue } from '../model/json-value.ts';
import type { KustomizeCase } from './kustomize-case.ts';

/** The manifests that Kustomize prints, or its error. */
export type KustomizeAnswer = { readonly manifests: readonly JsonValue[] } | { readonly error: string };

/** Asks Kustomize's own library (`test/gitops/kustomize-judge`), which is built when needed: with Go, from modules. */
export function askKustomize(cases: readonly KustomizeCase[]): KustomizeAnswer[] {
  const folder = fileURLToPath(new URL('../../test/gitops/kustomize-judge', import.meta.url));
  const program = path.join(tmpdir(), 'chartlint-kustomize-judge');
  execFileSync('go', ['build', '-p', '1', '-o', program, '.'], { cwd: folder, stdio: 'inherit' });
  const { stdout, status, stderr } = spawnSync(program, {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as { out?: string; error?: string }[]).map(({ out = '', error }) =>
    error === undefined
      ? { manifests: parseAllDocuments(out).map((document) => document.toJSON() as JsonValue) }
      : { error },
  );
}
