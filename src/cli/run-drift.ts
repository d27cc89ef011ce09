import path from 'node:path';
import { Command } from 'commander';
import { chartFacts } from '../drift/chart-facts.ts';
import { readmeDrift } from '../drift/readme-drift.ts';
import { schemaDrift } from '../drift/schema-drift.ts';
import { undefinedValues } from '../drift/undefined-values.ts';
import { diskFiles } from '../files/disk-files.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import { keysThatSchemaLacks } from '../lint/keys-that-schema-lacks.ts';
import { runRules } from '../lint/run-rules.ts';
import { settleProject } from '../lint/settle-project.ts';
import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json-value.ts';
import { fileSource } from '../model/source.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { planChart } from '../session/plan-chart.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { FORMATS } from './format-report.ts';
import { parseCommand } from './parse-command.ts';
import { printResult } from './print-result.ts';
import { addReportFlags, type ReportFlags } from './report-flags.ts';
import { addRuleFlags } from './rule-flags.ts';
import { shipped } from './shipped.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint drift charts/shop
  chartlint drift charts/shop --format json
  chartlint drift charts/shop --rule drift/readme-missing-key=off --fail-on info

It exits with 1 when something of at least the severity of --fail-on (here: warning) was found.
`;
const README = /^readme\.md$/i;

/** `chartlint drift <chart>`: where values.yaml, schema, templates and README of a chart say different things. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = new Command('drift')
    .description(
      "Finds where a chart's values.yaml, schema, templates and README tables say different things.",
    )
    .argument('<chart>', 'a chart directory')
    .addHelpText('after', wrapNotes(EXAMPLES));
  addRuleFlags(command.optionsGroup('Rules and configuration:'));
  addReportFlags(command.optionsGroup('The report:'), FORMATS);
  command.setOptionValueWithSource('failOn', 'warning', 'default');
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<ReportFlags & { config?: string | boolean }>();
  const [chart = ''] = command.args;
  const { options, files, notices, policy } = await prepareRun(
    { cwd: io.cwd, inputs: [chart], overlays: [], sets: [], context: { cluster: {} } },
    flags,
    shipped,
    diskFiles,
  );
  for (const notice of notices) io.stderr(`chartlint: ${notice}\n`);
  const planned = await planChart(files, chart, options);
  const { tree, schema } = planned.input;
  if (tree === undefined) throw new UsageError(`"${chart}" has no Chart.yaml; name a chart directory`);
  const own = tree.chart.values;
  // The author of the chart is asking.
  const input =
    own.document === undefined ? planned.input : { ...planned.input, files: [own.document.source] };
  const { release } = assembleRelease(input);
  const facts = chartFacts(release, own, schema?.json());
  const findings: Finding[] = runRules(release, [], {
    ...policy,
    rules: policy.rules.filter(({ id }) => id === 'unread-default'),
  });
  const texts = new Map(planned.texts);
  const templates = release.chart?.templates;
  if (templates?.complete === true && own.document !== undefined) {
    const others = new Set((tree.chart.metadata.dependencies ?? []).map(({ name, alias }) => alias ?? name));
    for (const { metadata } of tree.chart.dependencies) others.add(metadata.name);
    findings.push(
      ...undefinedValues(
        templates,
        facts,
        own.document.locate([], 'value'),
        ([top = '']) => ['global', 'tags'].includes(String(top)) || others.has(String(top)),
      ),
    );
  }
  if (schema?.file !== undefined) {
    const { file } = schema;
    texts.set(file.source.id, file.text);
    if (templates !== undefined) findings.push(...(await keysThatSchemaLacks(schema, templates, tree.chart)));
    const json = JSON.parse(file.text.replace(/^\uFEFF/, ''));
    if (isJsonObject(json)) findings.push(...(await schemaDrift(json, (at) => file.place(at), facts)));
  }
  const readme = files.list(path.resolve(io.cwd, chart)).find(({ name }) => README.test(name));
  if (readme !== undefined) {
    const absolute = path.resolve(io.cwd, chart, readme.name);
    const source = fileSource(shownPath(absolute, io.cwd), absolute);
    const text = files.readText(absolute);
    texts.set(source.id, text);
    findings.push(...readmeDrift(text, source, facts));
  }
  const result = settleProject(
    {
      reading: planned.findings,
      releases: [
        {
          id: input.id,
          name: input.name,
          release: {
            chart: input.chart?.name,
            title: input.chart?.title,
            version: input.chart?.version,
            detectedBy: input.detectedBy,
            files: input.files,
          },
          findings,
          texts,
          secrets: [],
        },
      ],
      sources: texts,
      comments: new Map(),
      files: 1,
    },
    policy,
  );
  return printResult(result, flags, io);
}
