import fc from 'fast-check';
import type { CaseChart, CaseDependency, HelmCase } from '../../src/dev/helm-case.ts';
import type { JsonObject, JsonValue } from '../../src/model/json-value.ts';

/** Few keys, so that layers meet; some are names of charts, or mean something to Helm. */
const KEYS = ['a', 'b', 'c', 'one', 'two', 'three', 'global', 'tags', 'on', 'exports', '__proto__'];

const scalar: fc.Arbitrary<JsonValue> = fc.constantFrom(null, null, true, false, 0, 1.5, '', 'text', 'true');

const { map } = fc.letrec<{ value: JsonValue; map: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    { weight: 4, arbitrary: scalar },
    { weight: 5, arbitrary: tie('map') },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
  ),
  map: fc
    .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5 })
    .map((entries) =>
      JSON.parse(`{${entries.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`),
    ),
}));

/** Mostly maps where charts want maps, since Helm stops at anything else. */
const values: fc.Arbitrary<string> = map.map((data) => {
  const kept = Object.entries(data).filter(
    ([key, value]) =>
      !['one', 'two', 'three'].includes(key) ||
      (typeof value === 'object' && value !== null && !Array.isArray(value)),
  );
  return JSON.stringify(Object.fromEntries(kept));
});

const PATHS = ['on', 'a', 'a.b', 'one.on', 'two.on', 'global.a', 'one.a', 'b,one.on', 'c.a,a.c,on'];

const dependency = (name: string): fc.Arbitrary<CaseDependency> =>
  fc.record(
    {
      name: fc.constant(name),
      version: fc.constantFrom('*', '*', '1.0.0', '^2'),
      condition: fc.constantFrom(...PATHS),
      tags: fc.subarray(['a', 'b'], { minLength: 1 }),
      'import-values': fc.array(
        fc.oneof(
          fc.constantFrom('a', 'b'),
          fc.record({
            child: fc.constantFrom('a', 'a.b', 'exports', 'global', 'one', 'two.a'),
            parent: fc.constantFrom('.', 'a', 'a.b', 'c', 'one.a', 'global'),
          }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['name', 'version'] },
  );

/**
 * A chart with charts below it, `depth` levels deep. At most one of them is not named by a dependency: Helm treats
 * several in no fixed order.
 */
function chart(name: string, depth: number): fc.Arbitrary<CaseChart> {
  if (depth === 0) return fc.record({ name: fc.constant(name), values });
  const names = fc.subarray(['one', 'two', 'three']);
  return names.chain((subs) => {
    const listed = fc
      .integer({ min: Math.max(0, subs.length - 1), max: subs.length })
      .map((n) => subs.slice(0, n));
    return listed.chain((named) =>
      fc.record({
        name: fc.constant(name),
        values,
        charts: fc.tuple(...subs.map((sub) => chart(sub, depth - 1))),
        ...(named.length > 0 && { dependencies: fc.tuple(...named.map(dependency)).chain(aliased) }),
      }),
    );
  });
}

/** Sometimes one of the dependencies has an alias, or a twin with an alias. */
function aliased(dependencies: CaseDependency[]): fc.Arbitrary<CaseDependency[]> {
  const first = { ...dependencies[0]!, alias: 'b' };
  return fc.constantFrom(
    dependencies,
    dependencies,
    [first, ...dependencies.slice(1)],
    [...dependencies, first],
  );
}

const flagPath = fc.constantFrom(
  'a',
  'a.b',
  'c.a.b',
  'one.a',
  'two.on',
  'one.one.a',
  'global.a',
  'global.b.c',
  'tags.a',
  'l[1]',
  'l[0].a',
);
const flag: fc.Arbitrary<string[]> = fc
  .tuple(fc.constantFrom('--set', '--set', '--set-string', '--set-literal', '--set-json'), flagPath, scalar)
  .map(([name, path, value]) => [
    name,
    `${path}=${name === '--set-json' ? JSON.stringify(value) : String(value)}`,
  ]);

/** A random chart with random layers over it. */
export const randomCase: fc.Arbitrary<HelmCase> = fc
  .record({
    chart: fc.integer({ min: 0, max: 2 }).chain((depth) => chart('app', depth)),
    files: fc.array(values, { maxLength: 3 }),
    flags: fc.oneof(fc.constant([]), fc.array(flag, { maxLength: 2 })),
  })
  .map(({ chart: top, files, flags }) => ({
    id: 'random',
    chart: top,
    files: Object.fromEntries(files.map((text, i) => [`${i}.yaml`, text])),
    args: [...files.flatMap((_, i) => ['-f', `${i}.yaml`]), ...flags.flat()],
  }));
