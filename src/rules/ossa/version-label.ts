import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

const LABELS = ['version', 'phase', 'scale'].map((key) => ['ossa', key]);
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

export const rule = defineRule({
  id: 'ossa/version-label',
  chart: 'ossa',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'ossa.version, ossa.phase or ossa.scale is no label value, and the chart makes labels of them.',
    why: 'The three become labels of every object. A label value has up to 63 letters, digits, "-", "_" and "."; the API server rejects everything else, so not one object is created. The default version "0.1.8+rev2" is such a value. The appVersion of the chart, which becomes a label as well, has the same "+", and no value changes that: the published chart needs a patch of it too.',
    source: '_helpers.tpl of the chart (ossa.labels); Kubernetes documentation, Labels and Selectors.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'ossa:\n  version: 0.1.8+rev3\n' },
      { chart: 'ossa', values: 'ossa:\n  version: "0.1.8"\n  scale: very large\n' },
    ],
    good: [
      { chart: 'ossa', values: 'ossa:\n  version: "0.1.8"\n' },
      { chart: 'ossa', values: 'ossa:\n  version: 0.1.8_rev2\n  phase: phase-5\n' },
    ],
  },
  *check(release) {
    for (const at of LABELS) {
      const value = valueAt(release.values.data, at);
      if (typeof value !== 'string' || LABEL_VALUE.test(value)) continue;
      const mended = value.replaceAll(/[^-A-Za-z0-9_.]+/g, '_');
      const hint = LABEL_VALUE.test(mended) ? `, for example ${mended}` : '';
      yield {
        at,
        problem: `${formatPath(at)} is "${value}", and the chart puts it into a label of every object, which the API server rejects`,
        help: `Use up to 63 letters, digits, "-", "_" and "."${hint}.`,
        ...(hint === ''
          ? {}
          : {
              fix: {
                title: `Write ${mended}`,
                safe: false,
                replace: [{ at, text: JSON.stringify(mended) }],
              },
            }),
      };
    }
  },
});
