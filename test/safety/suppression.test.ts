import { expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

it('does not let a file hide that it cannot be read', async () => {
  const text = '# chartlint-disable-file\na: [\nimage: { repository: a/b, tag: latest }\n';
  const { exitCode, stdout } = await runCli(['-'], process.cwd(), { readStdin: async () => text });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('yaml/');
});
