import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { sourceText } from '../source-text.ts';

/** What YAML 1.1 takes for a boolean besides true and false. */
const WORD = /^(?:y|n|yes|no|on|off)$/i;
/** Keys of texts for which such a word is a plausible value. */
const TEXT_KEY =
  /(?:country|lang|language|locale|region|state|province|code|answer|symbol|ticker|abbreviation|value|name)$/i;

export const rule = defineRule({
  id: 'implicit-boolean',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  whenRendered: 'yields',
  yieldsTo: ['schema/type'],
  docs: {
    summary: 'An unquoted `yes`, `no`, `on`, `off`, `y` or `n` stands where a text is meant, or is a key.',
    why: 'Helm reads YAML 1.1, where these words are booleans: `country: NO` is false, `switch: on` prints true, and the key `y` becomes true. Nothing fails, the release just gets another value than the file shows.',
    source:
      'go-yaml v2, resolve.go; Helm issues 5497, 10657, 12179 and 13153; measured with Helm 3.21.4 and 4.2.4.',
  },
  examples: {
    bad: [
      { values: 'country: NO\n' },
      { values: 'switch: on\n', defaults: 'switch: ""\n' },
      { values: 'flags:\n  y: 1\n' },
      { values: 'env:\n  - name: FEATURE\n    value: yes\n' },
    ],
    good: [
      { values: 'country: "NO"\n' },
      { values: 'metrics:\n  enabled: yes\n' },
      { values: 'cache: off\n', defaults: 'cache: true\n' },
      { values: 'flags:\n  "y": 1\n' },
      { values: 'flags:\n  true: 1\n' },
    ],
  },
  *check(release) {
    yield* values(release);
    for (const path of release.roles.booleanKeys) yield* keyAt(release, path);
  },
});

function* values(release: Release): Iterable<Fact> {
  for (const scalar of release.roles.scalars) {
    const { value } = scalar;
    if (typeof value !== 'boolean') continue;
    const { path } = scalar;
    const source = sourceText(release, path);
    // What is secret is asked last: most booleans are written as true or false.
    if (source === undefined || !WORD.test(source) || release.roles.isSecret(path)) continue;
    const reason = meantAsText(release, path, source);
    if (reason === undefined) continue;
    yield {
      at: path,
      problem: `${formatPath(path)} is ${source}, which YAML reads as the boolean ${value}; ${reason}`,
      help: `Quote it if the word is meant ("${source}"), else write ${value}.`,
      fix: { title: 'Quote the word', safe: false, replace: [{ at: path, text: `"${source}"` }] },
    };
  }
}

function meantAsText(release: Release, path: ValuesPath, source: string): string | undefined {
  const before = release.values.defaultAt(path);
  if (typeof before === 'string' || typeof before === 'number') {
    return typeof before === 'string' ? "the chart's default is a text" : "the chart's default is a number";
  }
  if (before !== undefined) return undefined;
  const uses = release.chart?.templates?.usesOf(path);
  if (uses !== undefined && uses.size > 0 && [...uses].every((use) => use === 'test')) return undefined;
  const key = path.at(-1);
  if (key === 'value' && valueAt(release.values.data, [...path.slice(0, -1), 'name']) !== undefined)
    return 'the value of an environment variable has to be a text';
  if (typeof key === 'string' && TEXT_KEY.test(key)) return 'the key asks for a text';
  return /^(?:NO|No|ON|YES)$/.test(source) && typeof key === 'number' ? 'the list holds words' : undefined;
}

/** A key that was a word in the file and is "true" or "false" now. */
function* keyAt(release: Release, path: ValuesPath): Iterable<Fact> {
  const source = sourceText(release, path, 'key');
  if (source === undefined || !WORD.test(source)) return;
  const parent = path.length === 1 ? 'at the top level' : `in ${formatPath(path.slice(0, -1))}`;
  yield {
    at: path,
    part: 'key',
    problem: `the key ${source} ${parent} is a boolean to YAML`,
    why: `Helm calls it ${valueText(path.at(-1))} and no template finds it under its name.`,
    help: `Quote it: "${source}".`,
    fix: {
      title: 'Quote the key',
      safe: true,
      replace: [{ at: path, part: 'key', text: `"${source}"` }],
    },
  };
}
