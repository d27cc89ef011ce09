import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'run-as-nonroot-contradiction',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A container must not run as root and is told to run as user 0.',
    why: 'The kubelet compares the two before it starts the container and refuses: the pod stays in CreateContainerConfigError. A container inherits both settings from its pod unless it has its own, so the two halves are often in different maps, or one of them is a default of the chart.',
    source: 'Kubernetes core/v1 SecurityContext, runAsNonRoot; kubelet, `verifyRunAsNonRoot`.',
  },
  examples: {
    bad: [
      { values: 'securityContext:\n  runAsNonRoot: true\n  runAsUser: 0\n' },
      { values: 'podSecurityContext:\n  runAsNonRoot: true\nsecurityContext:\n  runAsUser: 0\n' },
      { chart: 'hotswap', values: 'securityContext:\n  runAsUser: 0\n' },
    ],
    good: [
      { values: 'securityContext:\n  runAsNonRoot: false\n  runAsUser: 0\n' },
      {
        values:
          'podSecurityContext:\n  runAsUser: 0\nsecurityContext:\n  runAsNonRoot: true\n  runAsUser: 1000\n',
      },
      {
        chart: 'ossa',
        values:
          'security:\n  podSecurityContext:\n    runAsNonRoot: false\n    runAsUser: 0\n  securityContext:\n    runAsNonRoot: false\n',
      },
    ],
  },
  *check(release) {
    for (const { settings } of release.roles.securityContexts) {
      const { runAsNonRoot, runAsUser } = settings;
      if (runAsNonRoot?.value !== true || runAsUser?.value !== 0) continue;
      const at = editedPath(release, [runAsUser.path, runAsNonRoot.path]);
      const other = at === runAsUser.path ? runAsNonRoot : runAsUser;
      yield {
        at,
        problem: `${formatPath(runAsNonRoot.path)} is true and ${formatPath(runAsUser.path)} is 0, which is root`,
        why: 'The kubelet refuses to start the container.',
        help: 'Set runAsUser to the user of the image (1000, say), or runAsNonRoot to false.',
        related: [{ at: other.path, message: `${formatPath(other.path)} is ${valueText(other.value)}` }],
      };
    }
  },
});
