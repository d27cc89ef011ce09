import { parentPort, workerData } from 'node:worker_threads';
import { threadWork } from '../node/thread-work.ts';
import { shipped } from './shipped.ts';

/** What another thread of a run does, from the task that it was started with to the last answer. */
export function workInThread(): Promise<void> {
  return threadWork(workerData, shipped, (batch) => parentPort?.postMessage(batch));
}
