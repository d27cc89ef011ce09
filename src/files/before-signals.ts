/** What ends the program when somebody asks for it. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let isHeld = false;

/** Does something that ends in one go, and lets no signal end the program in the middle of it: it ends right after. */
export function beforeSignals<Result>(work: () => Result): Result {
  hold();
  return work();
}

function hold(): void {
  if (isHeld) return;
  isHeld = true;
  // Whoever listens already has other plans.
  const ours = SIGNALS.filter((signal) => process.listenerCount(signal) === 0);
  const release = (): void => {
    for (const signal of ours) process.off(signal, end);
    isHeld = false;
  };
  const end = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of ours) process.on(signal, end);
  // Signals that came meanwhile are told in the next turn, which may come after the first immediate.
  setImmediate(() => setImmediate(release));
}
