import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../model/json-value.ts';

export type HelmName = 'helm3' | 'helm4';

/** A chart of a case: what Helm needs to compute its values. Everything else is filled in. */
export interface CaseChart {
  /** Default `app`. */
  readonly name?: string;
  /** Default `1.0.0`. */
  readonly version?: string;
  readonly type?: 'application' | 'library';
  /** The text of `values.yaml`. */
  readonly values?: string;
  readonly schema?: unknown;
  /** As in `Chart.yaml`. */
  readonly dependencies?: readonly CaseDependency[];
  readonly charts?: readonly CaseChart[];
}

export interface CaseDependency {
  readonly name: string;
  readonly version?: string;
  readonly alias?: string;
  readonly condition?: string;
  readonly tags?: readonly string[];
  readonly 'import-values'?: readonly (string | JsonObject)[];
}

/** One question to Helm: the effective values of a chart with these files and flags. */
export interface HelmCase {
  /** Says what the case is about; unique in its group. */
  readonly id: string;
  readonly chart?: CaseChart;
  /** Text files beside the chart, for `-f` and `--set-file`. */
  readonly files?: Readonly<Record<string, string>>;
  /** After `helm template NAME CHART`: `-f`, `--set` and its siblings, each followed by its value. */
  readonly args?: readonly string[];
  /** Why chartlint is known to answer otherwise than this Helm. */
  readonly differs?: Partial<Record<HelmName, string>>;
}

/** What Helm or chartlint makes of a case. */
export type HelmAnswer =
  | {
      readonly values: JsonObject;
      /** The subcharts that are turned on and render, by their path of names. Their values are those in `values`. */
      readonly charts: readonly string[];
    }
  | { readonly error: AnswerError };

export type AnswerError = 'flag' | 'yaml' | 'schema' | 'type-mismatch' | 'missing' | 'other';

/** The recorded answers of a group. */
export interface RecordedAnswers {
  readonly versions: Readonly<Record<HelmName, string>>;
  /** By case id; one answer where both Helms agree. */
  readonly answers: Readonly<Record<string, HelmAnswer | Readonly<Record<HelmName, HelmAnswer>>>>;
}

export const CASES_FOLDER = fileURLToPath(new URL('../../fixtures/helm/', import.meta.url));

/** The names of the groups, `fixtures/helm/<group>.json`. */
export function caseGroups(): string[] {
  return readdirSync(CASES_FOLDER)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.answers.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

export function readCases(group: string): HelmCase[] {
  return JSON.parse(readFileSync(`${CASES_FOLDER}${group}.json`, 'utf8')) as HelmCase[];
}

export function readAnswers(group: string): RecordedAnswers {
  return JSON.parse(readFileSync(`${CASES_FOLDER}${group}.answers.json`, 'utf8')) as RecordedAnswers;
}

/** What one Helm answered to a case when it was asked. */
export function recordedAnswer(
  recorded: RecordedAnswers,
  id: string,
  helm: HelmName,
): HelmAnswer | undefined {
  const answer = recorded.answers[id];
  return answer && 'helm4' in answer ? answer[helm] : answer;
}
