import { spawnSync } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { inlineLess } from '../../src/cli/inline-less.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const FLAG = '--max-inlined-bytecode-size-cumulative=200';

it.each([
  ['a short run', 99, {}, []],
  ['a long run', 100, {}, [FLAG]],
  ['another runtime', 100, { Bun: {} }, []],
])('what V8 is told: %s', (_, releases, globals, expected) => {
  const told: string[] = [];
  const v8 = { setFlagsFromString: (flag: string) => told.push(flag) };
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(v8 as never);
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  inlineLess(releases);
  expect(told).toEqual(expected);
});

it('is a flag that this V8 knows: it would complain on standard error', () => {
  const program = `process.getBuiltinModule('node:v8').setFlagsFromString('${FLAG}')`;
  const { stderr, status } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
