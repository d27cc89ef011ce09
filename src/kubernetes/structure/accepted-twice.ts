/** Lists whose items the API server takes although two have the same key; only server-side apply refuses them. */
export const acceptedTwice: ReadonlySet<string> = new Set([]);
