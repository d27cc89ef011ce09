import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { secretsWith, severityOfWrittenSecret, whereSecretsBelong } from '../secret-problem.ts';

export const rule = defineRule({
  id: 'secret-inline',
  severity: 'warning',
  recommended: true,
  silentAfter: ['atlasia/secret-length', 'ossa/grafana-password-notes'],
  docs: {
    summary: 'A values file holds a password, token or key in clear text.',
    why: 'Values files live in repositories, pipelines and the release Secret of Helm: everybody who reads one of them has the credential, and it stays in the history after it is removed. References (templates, $VARIABLES, vault: paths, text encrypted by SOPS) and what --set passes are not reported. A credential has one finding, the most specific of secret-conflict, secret-default-credential, placeholder-value, secret-weak and this one.',
    source:
      'Helm documentation, Best Practices; Kubernetes documentation, "Good practices for Kubernetes Secrets"; secret management sections of the HotSwap and Atlasia READMEs.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'database:\n  password: Vq7-hu2K_pzR9tLw\n' },
      { values: 'auth:\n  adminPassword: Vq7-hu2K_pzR9tLw\n' },
      { values: 'env:\n  - name: API_TOKEN\n    value: 9f2c7e1ab84d4c0f\n' },
      { values: 'database:\n  url: postgresql://app:Vq7-hu2K_pzR9tLw@db:5432/app\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'database:\n  password: ""\n' },
      { values: 'auth:\n  adminPassword: vault:secret/data/app#password\n' },
      { values: 'auth:\n  adminPassword: $DB_PASSWORD\n' },
      { values: 'auth:\n  adminPassword: ENC[AES256_GCM,data:9mKk,iv:aa,tag:bb,type:str]\n' },
      { values: 'auth:\n  existingSecret: app-db\n  secretKeys:\n    adminPasswordKey: password\n' },
      { chart: 'hotswap', values: 'vault:\n  secrets:\n    dbPassword: secret/shop/db\n' },
      { values: 'jwt:\n  accessTokenExpirationMinutes: "15"\n' },
    ],
  },
  *check(release) {
    const severity = severityOfWrittenSecret(release);
    for (const secret of secretsWith(release, 'inline')) {
      const what = secret.embedded ? 'holds a password in its URL' : 'is a credential in clear text';
      yield {
        at: secret.path,
        severity,
        problem: `${formatPath(secret.path)} ${what}`,
        why: 'Everybody who can read the file or its history has it.',
        help: `Remove it and keep it in ${whereSecretsBelong(secret)}.`,
      };
    }
  },
});
