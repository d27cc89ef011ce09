import { builtinModule } from './builtin-module.ts';

/** A value that is there while something runs, also behind its promises. */
export interface AsyncScope<Value> {
  getStore(): Value | undefined;
  run<Result>(value: Value, run: () => Result): Result;
}

/**
 * A scope that keeps apart what runs at the same time. Where there is no Node, what runs at the same time shares the scope of
 * what began last: whoever asks there does one thing after the other.
 */
export function asyncScope<Value>(): AsyncScope<Value> {
  const hooks = builtinModule<{ AsyncLocalStorage: new () => AsyncScope<Value> }>('node:async_hooks');
  return hooks === undefined ? sequentialScope() : new hooks.AsyncLocalStorage();
}

function sequentialScope<Value>(): AsyncScope<Value> {
  let current: Value | undefined;
  return {
    getStore: () => current,
    run(value, run) {
      const before = current;
      current = value;
      const restore = (): void => {
        current = before;
      };
      let result: ReturnType<typeof run>;
      try {
        result = run();
      } catch (error) {
        restore();
        throw error;
      }
      if (result instanceof Promise) result.then(restore, restore);
      else restore();
      return result;
    },
  };
}
