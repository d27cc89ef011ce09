import type { DetectedBy } from '../model/chart-profile.ts';
import { countNoun } from '../model/count-noun.ts';
import type { LintResult } from '../model/lint-result.ts';
import { countFindings } from './count-findings.ts';
import { plainStyle, type Style } from './style.ts';
import { visibleLine } from './visible-text.ts';

/** More charts than these are told as a number. */
const MOST_CHARTS = 3;

const FOUND_BY: Readonly<Record<DetectedBy, string>> = {
  flag: 'named by a flag',
  config: 'named in the configuration',
  modeline: 'named by its modeline',
  'chart-yaml': 'found by Chart.yaml',
  manifest: 'named in the manifest',
  shape: 'recognized by the keys',
  none: '',
};

/** `2 files (ColonyOS 0.0.4, recognized by the keys): 1 error, 2 warnings. 1 can be fixed. 3 suppressed.` */
export function summaryLine(result: LintResult, style: Style = plainStyle): string {
  const { fixable } = countFindings(result);
  const fixes = fixable === 0 ? '' : ` ${fixable} can be fixed with --fix.`;
  const quiet = result.quieted === undefined ? '' : quietText(result.quieted);
  const elsewhere = elsewhereText(result.elsewhere ?? 0);
  const hidden = result.suppressed.length === 0 ? '' : ` ${result.suppressed.length} suppressed.`;
  const defaults = result.ofDefaults === undefined ? '' : defaultsText(result.ofDefaults);
  return `${countNoun(result.files, 'file')}${kinds(result)}${charts(result)}: ${countsText(result, style)}.${fixed(result)}${fixes}${quiet}${elsewhere}${hidden}${defaults}${production(result)}`;
}

const MOST_FILES = 3;

/** ` For production by name: values-prod.yaml.` */
function production({ releases }: LintResult): string {
  const files = [...new Set(releases.flatMap((one) => one.namedForProduction ?? []))].map(visibleLine);
  const rest = files.length > MOST_FILES ? ` and ${files.length - MOST_FILES} more` : '';
  return files.length === 0
    ? ''
    : ` For production by name: ${files.slice(0, MOST_FILES).join(', ')}${rest}.`;
}

/** ` 2 findings on other lines are left out by --changed-lines.` */
function elsewhereText(count: number): string {
  return count === 0
    ? ''
    : ` ${countNoun(count, 'finding')} on other lines ${count === 1 ? 'is' : 'are'} left out by --changed-lines.`;
}

/** ` 3 warnings and 1 info are hidden by --quiet.` */
function quietText({ warnings, infos }: NonNullable<LintResult['quieted']>): string {
  const counts = [
    ...(warnings > 0 ? [countNoun(warnings, 'warning')] : []),
    ...(infos > 0 ? [countNoun(infos, 'info')] : []),
  ];
  if (counts.length === 0) return '';
  return ` ${counts.join(' and ')} ${warnings + infos === 1 ? 'is' : 'are'} hidden by --quiet.`;
}

/** ` 3 more are about defaults of charts that it uses: --include-defaults.` */
function defaultsText(count: number): string {
  return ` ${count} more ${count === 1 ? 'is' : 'are'} about defaults of charts that are used here: --include-defaults.`;
}

function fixed({ fixes }: LintResult): string {
  if (fixes === undefined) return '';
  if (fixes.fixed === 0) return ' Nothing to fix.';
  return ` Fixed ${countNoun(fixes.fixed, 'problem')} in ${countNoun(fixes.files, 'file')}.`;
}

/** `1 error, 2 warnings`; severities without a finding are left out. */
export function countsText(result: Pick<LintResult, 'findings'>, style: Style = plainStyle): string {
  const { errors, warnings, infos } = countFindings(result);
  const counts = [
    ...(errors > 0 ? [style.error(countNoun(errors, 'error'))] : []),
    ...(warnings > 0 ? [style.warning(countNoun(warnings, 'warning'))] : []),
    ...(infos > 0 ? [style.info(countNoun(infos, 'info'))] : []),
  ];
  return counts.length === 0 ? 'nothing to report' : counts.join(', ');
}

/** ` with 12 releases (8 HelmRelease, 3 Application, 1 of values files)`; nothing where no manifest makes a release. */
function kinds({ releases }: LintResult): string {
  const counts = new Map<string, number>();
  for (const { kind } of releases) if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size === 0) return '';
  const ofManifests = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = ofManifests.map(([kind, count]) =>
    / release$/.test(kind) ? countNoun(count, kind) : `${count} ${visibleLine(kind)}`,
  );
  const others = releases.length - ofManifests.reduce((sum, [, count]) => sum + count, 0);
  const all = [...named, ...(others === 0 ? [] : [`${others} of values files`])];
  return ` with ${countNoun(releases.length, 'release')} (${all.join(', ')})`;
}

/** ` (ColonyOS 0.0.4, recognized by the keys)`; several charts are listed without how they were found, many are counted. */
function charts({ releases }: LintResult): string {
  const known = new Map<string, DetectedBy>();
  for (const { title, version, detectedBy } of releases) {
    if (title === undefined) continue;
    known.set(visibleLine(version === undefined ? title : `${title} ${version}`), detectedBy);
  }
  const [first] = known;
  if (first === undefined) return '';
  if (releases.some(({ kind }) => kind !== undefined)) {
    const names = [...known.keys()].sort().join(', ');
    return ` of ${known.size > MOST_CHARTS ? countNoun(known.size, 'chart') : names}`;
  }
  return known.size === 1
    ? ` (${first[0]}, ${FOUND_BY[first[1]]})`
    : known.size > MOST_CHARTS
      ? ` (${countNoun(known.size, 'chart')})`
      : ` (${[...known.keys()].sort().join(', ')})`;
}
