import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import type { Fact } from '../../model/fact.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { objectAt, type ValuesPath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

const SERVICES = ['ingest', 'web', 'symdb', 'ui', 'identity', 'gateway'] as const;
const COMMON = ['services', 'common', 'hpa'];

export const rule = defineRule({
  id: 'zymtrace/hpa-override-disables',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Autoscaling is configured and stays off, because the block does not turn it on.',
    why: 'A service inherits the limits and targets of `services.common.hpa` one by one, but not `enabled`: a block of its own without that key turns autoscaling off for the service, even when it only changes a limit and the common block is on. The pods then stay at `replicas` under any load.',
    source:
      'Helper of the zymtrace chart that renders the autoscalers (`hasKey … "hpa"`, `hasKey … "enabled"`).',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  common:\n    hpa:\n      enabled: true\n  web:\n    hpa:\n      maxReplicas: 20\n',
      },
      { chart: 'zymtrace', values: 'services:\n  ingest:\n    hpa:\n      minReplicas: 2\n' },
      { chart: 'zymtrace', values: 'services:\n  common:\n    hpa:\n      maxReplicas: 6\n' },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  common:\n    hpa:\n      enabled: true\n  web:\n    hpa:\n      enabled: true\n      maxReplicas: 20\n  ui:\n    hpa:\n      enabled: false\n',
      },
      {
        chart: 'zymtrace',
        values: 'services:\n  common:\n    hpa:\n      enabled: false\n      maxReplicas: 6\n',
      },
      {
        chart: 'zymtrace',
        values:
          'services:\n  common:\n    hpa:\n      maxReplicas: 6\n  web:\n    hpa:\n      enabled: true\n',
      },
    ],
  },
  *check(release) {
    const { services } = chartValues<ZymtraceValues>(release);
    const isCommonOn = services?.common?.hpa?.enabled === true;
    let isAnyOn = false;
    for (const name of SERVICES) {
      const path = ['services', name, 'hpa'];
      const block = objectAt(release.values.data, path);
      isAnyOn ||= block === undefined ? isCommonOn : block.enabled === true;
      if (block === undefined || Object.hasOwn(block, 'enabled') || !isUserWritten(release, path)) continue;
      yield isCommonOn ? disables(name, path) : withoutEffect(path);
    }
    if (!isAnyOn) yield* unusedCommon(release);
  },
});

function disables(name: string, path: ValuesPath): Fact {
  return {
    at: path,
    part: 'key',
    problem: `${path.join('.')} turns autoscaling off for ${name}`,
    why: 'A block of its own without "enabled" counts as off, although services.common.hpa.enabled is true.',
    help: 'Add enabled: true, or enabled: false if that is meant.',
    related: [{ at: [...COMMON, 'enabled'], message: 'autoscaling is on here' }],
    fix: enable(path),
  };
}

function withoutEffect(path: ValuesPath): Fact {
  return {
    at: path,
    part: 'key',
    severity: 'info',
    problem: `${path.join('.')} has no effect, because nothing turns autoscaling on for the service`,
    help: 'Add enabled: true, or remove the block.',
    fix: enable(path),
  };
}

function enable(path: ValuesPath): NonNullable<Fact['fix']> {
  return { title: 'Add enabled: true', safe: false, insert: [{ at: [...path, 'enabled'], text: 'true' }] };
}

/** What the common block says is for services that have autoscaling on, wherever that is said. */
function* unusedCommon(release: Release): Iterable<Fact> {
  const enabled = [...COMMON, 'enabled'];
  // Whoever writes that it is off has parked the block.
  if (isUserWritten(release, enabled)) return;
  const block = objectAt(release.values.data, COMMON) ?? {};
  const changed = Object.keys(block).filter((key) => release.values.changedByUser([...COMMON, key]));
  const [first] = changed;
  if (first === undefined) return;
  const names = listWords(
    changed.map((key) => [...COMMON, key].join('.')),
    'and',
    3,
  );
  yield {
    at: [...COMMON, first],
    part: 'key',
    severity: 'info',
    problem: `${names} ${changed.length === 1 ? 'has' : 'have'} no effect, because autoscaling is off for every service`,
    help: 'Set services.common.hpa.enabled to true, or remove what is not used.',
    fix: enable(COMMON),
  };
}
