import { FuzzChance } from '../fuzz-chance.ts';
import type { Attack } from './attack.ts';

/** As many as the first attack on chartlint tried. */
const ANNOTATIONS = 35_542;
const IN_ONE_SCHEMA = 500;

const KEYS =
  'role secret message replacedBy docs rules severity deprecated type requires when help why unit production toString __proto__ constructor x'.split(
    ' ',
  );
const TEXTS = [
  ...'replicas image image-tag secret cpu port toString constructor __proto__ a.b https://example.com (a+)+$ ::error::x'.split(
    ' ',
  ),
  '',
  '{{ x }}',
  '\u202e',
];
const SCALARS = [null, true, false, 0, -1.5e300, 1e21, 'x'.repeat(200), [], {}];
const VALUES = '1,abc,[],{},true,null,{ y: 2 },500m,"nginx:latest"'.split(',');

/** `x-chartlint` of any shape in schemas of charts: linted, fixed and made into schemas and types. */
export const randomAnnotations: Attack = async (trial) => {
  const chance = new FuzzChance(12);
  const value = (depth: number): unknown => {
    const kind = chance.below(depth > 2 ? 3 : 5);
    if (kind === 0) return chance.pick(SCALARS);
    if (kind < 3) return chance.pick(TEXTS);
    const items = Array.from({ length: chance.below(5) }, () => value(depth + 1));
    return kind === 3 ? items : Object.fromEntries(items.map((item) => [chance.pick(KEYS), item]));
  };
  const annotated = (): unknown => {
    const own = { 'x-chartlint': value(0) };
    return chance.pick([
      { type: 'object', ...own, properties: { y: { 'x-chartlint': value(0) } } },
      { items: own },
      { anyOf: [own, { type: 'string', 'x-chartlint': value(0) }] },
      { type: chance.pick(['string', 'integer', 'object', 'array', 'boolean']), ...own },
    ]);
  };
  let annotations = 0;
  const rounds = Array.from({ length: Math.ceil(ANNOTATIONS / IN_ONE_SCHEMA) }, (_, round) => round);
  for (const round of trial.some(rounds)) {
    const keys = trial.some(Array.from({ length: IN_ONE_SCHEMA }, (_, i) => `k${i}`));
    annotations += keys.length;
    const schema = { properties: Object.fromEntries(keys.map((key) => [key, annotated()])) };
    const files = {
      'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'values.yaml': keys.map((key) => `${key}: ${chance.pick(VALUES)}\n`).join(''),
      'values.schema.json': JSON.stringify({ ...schema, 'x-chartlint': value(0) }),
      'beside/values.yaml': 'a: [\n',
    };
    await trial.project(files, async (folder) => {
      const { output } = await trial.run(['--format', chance.pick(['pretty', 'json', 'sarif'])], folder);
      if (!output.includes('beside/values.yaml')) trial.found(`round ${round} hides what lies beside it`);
      const others = [
        ['--fix', '--diff'],
        ['schema', '.'],
        ['types', '.'],
        ['why', 'k1', 'values.yaml'],
      ];
      await trial.run(chance.pick(others), folder);
    });
  }
  // What is tried is an annotation.
  trial.tried = annotations;
};
