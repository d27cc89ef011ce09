/** What a finding says. Each part is plain text on one line. */
export interface Statement {
  /** What is wrong: one clause of at most about 100 characters, the value as it is written, no full stop. */
  readonly problem: string;
  /** Why it matters: a sentence about what happens then. */
  readonly why?: string;
  /** What to do: a sentence. */
  readonly help?: string;
}

/** All parts as one text: `problem. Why. Help.` */
export function joinStatement({ problem, why, help }: Statement): string {
  return [problem, why, help]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]["')]?$/.test(part!) ? part : `${part}.`))
    .join(' ');
}

/** The parts alone, of something that says them among other things. */
export function statementOf({ problem, why, help }: Statement): Statement {
  return { problem, ...(why === undefined ? {} : { why }), ...(help === undefined ? {} : { help }) };
}
