import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const at = (file: string): URL => new URL(`../../${file}`, import.meta.url);
const workflows = readdirSync(at('.github/workflows')).map((name) => `.github/workflows/${name}`);

it.each([...workflows, 'README.md'])('names actions of others by their commit in %s', (file) => {
  const used = Array.from(readFileSync(at(file), 'utf8').matchAll(/uses: (\S+)(.*)/g), ([, name, note]) => [
    name,
    note,
  ]);
  expect(used.length).toBeGreaterThan(0);
  const loose = used.filter(
    ([name = '', note = '']) =>
      !name.startsWith('chartlint/chartlint@') && (!/@[0-9a-f]{40}$/.test(name) || !/^ # v\d/.test(note)),
  );
  expect(loose).toEqual([]);
});

it('runs no code of packages while they are installed', () => {
  for (const file of ['.ci/run', ...workflows]) {
    const text = readFileSync(at(file), 'utf8');
    expect(text.match(/\bnpm (?:ci|install)\b(?!.*--ignore-scripts)/g), file).toBeNull();
  }
});
