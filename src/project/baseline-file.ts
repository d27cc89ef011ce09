import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { Baseline, BaselineEntry } from '../lint/apply-baseline.ts';
import { loadYaml } from '../load/load-yaml.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { fileSource, type Source } from '../model/source.ts';

/**
 * Reads a baseline file (absolute), of this version or of the first. `linted` are the values files of the run, by their ids.
 * Throws a UsageError when it is missing or no baseline; with `create`, a missing one is empty.
 */
export function readBaseline(
  files: FileSystem,
  file: string,
  cwd: string,
  linted: ReadonlyMap<string, Source>,
  create = false,
): Baseline {
  const source = fileSource(shownPath(file, cwd), file);
  const { shown } = source;
  const folder = path.dirname(file);
  const empty = create && !files.exists(file);
  const read = empty ? { text: '' } : readText(files, file, shown);
  if ('problem' in read) {
    throw new UsageError(`--baseline: ${read.problem}; "--update-baseline" writes it`);
  }
  return {
    source,
    text: read.text,
    entries: empty ? [] : entriesOf(source, read.text),
    nameOf: ({ id, kind }) =>
      kind === 'file' && linted.has(id) ? path.relative(folder, id).split(path.sep).join('/') : undefined,
    isSettled: (name) => {
      const absolute = path.resolve(folder, name);
      return linted.has(absolute) || !files.exists(absolute);
    },
  };
}

function entriesOf(source: Source, text: string): Baseline['entries'] {
  const { document } = loadYaml(source, text);
  const data = document?.data;
  if (
    document === undefined ||
    !isJsonObject(data) ||
    (data.version !== 1 && data.version !== 2) ||
    !Array.isArray(data.entries)
  ) {
    throw new UsageError(
      `"${source.shown}" is no baseline of this version; "--update-baseline" writes a new one`,
    );
  }
  return data.entries.map((value, i) => {
    const entry = entryOf(value);
    if (entry === undefined) {
      throw new UsageError(
        `"${source.shown}": entries[${i}] is not { "rule", "file", "path", "release", "count" }`,
      );
    }
    return { ...entry, span: document.locate(['entries', i], 'value') };
  });
}

function entryOf(value: JsonValue): BaselineEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { rule, file, path: pointer, release, count = 1 } = value;
  if (typeof rule !== 'string' || typeof file !== 'string' || typeof pointer !== 'string') return undefined;
  if (release !== undefined && typeof release !== 'string') return undefined;
  return typeof count === 'number' && Number.isInteger(count) && count > 0
    ? { rule, file, path: pointer, ...(release === undefined ? {} : { release }), count }
    : undefined;
}
