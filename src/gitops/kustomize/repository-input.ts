import { documentsInText } from '../../documents/documents-in-text.ts';
import { path } from '../../files/path.ts';
import { valueAt } from '../../model/values-path.ts';
import { hasReleaseKind } from '../may-hold-releases.ts';
import type { Repository } from '../repository.ts';
import { isKustomizationName } from './kustomization-file.ts';
import type { KustomizeInput } from './kustomize-input.ts';
import { writtenYaml } from './written-yaml.ts';

/** Of a manifest that may stand for one of these kinds, or holds no object at all: a list of operations, a configuration. */
const CONFIGS =
  /^[ \t-]*["']?kind["']?[ \t]*:[ \t]*["']?(?:ConfigMap|Secret|SealedSecret|ExternalSecret|\w*List)\b/m;
const KIND = /^[ \t-]*["']?kind["']?[ \t]*:/m;

/** What builds ask, over the files of a repository. Manifests without anything that decides about Helm values count as empty. */
export function repositoryInput(repository: Repository, applied: ReadonlySet<string>): KustomizeInput {
  return {
    kind: (file) => repository.kind(file),
    isApplied: (folder) => applied.has(folder),
    list: (folder) => repository.list(folder),
    text: (file) => repository.text(file),
    shown: (file) => repository.shown(file),
    documents: (file) => {
      const text = repository.text(file);
      if (text === undefined) return undefined;
      const name = path.basename(file);
      if (KIND.test(text) && !isKustomizationName(name) && !hasReleaseKind(text) && !CONFIGS.test(text))
        return [];
      // A kustomization and JSON patches are read as Helm reads YAML, manifests are not.
      const isList = /^\s*(?:#.*\n\s*)*(?:---[^\S\n]*\n\s*)?(?:- |\[)/.test(text);
      const dialect = isKustomizationName(name) || isList ? 'helm' : 'go-yaml-3';
      const read = repository.manifest(file, dialect);
      return read === undefined || read.documents.length === 0 ? undefined : read.documents.map(writtenYaml);
    },
    inner: (of, at) => {
      const span = of.locate(at, 'value');
      const text = String(valueAt(of.data, at));
      const isList = /^\s*(?:- |\[)/.test(text);
      const whole = repository.textOf(span.source);
      return documentsInText(whole, span, text, isList ? 'helm' : 'go-yaml-3')?.map(writtenYaml);
    },
  };
}
