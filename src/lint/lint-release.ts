import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { LintedRelease } from '../model/lint-result.ts';
import type { ReleaseId } from '../model/release-id.ts';
import { NOWHERE, type Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { KeptTemplates } from '../templates/parse/kept-templates.ts';
import { aroundEncryption, encryptedSpans } from './around-encryption.ts';
import { type AssembledRelease, assembleRelease, withRendered } from './assemble-release.ts';
import { withoutRefused } from './conflict-findings.ts';
import { failureFinding } from './failure-finding.ts';
import { isAuthors } from './is-authors.ts';
import { markDefaults } from './of-defaults.ts';
import { ofWhatIsRendered } from './of-what-is-rendered.ts';
import type { ReleaseInput } from './release-input.ts';
import type { RenderedOnce } from './rendering/rendered-once.ts';
import type { RenderingFindings } from './rendering/rendering-findings.ts';
import { settleRendering } from './rendering/settle-rendering.ts';
import { restartedLists } from './restarted-lists.ts';
import { runRules } from './run-rules.ts';
import { secretSpans } from './secret-spans.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import { withoutSupplied } from './supplied-by-releases.ts';
import { type SchemaFinding, validateRelease } from './validate-release.ts';
import { withoutTrialFindings } from './without-trial-findings.ts';
import { ofWhatIsSet, withoutReferences, withoutUnknown } from './without-unknown.ts';

/** What linting one release has found. Plain data: it keeps nothing of the release itself alive. */
export interface ReleaseFindings {
  /** See `ReleaseInput`. */
  readonly id: ReleaseId;
  readonly name: string;
  readonly release: LintedRelease;
  readonly findings: readonly Finding[];
  /** Texts that findings point into and that are no values files: templates. By the ids of their sources. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where its files and flags write secrets. */
  readonly secrets: readonly Span[];
}

/** Validates a release and runs the rules over it. What comments and the configuration say comes later. */
export async function lintRelease(
  input: ReleaseInput,
  policy: Policy,
  kept: KeptTemplates = {},
): Promise<ReleaseFindings> {
  const { assembled, once, failure } = await rendered(assembleRelease(input), input, kept);
  const { findings: found, texts } = await findingsOf(assembled, once, input, policy);
  const findings = failure === undefined ? found : [...found, failure];
  return {
    id: input.id,
    name: input.name,
    release: describe(input, assembled),
    findings,
    texts,
    secrets: [...secretSpans(assembled.release), ...encryptedSpans(assembled.values)],
  };
}

/** What is left of a release on which chartlint fails. */
export function failedRelease(input: ReleaseInput, failed: Finding): ReleaseFindings {
  const { id, name, chart, detectedBy, stack, files } = input;
  return {
    id,
    name,
    release: {
      chart: chart?.name,
      title: chart?.title,
      version: chart?.version,
      detectedBy,
      ...(stack === undefined ? {} : { stack }),
      files,
    },
    findings: [failed],
    texts: new Map(),
    secrets: [],
  };
}

async function findingsOf(
  assembled: AssembledRelease,
  once: RenderedOnce | undefined,
  input: ReleaseInput,
  policy: Policy,
): Promise<Pick<RenderingFindings, 'findings' | 'texts'>> {
  const schemaFindings = validateRelease(assembled, input, policy.limits);
  const { release } = assembled;
  const spoken = runRules(release, input.chart?.rules ?? [], policy);
  const ruleFindings = ofWhatIsRendered(spoken, policy.rules, release.rendered);
  const schemaSays = withoutCovered(schemaFindings, ruleFindings);
  const enforced = input.schema?.enforcedByHelm ?? true;
  const merging = withoutRefused(assembled.findings, schemaSays);
  const settled = settleOverlaps(schemaSays, ruleFindings, policy.rules, enforced);
  const before = [...merging, ...restartedLists(assembled.values), ...settled];
  const { findings: all, texts } =
    once === undefined
      ? { findings: before, texts: new Map<string, string>() }
      : await withRendering(before, assembled, input, once, policy);
  const sure = input.isOpen === true ? ofWhatIsSet(all, release.values) : all;
  const open = withoutReferences(withoutUnknown(sure, input.unknown), release.values.data);
  const known = withoutSupplied(open, input, release.values.data);
  const kept = markDefaults(withoutTrialFindings(aroundEncryption(known, assembled.values), input), input);
  const ofSchema = await schemaAgainstTemplates(assembled, input);
  const { file } = input.schema ?? {};
  const schemaTexts = ofSchema.length > 0 && file !== undefined ? [[file.source.id, file.text] as const] : [];
  const placed = input.chartFile === undefined ? kept : placedAt(kept, input.chartFile);
  return {
    findings: [...placed, ...ofSchema],
    texts: new Map([...texts, ...schemaTexts]),
  };
}

/** What is found before a chart is rendered, settled with what its rendering says. */
async function withRendering(
  before: readonly Finding[],
  assembled: AssembledRelease,
  input: ReleaseInput,
  once: RenderedOnce,
  policy: Policy,
): Promise<Pick<RenderingFindings, 'findings' | 'texts'>> {
  const rendering = await ofRendering(assembled, input, once, policy);
  if (!before.some(({ rule }) => rule === 'schema/type'))
    return { findings: settleRendering(before, rendering, policy.rules), texts: rendering.texts };
  const { withSchemaAtFault } = await import('./rendering/schema-at-fault.ts');
  const doubted = await withSchemaAtFault(before, assembled, input, once);
  return {
    findings: settleRendering(doubted.findings, rendering, policy.rules),
    texts: new Map([...rendering.texts, ...doubted.texts]),
  };
}

/** What rendering finds; one that fails costs only what it would have found. */
async function ofRendering(
  assembled: AssembledRelease,
  input: ReleaseInput,
  once: RenderedOnce,
  { limits }: Pick<Policy, 'limits'>,
): Promise<RenderingFindings> {
  const { renderingFindings } = await import('./rendering/rendering-findings.ts');
  try {
    return await renderingFindings(assembled, input, once, limits);
  } catch (error) {
    const failed = failureFinding(error, 'checking what the chart renders', placeOf(input));
    return { findings: [failed], texts: new Map(), isWhole: false };
  }
}

function placeOf({ files, chartFile }: ReleaseInput): Source | undefined {
  return chartFile ?? files.at(-1);
}

/** What the author of a chart hears of its schema, which the templates contradict. */
async function schemaAgainstTemplates(
  { release }: AssembledRelease,
  { schema, tree }: ReleaseInput,
): Promise<readonly Finding[]> {
  if (schema?.file === undefined || tree === undefined || !isAuthors(release)) return [];
  const templates = release.chart?.templates;
  if (templates === undefined) return [];
  const { keysThatSchemaLacks } = await import('./keys-that-schema-lacks.ts');
  return keysThatSchemaLacks(schema, templates, tree.chart);
}

/** The release with what its templates make of it. Only a chart with templates is rendered; for all others nothing of that is loaded. */
async function rendered(
  assembled: AssembledRelease,
  input: ReleaseInput,
  kept: KeptTemplates,
): Promise<Rendered> {
  try {
    return await renderedIfPossible(assembled, input, kept);
  } catch (error) {
    return {
      assembled,
      once: undefined,
      failure: failureFinding(error, 'rendering the chart', placeOf(input)),
    };
  }
}

interface Rendered {
  readonly assembled: AssembledRelease;
  readonly once: RenderedOnce | undefined;
  /** Why nothing is known of what the templates make. */
  readonly failure?: Finding;
}

async function renderedIfPossible(
  assembled: AssembledRelease,
  input: ReleaseInput,
  kept: KeptTemplates,
): Promise<Rendered> {
  const { files = [], hiddenBy } = input.tree?.chart.contents?.() ?? {};
  const hasTemplates =
    files.some(({ name }) => name.startsWith('templates/')) || assembled.subcharts.length > 0;
  if (!hasTemplates && hiddenBy === undefined) return { assembled, once: undefined };
  const { renderedOnce } = await import('./rendering/rendered-once.ts');
  const once = await renderedOnce(assembled, input, kept);
  return { assembled: withRendered(assembled, once?.facts), once };
}

/** What nothing that was written is the place of stands at the start of the file. */
function placedAt(findings: readonly Finding[], source: Source): readonly Finding[] {
  return findings.map((finding) =>
    finding.span.source.id === NOWHERE.id ? { ...finding, span: { source, start: 0, end: 0 } } : finding,
  );
}

/** Drops schema findings about which a rule has spoken. */
function withoutCovered(
  schemaFindings: readonly SchemaFinding[],
  ruleFindings: readonly Finding[],
): Finding[] {
  const spoken = new Set<string>(ruleFindings.map(({ rule }) => rule));
  return schemaFindings
    .filter(({ coveredBy }) => coveredBy === undefined || !spoken.has(coveredBy))
    .map(({ finding }) => finding);
}

function describe(
  { chart, detectedBy, stack, kind, files }: ReleaseInput,
  { release: { context, roles } }: AssembledRelease,
): LintedRelease {
  const { name, title, version } = chart ?? {};
  const { namedForProduction } = context;
  return {
    chart: name,
    title,
    version,
    detectedBy,
    ...(stack === undefined ? {} : { stack }),
    ...(kind === undefined ? {} : { kind }),
    ...(namedForProduction === undefined || roles.environment !== 'production' ? {} : { namedForProduction }),
    files,
  };
}
