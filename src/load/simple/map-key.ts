import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { keyText } from '../key-text.ts';
import { mayBeTyped, resolvePlain } from '../resolve-scalar.ts';
import { giveUp } from './give-up.ts';
import type { Scan } from './scan.ts';

const LESS_THAN = 60;
/** Close to what go-yaml allows (`yaml_simple_key_is_valid`). */
const LONGEST = 1000;

/** The key in JSON that the plain text becomes which was read last. */
export function plainKey({ text, start, end }: Scan): string {
  const written = text.slice(start, end);
  const first = text.charCodeAt(start);
  if (mayBeTyped(first)) return keyText(resolvePlain(written)) ?? giveUp();
  // What `<<` merges is not simple.
  return first === LESS_THAN && written === '<<' ? giveUp() : written;
}

/** Over the colon behind the key that was read last. */
export function passColon(scan: Scan): void {
  if (scan.at - scan.start > LONGEST) giveUp();
  scan.at++;
}

/** Sets a key that the map does not have yet. */
export function setKey(map: JsonObject, key: string, value: JsonValue): void {
  if (map[key] !== undefined && (key === '__proto__' || Object.hasOwn(map, key))) giveUp();
  map[key] = value;
}
