import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import type { ProbeRole } from '../../model/pod-roles.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { editedPath, isUserWritten, isWritten } from '../written.ts';

/** A liveness check that gives up sooner restarts containers for one slow garbage collection or one lost node heartbeat. */
const LEAST_PATIENCE_SECONDS = 10;

export const rule = defineRule({
  id: 'probe-timing',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'The times of a health check contradict each other, or make it restart healthy containers.',
    why: 'A check that may take longer than the time between two checks is late all the time, and a failure is noticed later than the numbers say. A liveness check that gives up within seconds restarts containers that were only slow for a moment. One that gives up before readiness is asked for the first time restarts a container that nobody expected to be ready.',
    source:
      'Kubernetes documentation, "Configure Liveness, Readiness and Startup Probes"; health checks of the HotSwap and Atlasia charts.',
  },
  examples: {
    bad: [
      { values: 'livenessProbe:\n  periodSeconds: 5\n  timeoutSeconds: 30\n' },
      { values: 'livenessProbe:\n  periodSeconds: 2\n  failureThreshold: 1\n' },
      {
        chart: 'hotswap',
        values:
          'healthChecks:\n  livenessProbe:\n    initialDelaySeconds: 5\n  readinessProbe:\n    initialDelaySeconds: 60\n',
      },
    ],
    good: [
      { values: 'livenessProbe:\n  periodSeconds: 10\n  timeoutSeconds: 5\n' },
      { chart: 'hotswap', values: 'healthChecks:\n  livenessProbe:\n    periodSeconds: 30\n' },
      {
        values:
          'livenessProbe:\n  initialDelaySeconds: 5\n  periodSeconds: 10\nreadinessProbe:\n  initialDelaySeconds: 60\nstartupProbe:\n  failureThreshold: 30\n',
      },
    ],
  },
  *check(release) {
    const { probes } = release.roles;
    for (const probe of probes) {
      if (probe.timeoutSeconds > probe.periodSeconds) yield* lateCheck(release, probe);
      if (probe.kind === 'liveness') yield* impatient(release, probe);
    }
    for (const group of byOwner(probes)) yield* impatientStart(release, group);
  },
});

function* lateCheck(release: Release, probe: ProbeRole): Iterable<Fact> {
  const timeout = [...probe.path, 'timeoutSeconds'];
  const period = [...probe.path, 'periodSeconds'];
  const at = written(release, [timeout, period]);
  if (at === undefined || !isUserWritten(release, at)) return;
  yield {
    at,
    // Nothing breaks by it: the check is only late.
    severity: 'info',
    problem: `${formatPath(timeout)} is ${probe.timeoutSeconds}, above periodSeconds ${probe.periodSeconds}`,
    why: 'A check that hangs delays the next ones, so a failure is noticed late.',
    help: 'Lower the timeout or raise the period.',
    related: [at === timeout ? period : timeout]
      .filter((path) => isWritten(release, path))
      .map((path) => ({ at: path, message: 'the other time' })),
  };
}

function* impatient(release: Release, probe: ProbeRole): Iterable<Fact> {
  const patience = probe.failureThreshold * probe.periodSeconds;
  if (patience >= LEAST_PATIENCE_SECONDS) return;
  const threshold = [...probe.path, 'failureThreshold'];
  const at = written(release, [threshold, [...probe.path, 'periodSeconds']]);
  if (at === undefined || !isUserWritten(release, at)) return;
  yield {
    at,
    problem: `${formatPath(probe.path)} gives up after ${patience} s (periodSeconds ${probe.periodSeconds} × failureThreshold ${probe.failureThreshold})`,
    why: 'A short pause restarts a healthy container.',
    help: `Allow at least ${LEAST_PATIENCE_SECONDS} s.`,
  };
}

/** Liveness that has given up before readiness asks for the first time. A startup check holds both back. */
function* impatientStart(release: Release, group: readonly ProbeRole[]): Iterable<Fact> {
  const [liveness, readiness, startup] = (['liveness', 'readiness', 'startup'] as const).map((kind) =>
    group.find((probe) => probe.kind === kind),
  );
  if (liveness === undefined || readiness === undefined || startup !== undefined) return;
  const givesUp = liveness.initialDelaySeconds + liveness.periodSeconds * (liveness.failureThreshold - 1);
  if (readiness.initialDelaySeconds <= givesUp) return;
  const own = [...readiness.path, 'initialDelaySeconds'];
  const other = [...liveness.path, 'initialDelaySeconds'];
  const at = written(release, [other, own]);
  if (at === undefined || !isUserWritten(release, at)) return;
  yield {
    at,
    problem: `${formatPath(own)} is ${readiness.initialDelaySeconds}, but liveness gives up after ${givesUp} s`,
    why: `Liveness (initialDelaySeconds ${liveness.initialDelaySeconds}) can restart the container before it was asked whether it is ready.`,
    help: 'Start liveness later, or add a startupProbe.',
    related: [at === own ? other : own]
      .filter((path) => isWritten(release, path))
      .map((path) => ({ at: path, message: 'the other delay' })),
  };
}

/** The field that a person would edit; undefined when the times are all the chart's own and no file shows them. */
function written(release: Release, paths: readonly [ValuesPath, ...ValuesPath[]]): ValuesPath | undefined {
  const at = editedPath(release, paths);
  return isWritten(release, at) ? at : undefined;
}

function byOwner(probes: readonly ProbeRole[]): ProbeRole[][] {
  const groups = new Map<string, ProbeRole[]>();
  for (const probe of probes) {
    const owner = toPointer(probe.path.slice(0, -1));
    groups.set(owner, [...(groups.get(owner) ?? []), probe]);
  }
  return [...groups.values()];
}
