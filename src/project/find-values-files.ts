import type { Options } from 'fast-glob';
import { type WalkedFiles, walkFiles } from '../chart/walk-values-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { isManifestName } from '../gitops/may-hold-releases.ts';
import { ReadFailure } from '../model/read-failure.ts';

const GLOB: Options = {
  onlyFiles: true,
  dot: false,
  followSymbolicLinks: false,
  suppressErrors: true,
};
const IGNORED = ['**/node_modules/**', '**/templates/**', '**/vendor/**', '**/*.schema.{yaml,yml}'];

/** No name that starts with a dot matches, so nothing below is worth a look: `.git` changes with every command of git. */
const HIDDEN = '**/@(.*)/**';
/** A glob that names something hidden itself. */
const NAMES_HIDDEN = /(?:^|[\\/{(|,!])\.(?!\.?(?:[\\/]|$))/;

/** What the arguments stand for. */
export interface FoundFiles {
  /** Absolute paths, sorted, without repetition. */
  readonly files: readonly string[];
  /** What looks like values in the folders, and is not taken for them. */
  readonly passedOver: readonly string[];
  /** Folders of charts that hold no values file. */
  readonly bareCharts: readonly string[];
  /** What may be manifests by their names, as found in folders or named. */
  readonly others: readonly string[];
  /** The arguments that stand for nothing, with one sentence each. */
  readonly problems: readonly { readonly input: string; readonly message: string }[];
}

/** Finds values files: a file as it is, those below a directory with those that `isNamed` knows, those that a glob matches. */
export async function findValuesFiles(
  fileSystem: FileSystem,
  inputs: readonly string[],
  cwd: string,
  isNamed?: (file: string) => boolean,
): Promise<FoundFiles> {
  const files = new Set<string>();
  const passedOver = new Set<string>();
  const bareCharts = new Set<string>();
  const others = new Set<string>();
  const problems: { input: string; message: string }[] = [];
  for (const input of inputs) {
    const absolute = path.resolve(cwd, input);
    const walked = fileSystem.exists(absolute) ? filesAt(fileSystem, absolute, isNamed) : undefined;
    const found = walked?.files ?? (await filesMatching(fileSystem, input, cwd));
    const isWalked = walked !== undefined && found[0] !== absolute;
    for (const file of found) files.add(file);
    for (const file of isWalked ? walked.others : found) others.add(file);
    for (const file of walked?.passedOver ?? []) passedOver.add(file);
    for (const folder of walked?.bareCharts ?? []) bareCharts.add(folder);
    if (found.length === 0 && !walked?.bareCharts.length)
      problems.push({ input, message: problemWith(fileSystem, input, absolute) });
  }
  return {
    files: [...files].sort(),
    passedOver: [...passedOver].filter((file) => !files.has(file)).sort(),
    bareCharts: [...bareCharts].sort(),
    others: [...others].sort(),
    problems,
  };
}

function filesAt(
  fileSystem: FileSystem,
  absolute: string,
  isNamed: ((file: string) => boolean) | undefined,
): WalkedFiles {
  if (fileSystem.kind(absolute) === 'folder') return walkFiles(fileSystem, absolute, isNamed, isManifestName);
  return { files: [absolute], passedOver: [], bareCharts: [], others: [] };
}

async function filesMatching(fileSystem: FileSystem, input: string, cwd: string): Promise<string[]> {
  return /[*?[{!(]/.test(input) ? glob(fileSystem, input.replaceAll('\\', '/'), cwd) : [];
}

async function glob(fileSystem: FileSystem, pattern: string, cwd: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const { globbing } = fileSystem;
  const found = await fastGlob(pattern, {
    ...GLOB,
    ignore: NAMES_HIDDEN.test(pattern) ? IGNORED : [...IGNORED, HIDDEN],
    cwd,
    absolute: true,
    ...(globbing === undefined ? {} : { fs: globbing }),
  });
  const charts = new Map<string, boolean>();
  const isChart = (folder: string): boolean => {
    const known = charts.get(folder) ?? fileSystem.exists(path.join(folder, 'Chart.yaml'));
    charts.set(folder, known);
    return known;
  };
  return found.map((file) => path.normalize(file)).filter((file) => !isVendored(file, cwd, isChart));
}

/** Whether the file belongs to a subchart that was copied into `charts/` of another chart. */
function isVendored(file: string, root: string, isChart: (folder: string) => boolean): boolean {
  const segments = path.relative(root, file).split(path.sep);
  return segments.some(
    (segment, i) => segment === 'charts' && isChart(path.join(root, ...segments.slice(0, i))),
  );
}

function problemWith(fileSystem: FileSystem, input: string, absolute: string): string {
  if (!fileSystem.exists(absolute)) {
    return /[*?[{]/.test(input)
      ? `no file matches "${input}"`
      : `"${input}" does not exist; check the path, or pass a directory or a glob`;
  }
  const unread = fileSystem.kind(absolute) === 'folder' ? reasonUnlisted(fileSystem, absolute) : undefined;
  if (unread !== undefined) return `"${input}" cannot be read: ${unread}`;
  return `"${input}" holds no values files (values.yaml, values-*.yaml, *-values.yaml, values/**/*.yaml, environments/**/*.yaml in a chart); name the file itself`;
}

function reasonUnlisted(fileSystem: FileSystem, folder: string): string | undefined {
  try {
    fileSystem.list(folder);
    return undefined;
  } catch (error) {
    return error instanceof ReadFailure ? error.reason : undefined;
  }
}
