import type { JsonObject } from '../model/json-value.ts';
import { readManifests } from './kubernetes-cases.ts';
import { chanceFrom, type Mutation, mutate } from './mutate-manifest.ts';

const COUNT = 2000;
const SEED = 15;

/** The same random changes of the manifests in `fixtures/kubernetes` each time: their verdicts are recorded in this order. */
export function recordedMutations(): Mutation[] {
  return makeMutations(readManifests(), COUNT, SEED);
}

/** The manifests as they are, and then changed at random. */
export function makeMutations(manifests: readonly JsonObject[], count: number, seed: number): Mutation[] {
  const chance = chanceFrom(seed);
  const mutations: Mutation[] = manifests.map((manifest) => ({ kind: 'as it is', path: [], manifest }));
  while (mutations.length < count) {
    const mutation = mutate(manifests[Math.floor(chance() * manifests.length)]!, manifests, chance);
    if (mutation) mutations.push(mutation);
  }
  return mutations;
}
