import { parentPort, workerData } from 'node:worker_threads';
import { threadWork } from '../session/thread-work.ts';
import { shipped } from './shipped.ts';

// Another thread of a run, started by `lintInThreads`. What it rejects with ends the thread and reaches the run as an error.
void threadWork(workerData, shipped, (batch) => parentPort?.postMessage(batch));
