/**
 * Whether a name is in the IANA time zone database, and the spelling that the database has. The API server looks names up in
 * files, so upper and lower case count.
 * @returns the right spelling; undefined for a name that is none
 */
export function timeZone(name: string): string | undefined {
  // Offsets are time zones for JavaScript, and files for Go.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    const resolved = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    if (resolved.toLowerCase() === name.toLowerCase()) return resolved;
    // Another name of the zone; JavaScript does not tell how it is spelled.
    return name;
  } catch {
    return undefined;
  }
}
