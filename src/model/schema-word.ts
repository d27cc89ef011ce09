/** What a schema says about a key: it has a place for it, or it allows any key there. */
export type SchemaWord = 'names' | 'allows';
