import path from 'node:path';
import { exists, files, isFile, isFolder } from '../files/observed-files.ts';

/** The files of one chart, unpacked or not. */
export interface ChartFolder {
  /** For people: the directory, or the archive, relative to the working directory. */
  readonly shown: string;
  /** Absolute; undefined for a chart in an archive. */
  readonly directory?: string;
  /** Where a file of the chart is, for people: `charts/redis/values.yaml`, `charts/redis-17.0.0.tgz:redis/values.yaml`. */
  shownFile(name: string): string;
  /** The text of a file, undefined when there is none that can be read. */
  readText(name: string): string | undefined;
  /** The text of every file in `templates/`, at any depth. */
  templates(): string[];
  /** The charts in `charts/`, sorted by name. */
  children(): Promise<ChartFolder[]>;
}

/** A chart in a directory. `shown` is the directory relative to the working directory. */
export function chartDirectory(directory: string, shown: string): ChartFolder {
  const shownFile = (name: string): string => (shown === '' ? name : `${shown}/${name}`);
  return {
    shown,
    directory,
    shownFile,
    readText: (name) => textOf(path.join(directory, name)),
    // Read when a rule asks for them; still, they belong to whatever loaded the chart.
    templates: files().later(() =>
      filesBelow(path.join(directory, 'templates')).map((file) => files().readText(file)),
    ),
    children: async () => {
      const charts = path.join(directory, 'charts');
      if (!exists(charts)) return [];
      const children = await Promise.all(
        files()
          .list(charts)
          .map(({ name }) => name)
          .sort()
          .filter((name) => !/^[._]/.test(name))
          .map(async (name) => childAt(path.join(charts, name), shownFile(`charts/${name}`))),
      );
      return children.filter((child) => child !== undefined);
    },
  };
}

async function childAt(file: string, shown: string): Promise<ChartFolder | undefined> {
  if (isFolder(file)) {
    return exists(path.join(file, 'Chart.yaml')) ? chartDirectory(file, shown) : undefined;
  }
  return file.endsWith('.tgz') ? chartArchive(files().read(file), shown) : undefined;
}

/** A chart packed by `helm package`; undefined when the bytes are no such archive. */
export async function chartArchive(packed: Uint8Array, shown: string): Promise<ChartFolder | undefined> {
  const { parseTar } = await import('nanotar');
  const { gunzipSync } = await import('node:zlib');
  try {
    const files = new Map<string, Uint8Array>();
    for (const { name, data } of parseTar(gunzipSync(packed))) {
      if (data !== undefined) files.set(name.replace(/^\.?\//, ''), data);
    }
    const root = [...files.keys()].find((name) => /^[^/]+\/Chart\.yaml$/.test(name))?.split('/')[0];
    return root === undefined ? undefined : archiveFolder(files, `${root}/`, shown);
  } catch {
    // Not gzip or not tar: Helm refuses it too; the chart counts as missing.
    return undefined;
  }
}

function archiveFolder(files: ReadonlyMap<string, Uint8Array>, prefix: string, shown: string): ChartFolder {
  const shownFile = (name: string): string => `${shown}:${prefix}${name}`;
  return {
    shown,
    shownFile,
    readText: (name) => {
      const data = files.get(prefix + name);
      return data === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
    },
    templates: () => {
      const names = [...files.keys()].filter((name) => name.startsWith(`${prefix}templates/`));
      return names.sort().map((name) => new TextDecoder().decode(files.get(name)));
    },
    children: async () => {
      const charts = `${prefix}charts/`;
      const names = new Set<string>();
      for (const file of files.keys()) {
        if (!file.startsWith(charts)) continue;
        const [name = '', ...below] = file.slice(charts.length).split('/');
        if (/^[._]/.test(name)) continue;
        if (below.length > 0 ? below[0] === 'Chart.yaml' : name.endsWith('.tgz')) names.add(name);
      }
      const children = await Promise.all(
        [...names].sort().map(async (name) => {
          const packed = files.get(charts + name);
          return packed === undefined
            ? archiveFolder(files, `${charts}${name}/`, shown)
            : chartArchive(packed, shownFile(`charts/${name}`));
        }),
      );
      return children.filter((child) => child !== undefined);
    },
  };
}

function textOf(file: string): string | undefined {
  return isFile(file) ? files().readText(file) : undefined;
}

function filesBelow(directory: string): string[] {
  if (!isFolder(directory)) return [];
  return files()
    .list(directory)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory()) return filesBelow(file);
      return entry.isFile() ? [file] : [];
    });
}
