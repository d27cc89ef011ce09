import { type ResolvedScalar, resolvePlain } from './resolve-scalar.ts';

const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A plain scalar as go-yaml 3 reads it (`resolve.go`), in the form in which Kustomize and helmfile write it out for Helm: only `true` and
 * `false` are booleans, a date is a time.
 */
export function resolveGoYaml3(text: string): ResolvedScalar {
  const found = resolvePlain(text);
  if (found.kind === 'bool') return BOOLEAN.test(text) ? found : { kind: 'str', value: text };
  if (found.kind === 'str' && DATE.test(text)) return { kind: 'str', value: `${text}T00:00:00Z` };
  return found;
}
