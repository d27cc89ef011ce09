import type { EncryptedType, Encryption } from '../model/encryption.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';

/** `encryptedRegexp` in `aes/cipher.go` of SOPS. */
const ENCRYPTED = /^ENC\[AES256_GCM,data:.+,iv:.+,tag:.+,type:(str|int|float|bool|bytes|time)\]/s;

/** The type that SOPS has put behind an encrypted value; undefined for every other text. */
export function encryptedType(text: string): EncryptedType | undefined {
  return text.startsWith('ENC[') ? (ENCRYPTED.exec(text)?.[1] as EncryptedType | undefined) : undefined;
}

/** Values of which SOPS has encrypted some, as they are afterwards as far as that is known. */
export interface EncryptedValues {
  /** Without the `sops` key at the root; numbers and booleans are there as some value of their type. */
  readonly data: JsonObject;
  readonly encryption: Encryption;
}

/** Something of each type. Nothing is said about them. */
const STAND_INS: Readonly<Partial<Record<EncryptedType, JsonValue>>> = { int: 1, float: 1.5, bool: true };

/**
 * What SOPS has done to values; undefined when it has done nothing. `metadata` is the `sops` key of the file around, by default that at the
 * root of the values.
 */
export function encryptedValues(data: JsonObject, metadata?: JsonValue): EncryptedValues | undefined {
  const own = isSopsMetadata(data.sops) ? data.sops : undefined;
  const sops = metadata ?? own;
  const types = new Map<string, EncryptedType>();
  const path: (string | number)[] = [];
  const decrypted = <Value extends JsonValue>(value: Value): JsonValue => {
    if (typeof value === 'string') {
      const type = encryptedType(value);
      if (type === undefined) return value;
      types.set(toPointer(path), type);
      return STAND_INS[type] ?? value;
    }
    if (Array.isArray(value)) return value.map((item, i) => below(i, item));
    return isJsonObject(value) ? mapOf(value) : value;
  };
  const below = (segment: string | number, value: JsonValue): JsonValue => {
    path.push(segment);
    const result = decrypted(value);
    path.pop();
    return result;
  };
  const mapOf = (map: JsonObject): JsonObject => {
    const result: JsonObject = {};
    for (const [key, value] of Object.entries(map)) {
      if (map === data && own !== undefined && key === 'sops') continue;
      const shown = below(key, value);
      Object.defineProperty(result, key, {
        value: shown,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return result;
  };
  const result = mapOf(data);
  if (types.size === 0 && own === undefined) return undefined;
  return { data: result, encryption: { types, isSealed: isSopsMetadata(sops) && sops.mac !== undefined } };
}

/** Whether a value is the map that SOPS puts at the root of a file. */
export function isSopsMetadata(value: JsonValue | undefined): value is JsonObject {
  return isJsonObject(value) && (value.mac !== undefined || value.lastmodified !== undefined);
}
