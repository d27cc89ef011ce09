import path from 'node:path';
import { validateValues } from '../explain/validate-values.ts';
import type { FileSystem } from '../files/file-system.ts';
import { ownSchema } from '../files/own-schema.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../files/usage-error.ts';
import { schemaValidator } from '../json-schema/schema-validator.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { formatPath } from '../model/format-path.ts';
import type { ShardReport } from '../model/shard-report.ts';

interface ReadReport {
  /** As the user names it. */
  readonly name: string;
  readonly report: ShardReport;
}

/**
 * Reads the reports of all shards of one run, in their order. A directory stands for the JSON files in it. Throws a UsageError
 * when one is no such report, or when they do not make a whole run.
 */
export async function readShardReports(
  files: FileSystem,
  inputs: readonly string[],
  cwd: string,
  version: string,
): Promise<ShardReport[]> {
  const names = inputs.flatMap((input) => filesAt(files, input, cwd));
  const problemOf = await reportProblems();
  const reads = names.map((name) => readReport(files, name, cwd, version, problemOf));
  checkRun(reads);
  return reads.map(({ report }) => report).sort((a, b) => a.shard.index - b.shard.index);
}

/** What a file holds now, by its name in reports. */
export function currentText(files: FileSystem, cwd: string): (file: string) => string | undefined {
  return (file) => {
    const read = readText(files, path.resolve(cwd, file), file);
    return 'text' in read ? read.text : undefined;
  };
}

function filesAt(files: FileSystem, input: string, cwd: string): string[] {
  const absolute = path.resolve(cwd, input);
  if (files.kind(absolute) !== 'folder') return [input];
  const names = Array.from(files.list(absolute), ({ name }) => name).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new UsageError(`"${input}" holds no JSON file`);
  return names.sort().map((name) => path.join(input, name));
}

function readReport(
  files: FileSystem,
  name: string,
  cwd: string,
  version: string,
  problemOf: (data: unknown) => string | undefined,
): ReadReport {
  const read = readText(files, path.resolve(cwd, name), name);
  if ('problem' in read) throw new UsageError(read.problem);
  const report = parsed(read.text) as Partial<ShardReport> | undefined;
  const written = report?.tool?.version;
  if (typeof written === 'string' && written !== version) {
    throw new UsageError(
      `"${name}" was written by chartlint ${written}, and this is ${version}; lint every shard with the version that merges`,
    );
  }
  const problem = report === undefined ? 'it is not JSON' : problemOf(report);
  if (problem !== undefined) {
    throw new UsageError(`"${name}" is no report of "chartlint --format json": ${problem}`);
  }
  if (report?.shard === undefined) {
    throw new UsageError(
      `"${name}" is the report of a whole run; only those of "chartlint --shard i/n" are merged`,
    );
  }
  return { name, report: report as ShardReport };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says in a few words what makes data no report. */
async function reportProblems(): Promise<(data: unknown) => string | undefined> {
  const schema = JSON.parse(ownSchema('report')) as JsonSchema;
  const { validate } = await schemaValidator(schema);
  return (data) => {
    const [fact] = validateValues(validate!, schema, data, { enforcedByHelm: false, secretAt: () => false });
    if (fact !== undefined) {
      return fact.at.length === 0 ? 'the keys are others' : `"${formatPath(fact.at)}" is something else`;
    }
    const { findings, releases, shard } = data as ShardReport;
    const isWhole =
      shard === undefined ||
      (shard.releases.length === releases.length &&
        shard.details.length === findings.length &&
        [...shard.details, ...shard.suppressed.map(({ details }) => details)].every(
          ({ relatedEnds }, i) =>
            relatedEnds.length ===
            (findings[i] ?? shard.suppressed[i - findings.length]!.finding).related.length,
        ));
    return isWhole ? undefined : 'its parts do not fit together';
  };
}

/** Every shard once, and all of the same run. */
function checkRun(reads: readonly ReadReport[]): void {
  const [first] = reads;
  const byIndex = new Map<number, string>();
  for (const { name, report } of reads) {
    const { index, count, plan } = report.shard;
    const { count: all, plan: run } = first!.report.shard;
    if (count !== all || plan !== run) {
      throw new UsageError(
        `"${first!.name}" and "${name}" are of different runs; lint the same files with the same flags in every shard`,
      );
    }
    const twin = byIndex.get(index);
    if (twin !== undefined)
      throw new UsageError(`"${twin}" and "${name}" are both of shard ${index}/${count}`);
    byIndex.set(index, name);
  }
  const { count } = first!.report.shard;
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) {
    const list = missing.map((index) => `${index}/${count}`).join(', ');
    throw new UsageError(`the report of shard ${list} is missing; without it the findings are not complete`);
  }
}
