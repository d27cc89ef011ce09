/** What SOPS says an encrypted value is (`type:…`); `str` also for what it read as text where Helm would not. */
export type EncryptedType = 'str' | 'int' | 'float' | 'bool' | 'bytes' | 'time';

/** What is encrypted in a document. */
export interface Encryption {
  /** Of each encrypted value, by JSON Pointer. */
  readonly types: ReadonlyMap<string, EncryptedType>;
  /** Whether a checksum over all values stands in the file: then any change of a value breaks its decryption. */
  readonly isSealed: boolean;
}
