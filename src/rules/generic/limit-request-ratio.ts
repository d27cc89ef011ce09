import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { childOf } from '../../model/values-path.ts';
import { parseQuantity } from '../parse-quantity.ts';
import { suspectUnit } from '../suspect-unit.ts';
import { editedPath } from '../written.ts';

/** Charts in use stay at or below this; what lies above has mostly the wrong unit. */
const USUAL_RATIO = 16;
const HUGE = 256 * 2 ** 30;
const HUGE_RATIO = 4;

export const rule = defineRule({
  id: 'limit-request-ratio',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary:
      'A memory limit is more than 16 times the request, or hundreds of gibibytes: mostly a wrong unit.',
    why: 'The scheduler places the pod by its request. A container that may use far more than that can take all memory of the node, and the kernel then kills other pods first. A limit like 1024Gi beside a request of 512Mi is nearly always a slip of the unit.',
    source:
      'values.yaml of zymtrace 25.5.9 (postgres.create.resources, mended to 1Gi later); Kubernetes documentation, Node-pressure Eviction.',
  },
  examples: {
    bad: [
      { values: '{}\n', chart: 'zymtrace@25.5.9' },
      { values: 'resources:\n  requests:\n    memory: 256Mi\n  limits:\n    memory: 64Gi\n' },
      { values: 'resources:\n  limits:\n    memory: 512Gi\n' },
    ],
    good: [
      { values: 'resources:\n  requests:\n    memory: 128Mi\n  limits:\n    memory: 2Gi\n' },
      { values: 'resources:\n  requests:\n    memory: 512Gi\n  limits:\n    memory: 512Gi\n' },
      { values: 'postgres:\n  mode: use_existing\n', chart: 'zymtrace' },
    ],
  },
  *check(release) {
    for (const { path, value, active } of release.roles.resources) {
      if (!active) continue;
      const limitText = childOf(value.limits, 'memory');
      const limit = parseQuantity(limitText);
      if (limit === undefined) continue;
      const requestText = childOf(value.requests, 'memory');
      const request = parseQuantity(requestText)?.amount;
      const ratio = request === undefined ? undefined : limit.amount / request;
      const isHuge = limit.amount >= HUGE && (ratio === undefined || ratio > HUGE_RATIO);
      if (!isHuge && (ratio === undefined || ratio <= USUAL_RATIO)) continue;
      // Bytes without a unit, and milli-bytes, are the mistake of another rule.
      if (suspectUnit('memory', limitText) ?? suspectUnit('memory', requestText)) continue;
      const limitPath = [...path, 'limits', 'memory'];
      const requestPath = [...path, 'requests', 'memory'];
      const at = editedPath(release, [limitPath, requestPath]);
      const times = ratio === undefined ? '' : `, ${Math.round(ratio)} times the request "${requestText}"`;
      const smaller = limit.suffix === 'Gi' && Number(limit.digits) >= 256 ? `${limit.digits}Mi` : undefined;
      yield {
        at,
        problem: `${formatPath(limitPath)} is ${valueText(limitText)}${times}`,
        why: 'The pod is placed by its request and may then take all memory of the node.',
        help: `${smaller === undefined ? 'Check the units, and bring request and limit closer together.' : `Check the unit; "${smaller}" may be meant.`}`,
        related:
          ratio === undefined
            ? []
            : [{ at: requestPath, message: `the request is ${valueText(requestText)}` }],
        ...(smaller === undefined
          ? {}
          : {
              fix: {
                title: `Set the limit to ${smaller}`,
                safe: false,
                replace: [{ at: limitPath, text: smaller }],
              },
            }),
      };
    }
  },
});
