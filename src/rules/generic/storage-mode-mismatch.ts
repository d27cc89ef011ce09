import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isProvided } from '../../model/is-provided.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import type { ModeRole } from '../../model/roles.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { settingNames } from '../setting-names.ts';
import { withoutEffect } from '../without-effect.ts';

export const rule = defineRule({
  id: 'storage-mode-mismatch',
  severity: 'error',
  recommended: true,
  silentAfter: ['schema/max-length'],
  docs: {
    summary: 'A mode or type and the section that goes with it disagree.',
    why: 'A chart reads only the section of the selected mode. What is written in another section has no effect, although it looks configured; and a selected mode whose section is empty fails to render, or starts pods that cannot reach their database or bucket.',
    source:
      'Templates of the charts (mode helpers that call `fail`, conditions around each section); Bitnami convention of `externalDatabase`.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    minio:\n      endpoint: https://minio.corp.net\n',
      },
      { values: 'postgresql:\n  enabled: false\nexternalDatabase:\n  host: ""\n' },
      { values: 'persistence:\n  enabled: false\n  size: 20Gi\n' },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-north-1\n',
      },
      { values: 'postgresql:\n  enabled: false\nexternalDatabase:\n  host: db.corp.net\n' },
      { values: 'persistence:\n  enabled: true\n  size: 20Gi\n' },
    ],
  },
  *check(release) {
    for (const mode of release.roles.modes) {
      yield* ignoredSections(release, mode);
      yield* missingNeeds(release, mode);
    }
    for (const { enabled, switch: off, settings } of release.roles.persistence) {
      if (enabled) continue;
      const set = settings.filter((setting) => release.values.changedByUser(setting));
      const changed = withoutEffect(release, set, (path) => [path]);
      const [first] = changed;
      if (first === undefined) continue;
      yield {
        at: first,
        severity: 'info',
        problem: `${settingNames(changed)} ${changed.length === 1 ? 'has' : 'have'} no effect because ${formatPath(off.path)} is ${valueText(off.value)}`,
        why: 'No volume is claimed.',
        help: 'Enable persistence or remove what is not used.',
        related: [{ at: off.path, message: 'persistence is off here' }],
      };
    }
  },
});

/** What the user wrote into sections that the selected value does not read. */
function* ignoredSections(release: Release, mode: ModeRole): Iterable<Fact> {
  const ignored = minimal(mode.ignored);
  for (const section of ignored) {
    const settings = withoutEffect(release, [...changedLeaves(release, section)], (path) => [path]);
    const [first] = settings;
    if (first === undefined) continue;
    const readers = mode.readers[formatPath(section)] ?? [];
    const whole = valueIsMap(release, section);
    yield {
      at: whole ? section : first,
      part: whole ? 'key' : 'value',
      severity: 'warning',
      problem: `${settingNames(settings)} ${settings.length === 1 ? 'is' : 'are'} not read because ${formatPath(mode.path)} is ${valueText(mode.value)}`,
      help: `Set ${formatPath(mode.path)} to ${listWords(
        readers.map((reader) => (/^(?:true|false)$/.test(reader) ? reader : `"${reader}"`)),
        'or',
      )} to use ${formatPath(section)}, or remove ${whole ? 'the section' : 'it'}.`,
      related: [{ at: mode.path, message: `${formatPath(mode.path)} is ${valueText(mode.value)}` }],
    };
  }
}

/** What the selected value needs and the release does not set. */
function* missingNeeds(release: Release, mode: ModeRole): Iterable<Fact> {
  const missing = mode.needs.filter((alternatives) =>
    alternatives.every(
      (path) => isEmpty(valueAt(release.values.data, path)) && !isProvided(release.context, path),
    ),
  );
  if (missing.length === 0) return;
  const names = missing.map((alternatives) => listWords(alternatives.map(formatPath), 'or'));
  const choice = names.length === 1 && missing[0]!.length > 1;
  const lack = choice
    ? `none of ${listWords(missing[0]!.map(formatPath))} is set`
    : `${listWords(names, 'and', 1)} ${names.length === 1 ? 'is' : 'are'} empty`;
  const written = missing
    .flat()
    .filter((path) => release.values.layersSetting(path).some((layer) => layer.document));
  yield {
    at: mode.path,
    problem: `${formatPath(mode.path)} is ${valueText(mode.value)}, but ${lack}`,
    ...(names.length === 1 ? {} : { why: `Empty are ${listWords(names)}.` }),
    help: `Set ${names.length > 1 ? 'them' : choice ? 'one of them' : 'it'}, or ${otherMode(mode)}.`,
    related: written.map((path) => ({ at: path, message: `${formatPath(path)} is empty` })),
  };
}

function otherMode({ path, value }: ModeRole): string {
  return typeof value === 'boolean'
    ? `set ${formatPath(path)} to ${!value}`
    : `select another value of ${formatPath(path)}`;
}

/** Leaves below the section that a user layer set to something other than the chart's default, and not to nothing. */
function* changedLeaves(release: Release, path: ValuesPath): Iterable<ValuesPath> {
  const value = valueAt(release.values.data, path);
  if (isJsonObject(value)) {
    for (const key of Object.keys(value)) yield* changedLeaves(release, [...path, key]);
  } else if (!isEmpty(value) && release.values.changedByUser(path)) yield path;
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function valueIsMap(release: Release, path: ValuesPath): boolean {
  return isJsonObject(valueAt(release.values.data, path));
}

/** Without sections that lie inside another one of the list. */
function minimal(sections: readonly ValuesPath[]): ValuesPath[] {
  return sections.filter(
    (section) =>
      !sections.some(
        (other) => other.length < section.length && other.every((segment, i) => segment === section[i]),
      ),
  );
}
