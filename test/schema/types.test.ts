import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeName } from '../../src/cli/values-types.ts';
import { runCli } from '../run-cli.ts';

const root = new URL('../../', import.meta.url);

describe('chartlint types', () => {
  it.each(['colonyos', 'zymtrace'])('prints for %s what chartlint/charts exports', async (chart) => {
    const { stdout, exitCode } = await runCli(['types', chart], '/');
    const shipped = readFileSync(new URL(`src/charts/${chart}-values.ts`, root), 'utf8');
    const body = (text: string): string => text.slice(text.indexOf('\n'));
    expect(exitCode).toBe(0);
    expect(body(stdout)).toBe(body(shipped));
  });

  it.each([
    ['colonyos', 'ColonyosValues'],
    ['my-shop.v2', 'MyShopV2Values'],
    ['3scale', 'Chart3scaleValues'],
  ])('calls the type of %s %s', (chart, name) => {
    expect(typeName(chart)).toBe(name);
  });
});
