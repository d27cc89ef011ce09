/** Why a plugin was stopped after so many milliseconds. */
export function takesTooLong(most: number): string {
  return `it takes more than ${most / 1000} seconds (limit "pluginRule")`;
}
