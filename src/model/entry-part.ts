/** Which part of a map entry a fact is about: the key as written, or its value. */
export type EntryPart = 'key' | 'value';
