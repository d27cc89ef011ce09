import { HOSTILE_CHARTS } from './hostile/hostile-charts.ts';
import type { HostileInput } from './hostile/hostile-input.ts';
import { HOSTILE_PATTERNS } from './hostile/hostile-patterns.ts';
import { HOSTILE_SCHEMAS } from './hostile/hostile-schemas.ts';
import { HOSTILE_TEMPLATES } from './hostile/hostile-templates.ts';
import { HOSTILE_VALUES } from './hostile/hostile-values.ts';

/**
 * One input for each way in which an input can make a program take longer than its length says: `npm run growth` measures them,
 * and the tests run them all.
 */
export const HOSTILE_INPUTS: readonly HostileInput[] = [
  ...HOSTILE_PATTERNS,
  ...HOSTILE_SCHEMAS,
  ...HOSTILE_TEMPLATES,
  ...HOSTILE_CHARTS,
  ...HOSTILE_VALUES,
];
