import path from 'node:path';
import { exists } from '../files/observed-files.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { Baseline, BaselineEntry } from '../lint/apply-baseline.ts';
import { loadYaml } from '../load/load-yaml.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';

/**
 * Reads a baseline file (absolute). `paths` holds where the files of the run lie, by the names that reports show.
 * Throws a UsageError when it is missing or no baseline; with `create`, a missing one is empty.
 */
export function readBaseline(
  file: string,
  cwd: string,
  paths: ReadonlyMap<string, string>,
  create = false,
): Baseline {
  const shown = shownPath(file, cwd);
  const folder = path.dirname(file);
  const linted = new Set(paths.values());
  const empty = create && !exists(file);
  const read = empty ? { text: '' } : readText(file, shown);
  if ('problem' in read) {
    throw new UsageError(`--baseline: ${read.problem}; "--update-baseline" writes it`);
  }
  return {
    file: shown,
    text: read.text,
    entries: empty ? [] : entriesOf(shown, read.text),
    nameOf: (name) => {
      const absolute = paths.get(name);
      return absolute === undefined ? undefined : path.relative(folder, absolute).split(path.sep).join('/');
    },
    isSettled: (name) => {
      const absolute = path.resolve(folder, name);
      return linted.has(absolute) || !exists(absolute);
    },
  };
}

function entriesOf(file: string, text: string): Baseline['entries'] {
  const { document } = loadYaml(file, text);
  const data = document?.data;
  if (document === undefined || !isJsonObject(data) || data.version !== 1 || !Array.isArray(data.entries)) {
    throw new UsageError(`"${file}" is no baseline of this version; "--update-baseline" writes a new one`);
  }
  return data.entries.map((value, i) => {
    const entry = entryOf(value);
    if (entry === undefined) {
      throw new UsageError(`"${file}": entries[${i}] is not { "rule", "file", "path", "count" }`);
    }
    return { ...entry, span: document.locate(['entries', i], 'value') };
  });
}

function entryOf(value: JsonValue): BaselineEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { rule, file, path: pointer, count = 1 } = value;
  if (typeof rule !== 'string' || typeof file !== 'string' || typeof pointer !== 'string') return undefined;
  return typeof count === 'number' && Number.isInteger(count) && count > 0
    ? { rule, file, path: pointer, count }
    : undefined;
}
