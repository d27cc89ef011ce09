const MARKED = /^([_@%]{1,2})[A-Z][A-Z0-9_-]*\1$/;

/** What READMEs and sample files put where a value belongs. */
const PLACEHOLDERS: readonly RegExp[] = [
  /change[-_ ]?(?:me|this|it)\b/i,
  /change[-_ ]?me/i,
  /replace[-_ ]?(?:me|this|with)/i,
  /(?:^|[^a-z])your[-_ .]/i,
  /^[Yy]our[A-Z]/,
  /^<[^<>]*>$/,
  /[-_]here$/i,
  /^(?:todo|tbd|fixme|placeholder|insert[-_ ].*|\.{3}|x{4,}|\*{3,})$/i,
  /^GOOG[XY]+$/,
  // A name between marks, for a script to replace: `_PASSWORD_`, `@@TOKEN@@`, `%HOST%`.
  MARKED,
  // A key cut short for print; words that go on (`Loading...`) have no digits, no dashes and no capitals in a row.
  /^(?=.*(?:\d|[A-Z]{2}|[a-z]-))[\w+/=-]{4,}\.{3}$/,
  // What is new about a version or a key is for the reader to say: `NEW_VERSION`.
  /^NEW_(?:[A-Z]+_)*(?:VERSION|TAG|KEY|TOKEN|SECRET|PASSWORD|HOST|HOSTNAME|URL)$/,
  // The gap of a URL: `https://login.corp.net/{tenant-id}/v2.0`.
  /^https?:\/\/[^{}]*(?<![{$])\{[a-z]+[-_ ]id\}(?!\})/,
  /^abc123/i,
  // A file that nobody has, and a command that only a shell runs.
  /^\/path\/to\//,
  /^\$\([^()]+\)$/,
];

/** What each of them needs, in one look: nearly every text is none. */
const HINT =
  /chang|repl|your|^[<_@%]|here$|^(?:todo|tbd|fixme|placeholder|insert|x{4}|\*{3}|abc123|goog|new_|\/path\/to\/|\$\()|\.{3}$|[-_ ]id\}/i;

/** Whether the text stands for a value that somebody forgot to fill in. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return HINT.test(trimmed) && PLACEHOLDERS.some((pattern) => pattern.test(trimmed));
}

/** Whether the text is a mere gap, which nobody could take for a value: `<REQUIRED>`, `XXXX`, `***`, `_TOKEN_`. */
export function isGap(text: string): boolean {
  const trimmed = text.trim();
  return /^(?:<[^<>]*>|x{4,}|\*{3,}|\.{3,})$/i.test(trimmed) || MARKED.test(trimmed);
}
