import { resolve } from 'node:path';
import { Command } from 'commander';
import { diskFiles } from '../files/disk-files.ts';
import { UsageError } from '../files/usage-error.ts';
import { secretPaths, secretSpans, spansByFile } from '../lint/secret-spans.ts';
import { showBlanked } from '../model/blanked-text.ts';
import type { Finding } from '../model/finding.ts';
import { HIDDEN_SECRET } from '../model/hidden-secret.ts';
import { parseValuesPath } from '../model/parse-values-path.ts';
import { secretsInText } from '../model/secrets-in-text.ts';
import { joinStatement } from '../model/statement.ts';
import type { ExplainedLayer, ValueExplanation } from '../model/value-explanation.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { isReleaseMeant, type ReleaseInFile, releaseInFile } from '../project/release-in-file.ts';
import { formatExplanation, type ReleaseExplanation } from '../report/format-explanation.ts';
import { lineIndexes } from '../report/line-indexes.ts';
import { maskSpans } from '../report/mask-spans.ts';
import { placedReason } from '../session/placed-reason.ts';
import { projectSession } from '../session/project-session.ts';
import type { ExplainedRelease } from '../session/session.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { addReleaseFlags, type ReleaseFlags, releaseOptions } from './release-flags.ts';
import { addConfigFlags } from './rule-flags.ts';
import { shipped } from './shipped.ts';
import { addValuesFlags, type ValuesFlags } from './values-flags.ts';
import { valuesOptions } from './values-options.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint why image.tag values.yaml
  chartlint why colonies.replicas values.yaml -f prod.yaml --set colonies.replicas=5
  chartlint why 'ingress.annotations["cert-manager.io/cluster-issuer"]' values.yaml
  chartlint why redis.auth.enabled charts/shop
  chartlint why image.tag clusters/prod/apps.yaml#shop
`;

/** `chartlint why <path> [files]`: where a value comes from, layer by layer. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = addConfigFlags(
    addReleaseFlags(
      addValuesFlags(
        new Command('why')
          .description(
            'Says where an effective value comes from: each layer that sets it, the winner, the schema, its role.',
          )
          .argument('<path>', 'image.tag, hosts[0].host, annotations["a.b/c"] or /image/tag')
          .argument('[files...]', 'values files or a chart directory (default: the working directory)')
          .option('--chart <name|dir>', 'the chart of the values')
          .option('--schema <file>', 'a JSON Schema for the values')
          .option('--format <name>', 'text or json', 'text')
          .addHelpText('after', wrapNotes(EXAMPLES)),
      ),
    ),
  );
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const [path = '', ...written] = command.args;
  const named = written.map((one) =>
    diskFiles.exists(resolve(io.cwd, one)) ? { file: one } : releaseInFile(one),
  );
  const inputs = named.map(({ file }) => file);
  const flags = command.opts<WhyFlags>();
  const { chart, schema, format } = flags;
  if (format !== 'text' && format !== 'json') throw new UsageError('--format: text or json');
  const options = {
    cwd: io.cwd,
    inputs,
    context: { cluster: {} },
    ...(chart === undefined ? {} : { chart }),
    ...(schema === undefined ? {} : { schema }),
    ...valuesOptions(flags, io.env),
    ...releaseOptions(flags, io.env),
  };
  const at = valuesPath(path);
  const asked = { options, flags, shipped };
  const project = await projectSession(asked, diskFiles).explain(at);
  const meant = chosen(project.releases, named, io.cwd);
  const answers = await Promise.all(
    meant.map(async (one) => {
      const { valueUsage } = await import('../lint/value-usage.ts');
      return { ...answer(one, project.sources), usage: await valueUsage(one.assembled, one.input, at) };
    }),
  );
  const templates = answers.flatMap(({ usage }) => [...(usage?.texts ?? [])]);
  const lines = lineIndexes({ sources: new Map([...project.sources, ...templates]) });
  const refused = answers.flatMap(({ refused: lines }) => lines);
  if (refused.length > 0) throw new UsageError([...new Set(refused)].join('\n'));
  if (answers.length === 0) throw new UsageError(unreadable(project.findings, project.sources));
  io.stdout(showBlanked(formatExplanation(answers, lines, format)));
  return EXIT.clean;
}

/** The releases that the arguments name. Throws a UsageError for a name that none has. */
function chosen(
  releases: readonly ExplainedRelease[],
  named: readonly Partial<ReleaseInFile>[],
  cwd: string,
): readonly ExplainedRelease[] {
  const wanted = named.flatMap(({ file = '', wanted: name }) =>
    name === undefined ? [] : [{ file, name, absolute: resolve(cwd, file) }],
  );
  if (wanted.length === 0) return releases;
  const isOf = ({ input }: ExplainedRelease, absolute: string): boolean => input.id.source === absolute;
  for (const { file, name, absolute } of wanted) {
    const there = releases.filter((one) => isOf(one, absolute)).map(({ input }) => input.name);
    if (!there.some((one) => isReleaseMeant(one, name)))
      throw new UsageError(`"${file}" holds no release "${name}": there is ${there.join(', ') || 'none'}`);
  }
  return releases.filter((one) => {
    const names = wanted.filter(({ absolute }) => isOf(one, absolute));
    return names.length === 0 || names.some(({ name }) => isReleaseMeant(one.input.name, name));
  });
}

interface WhyFlags extends ValuesFlags, ReleaseFlags {
  readonly chart?: string;
  readonly schema?: string;
  readonly config?: string | boolean;
  readonly plugins?: boolean;
  readonly format: string;
}

function answer(
  { input, assembled, explanation }: ExplainedRelease,
  texts: ReadonlyMap<string, string>,
): Omit<ReleaseExplanation, 'usage'> & { refused: string[] } {
  const secrets = spansByFile(secretSpans(assembled.release));
  // The name of a flag is its text; no file is called like a flag's id.
  const shownName = (name: string): string => maskSpans(name, secrets.get(name) ?? []);
  const isSecret = secretPaths(assembled.release);
  const { schema } = explanation;
  // What a secret may be is one.
  const hidden =
    schema !== undefined && isSecret(explanation.path) ? { schema: { ...schema, allowed: [] } } : {};
  return {
    stack: input.stack,
    release: input.kind === undefined ? undefined : input.name,
    files: input.files,
    isSecret,
    shownName,
    explanation: { ...withoutShownSecrets(explanation, texts), ...hidden },
    refused: assembled.findings
      .filter(({ rule, severity }) => rule === 'flag/set' && severity === 'error')
      .map((one) => `${shownName(one.span.source.shown)}: ${joinStatement(one)}`),
  };
}

/** The explanation without single values that what stands beside them in their file calls secrets: what follows `--password` in a list. */
function withoutShownSecrets(
  explanation: ValueExplanation,
  texts: ReadonlyMap<string, string>,
): ValueExplanation {
  const isShown = ({ span, value }: ExplainedLayer): boolean =>
    span !== undefined &&
    typeof value === 'string' &&
    // Quotes are no part of a secret.
    secretsInText(texts.get(span.source.id) ?? '').some(
      ({ start, end }) => start <= span.start + 1 && end >= span.end - 1,
    );
  const layers = explanation.layers.map((one) => (isShown(one) ? { ...one, value: HIDDEN_SECRET } : one));
  const winner = layers.find(({ wins }) => wins);
  return {
    ...explanation,
    layers,
    value: winner?.value === HIDDEN_SECRET ? HIDDEN_SECRET : explanation.value,
  };
}

/** Why no file could be used, in one line for each. */
function unreadable(findings: readonly Finding[], texts: ReadonlyMap<string, string>): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 'no values file could be read';
  return errors.map((one) => placedReason(one, texts)).join('\n');
}

function valuesPath(text: string): ValuesPath {
  try {
    return parseValuesPath(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
