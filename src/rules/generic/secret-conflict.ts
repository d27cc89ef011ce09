import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { secretsWith } from '../secret-problem.ts';

export const rule = defineRule({
  id: 'secret-conflict',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A credential is written down although an existing Secret takes its place.',
    why: 'The chart reads the Secret and leaves the value in the file unread. Changing the value then changes nothing, which costs hours in an outage, and the credential is in the file for no reason.',
    source:
      'Templates of HotSwap and Atlasia (`if not .Values.….existingSecret`); Bitnami charts, `existingSecret`.',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values:
          'postgresql:\n  enabled: false\nexternalDatabase:\n  existingSecret: shop-db\n  password: Vq7-hu2K_pzR9tLw\n',
      },
      {
        chart: 'atlasia',
        values: 'secrets:\n  existingSecret: atlasia-prod\n  jwtSecret: Vq7-hu2K_pzR9tLw\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values: 'secrets:\n  existingSecret: atlasia-prod\n  dbPassword: Vq7-hu2K_pzR9tLw\n',
      },
      { values: 'auth:\n  existingSecret: ""\n  password: $DB_PASSWORD\n' },
    ],
  },
  *check(release) {
    for (const { path, existingSecret } of secretsWith(release, 'conflict')) {
      if (existingSecret === undefined) continue;
      const other = formatPath(existingSecret.path);
      const name = String(valueAt(release.values.data, existingSecret.path));
      yield {
        at: path,
        problem: `${formatPath(path)} is not read because ${other} is "${name}"`,
        why: 'Changing it has no effect and the credential stands in the file for nothing.',
        help: `Remove it, or empty ${other}.`,
        related: [{ at: existingSecret.path, message: `${other} is "${name}"` }],
      };
    }
  },
});
