import { Command } from 'commander';
import { diskFiles } from '../files/disk-files.ts';
import { matchPath } from '../files/match-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { aroundEncryption } from '../lint/around-encryption.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import { hasFailed, helmSays } from '../lint/has-failed.ts';
import { isRefused } from '../lint/is-refused.ts';
import { majorOf, refusalOf, renderedRelease, renderRelease } from '../lint/render-release.ts';
import { stopFindings } from '../lint/rendering/stop-findings.ts';
import { secretValueHider } from '../lint/secret-value-hider.ts';
import { settingsFor } from '../lint/settings-for.ts';
import { validateRelease } from '../lint/validate-release.ts';
import type { Finding } from '../model/finding.ts';
import { hideShownSecrets } from '../model/hide-shown-secrets.ts';
import { maskText } from '../model/mask-text.ts';
import type { Span } from '../model/span.ts';
import { joinStatement } from '../model/statement.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { renderingAsJson, withLineOrigins } from '../report/format-rendering.ts';
import { lineIndexes } from '../report/line-indexes.ts';
import { planChart } from '../session/plan-chart.ts';
import { showOnly } from '../templates/chart/print-release.ts';
import { chartAndFiles } from './chart-and-files.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { addReleaseFlags, type ReleaseFlags, releaseOptions } from './release-flags.ts';
import { addConfigFlags } from './rule-flags.ts';
import { shipped } from './shipped.ts';
import { addValuesFlags, collect, type ValuesFlags } from './values-flags.ts';
import { valuesOptions } from './values-options.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint render --chart charts/shop
  chartlint render prod.yaml --chart charts/shop --set image.tag=1.4.2
  chartlint render prod.yaml --chart charts/shop --origin -s templates/deployment.yaml
  chartlint render prod.yaml --chart charts/shop --format json
`;

interface RenderFlags extends ValuesFlags, ReleaseFlags {
  readonly chart?: string;
  readonly showSecrets?: boolean;
  readonly config?: string | boolean;
  readonly plugins?: boolean;
  readonly includeCrds?: boolean;
  readonly showOnly: readonly string[];
  readonly isUpgrade?: boolean;
  readonly hooks: boolean;
  readonly skipTests?: boolean;
  readonly skipSchemaValidation?: boolean;
  readonly format: string;
  readonly origin?: boolean;
}

/** `chartlint render [values]`: what `helm template` prints, with the place that each line comes from. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = renderCommand();
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<RenderFlags>();
  const { format, origin = false } = flags;
  if (format !== 'yaml' && format !== 'json') throw new UsageError('--format: yaml or json');
  const { chart, files: named } = chartAndFiles('render', flags.chart, command.args, io.cwd);
  const given = { ...valuesOptions(flags, io.env), ...releaseOptions(flags, io.env) };
  const overlays = [...named, ...given.overlays];
  const { options, files, notices } = await prepareRun(
    { cwd: io.cwd, inputs: [chart], context: { cluster: {} }, ...given, overlays },
    flags,
    shipped,
    diskFiles,
  );
  const helm = majorOf(options.helmVersion);
  const { input, texts, findings } = await planChart(files, chart, options);
  for (const notice of notices) io.stderr(`chartlint: ${notice}\n`);
  const assembled = assembleRelease(input);
  const { root, values } = assembled;
  if (root === undefined) throw new UsageError(`"${chart}" has no templates here: name a chart directory`);
  const sources = new Map(texts);
  const lines = lineIndexes({ sources });
  const hideValues = secretValueHider(assembled.release);
  const hide = (text: string): string => (flags.showSecrets === true ? text : maskText(hideValues(text)));
  /** What Helm says of a file that nobody can read is about its text. */
  const said = (text: string, { source }: Span): string =>
    flags.showSecrets === true ? text : hideShownSecrets(hide(text), sources.get(source.id) ?? '');
  const tell = (problems: readonly Finding[]): void => {
    const place = ({ source, start }: Span): string => {
      const { line, column } = lines(source).positionAt(start);
      return `${source.shown}:${line}:${column}`;
    };
    for (const problem of problems) {
      io.stderr(`chartlint: ${place(problem.span)}: ${said(joinStatement(problem), problem.span)}\n`);
      for (const other of problem.related)
        io.stderr(`    ${place(other.span)}: ${said(other.message, other.span)}\n`);
    }
  };
  const merging = [...findings, ...assembled.findings];
  tell(merging.filter(({ rule }) => rule === 'chart/missing-dependency'));
  const isSkipped = (rule: string): boolean =>
    flags.skipSchemaValidation === true && rule.startsWith('schema/');
  const refused = merging.filter((finding) => isRefused(finding) && !isSkipped(finding.rule));
  if (refused.length === 0 && flags.skipSchemaValidation !== true) {
    // What only chartlint knows of a chart does not stop Helm.
    const { editorSchema: _, schema, ...rest } = input;
    const enforced = { ...rest, schema: schema?.enforcedByHelm === true ? schema : undefined };
    const found = aroundEncryption(
      validateRelease(assembled, enforced).map(({ finding }) => finding),
      assembled.values,
    );
    refused.push(...found.filter(({ severity }) => severity === 'error'));
  }
  if (refused.length > 0) {
    tell(refused);
    return EXIT.findings;
  }
  const rendering = {
    ...settingsFor(root, input.rendering, options.helmVersion),
    isUpgrade: flags.isUpgrade === true,
    helmVersion: options.helmVersion,
    traced: origin,
    clock: Date.now(),
  };
  const refusal = refusalOf(root, rendering);
  if (refusal !== undefined) {
    io.stderr(`chartlint: Helm refuses the chart: ${refusal}\n`);
    return EXIT.findings;
  }
  let rendered = await renderRelease(root, values, rendering);
  // Where it went wrong is only known when it is traced.
  if (!origin && hasFailed(rendered)) {
    rendered = await renderRelease(root, values, { ...rendering, traced: true });
  }
  for (const { source, text } of [...rendered.templates.values(), ...rendered.crds])
    sources.set(source.id, text);
  if (hasFailed(rendered)) {
    tell(stopFindings(rendered, assembled.release, new Set()));
    io.stderr(`chartlint: Helm says: ${hide(helmSays(rendered, helm) ?? '')}\n`);
    return EXIT.findings;
  }
  const release = renderedRelease(rendered, values, {
    crds: flags.includeCrds === true,
    hooks: flags.hooks,
    tests: flags.skipTests !== true,
  });
  const whole = { content: release.text, start: 0 };
  const parts = flags.showOnly.length === 0 ? [whole] : shownParts(release.text, flags.showOnly, helm);
  if (format === 'json') {
    const isShown = (start: number): boolean =>
      parts.some((part) => start >= part.start && start <= part.start + part.content.length);
    const documents = release.documents.filter((_, i) => isShown(release.starts[i]!));
    io.stdout(renderingAsJson(documents, origin ? lines : undefined, hide));
    return EXIT.clean;
  }
  for (const part of parts) {
    const text = origin ? withLineOrigins(release, part, lines) : part.content;
    io.stdout(hide(part === whole ? text : `---\n${text}\n`));
  }
  return EXIT.clean;
}

function renderCommand(): Command {
  return addConfigFlags(
    addReleaseFlags(
      addValuesFlags(
        new Command('render')
          .description('Prints what Helm makes of a chart and values, and where every line of it comes from.')
          .argument('[values...]', 'values files, as with -f')
          .option(
            '--chart <dir>',
            'the chart directory (default: the one that the first values file or the working directory is in)',
          )
          .option('--include-crds', 'print the files of crds/ too')
          .option(
            '-s, --show-only <template>',
            'print only what these templates wrote, as helm template -s (repeatable)',
            collect,
            [],
          )
          .option('--is-upgrade', 'render as for an upgrade instead of an installation')
          .option('--no-hooks', 'leave out hooks')
          .option('--skip-tests', 'leave out tests')
          .option('--skip-schema-validation', 'do not ask the schemas of the chart')
          .option('--format <name>', 'yaml or json', 'yaml')
          .option('--show-secrets', 'print secrets, instead of a dot for each character')
          .option('--origin', 'say behind each line which template and which values it comes from')
          .addHelpText('after', wrapNotes(EXAMPLES)),
      ),
    ),
  );
}

function shownParts(text: string, patterns: readonly string[], helm: 3 | 4) {
  const found = showOnly(text, patterns, helm, (pattern, name) => matchPath(pattern, name) === true);
  if ('missing' in found) throw new UsageError(`--show-only: the chart has no template ${found.missing}`);
  return found.shown;
}
