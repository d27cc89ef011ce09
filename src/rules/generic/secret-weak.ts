import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { secretsWith, severityOfWrittenSecret, whereSecretsBelong } from '../secret-problem.ts';
import { weakness } from '../weak-secret.ts';

export const rule = defineRule({
  id: 'secret-weak',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  silentAfter: ['schema/min-length', 'atlasia/secret-length'],
  docs: {
    summary: 'A password in a values file is easy to guess.',
    why: 'Services inside a cluster rarely limit the number of attempts, so a short password, one made of common words, or one that repeats the user name is found in minutes. It also stands in the file in clear text; one finding says both. What other systems issue (API keys, licences) is not judged.',
    source:
      'NIST SP 800-63B-4, section 3.1.1; READMEs of ColonyOS, HotSwap and OSSA ("strong, unique password").',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'database:\n  password: hunter2\n' },
      {
        chart: 'ossa',
        values: 'postgresql:\n  auth:\n    username: ossa_dev\n    password: ossa_dev_password\n',
      },
    ],
    good: [
      { chart: 'colonyos', values: 'database:\n  password: Vq7-hu2K_pzR9tLw\n' },
      { chart: 'zymtrace', values: 'global:\n  licenseKey: ZT-4411\n' },
    ],
  },
  *check(release) {
    const severity = severityOfWrittenSecret(release);
    for (const secret of secretsWith(release, 'weak')) {
      yield {
        at: secret.path,
        severity,
        problem: `${formatPath(secret.path)} is ${weakness(secret, release.chart?.name)}`,
        why: 'It is guessed in no time.',
        help: `Generate a long random one and keep it in ${whereSecretsBelong(secret)}.`,
      };
    }
  },
});
