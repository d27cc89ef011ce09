import type { Finding } from '../model/finding.ts';
import type { LintResult, RefusedFix } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';
import { joinStatement } from '../model/statement.ts';
import { chooseFixes, type Fixable } from './choose-fixes.ts';
import { fixTexts, type IsManifest, type ReadValues } from './fix-texts.ts';

/** What fixing takes besides the project. */
export interface FixOptions {
  /** Also fixes whose meaning somebody has to judge. */
  readonly unsafe: boolean;
  /** Whether the user lets the file be changed: never flags, never the files of a chart that is only looked at. */
  isEditable(source: Source): boolean;
  readonly read: ReadValues;
  readonly isManifest?: IsManifest;
  /** Lints the project, with these texts in place of those that the files hold. */
  lint(texts: ReadonlyMap<string, string>): Promise<LintResult>;
}

/** A project after fixing; nothing is written yet. */
export interface FixedProject {
  /** What is left. */
  readonly result: LintResult;
  /** Old and new text of each file that changed, by its source. */
  readonly changes: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  /** The findings that were fixed. */
  readonly applied: readonly Fixable[];
}

/** Fixes can make room for others. Those that bring back what another removes must not go on for ever. */
const MOST_PASSES = 10;

/** Applies fixes and lints again, until nothing is left to fix. Nothing is written. */
export async function fixProject(options: FixOptions): Promise<FixedProject> {
  const { unsafe, isEditable, read, isManifest, lint } = options;
  const texts = new Map<string, string>();
  const refused = new Map<string, RefusedFix>();
  const applied: Fixable[] = [];
  // The first text of each file that changes: up to then it is what the file holds.
  const before = new Map<string, string>();
  let result = await lint(texts);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const open = result.findings.filter((finding) => !refused.has(identity(finding)));
    const chosen = chooseFixes(open, { unsafe, isEditable });
    const step = fixTexts(chosen, result.sources, read, isManifest);
    for (const one of step.refused) refused.set(identity(one.finding), one);
    if (step.texts.size === 0 && step.refused.length === 0) break;
    if (step.texts.size === 0) continue;
    for (const one of step.applied) applied.push(one);
    for (const [file, text] of step.texts) {
      if (!before.has(file)) before.set(file, result.sources.get(file) ?? '');
      texts.set(file, text);
    }
    result = await lint(texts);
  }
  const changed = [...texts].filter(([file, after]) => before.get(file) !== after);
  return {
    result: {
      ...result,
      fixes: {
        fixed: applied.length,
        files: changed.length,
        refused: stillThere(refused, result.findings),
        unwritten: [],
      },
    },
    changes: new Map(changed.map(([file, after]) => [file, { before: before.get(file) ?? '', after }])),
    applied,
  };
}

/** What survives a changed text: offsets do not. */
function identity(finding: Finding): string {
  const { rule, path, span } = finding;
  return JSON.stringify([rule, path, span.source.id, joinStatement(finding)]);
}

function stillThere(refused: ReadonlyMap<string, RefusedFix>, findings: readonly Finding[]): RefusedFix[] {
  return findings.flatMap((finding) => {
    const one = refused.get(identity(finding));
    return one === undefined ? [] : [{ ...one, finding }];
  });
}
