import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { planManifests } from '../project/plan-manifests.ts';
import { isReleaseMeant, releaseInFile } from '../project/release-in-file.ts';
import { placedReason } from './placed-reason.ts';
import type { PlannedChart } from './planned-chart.ts';
import { ReleaseReader } from './release-reader.ts';

/**
 * The one release of a manifest, or of several the one that is named behind a `#`: `clusters/prod/shop.yaml#shop`. Throws a UsageError when it
 * cannot be told or read.
 */
export async function planManifest(
  files: FileSystem,
  written: string,
  options: Pick<LintOptions, 'cwd' | 'overlays' | 'sets' | 'helmVersion' | 'rendering' | 'settings'>,
): Promise<PlannedChart> {
  const { file, wanted } = releaseInFile(written);
  const run: LintOptions = { ...options, inputs: [file], context: { cluster: {} } };
  const all = planManifests(files, [path.resolve(options.cwd, file)], run);
  const found = all.filter(({ id }) => isReleaseMeant(id.name ?? '', wanted));
  const [planned, ...others] = found;
  const names = all.map(({ id }) => id.name ?? '');
  if (planned === undefined) {
    throw new UsageError(
      names.length === 0
        ? `"${file}" holds no release that can be read`
        : `"${file}" holds no release "${wanted}": there is ${names.join(', ')}`,
    );
  }
  if (others.length > 0) {
    const example = `${file}#${found[0]!.id.name}`;
    throw new UsageError(
      `"${written}" stands for ${found.length} releases: name one, as "${example}" (${names.join(', ')})`,
    );
  }
  const sources = new SourceFiles(options, files);
  const { input, findings } = await new ReleaseReader(run, sources).read(planned);
  const error = findings.find(({ severity }) => severity === 'error');
  if (input === undefined) {
    throw new UsageError(
      error === undefined ? `"${file}" cannot be read` : placedReason(error, sources.texts),
    );
  }
  const texts = new Map(sources.texts);
  for (const { document } of input.layers)
    if (document !== undefined) texts.set(document.source.id, document.text);
  return { input, texts, findings };
}
