import type { Finding } from '../model/finding.ts';
import { isStackOverflow } from '../model/is-stack-overflow.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { ReadFailure } from '../model/read-failure.ts';
import { NOWHERE, type Source } from '../model/source.ts';
import { unreadableFile } from '../model/unreadable-file.ts';
import { isUserLimit, raiseLimit } from '../model/user-limits.ts';

/**
 * What is reported when a part of chartlint fails on a release, so that all other findings stand. `part` is what failed: "rendering
 * the chart". Rethrows what is wrong use.
 */
export function failureFinding(error: unknown, part: string, source: Source = NOWHERE): Finding {
  if (error instanceof Error && error.name === 'UsageError') throw error;
  if (error instanceof ReadFailure)
    return unreadableFile(error, `What ${part} would have found is not known; all other findings stand.`);
  const isLimit = error instanceof LimitReached;
  const reason = error instanceof Error ? error.message : String(error);
  const said = isLimit
    ? {
        problem: `chartlint gave up ${part}: ${reason} (limit "${error.limit}")`,
        why: 'What that would have found is not known.',
        ...(isUserLimit(error.limit) ? { help: raiseLimit(error.limit) } : {}),
      }
    : isStackOverflow(error)
      ? {
          problem: `chartlint gave up ${part}: something in it is nested too deep`,
          why: 'What that would have found is not known; all other findings stand.',
          help: 'Nest it less deep.',
        }
      : {
          problem: `chartlint failed at ${part}`,
          why: `${JSON.stringify(reason.slice(0, 300))}. What that would have found is not known; all other findings stand.`,
          help: 'Report it to the authors of chartlint, with the chart.',
        };
  return {
    rule: isLimit ? 'chart/limit' : 'chart/failed',
    severity: isLimit ? 'warning' : 'error',
    ...said,
    span: { source, start: 0, end: 0 },
    path: '',
    related: [],
  };
}
