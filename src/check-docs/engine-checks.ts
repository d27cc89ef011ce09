import type { CheckInfo } from '../model/check-info.ts';

/** What finding charts, merging values and chartlint's own comments and files can find. */
export const engineChecks = [
  {
    id: 'chart/unknown',
    severity: 'info',
    summary: 'Nobody knows which chart the values are for.',
    why: 'Without the chart there is no schema and there are no chart rules, so only mistakes that are wrong for every chart are found. Name the chart with --chart or --schema, in the configuration under "charts", or put a Chart.yaml beside the file.',
  },
  {
    id: 'chart/other-version',
    severity: 'info',
    summary: 'A chart that chartlint knows has a version that it does not know.',
    why: 'The nearest version that is known stands in for it. Keys that this one does not know are not reported, since the chart may have them by now.',
  },
  {
    id: 'files/passed-over',
    severity: 'info',
    summary: 'A file looks like values and was not linted.',
    why: 'Its name is none of those that values files have, so it passes unseen. Name it on the command line or in the configuration under "charts", or list it under "ignore".',
  },
  {
    id: 'chart/missing-dependency',
    severity: 'info',
    summary: 'A dependency named in Chart.yaml is not in charts/.',
    why: 'Its defaults and its schema are unknown then, so values for it are not checked. "helm dependency build" fetches it.',
  },
  {
    id: 'chart/unknown-dependency-field',
    severity: 'warning',
    summary: 'A dependency in Chart.yaml has a field that Helm does not read.',
    why: 'A misspelled "condition" or "alias", or "enabled: false", looks as if it did something, and Helm installs the dependency all the same.',
  },
  {
    id: 'flag/set',
    severity: 'error',
    summary: 'Helm cannot read a --set flag.',
    why: 'Helm stops with an error. Commas, dots and brackets have a meaning in these flags; a backslash takes it from them.',
  },
  {
    id: 'merge/subchart-not-a-map',
    severity: 'error',
    summary: 'The values of a subchart are no map.',
    why: 'The key with the name of a dependency holds its values. Helm stops when it finds anything but a map there.',
  },
  {
    id: 'merge/table-replaced-by-value',
    severity: 'warning',
    summary: 'A value takes the place of a map that a weaker layer writes.',
    why: 'Everything in the map is lost, and templates that read a key of it fail or render nothing. Helm only prints a warning, at most.',
  },
  {
    id: 'merge/value-replaced-by-table',
    severity: 'warning',
    summary: 'A map takes the place of a plain value that a weaker layer writes.',
    why: 'Helm does not merge the two, and a template that prints the value prints a map instead. Helm only prints a warning, at most.',
  },
  {
    id: 'merge/condition-not-boolean',
    severity: 'warning',
    summary: 'The condition of a dependency points at a value that is neither true nor false.',
    why: 'Helm prints a warning and keeps the dependency on, whatever the value says. Write true or false.',
  },
  {
    id: 'merge/condition-unset',
    severity: 'warning',
    summary: 'Nothing sets the condition of a dependency.',
    why: 'Helm installs a dependency whose condition it cannot find, so nobody sees that it can be switched off, and a misspelled condition looks like one that works. Only the author of the chart hears about it.',
  },
  {
    id: 'merge/condition-shadowed',
    severity: 'warning',
    summary: 'A value that a condition names later is set, and an earlier one decides.',
    why: 'Of a condition with several paths Helm takes the first that holds true or false, and does not look at the rest.',
  },
  {
    id: 'merge/tag-not-boolean',
    severity: 'warning',
    summary: 'A tag of a dependency is neither true nor false.',
    why: 'Helm ignores the tag. Write true or false.',
  },
  {
    id: 'merge/import-not-a-table',
    severity: 'warning',
    summary: '"import-values" names something that is no map in the dependency.',
    why: 'Helm imports nothing, so the parent chart runs without the values that it counts on.',
  },
  {
    id: 'merge/null-keeps-default',
    severity: 'warning',
    summary: "A null in a chart's own values.yaml does not delete the default of a dependency.",
    why: 'In a values file of the user null deletes a default. In the values.yaml of a parent chart it did up to Helm 3.21; Helm 4.2 drops such nulls, so what was to be replaced is there beside what replaces it.',
  },
  {
    id: 'merge/import-shadowed',
    severity: 'info',
    summary: '"import-values" brings nothing, since the chart sets every key itself.',
    why: "The chart's own values.yaml is stronger than what it imports. Who changes the defaults of the dependency changes nothing then. Only the author of the chart hears about it.",
  },
  {
    id: 'suppression/unused',
    severity: 'warning',
    summary: 'A "# chartlint-disable…" comment hides nothing.',
    why: 'The mistake was mended or moved. Left in place, the comment hides the next mistake on that line. The fix deletes it.',
  },
  {
    id: 'suppression/unknown-rule',
    severity: 'warning',
    summary: 'A "# chartlint-disable…" comment names a rule that does not exist.',
    why: 'It hides nothing, most often because of a typo. Names are separated by commas, and a reason goes after "--".',
  },
  {
    id: 'suppression/unknown-comment',
    severity: 'warning',
    summary: 'A comment starts like one for chartlint but is none.',
    why: 'It hides nothing. The comments are chartlint-disable-next-line, chartlint-disable-line, chartlint-disable-file, chartlint-disable and chartlint-enable.',
  },
  {
    id: 'suppression/missing-reason',
    severity: 'error',
    summary: 'A "# chartlint-disable…" comment gives no reason, and the configuration requires one.',
    why: 'Whoever reads the file later cannot tell whether the exception still holds. Write the reason after "--".',
  },
  {
    id: 'baseline/stale',
    severity: 'info',
    summary: 'The baseline lists a finding that is no longer there.',
    why: 'The mistake was mended. Left in place, the entry hides the same mistake when it comes back. "--update-baseline" drops it.',
  },
  {
    id: 'rule/failed',
    severity: 'error',
    aboutRun: true,
    summary: 'A rule ended with an error of its own instead of an answer.',
    why: 'What the rule would have found in these values is not known, so the run ends with exit code 2. The other rules have run and their findings stand. The mistake is in the rule, not in the values: report it to the authors of the rule, and set the rule to off until it is mended.',
  },
] as const satisfies readonly CheckInfo[];
