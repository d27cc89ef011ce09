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
  /** What Kubernetes' own validation, which knows more than schemas, holds against a change that those accept. */
  readonly validation?: string;
}

/** Prints what was missed, which errors nobody confirms, and a table by the kind of change. */
export function printRecall(changes: readonly JudgedChange[]): void {
  const write = (line: string): boolean => process.stdout.write(`${line}\n`);
  for (const { change, refusal, isCaught, what, said } of changes) {
    if (refusal === undefined || isCaught) continue;
    const others = said.join(' | ') || 'nothing';
    write(
      `missed ${change}: ${what}\n    judge: ${refusal.slice(0, 300)}\n    chartlint: ${others.slice(0, 300)}`,
    );
  }
  for (const { change, what, said } of changes.filter(isFalse))
    write(`false ${change}: ${what}\n    chartlint: ${said.join(' | ')}`);
  for (const kind of [...new Set(changes.map((change) => change.kind))].sort())
    write(
      row(
        kind,
        changes.filter((change) => change.kind === kind),
      ),
    );
  write(row('all', changes));
  write(`${new Set(changes.map(({ chart }) => chart)).size} charts`);
}

function row(kind: string, changes: readonly JudgedChange[]): string {
  const refused = changes.filter(({ refusal }) => refusal !== undefined);
  const caught = refused.filter(({ isCaught }) => isCaught).length;
  const share = refused.length === 0 ? '' : ` (${((100 * caught) / refused.length).toFixed(1)} %)`;
  const validated = changes.filter(({ validation }) => validation !== undefined);
  const confirmed = validated.filter(({ said }) => said.length > 0).length;
  const accepted = changes.length - refused.length - validated.length;
  return `${kind.padEnd(16)} refused ${refused.length}, at the right line ${caught}${share}; refused by validation alone ${validated.length}, reported ${confirmed}; accepted ${accepted}, with an error ${changes.filter(isFalse).length}`;
}

/** An error that neither schemas nor Kubernetes' own validation share. */
function isFalse({ refusal, validation, said }: JudgedChange): boolean {
  return refusal === undefined && validation === undefined && said.length > 0;
}
