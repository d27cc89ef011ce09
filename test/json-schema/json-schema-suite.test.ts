import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ValidateFunction } from '../../src/json-schema/validate-function.ts';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { judged } from './judged.ts';

const suite = fileURLToPath(new URL('../../../shared/corpus/json-schema-suite', import.meta.url));
const absent = !existsSync(suite) && process.env.CI === undefined;

const DRAFTS: Readonly<Record<string, string>> = {
  draft4: 'http://json-schema.org/draft-04/schema#',
  draft6: 'http://json-schema.org/draft-06/schema#',
  draft7: 'http://json-schema.org/draft-07/schema#',
  'draft2019-09': 'https://json-schema.org/draft/2019-09/schema',
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

interface Group {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** Where we answer otherwise, and why. */
const DIFFERENCES: readonly { readonly file: RegExp; readonly group: RegExp; readonly why: string }[] = [
  {
    file: /vocabulary/,
    group: /no validation vocabulary/,
    why: 'a dialect of its own lies on the network, which is not asked: it is read as 2020-12',
  },
];

function readGroups(folder: string): [file: string, groups: Group[]][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Group[]]);
}

function readRemotes(draft: string): Map<string, JsonSchema> {
  const remotes = new Map<string, JsonSchema>();
  const root = path.join(suite, 'remotes');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const name = file.split(path.sep).join('/');
    const own = /^draft[^/]*/.exec(name)?.[0];
    if (!name.endsWith('.json') || (own !== undefined && own !== draft)) continue;
    const document = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as JsonSchema;
    remotes.set(`http://localhost:1234/${name}`, document);
  }
  return remotes;
}

function run(
  draft: string,
  folder: string,
  documents: ReadonlyMap<string, JsonSchema>,
): { count: number; wrong: string[] } {
  const wrong: string[] = [];
  let count = 0;
  for (const [file, groups] of readGroups(path.join(suite, 'tests', draft, folder))) {
    for (const group of groups) {
      const schema =
        typeof group.schema === 'object' && group.schema.$schema === undefined
          ? { ...group.schema, $schema: DRAFTS[draft] }
          : group.schema;
      const { validate } = judged(schema, { documents });
      for (const test of group.tests) {
        count++;
        if (verdict(validate, test.data) !== test.valid)
          wrong.push(`${draft}/${file} | ${group.description} | ${test.description}`);
      }
    }
  }
  return { count, wrong };
}

function verdict(validate: ValidateFunction | undefined, data: unknown): boolean | undefined {
  try {
    return validate?.(data);
  } catch {
    return undefined;
  }
}

function expected(wrong: string): boolean {
  const [file = '', group = ''] = wrong.split(' | ');
  return DIFFERENCES.some((difference) => difference.file.test(file) && difference.group.test(group));
}

const COUNTS: Readonly<Record<string, { required: number; different: number }>> = {
  draft4: { required: 618, different: 0 },
  draft6: { required: 839, different: 0 },
  draft7: { required: 927, different: 0 },
  'draft2019-09': { required: 1259, different: 1 },
  'draft2020-12': { required: 1299, different: 1 },
};

/**
 * Where Helm's engine judges a format otherwise than the suite, and so do we: Go's URL parser is lenient, host names may
 * end with a dot and are not checked for IDNA, `idn-*` formats are not known, patterns may use Go's syntax. All answers
 * were compared with those of santhosh-tekuri/jsonschema 6.0.2: none differ.
 */
const FORMATS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  draft4: { email: 1, hostname: 1, uri: 10 },
  draft6: { email: 1, hostname: 1, uri: 10, 'uri-reference': 4, 'uri-template': 11 },
  draft7: {
    'ecmascript-regex': 4,
    email: 1,
    hostname: 24,
    'idn-email': 2,
    'idn-hostname': 54,
    iri: 1,
    uri: 10,
    'uri-reference': 4,
    'uri-template': 11,
  },
};

describe.skipIf(absent)('JSON-Schema-Test-Suite in ../shared (skipped when it is absent)', () => {
  for (const draft of Object.keys(DRAFTS)) {
    it(`${draft}: required tests`, () => {
      const { count, wrong } = run(draft, '', readRemotes(draft));
      expect(wrong.filter((name) => !expected(name))).toEqual([]);
      expect({ required: count, different: wrong.length }).toEqual(COUNTS[draft]);
    }, 30_000);
  }

  for (const [draft, differing] of Object.entries(FORMATS)) {
    it(`${draft}: formats are judged as Helm's engine does`, () => {
      const { wrong } = run(draft, 'optional/format', new Map());
      const counts: Record<string, number> = {};
      for (const name of wrong) {
        const format = path.basename(name.split(' | ')[0]!, '.json');
        counts[format] = (counts[format] ?? 0) + 1;
      }
      expect(counts).toEqual(differing);
    }, 30_000);
  }

  for (const draft of ['draft2019-09', 'draft2020-12']) {
    it(`${draft}: a format is an annotation`, () => {
      for (const [, groups] of readGroups(path.join(suite, 'tests', draft, 'optional/format'))) {
        for (const { schema, tests } of groups) {
          if (typeof schema !== 'object' || schema.format === undefined) continue;
          const { validate } = judged({ $schema: DRAFTS[draft]!, format: schema.format });
          expect(tests.filter(({ data }) => validate?.(data) !== true)).toEqual([]);
        }
      }
    }, 30_000);
  }
});
