import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerKustomization } from '../../../src/dev/answer-kustomization.ts';
import { randomKustomizations } from '../../../src/dev/random-kustomizations.ts';
import type { JsonValue } from '../../../src/model/json-value.ts';

/** What the real Kustomize answered; `npm run gitops:kustomize` records it anew. */
const recorded: { count: number; seed: number; answers: ('error' | JsonValue[])[] } = JSON.parse(
  readFileSync(new URL('../../../fixtures/gitops/kustomize-answers.json', import.meta.url), 'utf8'),
);

describe('random kustomizations', () => {
  const cases = randomKustomizations(recorded.count, recorded.seed);

  it.each(cases.map((one, i) => [one.name, one, recorded.answers[i]!] as const))('%s', (_, one, real) => {
    const { resources, problems } = answerKustomization(one);
    const isRefused = problems.some(({ severity }) => severity === 'error');
    expect(isRefused ? 'error' : resources.map(({ manifest }) => manifest.data)).toEqual(real);
  });

  it('are refused and taken', () => {
    const refused = recorded.answers.filter((answer) => answer === 'error').length;
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(recorded.count - 20);
  });
});

const RELEASE =
  'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: shop\nspec:\n  values:\n';
const FILES = {
  'base/kustomization.yaml': 'namespace: apps\nresources: [shop.yaml]\n',
  'base/shop.yaml': `${RELEASE}    image:\n      tag: "1.20"\n      name: shop\n    hosts: [a, b]\n    debug: false\n    old: 1\n`,
  'prod/kustomization.yaml':
    'resources: [../base]\npatches:\n- path: shop.yaml\n- target: {kind: HelmRelease}\n  patch: |\n    - op: add\n      path: /spec/values/env\n      value: {A: x}\n    - op: replace\n      path: /spec/values/hosts/1\n      value: c\n',
  'prod/shop.yaml': `${RELEASE}    image:\n      tag: 1.30\n    debug: true\n    old: null\n    extra: {x: 1}\n`,
};

describe('values of a built release', () => {
  const build = answerKustomization({ name: '', files: FILES, root: 'prod' });
  const [{ manifest }] = build.resources as [(typeof build.resources)[0]];

  /** The file, and the text that is written there. */
  function written(path: (string | number)[], part: 'key' | 'value' = 'value'): string {
    const { source, start, end } = manifest.locate(['spec', 'values', ...path], part);
    const text = (FILES as Record<string, string>)[source.id.slice(1)] ?? 'inner';
    return `${source.id} ${text === 'inner' ? '' : text.slice(start, end)}`;
  }

  it('are those of the base with the patches over them', () => {
    expect(build.problems).toEqual([]);
    expect((manifest.data.spec as { values: object }).values).toEqual({
      image: { tag: '1.30', name: 'shop' },
      hosts: ['a', 'c'],
      debug: true,
      extra: { x: 1 },
      env: { A: 'x' },
    });
  });

  it.each([
    [['image', 'tag'], '/prod/shop.yaml 1.30'],
    [['image', 'name'], '/base/shop.yaml shop'],
    [['hosts', 0], '/base/shop.yaml a'],
    [['hosts', 1], 'inner '],
    [['debug'], '/prod/shop.yaml true'],
    [['extra', 'x'], '/prod/shop.yaml 1'],
    [['env', 'A'], 'inner '],
  ] as const)('%j is written at %s', (path, place) => {
    expect(written([...path])).toBe(place);
  });

  it('stand where their closest ancestor does when nobody writes them', () => {
    expect(written(['image', 'pullPolicy'])).toBe('/base/shop.yaml image');
  });

  it('keep the namespace of the kustomization that gives it', () => {
    const { source } = manifest.locate(['metadata', 'namespace'], 'value');
    expect(source.id).toBe('/base/kustomization.yaml');
  });
});

describe('patches', () => {
  it.each([
    [
      'of a name that is not there',
      { 'prod/shop.yaml': FILES['prod/shop.yaml'].replace('name: shop', 'name: store') },
      'no resource HelmRelease "store" is there to patch',
      'store',
    ],
    [
      'with a target that matches nothing',
      {
        'prod/kustomization.yaml': FILES['prod/kustomization.yaml'].replace(
          '{kind: HelmRelease}',
          '{kind: HelmRelease, name: store}',
        ),
      },
      'the target HelmRelease "store" matches no resource',
      'target',
    ],
    [
      'of another kind of value',
      {
        'prod/shop.yaml': FILES['prod/shop.yaml']
          .replace('debug: true', 'image2: 1')
          .replace('image:\n      tag: 1.30', 'image: 3'),
      },
      '"image" is a single value here and a map in what is patched',
      '3',
    ],
    [
      'of a file that is not there',
      {
        'prod/kustomization.yaml': FILES['prod/kustomization.yaml'].replace(
          'path: shop.yaml',
          'path: store.yaml',
        ),
      },
      '"prod/store.yaml" does not exist',
      'store.yaml',
    ],
  ])('%s are reported', (_, changed, problem, at) => {
    const files: Record<string, string> = { ...FILES, ...changed };
    const { problems } = answerKustomization({ name: '', files, root: 'prod' });
    expect(problems.map((one) => one.problem)).toEqual([problem]);
    const { source, start, end } = problems[0]!.span;
    expect(files[source.id.slice(1)]!.slice(start, end)).toBe(at);
  });
});

describe('kustomizations that take each other in', () => {
  const level = (n: number): [string, string][] => [
    [`l${n}/kustomization.yaml`, `resources: [../l${n + 1}, ../m${n + 1}]\n`],
    [`m${n}/kustomization.yaml`, `resources: [../l${n + 1}, ../m${n + 1}]\n`],
  ];

  it('come to an end in circles', () => {
    const files = {
      'a/kustomization.yaml': 'resources: [../b]\n',
      'b/kustomization.yaml': 'resources: [../a]\n',
    };
    expect(answerKustomization({ name: '', files, root: 'a' }).isPartial).toBe(true);
  });

  it('are left where they double', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, n) => level(n)).flat());
    const build = answerKustomization({ name: '', files, root: 'l0' });
    expect(build.isPartial).toBe(true);
    expect(build.kustomizations.length).toBeLessThanOrEqual(2000);
  });
});
