import { formatPath } from '../../model/format-path.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { Statement } from '../../model/statement.ts';
import { samePath, type ValuesPath } from '../../model/values-path.ts';
import { matchingPaths } from '../matching-paths.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'deprecated-key',
  severity: 'warning',
  recommended: true,
  silentAfter: ['zymtrace/cloudsql-service-account-path'],
  docs: {
    summary: 'A key is set that the schema marks as deprecated or as replaced by another one.',
    why: 'A deprecated key stops working with some later version of the chart; one that was replaced may already be ignored, while the new key keeps its default.',
    source: 'The schema of the chart: `deprecated: true`, `x-chartlint.replacedBy`.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values: 'postgres:\n  gcp_cloudsql:\n    proxy:\n      serviceAccount: db-access\n',
      },
    ],
    good: [
      { chart: 'zymtrace', values: 'postgres:\n  gcp_cloudsql:\n    serviceAccount: db-access\n' },
      { values: 'serviceAccount: db-access\n' },
    ],
  },
  *check(release) {
    for (const { pattern, annotation } of release.chart?.annotations ?? []) {
      const { deprecated, replacedBy, dead, deadSeverity } = annotation;
      if (deprecated !== true && replacedBy === undefined) continue;
      const target = replacedBy === undefined ? undefined : pathOf(replacedBy);
      for (const path of matchingPaths(release.values.data, pattern)) {
        if (!isUserWritten(release, path)) continue;
        const name = formatPath(path);
        yield {
          at: path,
          part: 'key',
          ...(dead === undefined
            ? deprecation(name, target === undefined ? undefined : formatPath(target))
            : { problem: `${name} has no effect`, why: dead }),
          ...rename(release, path, target),
          ...(dead === undefined || deadSeverity === undefined ? {} : { severity: deadSeverity }),
        };
      }
    }
  },
});

function deprecation(name: string, target: string | undefined): Statement {
  if (target !== undefined) return { problem: `${name} is deprecated`, help: `Use ${target} in its place.` };
  return {
    problem: `${name} is deprecated`,
    why: 'It goes away with a later version of the chart.',
    help: 'Look for its successor in the documentation of the chart.',
  };
}

/** A pointer, or a dotted path. */
function pathOf(text: string): ValuesPath {
  return text.startsWith('/') ? parsePointer(text) : text.split('.');
}

/** Renaming is all it takes when both keys are in one map and the new one is free. */
function rename(release: Release, path: ValuesPath, target: ValuesPath | undefined): object {
  const name = target?.at(-1);
  if (target === undefined || typeof name !== 'string' || isUserWritten(release, target)) return {};
  if (!samePath(path.slice(0, -1), target.slice(0, -1))) return {};
  const text = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? name : JSON.stringify(name);
  return {
    fix: {
      title: `Rename the key to ${name}`,
      safe: false,
      replace: [{ at: path, part: 'key', text }],
    },
  };
}
