import { checkManifest, checksByType } from '../kubernetes/check-manifest.ts';
import { checks } from '../kubernetes/checks/registry.ts';
import type { ManifestFact } from '../kubernetes/manifest-fact.ts';
import { loadTypes } from '../kubernetes/types/load-types.ts';
import { formatPath } from '../model/format-path.ts';
import { readManifests } from './kubernetes-cases.ts';
import { askKubernetes, isRefused, type Verdict, verdictText } from './kubernetes-judge.ts';
import type { Mutation } from './mutate-manifest.ts';
import { makeMutations } from './recorded-mutations.ts';

/**
 * Changes manifests at random and compares what the checks say with what Kubernetes' own validation says.
 *   npm run kubernetes:mutate -- [COUNT] [SEED] [FOLDER with manifests, default fixtures/kubernetes/manifests]
 */
const [count = '2000', seed = '1', given] = process.argv.slice(2);
const manifests = readManifests(given);
const mutations = makeMutations(manifests, Number(count), Number(seed));

const types = await loadTypes(
  37,
  manifests.map(({ apiVersion }) => String(apiVersion)),
);
const byType = checksByType();
/** The judge reads removed versions as well; allocators, controllers and nodes it does not have. */
const later = new Set([
  'removed-api',
  'later-api',
  ...checks.flatMap(({ id, refusedBy }) => (refusedBy === 'later' ? id : [])),
]);
const verdicts = askKubernetes(mutations.map(({ manifest }) => JSON.stringify(manifest)));
const tally = { refused: 0, caught: 0, placed: 0, accepted: 0, false: 0, warned: 0, skipped: 0 };
const falseErrors: string[] = [];
const misses = new Map<string, string[]>();
for (const [i, mutation] of mutations.entries()) {
  const { kind, path: at, manifest } = mutation;
  const verdict = verdicts[i]!;
  // The judge reads versions that were removed long ago as well; the checks have no types of these.
  const answer = types.kindOf(String(manifest.apiVersion), String(manifest.kind));
  if (verdict.skipped || answer.is !== 'served') {
    tally.skipped++;
    continue;
  }
  const facts = checkManifest(manifest, types, byType);
  const errors = facts.filter(({ severity, check }) => severity === 'error' && !later.has(check));
  const what = `${String(manifest.kind)} ${kind} ${formatPath(at)}`;
  if (isRefused(verdict)) {
    tally.refused++;
    if (errors.length > 0) tally.caught++;
    if (errors.some((error) => isPlaced(error, verdict, mutation))) tally.placed++;
    if (errors.length === 0) {
      const message = verdictText(verdict).slice(0, 300);
      const shape = message.replaceAll(/"[^"]*"|\d+/g, '_').slice(0, 90);
      misses.set(shape, [...(misses.get(shape) ?? []), `${what}\n      ${message}`]);
    }
  } else {
    tally.accepted++;
    if (errors.length > 0) {
      tally.false++;
      falseErrors.push(
        `${what}: ${errors.map((e) => `${e.check} ${formatPath(e.at)}: ${e.problem}`).join('; ')}`,
      );
    } else if (facts.length > 0) tally.warned++;
  }
}

process.stdout.write(`false errors:\n${falseErrors.map((line) => `  ${line}\n`).join('')}`);
process.stdout.write('misses:\n');
for (const [, lines] of [...misses].sort((a, b) => b[1].length - a[1].length)) {
  process.stdout.write(`  ${lines.length} × ${lines[0]}\n`);
}
process.stdout.write(`${JSON.stringify(tally)} recall ${(tally.caught / tally.refused).toFixed(4)}\n`);

/** Whether the error is at what was changed (beside it, where a key was renamed), or at what Kubernetes names. */
function isPlaced(error: ManifestFact, verdict: Verdict, { kind, path: changed }: Mutation): boolean {
  const at = formatPath(error.at);
  const isRenamed = ['typo', 'case', 'plural', 'renameKey'].includes(kind);
  const wanted = [
    formatPath(isRenamed ? changed.slice(0, -1) : changed),
    ...(verdict.errors ?? []).map(({ field }) => field),
  ];
  return wanted.some((place) => place.startsWith(at) || at.startsWith(place));
}
