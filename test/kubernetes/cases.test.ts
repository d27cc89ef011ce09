import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KubernetesCase, kubernetesFixtures, readCases } from '../../src/dev/kubernetes-cases.ts';
import { checkManifest, checksByType } from '../../src/kubernetes/check-manifest.ts';
import { checks } from '../../src/kubernetes/checks/registry.ts';
import type { ManifestFact } from '../../src/kubernetes/manifest-fact.ts';
import type { KubernetesTypes } from '../../src/kubernetes/types/kubernetes-types.ts';
import { loadTypes } from '../../src/kubernetes/types/load-types.ts';
import { formatPath } from '../../src/model/format-path.ts';

/**
 * What is said of each case, exactly, and whether Kubernetes' own validation agrees (recorded with npm run kubernetes:judge).
 * `UPDATE_FIXTURES=1` writes the reports anew.
 */
const families = readCases();
const verdicts = JSON.parse(readFileSync(path.join(kubernetesFixtures, 'verdicts.json'), 'utf8')) as Record<
  string,
  string | null
>;
/** Refused by what is no validation of manifests: another server, an allocator, a node. */
const later = new Set([
  ...['removed-api', 'later-api', 'unknown-api'],
  ...checks.flatMap(({ id, refusedBy }) => (refusedBy === 'later' ? id : [])),
]);
const found = new Set<string>(['config-size']);
const byType = checksByType();
const loaded = new Map<number, Promise<KubernetesTypes>>();
const API_VERSIONS = [...families.values()].flat().map(({ manifest }) => String(manifest.apiVersion));

async function factsOf({ manifest, minor = 37 }: KubernetesCase): Promise<ManifestFact[]> {
  loaded.set(minor, loaded.get(minor) ?? loadTypes(minor, API_VERSIONS));
  return checkManifest(manifest, await loaded.get(minor)!, byType);
}

function show(fact: ManifestFact): string {
  const related =
    fact.related?.map(({ at, problem }) => `\n    ${formatPath(at)}: ${problem}`).join('') ?? '';
  const mend = fact.mend
    ? ` {${fact.mend.how}${'to' in fact.mend ? ` to ${fact.mend.to}` : 'by' in fact.mend ? ` by ${JSON.stringify(fact.mend.by)}` : ''}}`
    : '';
  return `  ${fact.severity} ${fact.check} ${formatPath(fact.at)}${fact.part === 'key' ? ' (key)' : ''}\n    ${fact.problem}\n    ${fact.why}\n    ${fact.help}${mend}${related}`;
}

describe.each([...families])('%s', (family, cases) => {
  it('says what the report holds', async () => {
    const parts: string[] = [];
    for (const one of cases) {
      const facts = await factsOf(one);
      for (const { check } of facts) found.add(check);
      parts.push([one.text, ...(facts.length === 0 ? ['  nothing'] : facts.map(show))].join('\n'));
    }
    const text = `${parts.join('\n\n')}\n`;
    const file = path.join(kubernetesFixtures, 'reports', `${family}.txt`);
    if (process.env.UPDATE_FIXTURES) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it.each(cases.filter(({ minor }) => minor === undefined).map((one) => [one.text, one] as const))(
    'agrees with Kubernetes on %s',
    async (text, one) => {
      const verdict = verdicts[text];
      expect(verdict, 'run npm run kubernetes:judge').toBeDefined();
      const errors = (await factsOf(one)).filter(({ severity }) => severity === 'error');
      if (verdict === null || errors.some(({ check }) => later.has(check))) return;
      expect(errors.map(({ problem }) => problem).length > 0, verdict).toBe(verdict !== '');
    },
  );

  it('keeps problems short, and has something to say in each part', async () => {
    for (const one of cases) {
      for (const { problem, why, help } of await factsOf(one)) {
        expect(problem.length, problem).toBeLessThanOrEqual(100);
        expect(problem).not.toMatch(/[.]$/);
        expect(why).toMatch(/[.]$/);
        expect(help).toMatch(/[.]$/);
      }
    }
  });
});

it('has a case in which each check finds something', () => {
  expect(checks.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

it('counts the bytes of a ConfigMap', async () => {
  const half = 'x'.repeat(600_000);
  const manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a' },
    data: { a: half, b: half },
  };
  const facts = await factsOf({ text: '', manifest });
  expect(facts.map(({ check }) => check)).toEqual(['config-size']);
  expect(await factsOf({ text: '', manifest: { ...manifest, data: { a: half } } })).toEqual([]);
});

it('has at least 60 checks, each with an id of its own', () => {
  const ids = checks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(60);
});
