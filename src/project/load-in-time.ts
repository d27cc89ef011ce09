import { isMainThread, Worker } from 'node:worker_threads';
import { executableBuild } from '../files/executable-build.ts';
import { ModuleProblem } from './module-problem.ts';
import { takesTooLong } from './takes-too-long.ts';

/** Milliseconds that are left to a module that merely waits to be told so, before another thread stops the code that runs. */
const GRACE = 250;
/** Stops the code that runs in the main thread, as a debugger does; what waits there goes on. The executable has no such debugger. */
const STOP = `
const { Session } = require('node:inspector');
setTimeout(() => {
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.terminateExecution');
}, require('node:worker_threads').workerData);`;

/** What `load` resolves to. Rejects with a ModuleProblem for a module that waits for what never comes, or runs for ever, while it is loaded. */
export async function loadInTime(load: () => Promise<unknown>, name: string, most: number): Promise<unknown> {
  const stopper = isMainThread && executableBuild === undefined ? stopAfter(most + GRACE) : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const problem = new ModuleProblem(name, 'cannot be loaded', takesTooLong(most));
    timer = setTimeout(() => reject(problem), most);
  });
  try {
    return await Promise.race([load(), late]);
  } finally {
    clearTimeout(timer);
    void stopper?.terminate();
  }
}

function stopAfter(most: number): Worker {
  const worker = new Worker(STOP, { eval: true, workerData: most, execArgv: [], env: {} });
  worker.on('error', () => {});
  worker.unref();
  return worker;
}
