import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('shows in the README what its command prints: else "npm run picture"', async () => {
  const picture = readFileSync(path.join(root, 'docs', 'output.svg'), 'utf8');
  const [command = '', ...lines] = Array.from(picture.matchAll(/<text [^>]*>(.*)<\/text>/g), ([, spans]) =>
    spans!
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .trimEnd(),
  );
  const [, args = ''] = /^\$ npx chartlint (.*)$/.exec(command) ?? [];
  const { stdout } = await runCli(args.split(' '), root);
  expect(lines.filter((line) => line !== '')).toEqual(stdout.split('\n').filter((line) => line !== ''));
});
