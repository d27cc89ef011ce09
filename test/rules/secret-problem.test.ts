import { describe, expect, it } from 'vitest';
import { rules } from '../../src/generated/rules.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { lintExample } from '../../src/testing/lint-example.ts';

const SECRET_RULES = [
  'secret-conflict',
  'secret-default-credential',
  'placeholder-value',
  'secret-weak',
  'secret-inline',
];

const findingsFor = async (values: string, chart?: string): Promise<string[]> => {
  const own = rules.filter(({ id }) => SECRET_RULES.includes(id));
  const findings = await lintExample(chart === undefined ? { values } : { values, chart }, own);
  return findings.map(({ rule, path }) => `${rule} ${path}`);
};

describe('one credential has one problem, the most specific', () => {
  const external = 'postgresql:\n  enabled: false\nexternalDatabase:\n  host: db.corp.net\n';

  it('conflict, before anything that a value nobody reads could be', async () => {
    const values = `${external}  existingSecret: shop-db\n  password: admin\n`;
    expect(await findingsFor(values, 'hotswap')).toEqual(['secret-conflict /externalDatabase/password']);
  });

  it('a default or universal credential, before weak', async () => {
    expect(await findingsFor('auth:\n  password: admin\n')).toEqual([
      'secret-default-credential /auth/password',
    ]);
  });

  it('a placeholder is not weak or inline as well', async () => {
    const found = await findingsFor('auth:\n  password: change-me\n');
    expect(found.filter((finding) => !finding.startsWith('placeholder-value'))).toEqual([]);
  });

  it('weak, before inline', async () => {
    expect(await findingsFor('auth:\n  password: hunter2\n')).toEqual(['secret-weak /auth/password']);
  });

  it('inline, when nothing else is wrong', async () => {
    expect(await findingsFor('auth:\n  password: Vq7-hu2K_pzR9tLw\n')).toEqual([
      'secret-inline /auth/password',
    ]);
  });

  it('nothing for references', async () => {
    expect(await findingsFor('auth:\n  password: $DB_PASSWORD\n  existingSecret: shop\n')).toEqual([]);
  });

  it('never shows the credential', async () => {
    const values = 'auth:\n  password: hunter2\n  token: 9f2c7e1ab84d4c0f\n  adminPassword: guest\n';
    const findings = await lintExample({ values }, rules);
    const text = JSON.stringify(
      findings.map(({ related, fix, ...said }) => [joinStatement(said), related, fix]),
    );
    for (const secret of ['hunter2', '9f2c7e1ab84d4c0f', 'guest']) expect(text).not.toContain(secret);
  });
});
