import path from 'node:path';
import { Command } from 'commander';
import { diskFiles } from '../files/disk-files.ts';
import { UsageError } from '../files/usage-error.ts';
import { compareReleases } from '../lint/diff/compare-releases.ts';
import { secretSpans, spansByFile } from '../lint/secret-spans.ts';
import type { Source } from '../model/source.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { revisionFiles } from '../project/revision-files.ts';
import {
  type ChangesView,
  changesAsJson,
  changesAsMarkdown,
  changesAsText,
} from '../report/format-changes.ts';
import { lineIndexes } from '../report/line-indexes.ts';
import { maskSpans } from '../report/mask-spans.ts';
import { placedReason } from '../session/placed-reason.ts';
import { chartAndFiles } from './chart-and-files.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { addReleaseFlags, type ReleaseFlags, releaseOptions } from './release-flags.ts';
import { type RenderedSide, renderSide } from './render-side.ts';
import { addConfigFlags } from './rule-flags.ts';
import { shipped } from './shipped.ts';
import { addValuesFlags, collect, type ValuesFlags } from './values-flags.ts';
import { valuesOptions } from './values-options.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint diff prod.yaml --chart charts/shop                     what is not committed yet
  chartlint diff prod.yaml --chart charts/shop --base origin/main  what a branch changes
  chartlint diff prod.yaml --chart charts/shop --from staging.yaml one set of values against another
  chartlint diff prod.yaml --chart charts/shop --set image.tag=2.0 --from prod.yaml
  chartlint diff prod.yaml --base origin/main --format markdown    for a comment on a pull request

Exit codes: 0 both sides render (with --exit-code: and nothing changes), 1 one of them does not (with --exit-code:
or something changes), 2 wrong use.
`;

interface DiffFlags extends ValuesFlags, ReleaseFlags {
  readonly chart?: string;
  readonly config?: string | boolean;
  readonly base?: string;
  readonly from: readonly string[];
  readonly fromSet: readonly string[];
  readonly format: string;
  readonly exitCode?: boolean;
}

const FORMATS = { pretty: changesAsText, markdown: changesAsMarkdown, json: changesAsJson } as const;

/** `chartlint diff [values]`: what a change of values changes in the manifests, and which line of the values is why. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = diffCommand();
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<DiffFlags>();
  const { format, from, fromSet, base } = flags;
  if (!isFormat(format)) throw new UsageError(`--format: ${Object.keys(FORMATS).join(', ')}`);
  const isOther = from.length > 0 || fromSet.length > 0;
  if (base !== undefined && isOther) throw new UsageError('--base: not together with --from and --from-set');
  const { chart, files: named } = chartAndFiles('diff', flags.chart, command.args, io.cwd);
  const given = { ...valuesOptions(flags, io.env), ...releaseOptions(flags, io.env) };
  const { options, files } = await prepareRun(
    {
      cwd: io.cwd,
      inputs: [chart],
      context: { cluster: {} },
      ...given,
      overlays: [...named, ...given.overlays],
    },
    flags,
    shipped,
    diskFiles,
  );
  const old = isOther
    ? { ...options, overlays: from, sets: fromSet.map((text) => ({ kind: 'set' as const, text })) }
    : options;
  // What the release of a manifest is made of may lie anywhere around it.
  const isManifest = diskFiles.kind(path.resolve(io.cwd, chart.split('#', 1)[0]!)) === 'file';
  const used = isManifest ? [io.cwd] : [chart, ...options.overlays].map((file) => path.resolve(io.cwd, file));
  const oldFiles = isOther ? files : revisionFiles(diskFiles, io.cwd, base ?? 'HEAD', used);
  const there = options.overlays.filter((file) => oldFiles.exists(path.resolve(io.cwd, file)));
  const before = await renderSide(oldFiles, chart, isOther ? old : { ...options, overlays: there });
  const after = await renderSide(files, chart, options);
  const failed = [tell(before, 'before', io), tell(after, 'after', io)];
  if (failed.includes(true) || !('release' in before) || !('release' in after)) return EXIT.findings;
  const changes = compareReleases(before.release, after.release);
  io.stdout(FORMATS[format](changes, viewOf(before, after)));
  return flags.exitCode === true && changes.length > 0 ? EXIT.findings : EXIT.clean;
}

function isFormat(text: string): text is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, text);
}

/** Says why a side cannot be rendered; true when it cannot. */
function tell(side: RenderedSide, which: string, io: CliIo): boolean {
  if ('release' in side) return false;
  if ('refusal' in side)
    io.stderr(`chartlint: ${which} the change Helm refuses the chart: ${side.refusal}\n`);
  else {
    for (const failure of side.failures)
      io.stderr(`chartlint: ${which} the change: ${placedReason(failure, side.texts)}\n`);
  }
  return true;
}

/** What is shown of a file that both sides have is where it is now. */
function viewOf(
  before: RenderedSide & { readonly texts: ReadonlyMap<string, string> },
  after: RenderedSide & { readonly texts: ReadonlyMap<string, string> },
): ChangesView {
  const sources = new Map([...before.texts, ...after.texts]);
  const releases = [before, after].flatMap((side) =>
    'release' in side ? [side.release.assembled.release] : [],
  );
  const secrets = spansByFile(releases.flatMap(secretSpans).filter(({ source }) => source.kind === 'flag'));
  const lines = lineIndexes({ sources });
  return {
    lines: (source: Source) => lines(source),
    shownName: (name) => maskSpans(name, secrets.get(name) ?? []),
  };
}

function diffCommand(): Command {
  return addConfigFlags(
    addReleaseFlags(
      addValuesFlags(
        new Command('diff')
          .description(
            'Says what a change of values changes in the cluster, and which line of the values is why.',
          )
          .argument('[values...]', 'values files after the change, as with -f')
          .option('--chart <dir>', 'the chart directory (default: that of the first values file)')
          .option('--base <revision>', 'compare with the files of a git revision (default: HEAD)')
          .option('--from <file>', 'compare with these values files instead (repeatable)', collect, [])
          .option('--from-set <path=value>', 'and with these --set flags (repeatable)', collect, [])
          .option('--format <name>', `${Object.keys(FORMATS).join(', ')}`, 'pretty')
          .option('--exit-code', 'end with 1 when something changes')
          .addHelpText('after', wrapNotes(EXAMPLES)),
      ),
    ),
  );
}
