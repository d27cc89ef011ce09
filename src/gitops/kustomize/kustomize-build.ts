import { path } from '../../files/path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { LIMITS } from '../../model/limits.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import {
  type AppliedPatch,
  applyPatches,
  earlyPatches,
  latePatches,
  type Patched,
  type PatchList,
} from './apply-patches.ts';
import { itemsAt, textsAt } from './field-lists.ts';
import { generateConfigs } from './generate-configs.ts';
import { generatedResources } from './generated-resources.ts';
import { kustomizationFile } from './kustomization-file.ts';
import type { KustomizeInput, KustomizeProblem } from './kustomize-input.ts';
import { mergeGenerated } from './merge-generated.ts';
import { nameReferences } from './name-references.ts';
import { renameResources } from './rename-resources.ts';
import { changedBy, type Resource } from './resource.ts';
import { woven } from './woven.ts';
import type { Written } from './written.ts';

/** A kustomization that a build has read. */
export interface ReadKustomization {
  /** Absolute. */
  readonly file: string;
  readonly folder: string;
  readonly document: Written<JsonObject>;
}

/** What `kustomize build` of a folder gives, as far as Helm values go. */
export interface KustomizeBuild {
  readonly resources: readonly Resource[];
  readonly problems: readonly KustomizeProblem[];
  /** The patches, in the order in which they were laid over the resources. */
  readonly patches: readonly AppliedPatch[];
  /** Every kustomization that takes part, that of the folder first; their `helmCharts` are releases. */
  readonly kustomizations: readonly ReadKustomization[];
  /** The manifests, patches and values files that were read, absolute. */
  readonly files: ReadonlySet<string>;
  /** Whether something is not here: a base on the network, a plugin. Then what is missing may be there. */
  readonly isPartial: boolean;
  /** Where names of generated ConfigMaps and Secrets are put in: `HelmRelease spec/valuesFrom/name`. */
  readonly nameReferences: ReadonlySet<string>;
}

/** What Flux lays over the kustomization of a path: its own patches, namespace, prefix and components. */
export interface BuildOverlay {
  readonly of: Written;
  /** Where in it the fields stand: `['spec']`. */
  readonly at: ValuesPath;
  /** `targetNamespace` in Flux. */
  readonly namespaceField: string;
}

/** Builds a folder, or what the files of a folder without a kustomization come to. */
export function kustomizeBuild(
  folder: string,
  input: KustomizeInput,
  overlay?: BuildOverlay,
): KustomizeBuild {
  return new Build(input).run(folder, overlay);
}

class Build {
  readonly #input: KustomizeInput;
  readonly #problems: KustomizeProblem[] = [];
  readonly #applied: AppliedPatch[] = [];
  readonly #kustomizations: ReadKustomization[] = [];
  readonly #files = new Set<string>();
  readonly #references = new Set<string>();
  #isPartial = false;

  constructor(input: KustomizeInput) {
    this.#input = input;
  }

  run(folder: string, overlay: BuildOverlay | undefined): KustomizeBuild {
    const built = this.#folder(folder, [], overlay, []);
    const resources =
      overlay === undefined ? built : built.map((one) => changedBy(one, one.manifest, overlay.of));
    return {
      resources,
      problems: this.#problems,
      patches: this.#applied,
      kustomizations: this.#kustomizations,
      files: this.#files,
      isPartial: this.#isPartial,
      nameReferences: this.#references,
    };
  }

  /** The resources of a folder; a component changes those that are there already. */
  #folder(
    folder: string,
    before: readonly Resource[],
    overlay: BuildOverlay | undefined,
    above: readonly string[],
  ): Resource[] {
    const file = kustomizationFile(folder, this.#input);
    if (file === undefined && overlay !== undefined) return this.#generated(folder, overlay);
    const document = file === undefined ? undefined : this.#map(file);
    if (
      file === undefined ||
      document === undefined ||
      above.includes(folder) ||
      above.length > LIMITS.folderDepth ||
      this.#kustomizations.length >= LIMITS.kustomizations
    ) {
      this.#isPartial = true;
      return [...before];
    }
    this.#kustomizations.push({ file, folder, document });
    const chain = [...above, folder];
    const patched = this.#patched(before);
    for (const field of ['resources', 'bases']) {
      for (const { text } of textsAt(document.data, [field])) {
        patched.resources.push(...this.#resource(text, folder, chain));
      }
    }
    if (hasPlugins(document.data)) this.#isPartial = true;
    for (const reference of nameReferences(document, folder, this.#input)) this.#references.add(reference);
    for (const made of generateConfigs(document, folder, this.#input, this.#problems)) {
      for (const name of made.resource.generated.files.values()) this.#files.add(name);
      mergeGenerated(made, document, patched);
    }
    for (const { of, at } of componentsOf(document, overlay)) {
      for (const { text } of textsAt(of.data, at)) {
        patched.resources = this.#component(text, folder, patched.resources, chain);
      }
    }
    this.#transform(document, folder, overlay, patched);
    return patched.resources.map((resource) => changedBy(resource, resource.manifest, document));
  }

  /** A folder without a kustomization, for which Flux makes one. */
  #generated(folder: string, overlay: BuildOverlay): Resource[] {
    const patched = this.#patched([]);
    for (const target of generatedResources(folder, this.#input)) {
      const isFolder = this.#input.kind(target) === 'folder';
      patched.resources.push(
        ...(isFolder ? this.#folder(target, [], undefined, [folder]) : this.#manifests(target)),
      );
    }
    for (const { text } of textsAt(overlay.of.data, [...overlay.at, 'components'])) {
      patched.resources = this.#component(text, folder, patched.resources, [folder]);
    }
    for (const list of overlayPatches(overlay, folder)) this.#apply(list, patched);
    renameResources(overlay.of, overlay.at, overlay.namespaceField, patched);
    return patched.resources;
  }

  #patched(resources: readonly Resource[]): Patched {
    return {
      resources: [...resources],
      problems: this.#problems,
      applied: this.#applied,
      isPartial: () => this.#isPartial,
    };
  }

  /** In the order of Kustomize: patches, then names, then the JSON patches of the old form. */
  #transform(
    of: Written<JsonObject>,
    folder: string,
    overlay: BuildOverlay | undefined,
    patched: Patched,
  ): void {
    const early = earlyPatches(of, folder);
    if (overlay !== undefined) early.push(...overlayPatches(overlay, folder));
    for (const list of early) this.#apply(list, patched);
    renameResources(of, [], 'namespace', patched);
    if (overlay !== undefined) renameResources(overlay.of, overlay.at, overlay.namespaceField, patched);
    for (const list of latePatches(of, folder)) this.#apply(list, patched);
  }

  #apply(list: PatchList, patched: Patched): void {
    for (const file of filesNamed(list)) this.#files.add(file);
    applyPatches(list, patched, this.#input);
  }

  /** One entry of `resources`: a file, a folder, or something on the network. */
  #resource(name: string, folder: string, chain: readonly string[]): readonly Resource[] {
    if (isRemote(name)) {
      this.#isPartial = true;
      return [];
    }
    const target = path.resolve(folder, name);
    const kind = this.#input.kind(target);
    if (kind === 'folder') return this.#folder(target, [], undefined, chain);
    if (kind === 'file') return this.#manifests(target);
    this.#isPartial = true;
    return [];
  }

  #component(
    name: string,
    folder: string,
    resources: readonly Resource[],
    chain: readonly string[],
  ): Resource[] {
    const target = path.resolve(folder, name);
    if (!isRemote(name) && this.#input.kind(target) === 'folder') {
      return this.#folder(target, resources, undefined, chain);
    }
    this.#isPartial = true;
    return [...resources];
  }

  #manifests(file: string): Resource[] {
    this.#files.add(file);
    const documents = this.#input.documents(file);
    if (documents === undefined) this.#isPartial = true;
    return (documents ?? []).flatMap((document) =>
      listed(document).map((manifest) => ({ manifest, past: [], files: [file] })),
    );
  }

  #map(file: string): Written<JsonObject> | undefined {
    const [document] = this.#input.documents(file) ?? [];
    return document !== undefined && isMap(document) ? document : undefined;
  }
}

function isMap(document: Written): document is Written<JsonObject> {
  return isJsonObject(document.data);
}

/** The manifests of a document: itself, or the items of a list. */
function listed(document: Written): Written<JsonObject>[] {
  if (!isMap(document)) return [];
  const { kind } = document.data;
  if (typeof kind !== 'string' || !kind.endsWith('List')) return [document];
  return itemsAt(document.data, ['items']).flatMap(({ at, value }) =>
    isJsonObject(value) ? [woven(value, { of: document, at }, new Map())] : [],
  );
}

function componentsOf(
  document: Written,
  overlay: BuildOverlay | undefined,
): { of: Written; at: ValuesPath }[] {
  const own = { of: document, at: ['components'] };
  return overlay === undefined ? [own] : [own, { of: overlay.of, at: [...overlay.at, 'components'] }];
}

function overlayPatches({ of, at }: BuildOverlay, folder: string): PatchList[] {
  return [
    { of, folder, at: [...at, 'patchesStrategicMerge'], form: 'strategic' },
    { of, folder, at: [...at, 'patches'], form: 'patches' },
    { of, folder, at: [...at, 'patchesJson6902'], form: 'json6902' },
  ];
}

/** The files that the entries of a list of patches name. */
function filesNamed({ of, at, folder }: PatchList): string[] {
  return itemsAt(of.data, at).flatMap(({ value }) => {
    const name: JsonValue | undefined = isJsonObject(value) ? value['path'] : value;
    return typeof name === 'string' && !name.includes('\n') ? [path.resolve(folder, name)] : [];
  });
}

/** What may make or change resources in ways that are not seen here. */
function hasPlugins(data: JsonObject): boolean {
  return [
    'generators',
    'transformers',
    'replacements',
    'vars',
    'helmCharts',
    'helmChartInflationGenerator',
  ].some((field) => itemsAt(data, [field]).length > 0);
}

function isRemote(name: string): boolean {
  return /^[a-z+]+:\/\/|^git@|^github\.com\/|[?&]ref=/.test(name);
}
