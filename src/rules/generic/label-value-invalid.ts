import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';

/** apimachinery, `IsValidLabelValue`. */
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const MOST = 63;

export const rule = defineRule({
  id: 'label-value-invalid',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  yieldsTo: ['schema/pattern', 'schema/max-length'],
  docs: {
    summary: 'A label has a value that labels cannot have.',
    why: 'The API server rejects every object that carries the label, so the installation fails. Versions such as 1.2.0+build, names with spaces, URLs and e-mail addresses belong into annotations.',
    source: 'Kubernetes documentation, "Labels and Selectors", syntax; bitnami/charts#34112.',
  },
  examples: {
    bad: [
      { values: 'podLabels:\n  version: 1.4.0+build.7\n' },
      { values: 'commonLabels:\n  owner: team payments\n' },
      { values: 'nodeSelector:\n  zone: europe/west\n' },
    ],
    good: [
      { values: 'podLabels:\n  version: 1.4.0_build.7\n  empty: ""\n' },
      { values: 'podAnnotations:\n  owner: team payments\n' },
      { values: 'podLabels:\n  version: "{{ .Chart.AppVersion }}"\n' },
    ],
  },
  *check(release) {
    for (const { path, value } of release.roles.labels) {
      const isLong = value.length > MOST;
      if (LABEL_VALUE.test(value) && !isLong) continue;
      const fixed = value.replaceAll('+', '_');
      const mends = !isLong && LABEL_VALUE.test(fixed);
      yield {
        at: path,
        ...(isLong
          ? {
              problem: `${formatPath(path)} has ${value.length} characters, and a label may have ${MOST}`,
              why: 'The API server rejects the object.',
              help: 'Shorten it, or use an annotation.',
            }
          : {
              problem: `${formatPath(path)} is "${value}", which no label can have`,
              why: 'The API server rejects the object.',
              help: 'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, or an annotation.',
            }),
        ...(mends
          ? {
              fix: {
                title: `Write ${fixed}`,
                safe: false,
                replace: [{ at: path, text: JSON.stringify(fixed) }],
              },
            }
          : {}),
      };
    }
  },
});
