import { fileURLToPath } from 'node:url';
import { profileRun } from './profile-run.ts';

/** `npm run bench:profile -- values.yaml …`: where the time of one run goes. */
const root = fileURLToPath(new URL('..', import.meta.url));
process.stdout.write(`${await profileRun(root, process.argv.slice(2))}\n`);
