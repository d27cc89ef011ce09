import { memoryFiles } from '../files/memory-files.ts';
import { type KustomizeBuild, kustomizeBuild } from '../gitops/kustomize/kustomize-build.ts';
import type { KustomizeInput } from '../gitops/kustomize/kustomize-input.ts';
import type { Written } from '../gitops/kustomize/written.ts';
import { writtenYaml } from '../gitops/kustomize/written-yaml.ts';
import { loadYaml } from '../load/load-yaml.ts';
import { fileSource } from '../model/source.ts';
import { valueAt } from '../model/values-path.ts';
import type { KustomizeCase } from './kustomize-case.ts';

/** Builds a case with our own code. One document a file; patterns as Go has them. */
export function answerKustomization({ files, root }: KustomizeCase): KustomizeBuild {
  const held = memoryFiles(Object.entries(files).map(([name, text]) => [`/${name}`, text]));
  const read = (name: string, text: string): Written[] | undefined => {
    const { document } = loadYaml(fileSource(name), text);
    return document === undefined ? undefined : [writtenYaml(document)];
  };
  const input: KustomizeInput = {
    kind: (file) => {
      const kind = held.kind(file);
      return kind === 'other' ? 'none' : kind;
    },
    isApplied: () => false,
    list: (folder) => held.list(folder).map(({ name }) => name),
    documents: (file) => read(file, held.readText(file)),
    inner: (of, at) => read('inner', String(valueAt(of.data, at))),
    text: (file) => held.readText(file),
    shown: (file) => file.slice(1),
  };
  return kustomizeBuild(`/${root}`, input);
}
