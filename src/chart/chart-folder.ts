import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { ReadFailure } from '../model/read-failure.ts';
import { fileSource, type Source } from '../model/source.ts';
import { textOf } from '../model/text-of.ts';
import { type ChartFiles, chartFiles, withoutMark } from './chart-files.ts';
import { type IgnoreRules, ignoreRules, ignoringRule } from './ignore-rules.ts';
import { type ArchiveBudget, type ArchiveProblem, archiveBudget, readArchive } from './read-archive.ts';

/** The files of one chart, unpacked or not. */
export interface ChartFolder {
  /** For people: the directory, or the archive, relative to the working directory. */
  readonly shown: string;
  /** Absolute; undefined for a chart in an archive. */
  readonly directory?: string;
  /** A file of the chart, shown as `charts/redis/values.yaml` or `charts/redis-17.0.0.tgz:redis/values.yaml`. */
  source(name: string): Source;
  /** The text of a file, undefined when there is none that can be read; `takeUnread` then says why. */
  readText(name: string): string | undefined;
  /** What of the chart could not be read since this was asked last, charts below apart. */
  takeUnread(): readonly ReadFailure[];
  /** The text of every file in `templates/`, at any depth. */
  templates(): string[];
  /** Every file that Helm loads of the chart, those of charts below it apart. */
  contents(): ChartFiles;
  /** The charts in `charts/`, sorted by name. */
  children(): Promise<readonly (ChartFolder | UnreadableChart)[]>;
}

/** A chart below another one that cannot be used. */
export interface UnreadableChart {
  readonly source: Source;
  readonly problem: ArchiveProblem | 'unreadable';
  /** What the file system says. */
  readonly reason?: string;
}

/** The chart at the top: its `.helmignore` decides for the charts in its `charts/` as well, theirs do not count. */
interface TopChart {
  readonly directory: string;
  readonly ignores: IgnoreRules;
  readonly archives: ArchiveBudget;
  /** Takes why the `.helmignore` cannot be read. */
  readonly unread: ReadFailure[];
}

/** A chart in a directory. `shown` is the directory relative to the working directory. */
export function chartDirectory(
  files: FileSystem,
  directory: string,
  shown: string,
  within?: TopChart,
): ChartFolder {
  const source = (name: string): Source =>
    fileSource(shown === '' ? name : `${shown}/${name}`, path.join(directory, name));
  const top = within ?? topChart(files, directory);
  const unread = within === undefined ? top.unread : [];
  return {
    shown,
    directory,
    source,
    readText: (name) => orUnread(unread, () => textIn(files, path.join(directory, name))),
    takeUnread: () => {
      // Whatever is told of the chart later goes through it.
      if (within === undefined) top.ignores('values.yaml', false);
      return unread.splice(0);
    },
    // Read when a rule asks for them; still, they belong to whatever loaded the chart.
    templates: files.later(() =>
      filesBelow(files, path.join(directory, 'templates')).map((file) => files.readText(file)),
    ),
    contents: files.later(() => ({
      ...chartFiles(files, directory, source, (file, folder) => isIgnored(top, file, folder)),
      ...(within === undefined ? hiddenBy(files, directory, source('.helmignore')) : {}),
    })),
    children: async () => {
      const charts = path.join(directory, 'charts');
      if (!files.exists(charts) || isIgnored(top, charts, true)) return [];
      const names = orUnread(unread, () => files.list(charts).map(({ name }) => name)) ?? [];
      const children: (ChartFolder | UnreadableChart)[] = [];
      // One after the other: all of them share what may be unpacked.
      for (const name of names.sort().filter((one) => !/^[._]/.test(one))) {
        const child = await childAt(files, source(`charts/${name}`), top);
        if (child !== undefined) children.push(child);
      }
      return children;
    },
  };
}

/** What leaves Chart.yaml itself out. */
function hiddenBy(files: FileSystem, directory: string, source: Source): Pick<ChartFiles, 'hiddenBy'> {
  const text = textIn(files, path.join(directory, '.helmignore')) ?? '';
  const rule = ignoringRule(text, 'Chart.yaml');
  if (rule === undefined) return {};
  const { start, end, negate } = rule;
  return { hiddenBy: { span: { source, start, end }, text, negate } };
}

function topChart(files: FileSystem, directory: string): TopChart {
  let rules: IgnoreRules | undefined;
  const unread: ReadFailure[] = [];
  return {
    directory,
    archives: archiveBudget(files),
    unread,
    ignores: (name, folder) => {
      rules ??= ignoreRules(orUnread(unread, () => textIn(files, path.join(directory, '.helmignore'))) ?? '');
      return rules(name, folder);
    },
  };
}

function isIgnored(top: TopChart, file: string, folder: boolean): boolean {
  return top.ignores(path.relative(top.directory, file).split(path.sep).join('/'), folder);
}

async function childAt(
  files: FileSystem,
  source: Source,
  top: TopChart,
): Promise<ChartFolder | UnreadableChart | undefined> {
  const { id: file, shown } = source;
  const folder = files.kind(file) === 'folder';
  if (isIgnored(top, file, folder)) return undefined;
  if (folder) {
    return files.exists(path.join(file, 'Chart.yaml')) ? chartDirectory(files, file, shown, top) : undefined;
  }
  if (!file.endsWith('.tgz') || !files.exists(file)) return undefined;
  let packed: Uint8Array;
  try {
    packed = files.read(file);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { source, problem: 'unreadable', reason: error.reason };
  }
  return chartArchive(packed, source, top.archives);
}

/** A chart packed by `helm package`, or why it cannot be used. */
export async function chartArchive(
  packed: Uint8Array,
  archive: Source,
  budget: ArchiveBudget,
): Promise<ChartFolder | UnreadableChart> {
  const contents = await readArchive(packed, budget);
  if (typeof contents === 'string') return { source: archive, problem: contents };
  return archiveFolder(contents.files, contents.root, archive, budget);
}

function archiveFolder(
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
  archive: Source,
  budget: ArchiveBudget,
): ChartFolder {
  const { id, shown } = archive;
  const source = (name: string): Source => ({
    id: `${id}:${prefix}${name}`,
    kind: 'archive',
    shown: `${shown}:${prefix}${name}`,
  });
  return {
    shown,
    source,
    readText: (name) => {
      const data = files.get(prefix + name);
      return data === undefined ? undefined : textOf(data);
    },
    takeUnread: () => [],
    templates: () => {
      const names = [...files.keys()].filter((name) => name.startsWith(`${prefix}templates/`));
      return names.sort().map((name) => textOf(files.get(name)!));
    },
    contents: () => ({
      brokenLinks: [],
      files: [...files].flatMap(([file, data]) => {
        const name = file.slice(prefix.length);
        if (!file.startsWith(prefix) || name.startsWith('charts/') || name.endsWith('/')) return [];
        return [{ name, source: source(name), bytes: () => withoutMark(data) }];
      }),
    }),
    children: async () => {
      const charts = `${prefix}charts/`;
      const names = new Set<string>();
      for (const file of files.keys()) {
        if (!file.startsWith(charts)) continue;
        const [name = '', ...below] = file.slice(charts.length).split('/');
        if (/^[._]/.test(name)) continue;
        if (below.length > 0 ? below[0] === 'Chart.yaml' : name.endsWith('.tgz')) names.add(name);
      }
      const children: (ChartFolder | UnreadableChart)[] = [];
      // One after the other: all of them share what may be unpacked.
      for (const name of [...names].sort()) {
        const packed = files.get(charts + name);
        children.push(
          packed === undefined
            ? archiveFolder(files, `${charts}${name}/`, archive, budget)
            : await chartArchive(packed, source(`charts/${name}`), budget),
        );
      }
      return children;
    },
  };
}

/** What is read, or undefined and the reason among those that are unread. */
function orUnread<T>(unread: ReadFailure[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    unread.push(error);
    return undefined;
  }
}

function textIn(files: FileSystem, file: string): string | undefined {
  return files.kind(file) === 'file' ? files.readText(file) : undefined;
}

function filesBelow(files: FileSystem, directory: string): string[] {
  if (files.kind(directory) !== 'folder') return [];
  return [...files.list(directory)]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory()) return filesBelow(files, file);
      return entry.isFile() ? [file] : [];
    });
}
