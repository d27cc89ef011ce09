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
  // A key cut short for print; words that go on (`Loading...`) have no digits and no capitals in a row.
  /^(?=.*(?:\d|[A-Z]{2}))[\w+/=-]{4,}\.{3}$/,
  /^abc123/i,
];

/** What each of them needs, in one look: nearly every text is none. */
const HINT = /chang|repl|your|^<|here$|^(?:todo|tbd|fixme|placeholder|insert|x{4}|\*{3}|abc123|goog)|\.{3}$/i;

/** Whether the text stands for a value that somebody forgot to fill in. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return HINT.test(trimmed) && PLACEHOLDERS.some((pattern) => pattern.test(trimmed));
}

/** Whether the text is a mere gap, which nobody could take for a value: `<REQUIRED>`, `XXXX`, `***`. */
export function isGap(text: string): boolean {
  return /^(?:<[^<>]*>|x{4,}|\*{3,}|\.{3,})$/i.test(text.trim());
}
