import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-diff-'));
const write = (file: string, text: string): void => {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const git = (...args: string[]): void => {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
};

write('shop/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
write('shop/values.yaml', 'port: 80\ntype: ClusterIP\n');
write(
  'shop/templates/service.yaml',
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: {{ .Values.type }}\n  ports:\n    - port: {{ .Values.port }}\n',
);
write('prod.yaml', 'port: 443\n');
git('init', '-q');
git('add', '.');
git('commit', '-q', '-m', 'first');
git('tag', 'first');
write('prod.yaml', '# for the internet\nport: 8443\n');
write('shop/templates/extra.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: extra\n');

afterAll(() => rmSync(folder, { recursive: true }));

const diff = (...args: string[]) => runCli(['diff', 'prod.yaml', '--chart', 'shop', ...args], folder);

describe('chartlint diff against git', () => {
  it('names the line of the values, and the template of what is new', async () => {
    const { stdout, stderr, exitCode } = await diff();
    expect(stderr).toBe('');
    expect(stdout).toBe(
      '+ ConfigMap/extra  <- shop/templates/extra.yaml:2 (the template)\n\n~ Service/shop\n    ~ spec.ports[0].port: 443 -> 8443\n        prod.yaml:2 port\n\n1 object changed, 1 added.\n',
    );
    expect(exitCode).toBe(0);
  });

  it('ends with 1 on request when something changes, and finds a revision by its name', async () => {
    expect(await diff('--base', 'first', '--exit-code')).toMatchObject({ exitCode: 1 });
    git('add', '.');
    git('commit', '-q', '-m', 'second');
    expect(await diff('--exit-code')).toMatchObject({ exitCode: 0, stdout: 'Nothing changes.\n' });
    expect((await diff('--base', 'first')).stdout).toContain('443 -> 8443');
  });

  it('says that a revision is none', async () => {
    for (const base of ['nowhere', '--output=x'])
      expect(await diff(`--base=${base}`)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(`git knows no revision "${base}"`),
      });
  });
});
