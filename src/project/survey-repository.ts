import path from 'node:path';
import { ChartDirectories } from '../chart/chart-directories.ts';
import { ChartFinder } from '../chart/chart-finder.ts';
import type { KnownChart } from '../chart/known-chart.ts';
import { schemaInModeline } from '../chart/modeline.ts';
import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { shownPath } from '../files/shown-path.ts';
import { shippedCharts } from '../generated/shipped-charts.ts';
import type { SurveyedChart, SurveyedFile } from '../init/surveyed-file.ts';
import { type ConfiguredStack, configuredStacks } from './configured-stacks.ts';
import { findValuesFiles } from './find-values-files.ts';
import type { LintOptions } from './lint-options.ts';

/** The values files of a repository with their charts. Files that cannot be read are left out. */
export async function surveyRepository(
  fileSystem: FileSystem,
  root: string,
  settings: LintOptions['settings'],
): Promise<SurveyedFile[]> {
  const sources = new SourceFiles({ cwd: root }, fileSystem);
  const finder = new ChartFinder({ cwd: root, ...(settings === undefined ? {} : { settings }) }, sources);
  const { files: alone, others } = await findValuesFiles(
    fileSystem,
    ['.'],
    root,
    (file) => settings?.chart(shownPath(file, root)) !== undefined,
  );
  const found = new Set([...alone, ...others]);
  const stacks =
    settings === undefined ? [] : configuredStacks({ cwd: root, inputs: [], settings }, found, undefined);
  const ofStacks = stacks.flatMap(({ files }) => files).filter((file) => fileSystem.exists(file));
  const files = [...new Set([...alone, ...ofStacks])].sort();
  const directories = new ChartDirectories(fileSystem);
  const surveyed: SurveyedFile[] = [];
  sources.expect(files);
  for (const [i, absolute] of files.entries()) {
    // Of the files before this one, only the texts are wanted.
    sources.drop(files.slice(i - 1, i));
    const loaded = sources.load(absolute);
    if ('problem' in loaded || loaded.document === undefined) continue;
    const {
      source: { shown: file },
      text,
    } = loaded;
    if (settings?.isIgnored(file) === true) continue;
    // A schema of somebody else's choice; one of ours says itself which chart it is for.
    const inStacks = stacks.filter((stack) => stack.files.includes(absolute));
    const named = inStacks.find(({ stack }) => stack.chart !== undefined)?.stack.chart;
    const { chart, detectedBy } =
      named === undefined
        ? await finder.find(loaded, absolute)
        : {
            chart: await finder.named(named, { source: 'stacks', folder: settings!.folder }),
            detectedBy: 'config',
          };
    const mapped = named ?? settings?.chart(file)?.chart;
    const directory =
      detectedBy === 'config' && mapped !== undefined && settings !== undefined
        ? path.resolve(settings.folder, mapped)
        : directories.find(absolute);
    const own =
      directory !== undefined &&
      detectedBy !== 'shape' &&
      fileSystem.exists(path.join(directory, 'Chart.yaml'))
        ? directory
        : undefined;
    const foreign =
      (detectedBy === 'modeline' || chart?.editorSchema !== undefined) && !isOurs(schemaInModeline(text));
    surveyed.push({
      file,
      text,
      chart: chart === undefined || foreign ? undefined : describe(fileSystem, chart, own, root),
      isDefaults: own !== undefined && absolute === path.join(own, 'values.yaml'),
      beside: besideInStacks(absolute, inStacks).map((other) => shownPath(other, root)),
      provided: settings?.context(file).provided ?? [],
    });
  }
  return surveyed;
}

/** The other files of all stacks that hold the file: what only some of them set may be missing in the others. */
function besideInStacks(file: string, [first, ...rest]: readonly ConfiguredStack[]): readonly string[] {
  return (first?.files ?? []).filter(
    (other) => other !== file && rest.every(({ files }) => files.includes(other)),
  );
}

function isOurs(schema: string | undefined): boolean {
  return schema?.includes('.chartlint/schemas/') === true;
}

/** Without its version where no other is known. */
function nameFor(shipped: string): string {
  const [name = ''] = shipped.split('@');
  const only = shippedCharts.find((entry) => entry.name === name)?.states.length === 1;
  return only ? name : shipped;
}

function describe(
  fileSystem: FileSystem,
  { profile, schema, tree, shipped }: KnownChart,
  directory: string | undefined,
  root: string,
): SurveyedChart | undefined {
  if (directory === undefined) {
    const { name } = profile;
    // A schema file alone stands for no chart that could be written again.
    return shipped === undefined ? undefined : { name, target: nameFor(shipped), describesDefaults: true };
  }
  const below = tree?.chart.dependencies.length ?? 0;
  const ownFile = path.join(directory, 'values.schema.json');
  const ownSchema = shownPath(ownFile, root);
  // Editors take paths of plain letters only; for others the schema is written anew.
  const suffices = below === 0 && fileSystem.exists(ownFile) && /^[\w./-]+$/.test(ownSchema);
  return {
    name: profile.name,
    target: directory === root ? '.' : shownPath(directory, root),
    ...(suffices ? { ownSchema } : {}),
    describesDefaults: schema !== undefined || below > 0,
  };
}
