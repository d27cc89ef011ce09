const MOST_OF_A_REASON = 300;

/** The first words of an error, on one line. Several at once, as of a text that cannot be parsed, are told by the first. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const words = (error instanceof Error ? error.message : String(error)).trim().replaceAll(/\s+/g, ' ');
  return words.length > MOST_OF_A_REASON ? `${words.slice(0, MOST_OF_A_REASON)} …` : words;
}
