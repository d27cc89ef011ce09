import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeName } from '../../src/cli/values-types.ts';
import { runCli } from '../run-cli.ts';

const root = new URL('../../', import.meta.url);

describe('chartlint types', () => {
  it.each(['hotswap', 'ossa'])('prints for %s what chartlint/charts exports', async (chart) => {
    const { stdout, exitCode } = await runCli(['types', chart], '/');
    const shipped = readFileSync(new URL(`src/charts/${chart}-values.ts`, root), 'utf8');
    const body = (text: string): string => text.slice(text.indexOf('\n'));
    expect(exitCode).toBe(0);
    expect(body(stdout)).toBe(body(shipped));
  });

  it('prints the keys of one state of a chart, of which chartlint/charts exports those of all', async () => {
    const typesOf = async (chart: string): Promise<string> => (await runCli(['types', chart], '/')).stdout;
    const shipped = readFileSync(new URL('src/charts/colonyos-values.ts', root), 'utf8');
    expect(await typesOf('colonyos@0.0.4')).toContain('backends?:');
    expect(await typesOf('colonyos')).not.toContain('backends?:');
    expect(shipped).toContain('backends?:');
  });

  it.each([
    ['colonyos', 'ColonyosValues'],
    ['my-shop.v2', 'MyShopV2Values'],
    ['3scale', 'Chart3scaleValues'],
  ])('calls the type of %s %s', (chart, name) => {
    expect(typeName(chart)).toBe(name);
  });
});
