/**
 * The files that each schema is for, as `yaml.schemas` wants them. The editor looks for a glob at any depth, so the glob
 * `values.yaml` would take in every chart of the repository: files that end alike are taken out again.
 */
export function schemaGlobs(
  schemaOf: ReadonlyMap<string, string>,
  all: readonly string[],
): Map<string, string[]> {
  const bySchema = new Map<string, string[]>();
  for (const [file, schema] of schemaOf) bySchema.set(schema, [...(bySchema.get(schema) ?? []), file]);
  return new Map(
    Array.from(bySchema, ([schema, files]) => {
      const others = all.filter((other) => schemaOf.get(other) !== schema);
      const taken = others.filter((other) => files.some((file) => other.endsWith(`/${file}`)));
      return [`./${schema}`, [...files, ...taken.map((other) => `!${other}`)]];
    }),
  );
}
