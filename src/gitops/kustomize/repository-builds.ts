import { path } from '../../files/path.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { objectAt } from '../../model/values-path.ts';
import { refusesSubstitution } from '../flux/refuses-substitution.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { BuildVariables, ManifestObject } from '../manifest-object.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { builtConfigs } from './built-configs.ts';
import { builtObject } from './built-object.ts';
import { textsAt } from './field-lists.ts';
import { isKustomizationName } from './kustomization-file.ts';
import { type BuildOverlay, type KustomizeBuild, kustomizeBuild } from './kustomize-build.ts';
import type { KustomizeInput } from './kustomize-input.ts';
import { repositoryInput } from './repository-input.ts';

/** A folder that is built by itself: no other kustomization takes it in, or Flux names it. */
export interface RootBuild {
  /** Absolute. */
  readonly root: string;
  readonly build: KustomizeBuild;
  /** What Flux puts in for `${NAME}` after the build: `postBuild.substitute`. */
  readonly variables?: BuildVariables;
}

/** Builds every kustomization of a repository that nobody else takes in, and every path that a Flux Kustomization names. */
export function repositoryBuilds(repository: Repository): RootBuild[] {
  const paths = fluxPaths(repository);
  const isPatched = paths.length > 0 && patchesAddVariables(repository);
  const input = repositoryInput(repository, new Set(paths.map(({ root }) => root)));
  const builds: RootBuild[] = paths.map(({ root, overlay }) => ({
    root,
    build: kustomizeBuild(root, input, overlay),
    ...withVariables(overlay.of.data, isPatched),
  }));
  const taken = new Set(builds.flatMap(({ build }) => build.kustomizations.map(({ folder }) => folder)));
  const folders = repository
    .manifests()
    .filter(isKustomizationName)
    .map((file) => path.dirname(file));
  for (const folder of folders) for (const below of foldersTaken(folder, input)) taken.add(below);
  for (const root of folders) if (!taken.has(root)) builds.push({ root, build: kustomizeBuild(root, input) });
  return builds;
}

/** The objects that builds make of each file (absolute). A file that only patches others has none. */
export function builtObjects(
  builds: readonly RootBuild[],
  repository: Repository,
): ReadonlyMap<string, readonly ManifestObject[]> {
  const objects = new Map<string, ManifestObject[]>();
  for (const { root, build, variables } of builds) {
    for (const file of build.files) if (!objects.has(file)) objects.set(file, []);
    const built = builtConfigs(build, repository);
    const findings = build.problems.map(({ id, severity, span, ...said }) =>
      manifestFinding(id, severity, span, said),
    );
    for (const resource of build.resources) {
      const [file] = resource.files;
      if (file !== undefined)
        objects.get(file)?.push({
          ...builtObject(resource),
          root,
          built,
          findings,
          ...(variables === undefined || refusesSubstitution(resource.manifest.data) ? {} : { variables }),
        });
    }
  }
  return objects;
}

/** Whether patches in the repository may give Flux Kustomizations more variables than they name themselves. */
function patchesAddVariables(repository: Repository): boolean {
  return repository.manifests().some((file) => {
    const text = repository.text(file) ?? '';
    return text.includes('substituteFrom') && text.includes('patch');
  });
}

function withVariables(data: JsonValue, isPatched: boolean): Pick<RootBuild, 'variables'> {
  const postBuild = objectAt(data, ['spec', 'postBuild']);
  if (postBuild === undefined) return {};
  const substitute = Object.entries(objectAt(postBuild, ['substitute']) ?? {});
  const isAll = postBuild.substituteFrom === undefined && !isPatched;
  // Flux leaves the text alone where nothing is defined.
  if (substitute.length === 0 && isAll) return {};
  return {
    variables: { known: new Map(substitute.map(([name, value]) => [name, String(value)])), isAll },
  };
}

interface FluxPath {
  readonly root: string;
  readonly overlay: BuildOverlay;
}

/** Where Flux Kustomizations point to in this repository; paths start at its root. */
function fluxPaths(repository: Repository): FluxPath[] {
  const seen = new Set<string>();
  return repository.objects('Kustomization').flatMap((object): FluxPath[] => {
    if (!(textAt(object.data, ['apiVersion']) ?? '').startsWith('kustomize.toolkit.fluxcd.io/')) return [];
    const wanted = textAt(object.data, ['spec', 'path']) ?? './';
    const root = repository.roots
      .map((from) => path.resolve(from, `./${wanted.replace(/^\/+/, '')}`))
      .find((folder) => repository.kind(folder) === 'folder');
    const of = { ...object, written: () => '' };
    if (root === undefined || wanted.includes('${')) return [];
    const fields = [
      'patches',
      'patchesStrategicMerge',
      'patchesJson6902',
      'components',
      'targetNamespace',
      'namePrefix',
      'nameSuffix',
      'postBuild',
    ];
    const { spec } = object.data as { spec?: Record<string, unknown> };
    const key = JSON.stringify([root, ...fields.map((field) => spec?.[field])]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ root, overlay: { of, at: ['spec'], namespaceField: 'targetNamespace' } }];
  });
}

/** The folders that the kustomization of a folder takes in. */
function foldersTaken(folder: string, input: KustomizeInput): string[] {
  const file = input.list(folder).find(isKustomizationName);
  const [document] = file === undefined ? [] : (input.documents(path.join(folder, file)) ?? []);
  if (document === undefined) return [];
  return ['resources', 'bases', 'components'].flatMap((field) =>
    textsAt(document.data, [field]).map(({ text }) => path.resolve(folder, text)),
  );
}
