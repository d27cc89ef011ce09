/** Wrong use: a bad flag, a path that cannot be read. The run stops with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
