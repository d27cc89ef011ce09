import type { Script } from 'node:vm';
import { builtinModule } from '../files/builtin-module.ts';
import { takesTooLong } from './takes-too-long.ts';

/** Only a script can be stopped from outside; it calls what it finds at its one global name. */
let script: Script | undefined;

/** What the call returns. Throws what it throws, and a TooLong when it does not come back in so many milliseconds. */
export function inTime<T>(most: number, call: () => T): T {
  const holder = globalThis as { chartlintCall?: (() => void) | undefined };
  script ??= new (builtinModule<typeof import('node:vm')>('node:vm')!.Script)('chartlintCall()');
  let result: { readonly value: T } | undefined;
  const before = holder.chartlintCall;
  holder.chartlintCall = () => {
    result = { value: call() };
  };
  try {
    script.runInThisContext({ timeout: most });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new TooLong(takesTooLong(most));
    throw error;
  } finally {
    holder.chartlintCall = before;
  }
  return result!.value;
}

/** A call that was stopped. */
export class TooLong extends Error {}
