import type { Tree } from './node.ts';
import type { ParseProblem } from './parse-problem.ts';
import { ParseFailure, ParseRun } from './parse-run.ts';
import { TreeParser } from './tree-parser.ts';

/** What a text holds. */
export interface ParsedTemplate {
  /** What it defines, in the order of their ends, and last the text itself under the name of its file. Empty at a problem. */
  readonly trees: readonly Tree[];
  /** Why Go refuses it. */
  readonly problem: ParseProblem | undefined;
}

/**
 * Parses a template as Go 1.26's text/template/parse does.
 *
 * @param file The name that errors and places tell.
 * @param functions Which functions there are; a call of another one is a problem. Any when absent.
 */
export function parseTemplate(
  file: string,
  text: string,
  functions?: { has(name: string): boolean },
): ParsedTemplate {
  const run = new ParseRun(file, text, functions, false);
  const problem = parse(run);
  return problem === undefined ? { trees: run.trees, problem } : { trees: [], problem };
}

/** What can be understood of a template, whether Go would accept it or not; functions may have any name. */
export function parseTolerantly(file: string, text: string): ParsedTemplate {
  const run = new ParseRun(file, text, undefined, true);
  const problem = parse(run);
  return { trees: run.trees, problem: run.problems[0] ?? problem };
}

function parse(run: ParseRun): ParseProblem | undefined {
  try {
    new TreeParser(run).file();
  } catch (error) {
    if (error instanceof ParseFailure) return error.problem;
    throw error;
  }
  return undefined;
}
