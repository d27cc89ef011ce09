/** Whether an error says that calls went deeper than the engine's stack: something was nested too deep. */
export function isStackOverflow(error: unknown): boolean {
  // V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError.
  return error instanceof Error && /call stack|too much recursion/i.test(error.message);
}
