import { type ChecksByType, checkManifest, checksByType } from '../../kubernetes/check-manifest.ts';
import { checkTogether } from '../../kubernetes/check-together.ts';
import type { ManifestFact } from '../../kubernetes/manifest-fact.ts';
import type { EntryPart } from '../../model/entry-part.ts';
import type { Finding } from '../../model/finding.ts';
import type { FixProposal } from '../../model/fix-proposal.ts';
import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import type { Limits } from '../../model/user-limits.ts';
import { startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import { isAuthors } from '../is-authors.ts';
import { LimitedFindings } from '../limited-findings.ts';
import type { OriginPlaces } from '../line-origins.ts';
import { placeFact } from '../place-fact.ts';
import { atFault } from './at-fault.ts';
import { type ManifestOrigin, manifestOrigin } from './manifest-origin.ts';
import { mendValue } from './mend-value.ts';
import { oncePerReason } from './once-per-reason.ts';
import { type AskedTypes, renderedTypes } from './rendered-types.ts';
import { unreadText } from './unread-text.ts';

/** What the chart asks for. */
export interface KubernetesAsked extends AskedTypes {
  /** The name of the release where nobody gave one: what only this name brings about is no mistake. */
  readonly assumedName?: string | undefined;
  readonly limits: Pick<Limits, 'ruleFindings'>;
}

/** What Kubernetes would refuse of the rendered objects, at the values that are in it. */
export async function manifestFindings(
  { sorted }: ChartRendering,
  release: Release,
  places: OriginPlaces,
  asked: KubernetesAsked,
): Promise<Finding[]> {
  const manifests = [...sorted.manifests, ...sorted.hooks];
  if (manifests.length === 0) return [];
  const types = await renderedTypes(manifests, asked);
  const byType: ChecksByType = checksByType();
  const findings = new LimitedFindings(asked.limits);
  const originIn = keptOrigins(places);
  const seen = new Set<string>();
  const add = (manifest: Manifest, fact: ManifestFact): void => {
    if (!findings.hasRoomFor(`kubernetes/${fact.check}`)) return;
    const finding = place(manifest, fact, release, originIn);
    if (finding === undefined) return;
    // One value in several objects, or a helper that several templates call, is one mistake.
    const { rule, help, path, span } = finding;
    const key = JSON.stringify([rule, help, path, span.source.id, span.start]);
    if (!seen.has(key)) findings.add(finding);
    seen.add(key);
  };
  for (const manifest of manifests) {
    const { data } = manifest.document;
    const isOfName = namedFacts(data, asked.assumedName, (other) => checkManifest(other, types, byType));
    for (const fact of checkManifest(data, types, byType)) if (!isOfName(fact)) add(manifest, fact);
  }
  const together = sorted.manifests.map(({ document }) => document.data);
  for (const { manifest, ...fact } of checkTogether(together))
    add(sorted.manifests[manifest]!, { part: 'value', ...fact });
  return oncePerReason(findings.all);
}

/** Tells whether a text is refused with the assumed name of the release in it and not with a shorter one. */
function namedFacts(
  data: JsonValue,
  name: string | undefined,
  checked: (data: JsonValue) => readonly ManifestFact[],
): (fact: ManifestFact) => boolean {
  const identify = ({ check, at }: ManifestFact): string => `${check} ${formatPath(at)}`;
  let withShorter: ReadonlySet<string> | undefined;
  return (fact) => {
    const value = valueAt(data, fact.at);
    if (name === undefined || typeof value !== 'string' || !value.includes(name)) return false;
    withShorter ??= new Set(
      checked(JSON.parse(JSON.stringify(data).replaceAll(name, 'r')) as JsonValue).map(identify),
    );
    return !withShorter.has(identify(fact));
  };
}

type OriginIn = (manifest: Manifest, path: ValuesPath, part: EntryPart) => ManifestOrigin;

/** Origins, each found once: many findings can have a part in the same list. */
function keptOrigins(places: OriginPlaces): OriginIn {
  const kept = new Map<Manifest, Map<string, ManifestOrigin>>();
  return (manifest, path, part) => {
    const ofManifest = kept.get(manifest) ?? new Map<string, ManifestOrigin>();
    kept.set(manifest, ofManifest);
    const key = `${part} ${formatPath(path)}`;
    const origin = ofManifest.get(key) ?? manifestOrigin(manifest, path, part, places);
    ofManifest.set(key, origin);
    return origin;
  };
}

/** The finding at the value that is the user's to mend, else for the author at the template; undefined when it is nobody's here. */
function place(
  manifest: Manifest,
  fact: ManifestFact,
  release: Release,
  originIn: OriginIn,
): Finding | undefined {
  const written = originIn(manifest, fact.at, fact.part);
  if (fact.check === 'removed-api' && written.asksForApis) return undefined;
  // Of two fields that exclude each other the template writes the keys, and the values put them there.
  const isOfValues = written.values.length > 0 || fact.related === undefined;
  const origin = isOfValues ? written : originIn(manifest, fact.at, 'value');
  const others = [...(fact.related ?? []).map(({ at }) => at), ...namedFields(manifest, fact)];
  const candidates = [...origin.values, ...others.flatMap((at) => originIn(manifest, at, 'value').values)];
  const path = atFault(release, candidates) ?? decider(release, origin);
  const rule = `kubernetes/${fact.check}` as const;
  const where = `${[manifest.kind, manifest.name].join(' ').trim()}: ${formatPath(fact.at)}`;
  const { problem, why, help } = fact;
  if (path === undefined) {
    if (!isAuthors(release) || origin.template === undefined) return undefined;
    return {
      rule,
      severity: fact.severity,
      problem: `${problem} (${where})`,
      why,
      help,
      span: origin.template,
      path: toPointer(candidates[0] ?? []),
      related: [],
    };
  }
  const partners = candidates.filter((other) => formatPath(other) !== formatPath(path));
  const field = valueAt(manifest.document.data, fact.at);
  const fix = isSame(origin, path)
    ? (mendValue(fact, field, path, release) ?? nullBeside(fact, path, partners, release))
    : undefined;
  const finding = placeFact(
    {
      at: path,
      part: isSame(origin, path) ? fact.part : 'value',
      ...(unreadText(field, path, fact) ?? { problem, why, help: helpFor(fact, release, path) }),
      quotes: fact.mend?.how === 'quote' && !isFlag(release, path),
      related: partners.slice(0, 3).map((at) => ({ at, message: `${formatPath(at)} takes part` })),
      ...(fix === undefined || isFlag(release, path) ? {} : { fix }),
    },
    rule,
    fact.severity,
    release.values,
  );
  if (origin.template === undefined) return finding;
  return {
    ...finding,
    related: [...finding.related, { span: origin.template, message: `becomes ${where}` }],
  };
}

function isFlag({ values }: Release, path: ValuesPath): boolean {
  return values.locate(path, 'value').span.source.kind === 'flag';
}

/** Where the chart's default and the user's value exclude each other: null beside the value takes the default away. */
function nullBeside(
  { check }: ManifestFact,
  path: ValuesPath,
  partners: readonly ValuesPath[],
  release: Release,
): FixProposal | undefined {
  const parent = path.slice(0, -1);
  const [partner] = partners.filter(
    (other) =>
      other.length === path.length && startsWith(other, parent) && atFault(release, [other]) === undefined,
  );
  if (!check.startsWith('one-of-') || partner === undefined) return undefined;
  return {
    title: `Take the chart's default away: ${String(partner.at(-1))}: null`,
    safe: false,
    insert: [{ at: partner, text: 'null' }],
  };
}

/** Quotes do nothing in a flag: the shell eats them, or they become part of the value. */
function helpFor({ mend, help }: ManifestFact, release: Release, path: ValuesPath): string {
  if (mend?.how === 'quote' && isFlag(release, path))
    return 'Give the value with --set-string instead of --set.';
  const value = valueAt(release.values.data, path);
  return typeof value === 'string' && NOTHING.test(value)
    ? `"${value}" is a text in YAML: write null to take the default away.`
    : help;
}

/** What people write for nothing, and YAML takes for a text. */
const NOTHING = /^(?:nil|none|undefined|null|~)$/i;

/** The fields of a map that the fact is about: two that exclude each other, say. */
function namedFields({ document }: Manifest, { at, problem }: ManifestFact): ValuesPath[] {
  const map = valueAt(document.data, at);
  if (!isJsonObject(map)) return [];
  const words = new Set(problem.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  return Object.keys(map)
    .filter((key) => words.has(key))
    .map((key) => [...at, key]);
}

function isSame({ values }: ManifestOrigin, path: ValuesPath): boolean {
  return values.some((one) => one === path);
}

/** A switch of the user that brought the mistake of the chart into the release. */
function decider(release: Release, { values, decided }: ManifestOrigin): ValuesPath | undefined {
  return values.length === 0 ? undefined : decided.find((path) => release.values.changedByUser(path));
}
