import { provideOwnModules } from './own-modules.ts';

// Another thread of a run of the executable. It loads the configuration and its plugins as the first thread does.
provideOwnModules();
await import('../cli/worker.ts');
