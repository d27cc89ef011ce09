/** What `type` in a schema can name, and what it means in JavaScript. */
export const TYPE_CHECKS: Readonly<Record<string, (data: unknown) => boolean>> = {
  null: (data) => data === null,
  boolean: (data) => typeof data === 'boolean',
  string: (data) => typeof data === 'string',
  number: (data) => typeof data === 'number',
  integer: (data) => typeof data === 'number' && !(data % 1) && !Number.isNaN(data),
  array: (data) => Array.isArray(data),
  object: (data) => typeof data === 'object' && data !== null && !Array.isArray(data),
};

/** The types that a schema names. */
export function typesOf(schema: unknown): readonly string[] {
  const { type } = (schema ?? {}) as { type?: string | readonly string[] };
  if (type === undefined) return [];
  return typeof type === 'string' ? [type] : type;
}

/** Whether the data has one of the types. */
export function hasType(types: readonly string[]): (data: unknown) => boolean {
  const checks = types.map((type) => TYPE_CHECKS[type]!);
  const [only] = checks;
  if (checks.length === 1 && only !== undefined) return only;
  return (data) => checks.some((check) => check(data));
}
