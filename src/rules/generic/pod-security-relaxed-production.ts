import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { SecurityContextRole } from '../../model/pod-roles.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { samePath, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { overwrittenDefaults } from '../overwritten-defaults.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'pod-security-relaxed-production',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A file for production relaxes the security settings of a pod.',
    why: 'A process that runs as root, may gain privileges or can write to its own program files turns a bug in the application into control over the node. The charts are restricted by default, and a relaxed setting in production is often left over from debugging. Only what your own values say is reported, not what a chart needs by itself.',
    source:
      'Kubernetes documentation, Pod Security Standards, "Restricted"; pod security sections of the HotSwap, Atlasia and OSSA READMEs.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'securityContext:\n  readOnlyRootFilesystem: false\n' },
      {
        chart: 'ossa',
        values:
          'global:\n  environment: production\nsecurity:\n  securityContext:\n    allowPrivilegeEscalation: true\n    capabilities:\n      drop: []\n',
      },
      { values: 'securityContext:\n  privileged: true\n', environment: 'production' },
      { chart: 'hotswap', values: 'securityContext:\n  capabilities:\n    add: [SYS_ADMIN]\n' },
      { chart: 'hotswap', values: 'securityContext: null\n' },
      {
        values: 'podSecurityContext:\n  seccompProfile:\n    type: Unconfined\n',
        environment: 'production',
      },
    ],
    good: [
      { values: 'securityContext:\n  privileged: true\n', environment: 'development' },
      { chart: 'hotswap', values: 'securityContext:\n  runAsUser: 5000\n' },
      { values: 'securityContext: {}\n', environment: 'production' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    yield* removals(release);
    for (const context of release.roles.securityContexts) {
      const relaxed = [...relaxations(release, context)];
      const [first] = relaxed;
      if (first === undefined) continue;
      const what =
        relaxed.length === 1
          ? `${formatPath(first.path)} is ${first.value}`
          : `${formatPath(first.path)} and ${relaxed.length - 1} more settings are relaxed`;
      yield {
        at: first.path,
        problem: `In production ${what}`,
        why: `${relaxed.length === 1 ? 'It lets' : 'They let'} ${listWords(relaxed.map(({ lets }) => lets))}.`,
        help: `Restore the restricted ${relaxed.length === 1 ? 'setting' : 'settings'}: ${listWords(relaxed.map(({ restore }) => restore))}.`,
        related: relaxed
          .slice(1)
          .map(({ path, value }) => ({ at: path, message: `${formatPath(path)} is ${value}` })),
      };
    }
  },
});

/** Restricted settings of the chart that null takes away, whole or one by one, and that nothing beside them replaces. */
function* removals(release: Release): Iterable<Fact> {
  for (const { path, before } of overwrittenDefaults(
    release,
    (written, now) => written === null && now === undefined,
  )) {
    const isWhole = CONTEXT.test(String(path.at(-1)));
    const context = isWhole ? path : path.slice(0, -1);
    if (!CONTEXT.test(String(context.at(-1)))) continue;
    const removed = isWhole && isJsonObject(before) ? before : { [String(path.at(-1))]: before };
    const left = release.roles.securityContexts.filter(({ path: at }) =>
      samePath(at.slice(0, -1), context.slice(0, -1)),
    );
    const lost = Object.keys(removed).filter(
      (name) =>
        isRestricted(name, removed[name]) &&
        !left.some(({ settings }) => isRestricted(name, settings[name]?.value)),
    );
    if (lost.length === 0) continue;
    yield {
      at: path,
      problem: `In production ${formatPath(path)} is removed`,
      why: `The chart's ${listWords(lost)} ${lost.length === 1 ? 'is' : 'are'} gone with it, so the pods are no longer restricted.`,
      help: 'Remove the line to keep the defaults.',
    };
  }
}

/** Whether the setting keeps a container from something. */
function isRestricted(name: string, value: JsonValue | undefined): boolean {
  if (name === 'capabilities')
    return isJsonObject(value) && Array.isArray(value.drop) && value.drop.length > 0;
  return SWITCHES.some((one) => one.name === name && value === !one.relaxed);
}

interface Relaxation {
  readonly path: ValuesPath;
  readonly value: string;
  /** What it allows, after "lets". */
  readonly lets: string;
  readonly restore: string;
}

const CONTEXT = /^(?:pod|container)?securityContext$/i;

const SWITCHES: readonly { name: string; relaxed: JsonValue; lets: string; restore: string }[] = [
  { name: 'privileged', relaxed: true, lets: 'the container control the node', restore: 'privileged: false' },
  { name: 'runAsNonRoot', relaxed: false, lets: 'it run as root', restore: 'runAsNonRoot: true' },
  {
    name: 'readOnlyRootFilesystem',
    relaxed: false,
    lets: 'an intruder change the program files',
    restore: 'readOnlyRootFilesystem: true',
  },
  {
    name: 'allowPrivilegeEscalation',
    relaxed: true,
    lets: 'a process gain more rights than its parent',
    restore: 'allowPrivilegeEscalation: false',
  },
];

/** The one that the restricted Pod Security Standard lets a container add. */
const HARMLESS = new Set(['NET_BIND_SERVICE', 'CAP_NET_BIND_SERVICE']);

function* relaxations(release: Release, { settings }: SecurityContextRole): Iterable<Relaxation> {
  for (const { name, relaxed, lets, restore } of SWITCHES) {
    const setting = settings[name];
    if (setting === undefined || setting.value !== relaxed || !isUserWritten(release, setting.path)) continue;
    yield { path: setting.path, value: String(relaxed), lets, restore };
  }
  const profile = settings.seccompProfile;
  if (profile !== undefined && isJsonObject(profile.value) && profile.value.type === 'Unconfined') {
    const path = [...profile.path, 'type'];
    if (isUserWritten(release, path))
      yield {
        path,
        value: 'Unconfined',
        lets: 'the container make every system call',
        restore: 'seccompProfile.type: RuntimeDefault',
      };
  }
  const capabilities = settings.capabilities;
  if (capabilities === undefined || !isJsonObject(capabilities.value)) return;
  const added = [...capabilities.path, 'add'];
  const add = valueAt(release.values.data, added);
  const far = Array.isArray(add) ? add.map(String).filter((name) => !HARMLESS.has(name.toUpperCase())) : [];
  if (far.length > 0 && isUserWritten(release, added)) {
    yield {
      path: added,
      value: `[${far.join(', ')}]`,
      lets: 'the container do what only root may',
      restore: 'no capabilities.add',
    };
  }
  const path = [...capabilities.path, 'drop'];
  const drop = valueAt(release.values.data, path);
  if (!Array.isArray(drop) || !isUserWritten(release, path)) return;
  if (drop.some((name) => String(name).toUpperCase() === 'ALL')) return;
  yield {
    path,
    value: `[${drop.join(', ')}]`,
    lets: 'the container keep Linux capabilities that it does not need',
    restore: 'capabilities.drop: [ALL]',
  };
}
