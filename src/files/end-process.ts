/** As they were when the program started: a plugin may put something else in their place. */
const { exit, reallyExit, abort } = process as NodeJS.Process & { reallyExit: unknown };
const own = { exit, reallyExit, abort };

/** Ends the process, whatever `forbidExit` or a plugin did. */
export function endProcess(): never {
  Object.assign(process, own);
  return exit.call(process);
}

/** From here on every way of Node's to end the process throws. The function that it returns makes it as it was. */
export function forbidExit(): () => void {
  const { exit: before, reallyExit: really, abort: aborts } = process as typeof process & typeof own;
  const refuse = (): never => {
    throw new Error('it ends the process');
  };
  Object.assign(process, { exit: refuse, reallyExit: refuse, abort: refuse });
  return () => {
    Object.assign(process, { exit: before, reallyExit: really, abort: aborts });
  };
}
