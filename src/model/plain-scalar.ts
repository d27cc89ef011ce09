/** A plain key or scalar that needs no quotes in YAML. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
const READ_OTHERWISE = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text as YAML source: plain where nothing else would be read, else in double quotes. */
export function plainScalar(text: string): string {
  return PLAIN.test(text) && !READ_OTHERWISE.test(text) ? text : JSON.stringify(text);
}
