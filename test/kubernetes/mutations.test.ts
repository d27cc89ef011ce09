import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { kubernetesFixtures } from '../../src/dev/kubernetes-cases.ts';
import { recordedMutations } from '../../src/dev/recorded-mutations.ts';
import { checkManifest, checksByType } from '../../src/kubernetes/check-manifest.ts';
import { checks } from '../../src/kubernetes/checks/registry.ts';
import { loadTypes } from '../../src/kubernetes/types/load-types.ts';
import { formatPath } from '../../src/model/format-path.ts';

const LEAST_RECALL = 0.985;

it('errs on none of the random changes that Kubernetes takes, and on nearly all that it refuses', async () => {
  const mutations = recordedMutations();
  const { refused } = JSON.parse(readFileSync(path.join(kubernetesFixtures, 'mutations.json'), 'utf8')) as {
    refused: string;
  };
  expect(refused.length, 'run npm run kubernetes:judge').toBe(mutations.length);
  const types = await loadTypes(
    37,
    mutations.map(({ manifest }) => String(manifest.apiVersion)),
  );
  const byType = checksByType();
  const later = new Set(checks.flatMap(({ id, refusedBy }) => (refusedBy === 'later' ? id : [])));
  const wrong: string[] = [];
  let caught = 0;
  for (const [i, { kind, path: at, manifest }] of mutations.entries()) {
    const errors = checkManifest(manifest, types, byType).filter(
      ({ severity, check }) => severity === 'error' && !later.has(check),
    );
    if (refused[i] === 'x') caught += errors.length > 0 ? 1 : 0;
    else if (errors.length > 0) {
      wrong.push(
        `${String(manifest.kind)} ${kind} ${formatPath(at)}: ${errors[0]!.check} ${errors[0]!.problem}`,
      );
    }
  }
  expect(wrong).toEqual([]);
  expect(caught / refused.split('x').slice(1).length).toBeGreaterThan(LEAST_RECALL);
});
