import { LIMITS } from './limits.ts';

/** All limits, as they hold in one run. */
export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

/** The limits that a configuration may set, and what each counts. */
export const USER_LIMITS = {
  fileBytes: 'Bytes of one file that is read.',
  ruleFindings: 'What one rule may find in one release.',
  schemaFindings: 'What a schema may find in the values of one chart.',
  renderWork:
    'Nodes of templates executed, items and characters made in one rendering. A million takes up to a second.',
  renderOutput: 'Characters that all templates of one rendering write, those of "include" each time.',
  charts: 'Charts in all, at any depth below one.',
  chartFiles: 'Files of one chart.',
  archiveBytes: 'Bytes that all archives of a chart unpack to. Helm stops at the default.',
  archiveFiles: 'Files in all archives of a chart.',
  pluginRule: 'Milliseconds that a rule of a plugin may take for one release.',
} as const satisfies Partial<Record<keyof typeof LIMITS, string>>;

export type UserLimit = keyof typeof USER_LIMITS;

/**
 * The limits of a run. `mayRaise`: whether the configuration is the user's own; one that came with what is linted may only
 * lower them.
 */
export function limitsOf(
  set: Partial<Readonly<Record<UserLimit, number>>> | undefined,
  mayRaise: boolean,
): Limits {
  const limits: Record<keyof typeof LIMITS, number> = { ...LIMITS };
  for (const name of Object.keys(USER_LIMITS) as UserLimit[]) {
    const value = set?.[name];
    if (value !== undefined) limits[name] = mayRaise ? value : Math.min(value, LIMITS[name]);
  }
  return limits;
}

/** Whether a configuration may set the limit. */
export function isUserLimit(limit: string): limit is UserLimit {
  return Object.hasOwn(USER_LIMITS, limit);
}

/** What to do about a limit that is reached, as a sentence. */
export function raiseLimit(limit: UserLimit): string {
  return `Set a higher "${limit}" below "limits" in the configuration.`;
}
