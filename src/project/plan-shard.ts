import { createHash } from 'node:crypto';
import path from 'node:path';
import { ChartDirectories } from '../chart/chart-directories.ts';
import { ChartNames } from '../chart/chart-names.ts';
import type { FileSystem } from '../files/file-system.ts';
import { shownPath } from '../files/shown-path.ts';
import { JoinedNames } from './joined-names.ts';
import type { LintOptions } from './lint-options.ts';
import type { PlannedRelease } from './planned-release.ts';

/** Which releases of the run are in which shard. */
export interface ShardPlan {
  /** The shard of each release, from 1 on. */
  readonly shards: readonly number[];
  /** Names the run: a hash of what is linted and how. */
  readonly plan: string;
}

/** What a release costs besides reading its bytes, in bytes. */
const COST_OF_RELEASE = 2000;

/**
 * Spreads the releases of a run over shards of about the same size. Releases that share a file stay together, since what is
 * said about the file depends on all of them: which releases a finding is about, whether a comment or an entry of the
 * baseline is still needed. They share the files of a chart, too, and all of them share `-f` and `--set`. Depends on
 * nothing but the arguments and the sizes of the files.
 */
export function planShard(
  files: FileSystem,
  releases: readonly PlannedRelease[],
  count: number,
  options: LintOptions,
): ShardPlan {
  const shards = spread(files, groupsOf(files, releases, options), releases, count);
  const { cwd, chart, schema, context, helmVersion, rendering, overlays, sets } = options;
  const names = releases.map(({ id, files }) => [id.name, ...files.map((file) => shownPath(file, cwd))]);
  const run = { names, shards, count, chart, schema, context, helmVersion, rendering, overlays, sets };
  return { shards, plan: createHash('sha256').update(JSON.stringify(run)).digest('hex').slice(0, 16) };
}

/** The largest group goes to the shard with the least so far; of equals the first. */
function spread(
  files: FileSystem,
  groups: readonly (readonly number[])[],
  releases: readonly PlannedRelease[],
  count: number,
): number[] {
  const sizes = releases.map((one) =>
    one.files.reduce((sum, file) => sum + files.size(file), COST_OF_RELEASE),
  );
  const weighed = groups.map((group) => ({ group, size: group.reduce((sum, i) => sum + sizes[i]!, 0) }));
  weighed.sort((a, b) => b.size - a.size || a.group[0]! - b.group[0]!);
  const loads = Array.from({ length: count }, () => 0);
  const shards: number[] = releases.map(() => 0);
  for (const { group, size } of weighed) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least]! += size;
    for (const i of group) shards[i] = least + 1;
  }
  return shards;
}

/** The releases that share something, as indexes in order. */
function groupsOf(files: FileSystem, releases: readonly PlannedRelease[], options: LintOptions): number[][] {
  const sharesFlags = options.overlays.length > 0 || options.sets.length > 0;
  const names = new JoinedNames();
  const charts = new ChartNames(files);
  const directories = new ChartDirectories(files);
  for (const [i, release] of releases.entries()) {
    const own = `release ${sharesFlags ? 0 : i}`;
    names.join(own, `release ${i}`);
    for (const file of release.files) names.join(own, file);
    for (const chart of chartsOf(release, options, directories)) {
      for (const name of charts.reached(chart)) names.join(own, name);
    }
  }
  const groups = new Map<string, number[]>();
  for (const i of releases.keys()) {
    const name = names.of(`release ${i}`);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [i]);
    else group.push(i);
  }
  return [...groups.values()];
}

/** The chart directories that the values may be for, as far as names tell. */
function chartsOf(
  { files, stack, chart: bare }: PlannedRelease,
  { cwd, chart, settings }: LintOptions,
  directories: ChartDirectories,
): string[] {
  const [first] = files;
  const mapped = first === undefined ? undefined : settings?.chart(shownPath(first, cwd))?.chart;
  const configured = [mapped, stack?.chart].filter((name) => name !== undefined);
  const found = first === undefined ? undefined : directories.find(first);
  return [
    ...(chart === undefined ? [] : [path.resolve(cwd, chart)]),
    ...configured.map((name) => path.resolve(settings?.folder ?? cwd, name)),
    ...[found, bare].filter((folder) => folder !== undefined),
  ];
}
