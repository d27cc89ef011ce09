/** Where the scanner is: `line` and `column` count from 0, `index` counts characters. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly index: number;
}

/** What go-yaml says about a text that it cannot read, as in `line 3: did not find expected key`. */
export class YamlProblem extends Error {}

/** An error of the scanner, with the line where it stands. */
export function scannerProblem(problem: string, at: Mark, context: Mark): YamlProblem {
  // Go-yaml means no line when its number is 0, and adds one to the lines of the scanner only.
  return problemAt(problem, at.line === 0 ? context.line : at.line + 1);
}

/** An error of the parser. */
export function parserProblem(problem: string, at: Mark, context?: Mark): YamlProblem {
  return problemAt(problem, at.line === 0 ? (context?.line ?? 0) : at.line);
}

function problemAt(problem: string, line: number): YamlProblem {
  return new YamlProblem(line === 0 ? problem : `line ${line}: ${problem}`);
}
