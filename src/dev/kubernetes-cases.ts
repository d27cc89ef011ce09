import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import { parsePathPattern } from '../model/path-pattern.ts';

/** One of the manifests of `fixtures/kubernetes/manifests` with a change. */
export interface KubernetesCase {
  /** What changes, on one line; tells cases apart. */
  readonly text: string;
  readonly manifest: JsonObject;
  /** The minor of Kubernetes that is asked, when not the newest. */
  readonly minor?: number;
}

export const kubernetesFixtures = fileURLToPath(new URL('../../fixtures/kubernetes/', import.meta.url));
const REMOVE = '(remove)';

/** The manifests of a folder, by `Kind/name`, read as YAML 1.1; of several with one name the first. */
export function readManifests(folder: string = path.join(kubernetesFixtures, 'manifests')): JsonObject[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(path.join(folder, file), 'utf8'), { version: '1.1' }))
    .map((document) => document.toJS() as JsonObject | null)
    .filter((manifest) => manifest?.kind !== undefined) as JsonObject[];
}

/** The cases of each file of `fixtures/kubernetes/cases`: `[Kind/name, {path: value, …}, 1.34]`. */
export function readCases(): Map<string, KubernetesCase[]> {
  const manifests = readManifests();
  const folder = path.join(kubernetesFixtures, 'cases');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new Map(
    files.map((file) => {
      const lines = parse(readFileSync(path.join(folder, file), 'utf8')) as [string, JsonObject, number?][];
      return [file.slice(0, -'.yaml'.length), lines.map((line) => makeCase(line, manifests))];
    }),
  );
}

function makeCase(
  [name, changes, version]: [string, JsonObject, number?],
  manifests: readonly JsonObject[],
): KubernetesCase {
  const original = manifests.find(
    ({ kind, metadata }) => `${String(kind)}/${String((metadata as JsonObject).name)}` === name,
  );
  if (!original) throw new Error(`no manifest ${name}`);
  const manifest = structuredClone(original);
  const shown: string[] = [];
  for (const [short, value] of Object.entries(changes)) {
    const at = expand(short, String(original.kind));
    change(manifest, parsePathPattern(at), value);
    shown.push(value === REMOVE ? `without ${short}` : `${short}: ${JSON.stringify(value)}`);
  }
  const minor = version === undefined ? undefined : Math.round((version - 1) * 100);
  return {
    text: `${name} ${shown.join(', ')}${minor === undefined ? '' : ` (1.${minor})`}`,
    manifest,
    ...(minor === undefined ? {} : { minor }),
  };
}

/** `pod.` stands for the way to the pod of a workload, `container.` for that to its first container. */
function expand(short: string, kind: string): string {
  const pod =
    kind === 'CronJob'
      ? 'spec.jobTemplate.spec.template.spec'
      : kind === 'Pod'
        ? 'spec'
        : 'spec.template.spec';
  return short.replace(/^pod\./, `${pod}.`).replace(/^container\./, `${pod}.containers[0].`);
}

function change(manifest: JsonObject, way: readonly string[], value: JsonValue): void {
  let container = manifest;
  for (const segment of way.slice(0, -1)) {
    container[segment] ??= {};
    container = container[segment] as JsonObject;
  }
  const last = way.at(-1)!;
  if (value !== REMOVE) container[last] = value;
  else if (Array.isArray(container)) container.splice(Number(last), 1);
  else delete container[last];
}
