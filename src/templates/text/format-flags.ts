/** What stands between `%` and the verb. */
export interface FormatFlags {
  width: number | undefined;
  precision: number | undefined;
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** `%+v` */
  plusV: boolean;
  /** `%#v` */
  sharpV: boolean;
}

export function noFlags(): FormatFlags {
  return {
    width: undefined,
    precision: undefined,
    minus: false,
    plus: false,
    sharp: false,
    space: false,
    zero: false,
    plusV: false,
    sharpV: false,
  };
}

/** Fills up to the width, which counts characters: zeros only on the left and only when asked for. */
export function pad(text: string, flags: FormatFlags, zero = flags.zero): string {
  const { width, minus } = flags;
  if (width === undefined || width <= text.length >> 1) return text;
  const missing = width - characterCount(text);
  if (missing <= 0) return text;
  return minus ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text;
}

function characterCount(text: string): number {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text.codePointAt(i) as number) > 0xffff) {
      count--;
      i++;
    }
  }
  return count;
}
