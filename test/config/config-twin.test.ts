import { readFileSync } from 'node:fs';
import fastGlob from 'fast-glob';
import { expect, it } from 'vitest';
import { readSwitches } from '../../src/config/read-switches.ts';
import { validateConfig } from '../../src/generated/config-validator.ts';
import { loadYaml } from '../../src/load/load-yaml.ts';
import { isJsonObject, type JsonValue } from '../../src/model/json-value.ts';
import { fileSource } from '../../src/model/source.ts';
import { createAjv } from '../json-schema/twin/create-ajv.ts';

const root = new URL('../..', import.meta.url).pathname;
const schema = JSON.parse(readFileSync(`${root}schemas/config.schema.json`, 'utf8'));
const files = fastGlob.sync('fixtures/**/{chartlint.config,.chartlint}.{yaml,yml,json}', {
  cwd: root,
  dot: true,
});
const ajv = createAjv('draft-07', {}).compile(schema);

/** The configuration with each value in turn replaced by some of another kind, or under another key. */
function* changed(value: JsonValue): Iterable<JsonValue> {
  yield* [null, 7, 'odd', [], {}, ['odd']];
  if (!isJsonObject(value)) return;
  for (const [key, below] of Object.entries(value)) {
    const { [key]: _, ...others } = value;
    yield { ...others, [`${key}s`]: below };
    for (const one of changed(below)) yield { ...value, [key]: one };
  }
}

it('is checked as ajv checks it, every configuration of the fixtures and what is next to it', () => {
  expect(files.length).toBeGreaterThan(20);
  const verdicts = new Set<boolean>();
  for (const file of files) {
    const { document } = loadYaml(fileSource(file), readFileSync(root + file, 'utf8'));
    // What is no YAML is checked by nobody.
    if (document === undefined) continue;
    const config = readSwitches(document.data ?? {}) as JsonValue;
    for (const one of [config, ...changed(config)]) {
      const accepted = validateConfig(one);
      verdicts.add(accepted);
      expect(accepted, JSON.stringify(one)).toBe(ajv(one));
    }
  }
  expect(verdicts.size).toBe(2);
});
