import type { YamlCheckId } from '../model/check-id.ts';
import type { Finding, RelatedLocation } from '../model/finding.ts';
import { LIMITS } from '../model/limits.ts';
import { LineIndex } from '../model/line-index.ts';
import type { Severity } from '../model/severity.ts';
import type { Source } from '../model/source.ts';
import { type Statement, statementOf } from '../model/statement.ts';
import type { NodeProblem } from './node-problems.ts';

/** A place in the text, half open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Collects what is wrong with one file. */
export class FindingLog {
  readonly findings: Finding[] = [];
  /** Whether something makes Helm refuse the file. */
  refused = false;
  readonly #source: Source;
  readonly #text: string;
  #lines: LineIndex | undefined;

  constructor(source: Source, text: string) {
    this.#source = source;
    this.#text = text;
  }

  /** Helm cannot read the file because of this. */
  refuse(rule: YamlCheckId, said: Statement, place: Place, path = ''): void {
    this.refused = true;
    this.add('error', rule, said, place, path);
  }

  /** The same for what several readers know. */
  refuseNode({ rule, ...said }: NodeProblem, place: Place, path: string): void {
    this.refuse(rule, said, place, path);
  }

  /** Helm reads the file all the same. */
  add(
    severity: Severity,
    rule: YamlCheckId,
    said: Statement,
    place: Place,
    path = '',
    related?: Place & { readonly message: string },
  ): void {
    if (this.findings.length >= LIMITS.readerFindings) return;
    const elsewhere: RelatedLocation[] = [];
    if (related !== undefined) elsewhere.push({ span: this.#span(related), message: related.message });
    this.findings.push({
      rule,
      severity,
      ...statementOf(said),
      span: this.#span(place),
      path,
      related: elsewhere,
    });
  }

  /** The 1-based line of an offset. */
  lineOf(offset: number): number {
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines.positionAt(offset).line;
  }

  #span(place: Place): Finding['span'] {
    return { source: this.#source, start: place.start, end: Math.max(place.start, place.end) };
  }
}
