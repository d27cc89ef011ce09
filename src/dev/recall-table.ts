import { askKubernetes, isRefused, verdictText } from './kubernetes-judge.ts';

/** One change of a chart's values, and what the judge and chartlint said of it. */
export interface JudgedChange {
  /** Its number, which with the seed makes the same change again. */
  readonly change: number;
  readonly chart: string;
  readonly kind: string;
  /** The change in words. */
  readonly what: string;
  /** Why Helm or Kubernetes' schemas refuse it; absent where they take it. */
  readonly refusal?: string;
  /** Whether an error is at the right line; of what is refused. */
  readonly isCaught?: boolean;
  /** The errors that the change brought; of what is accepted only those about manifests. */
  readonly said: readonly string[];
  /** What Helm rendered; where a change that was accepted brought an error. */
  readonly text?: string;
}

/** Prints what was missed, which errors nobody confirms, and a table by the kind of change. */
export function printRecall(changes: readonly JudgedChange[]): void {
  const write = (line: string): boolean => process.stdout.write(`${line}\n`);
  for (const { refusal, isCaught, what, said } of changes) {
    if (refusal === undefined || isCaught) continue;
    const others = said.join(' | ') || 'nothing';
    write(`missed: ${what}\n    judge: ${refusal.slice(0, 300)}\n    chartlint: ${others.slice(0, 300)}`);
  }
  const suspects = changes.filter(({ text }) => text !== undefined);
  const unconfirmed = suspects.filter(isConfirmedByNobody(suspects));
  for (const { what, said } of unconfirmed) write(`false: ${what}\n    chartlint: ${said.join(' | ')}`);
  for (const kind of [...new Set(changes.map((change) => change.kind))].sort())
    write(
      row(
        kind,
        changes.filter((change) => change.kind === kind),
      ),
    );
  write(row('all', changes));
  write(
    `${new Set(changes.map(({ chart }) => chart)).size} charts; ${suspects.length} errors on accepted changes, ${unconfirmed.length} of them confirmed by nobody`,
  );
}

function row(kind: string, changes: readonly JudgedChange[]): string {
  const refused = changes.filter(({ refusal }) => refusal !== undefined);
  const caught = refused.filter(({ isCaught }) => isCaught).length;
  const share = refused.length === 0 ? '' : ` (${((100 * caught) / refused.length).toFixed(1)} %)`;
  return `${kind.padEnd(16)} refused ${refused.length}, at the right line ${caught}${share}; accepted ${changes.length - refused.length}`;
}

/** Errors that Kubernetes' own validation, which knows more than schemas, does not share. */
function isConfirmedByNobody(suspects: readonly JudgedChange[]): (suspect: JudgedChange) => boolean {
  const documents = new Map(
    suspects.map((one) => [one, one.text!.split(/^---.*$/m).filter((text) => /^kind:/m.test(text))]),
  );
  const all = [...documents.values()].flat();
  const verdicts = all.length === 0 ? [] : askKubernetes(all);
  const refused = new Set(all.filter((_, i) => isRefused(verdicts[i]!) && verdictText(verdicts[i]!) !== ''));
  return (suspect) => !documents.get(suspect)!.some((text) => refused.has(text));
}
