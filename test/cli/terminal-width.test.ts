import { expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

it.each([60, 80])('wraps what wrong use is told at %i columns, and nowhere else', async (columns) => {
  const args = ['--chart', 'zymtrce', 'values.yaml'];
  const { stderr: whole } = await runCli(args, '/');
  const { stderr } = await runCli(args, '/', { columns });
  expect(whole.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr.split('\n').filter((line) => line.length > columns)).toEqual([]);
  expect(stderr.replaceAll('\n  ', ' ')).toBe(whole);
});
