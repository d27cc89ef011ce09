import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { KustomizeCase } from './kustomize-case.ts';

const API = 'helm.toolkit.fluxcd.io/v2';
const KEYS = ['image', 'tag', 'replicas', 'hosts', 'env', 'a/b', 'c~d', '0'];

/**
 * So many random kustomizations: a base with releases and ConfigMaps, an overlay with patches of every kind, sometimes a component. The same
 * for the same seed. Texts are JSON, so that no two readers of YAML can differ about a type.
 */
export function randomKustomizations(count: number, seed: number): KustomizeCase[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => random.kustomization(`random ${seed}/${i}`));
}

class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  kustomization(name: string): KustomizeCase {
    const files: Record<string, string> = {};
    const write = (file: string, value: JsonValue): void => {
      files[file] = `${JSON.stringify(value)}\n`;
    };
    const releases = ['shop', 'cart', 'mail'].slice(0, 1 + this.#below(3));
    for (const release of releases) write(`base/${release}.yaml`, this.#release(release));
    const hasSettings = this.#chance(4);
    write('base/kustomization.yaml', {
      resources: releases.map((release) => `${release}.yaml`),
      ...(this.#chance(3) ? { namespace: this.#pick(['apps', 'infra']) } : {}),
      ...(this.#chance(6) ? { namePrefix: 'base-' } : {}),
      ...(hasSettings ? { configMapGenerator: [this.#generator('create')] } : {}),
    });
    const patches = Array.from({ length: 1 + this.#below(3) }, (_, i) => this.#patch(i, releases, write));
    const hasComponent = this.#chance(4);
    if (hasComponent) {
      write('part/kustomization.yaml', {
        apiVersion: 'kustomize.config.k8s.io/v1alpha1',
        kind: 'Component',
        patches: [this.#patch(9, releases, (file, value) => write(file.replace('prod/', 'part/'), value))],
      });
    }
    write('prod/kustomization.yaml', {
      resources: ['../base'],
      patches,
      ...(hasComponent ? { components: ['../part'] } : {}),
      ...(this.#chance(4) ? { namespace: 'prod' } : {}),
      ...(this.#chance(6) ? { nameSuffix: '-prod' } : {}),
      ...(hasSettings ? { configMapGenerator: [this.#generator(this.#pick(['merge', 'replace']))] } : {}),
    });
    return { name, files, root: 'prod' };
  }

  #release(name: string): JsonObject {
    return {
      apiVersion: API,
      kind: 'HelmRelease',
      metadata: {
        name,
        ...(this.#chance(12) ? { namespace: 'apps' } : {}),
        ...(this.#chance(2) ? { labels: { tier: this.#pick(['web', 'data']) } } : {}),
      },
      spec: { interval: '1h', values: this.#map(3) },
    };
  }

  #patch(
    index: number,
    releases: readonly string[],
    write: (file: string, value: JsonValue) => void,
  ): JsonObject {
    const name = this.#chance(40) ? 'nobody' : this.#pick(releases);
    const isJson = this.#chance(3);
    const target: JsonObject | undefined = isJson || this.#chance(3) ? this.#target(name) : undefined;
    const body: JsonValue = isJson
      ? Array.from({ length: 1 + this.#below(3) }, () => this.#operation())
      : this.#strategic(name);
    const text = JSON.stringify(body);
    if (this.#chance(2)) return { patch: text, ...(target && { target }) };
    write(`prod/patch-${index}.yaml`, body);
    return { path: `patch-${index}.yaml`, ...(target && { target }) };
  }

  #target(name: string): JsonObject {
    switch (this.#below(6)) {
      case 0:
        return { kind: 'HelmRelease' };
      case 1:
        return { kind: 'HelmRelease', name: `${name.slice(0, 2)}.*` };
      case 2:
        return {
          kind: 'HelmRelease',
          labelSelector: this.#pick(['tier=web', 'tier!=web', 'tier in (web,data)', '!tier', 'tier']),
        };
      case 3:
        return { kind: 'HelmRelease', name, namespace: this.#pick(['apps', 'default', 'prod']) };
      case 4:
        return { group: 'helm.toolkit.fluxcd.io', version: 'v2', kind: 'HelmRelease', name };
      default:
        return { name: `${name}|base-${name}` };
    }
  }

  #strategic(name: string): JsonObject {
    return {
      apiVersion: API,
      kind: 'HelmRelease',
      metadata: { name, ...(this.#chance(12) ? { namespace: 'apps' } : {}) },
      ...(this.#chance(25) ? { $patch: 'delete' } : { spec: { values: this.#patchMap(3) } }),
    };
  }

  #operation(): JsonObject {
    const path = this.#chance(3) ? this.#pointer() : `/spec/values/${this.#pick(['tag', 'replicas', '0'])}`;
    switch (this.#below(20)) {
      case 0:
        return { op: 'remove', path };
      case 1:
        return { op: this.#pick(['move', 'copy']), from: this.#pointer(), path };
      case 2:
        return { op: 'test', path, value: this.#value(1) };
      case 3:
      case 4:
        return { op: 'replace', path, value: this.#value(2) };
      default:
        return { op: 'add', path, value: this.#value(2) };
    }
  }

  #pointer(): string {
    const steps = Array.from({ length: 1 + this.#below(2) }, () =>
      this.#chance(8)
        ? this.#pick(['0', '1', '-', '-1', '5'])
        : this.#pick(KEYS).replaceAll('~', '~0').replaceAll('/', '~1'),
    );
    return `/spec/values/${steps.join('/')}`;
  }

  #generator(behavior: string): JsonObject {
    return {
      name: 'settings',
      behavior,
      literals: [`${this.#pick(['one', 'two'])}=${this.#below(5)}`, `three="x${this.#below(3)}"`],
      options: { disableNameSuffixHash: true },
    };
  }

  #patchMap(depth: number): JsonObject {
    const map = this.#map(depth);
    for (const key of KEYS) {
      if (this.#chance(6)) map[key] = null;
      const value = map[key];
      if (this.#chance(8) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
        value['$patch'] = this.#pick(['replace', 'delete', 'merge']);
      }
    }
    return map;
  }

  #map(depth: number): JsonObject {
    const map: JsonObject = {};
    for (const key of KEYS)
      if (this.#chance(2)) map[key] = this.#chance(40) ? this.#value(depth - 1) : this.#usual(key, depth - 1);
    return map;
  }

  /** Of the kind that the key mostly has: patches of another kind are refused. */
  #usual(key: string, depth: number): JsonValue {
    if (key === 'image' || key === 'a/b') return depth < 0 ? {} : this.#map(depth);
    if (key === 'hosts' || key === 'env')
      return Array.from({ length: this.#below(4) }, () => this.#value(depth - 1));
    return this.#value(0);
  }

  #value(depth: number): JsonValue {
    const kind = this.#below(depth > 0 ? 8 : 4);
    if (kind === 0) return this.#below(10);
    if (kind === 1) return this.#pick(['x', 'shop.example.com', 'yes', 'a, b', '007', '']);
    if (kind === 2) return this.#pick([true, false]);
    if (kind === 3) return null;
    if (kind < 6) return this.#map(depth);
    return Array.from({ length: this.#below(4) }, () => this.#value(depth - 1));
  }

  #chance(one: number): boolean {
    return this.#below(one) === 0;
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#below(list.length)]!;
  }

  #below(limit: number): number {
    // A linear congruential generator with the constants of Numerical Recipes; the high bits are the good ones.
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
}
