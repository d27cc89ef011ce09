import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { FluxCase, FluxReference } from './flux-case.ts';
import { FuzzChance } from './fuzz-chance.ts';

const KEYS = ['a', 'b', 'm', 'l'];
const STEPS = ['a', 'b', 'm', 'l', 'l[0]', 'l[1]', 'l[2]', 'm[0]', 'l[0][1]', 'x\\.y', 'l[1].n'];
const TEXTS = [
  '9',
  '0',
  '007',
  '-3',
  '1.10',
  '1e3',
  'true',
  'False',
  'null',
  'yes',
  '',
  ' ',
  'text',
  'two words',
  '12\n',
  'x\ny\n',
  '"9"',
  "'true'",
  '"',
  "''",
  '"\'x\'"',
  '"a,b"',
  "'a",
  'a"',
  '"a"b"',
  'a,b',
  'x,b=2',
  'x,m.a=2,m.b=true',
  'x,',
  ',',
  'x,b',
  'x\\,b=2',
  'x\\,y',
  'a=b',
  'x,l[0]=3',
  'x,=3',
  'x,m.=3',
  'x,m[a]=1',
  'x,l[=1',
  '{a,2}',
  '{a',
  '{}',
  '{a,b},b=1',
  '{a,b}x',
  'a{b,c}',
  '{"a":1}',
  '{"a":1,"b":2}',
  '[1,2]',
  'a[0]',
  'a.b',
  'a\\b',
  '\\',
  'a: 1',
  'https://example.org:80/?a=b&c=d',
];
const PLAIN: JsonValue[] = [0, 7, 1.5, true, false, null, 'x', '', '5'];

/**
 * So many random HelmReleases with ConfigMaps and Secrets, whole documents and texts with a `targetPath`. The same for the same seed. Documents
 * are JSON, so that no two readers of YAML can differ about a type.
 */
export function randomFlux(count: number, seed: number): FluxCase[] {
  const chance = new FuzzChance(seed);
  return Array.from({ length: count }, (_, i) => fluxCase(chance, `random ${seed}/${i}`));
}

function fluxCase(chance: FuzzChance, name: string): FluxCase {
  const maps: Record<string, Record<string, string>> = {};
  const refs = Array.from({ length: 1 + chance.below(4) }, (_, i): FluxReference => {
    const isTarget = chance.below(3) > 0;
    const source = `from-${i}`;
    // What is not here may be in the cluster: its path is open then.
    const isThere = isTarget || chance.below(20) > 0;
    const hasKey = chance.below(20) > 0;
    const text = isTarget ? chance.pick(TEXTS) : JSON.stringify(map(chance, 3));
    if (isThere) maps[source] = hasKey ? { key: text, other: 'x' } : { other: 'x' };
    return {
      kind: chance.pick(['ConfigMap', 'Secret'] as const),
      name: source,
      valuesKey: 'key',
      ...(!isThere || !hasKey || chance.below(4) === 0 ? { optional: true } : {}),
      ...(isTarget ? { targetPath: targetPath(chance) } : {}),
      ...(chance.below(6) === 0 ? { literal: true } : {}),
    };
  });
  return { name, values: chance.below(6) === 0 ? {} : map(chance, 3), refs, maps };
}

function targetPath(chance: FuzzChance): string {
  return Array.from({ length: 1 + chance.below(3) }, () => chance.pick(STEPS)).join('.');
}

function map(chance: FuzzChance, depth: number): JsonObject {
  const made: JsonObject = {};
  for (const key of KEYS) {
    if (chance.below(2) === 0) continue;
    // Mostly of the kind that the paths want.
    const usual = chance.below(6) > 0;
    if (usual && key === 'm' && depth > 0) made[key] = map(chance, depth - 1);
    else if (usual && key === 'l') made[key] = list(chance, depth - 1);
    else made[key] = value(chance, depth - 1);
  }
  return made;
}

function list(chance: FuzzChance, depth: number): JsonValue[] {
  return Array.from({ length: chance.below(4) }, () => value(chance, depth));
}

function value(chance: FuzzChance, depth: number): JsonValue {
  const kind = chance.below(depth > 0 ? 6 : 3);
  if (kind < 3) return chance.pick(PLAIN);
  return kind < 5 ? map(chance, depth - 1) : list(chance, depth - 1);
}
