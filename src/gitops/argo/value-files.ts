import { path as paths } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import type { Span } from '../../model/span.ts';
import { valueAt } from '../../model/values-path.ts';
import { filesMatching } from '../files-matching.ts';
import { manifestFinding } from '../manifest-finding.ts';
import { substituteEnvironment } from './build-environment.ts';
import type { HelmField } from './effective-helm.ts';
import type { SourcePlace } from './source-place.ts';

/** One item of `valueFiles`. */
export interface ValueFile {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  /** Absolute; those that a glob matches, in order. */
  readonly files: readonly string[];
  /** Whether the files are of this repository for certain, so that one that is not there is a mistake. */
  readonly isHere: boolean;
  readonly findings: readonly Finding[];
}

/**
 * The files that `valueFiles` names (`getResolvedValueFiles` in reposerver/repository/repository.go): from the folder of the chart, with a leading
 * slash from the root of the repository, with `$ref/` from the root of another source; globs in lexical order, without what is listed by name.
 */
export function valueFiles(field: HelmField, where: SourcePlace): ValueFile[] {
  const items = valueAt(field.of.data, field.at);
  if (!Array.isArray(items)) return [];
  const all = items.flatMap((item, i) =>
    typeof item === 'string' ? [resolved(item, field.of.locate([...field.at, i], 'value'), where)] : [],
  );
  const named = new Set(all.filter(({ text }) => !isGlob(text)).flatMap(({ files }) => files));
  const seen = new Set<string>();
  return all.map((one) => {
    const files = one.files.filter((file) => !seen.has(file) && !(isGlob(one.text) && named.has(file)));
    for (const file of files) seen.add(file);
    return { ...one, files };
  });
}

function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

function resolved(text: string, span: Span, where: SourcePlace): ValueFile {
  const { chart, context } = where;
  const { repository, refs, name } = context;
  const none = { text, span, files: [], isHere: false, findings: [] };
  const bare = text.replace(/^secrets(?:\+[\w-]+)?:\/\/(?:[^?]*\?)?/, '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bare) || bare.includes('{{')) return none;
  const ref = /^\$([^/]+)(?:\/(.*))?$/.exec(bare);
  if (ref !== null && !ref[1]!.startsWith('{') && !/^ARGOCD_|^KUBE_/.test(ref[1]!)) {
    const [, referred = '', below = ''] = ref;
    const problem = refProblem(referred, span, where);
    if (problem !== undefined) return { ...none, findings: [problem] };
    if (refs.names === undefined) return none;
    return { ...none, ...fromRoots(below, where) };
  }
  const { text: path, isUnknown } = substituteEnvironment(bare, name);
  if (isUnknown) return none;
  if (path.startsWith('/')) return { ...none, ...fromRoots(path, where) };
  if (chart?.path === undefined) return none;
  const file = paths.join(chart.path, path);
  return {
    ...none,
    files: isGlob(path) ? filesMatching(chart.path, path, repository) : [file],
    isHere: true,
  };
}

/** A path from the root of a repository, which may be another one: a file that is not there is missed only where its folder is here. */
function fromRoots(
  path: string,
  { context: { repository } }: SourcePlace,
): Pick<ValueFile, 'files' | 'isHere'> {
  const { roots, kind } = repository;
  if (isGlob(path)) {
    const found = roots
      .map((root) => filesMatching(root, path.replace(/^\//, ''), repository))
      .find((files) => files.length > 0);
    return { files: found ?? [], isHere: false };
  }
  const candidates = roots.map((root) => paths.join(root, path));
  const there = candidates.find((file) => kind(file) === 'file');
  if (there !== undefined) return { files: [there], isHere: true };
  const beside = candidates.find(
    (file, i) => paths.dirname(file) !== roots[i] && kind(paths.dirname(file)) === 'folder',
  );
  return { files: beside === undefined ? [] : [beside], isHere: beside !== undefined };
}

function refProblem(referred: string, span: Span, { context: { refs } }: SourcePlace): Finding | undefined {
  const { names } = refs;
  if (names?.has(referred) === true) return undefined;
  if (names === undefined || names.size === 0) {
    return manifestFinding('ref', 'error', span, {
      problem: `"$${referred}" names a source, and no source has a ref`,
      why: 'Argo CD cannot render the Application.',
      help: `Use sources, and give the one with the file ref: ${referred}.`,
    });
  }
  const near =
    nearestName(referred, knownNames([...names])) ?? (names.size === 1 ? [...names][0] : undefined);
  return manifestFinding('ref', 'error', span, {
    problem: `No source has the ref "${referred}"`,
    why: 'Argo CD cannot render the Application.',
    help: near === undefined ? `The refs are ${[...names].join(', ')}.` : `Did you mean "$${near}"?`,
  });
}
