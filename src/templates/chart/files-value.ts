import type { ChartFile } from '../../model/chart.ts';
import { GoError } from '../value/go-error.ts';
import type { CallContext, GoFunction, GoMap, GoValue } from '../value/go-value.ts';
import { goList, goMap } from '../value/make-value.ts';
import { bytesOf } from '../value/utf8.ts';
import { globPattern } from './glob-pattern.ts';

/** What `.Files` takes from elsewhere. */
export interface FilesText {
  /** The function of templates. */
  readonly toYaml: GoFunction;
  toBase64(bytes: Uint8Array): string;
  /** The text of a file. */
  read(file: ChartFile): string;
}

/** Files by name; each is read when somebody asks. */
type Files = ReadonlyMap<string, () => string>;

/**
 * The files of a chart that `.Files` holds: all but Chart.yaml, values, schema, locks, templates and charts (`LoadFiles` in
 * `pkg/chart/v2/loader/load.go`).
 */
export function otherFiles(files: readonly ChartFile[], apiVersion: 'v1' | 'v2'): ChartFile[] {
  return files.filter(({ name }) => {
    if (name === 'requirements.yaml' || name === 'requirements.lock') return apiVersion === 'v1';
    return !OWN.has(name) && !name.startsWith('templates/');
  });
}

const OWN: ReadonlySet<string> = new Set(['Chart.yaml', 'Chart.lock', 'values.yaml', 'values.schema.json']);

/** `.Files` of a chart (`pkg/engine/files.go`). */
export function filesValue(files: readonly ChartFile[], helm: 3 | 4, text: FilesText): GoMap {
  const byName = new Map<string, () => string>();
  for (const file of files)
    byName.set(
      file.name,
      once(() => text.read(file)),
    );
  return filesMap(byName, helm, text);
}

function filesMap(files: Files, helm: 3 | 4, text: FilesText): GoMap {
  const contents = once(
    () =>
      new Map(
        Array.from(files, ([name, read]) => [name, { go: 'bytes', text: read() }] as [string, GoValue]),
      ),
  );
  const map = goMap(new Map(), '[]uint8', { type: 'engine.files' });
  return {
    ...map,
    // Most charts ask for one file, or for none.
    get entries() {
      return contents();
    },
    methods: new Map(methodsOf(files, helm, text).map((method) => [method.name, method])),
  };
}

function methodsOf(files: Files, helm: 3 | 4, text: FilesText): GoFunction[] {
  const { toYaml, toBase64 } = text;
  const get = (name: GoValue): string => files.get(name as string)?.() ?? '';
  const byBase = (content: (text: string) => string, context: CallContext): GoValue => {
    const entries = new Map<string, GoValue>();
    for (const [name, read] of files) entries.set(name.slice(name.lastIndexOf('/') + 1), content(read()));
    return toYaml.call([goMap(entries, 'string')], context);
  };
  return [
    { name: 'Get', params: ['string'], result: 'string', call: ([name]) => get(name) },
    {
      name: 'GetBytes',
      params: ['string'],
      result: '[]uint8',
      call: ([name]) => ({ go: 'bytes', text: get(name) }),
    },
    {
      name: 'Glob',
      params: ['string'],
      result: 'engine.files',
      call: ([pattern]) => {
        const matching = globPattern(pattern as string);
        return filesMap(new Map(Array.from(files).filter(([name]) => matching.test(name))), helm, text);
      },
    },
    { name: 'AsConfig', params: [], result: 'string', call: (_, context) => byBase((text) => text, context) },
    {
      name: 'AsSecrets',
      params: [],
      result: 'string',
      call: (_, context) => byBase((text) => toBase64(bytesOf(text)), context),
    },
    {
      name: 'Lines',
      params: ['string'],
      result: '[]string',
      call: ([name]) => {
        const text = get(name);
        // Helm 4 forgot that a file can be empty.
        if (text === '' && helm === 4 && files.has(name as string))
          throw new GoError('runtime error: index out of range [-1]');
        if (text === '') return goList([], 'string');
        return goList(text.replace(/\n$/, '').split('\n'), 'string');
      },
    },
  ];
}

function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
