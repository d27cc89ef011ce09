import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { valueAt } from '../../model/values-path.ts';
import type { Written } from './written.ts';

/** What tells a resource from all others of a build. */
export interface ResourceId {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** Empty when none is written. */
  readonly namespace: string;
}

/** A resource on its way through a build. */
export interface Resource {
  /** As it is now. */
  readonly manifest: Written<JsonObject>;
  /** What it was called before a kustomization changed its name, kind or namespace; the oldest first. */
  readonly past: readonly ResourceId[];
  /** Absolute: the file that defines it, then those that changed it. */
  readonly files: readonly string[];
  /** Set when a generator made it. */
  readonly generated?: Generated;
}

/** What a generator knows of the ConfigMap or Secret that it makes. */
export interface Generated {
  /** Whether a hash of the content is put behind the name. */
  readonly hashed: boolean;
  /** The file that each key holds whole, absolute. */
  readonly files: ReadonlyMap<string, string>;
}

/** The id as the manifest says it now. */
export function resourceId({ data }: Written<JsonObject>): ResourceId {
  const api = text(data['apiVersion']);
  const slash = api.indexOf('/');
  return {
    group: slash === -1 ? '' : api.slice(0, slash),
    version: api.slice(slash + 1),
    kind: text(data['kind']),
    name: text(valueAt(data, ['metadata', 'name'])),
    namespace: text(valueAt(data, ['metadata', 'namespace'])),
  };
}

/** What it was called at first. */
export function originalId({ manifest, past }: Resource): ResourceId {
  return past[0] ?? resourceId(manifest);
}

/** Whether the resource is, or was, called so. No namespace is the namespace `default`. */
export function isCalled({ manifest, past }: Resource, id: ResourceId): boolean {
  return [...past, resourceId(manifest)].some((own) => sameId(own, id));
}

function sameId(a: ResourceId, b: ResourceId): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.group === b.group &&
    a.version === b.version &&
    namespaceOf(a) === namespaceOf(b)
  );
}

/** The namespace that Kustomize compares. */
export function namespaceOf({ namespace }: ResourceId): string {
  return namespace === '' ? 'default' : namespace;
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The resource as something has made it that is written in a document. */
export function changedBy(resource: Resource, manifest: Written<JsonObject>, by: Written): Resource {
  const file = by.locate([], 'value').source.id;
  const { files } = resource;
  return { ...resource, manifest, files: files.includes(file) ? files : [...files, file] };
}
