import type { Finding } from '../model/finding.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { Placed } from '../model/placed.ts';
import { atAlias, type Span } from '../model/span.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { manifestFinding } from './manifest-finding.ts';
import type { Repository } from './repository.ts';
import { textsBelow } from './texts-below.ts';

const TIME = /^\d{4}-\d\d-\d\dT00:00:00Z$/;

/** Plain dates in values that a tool reads with go-yaml 3 and writes out again: the chart gets a time instead. */
export function dateFindings(
  placed: Placed,
  at: ValuesPath,
  tool: string,
  repository: Repository,
): Finding[] {
  const findings: Finding[] = [];
  for (const { path, text } of textsBelow(valueAt(placed.data, at) ?? null, at)) {
    if (!TIME.test(text)) continue;
    const span = placed.locate(path, 'value');
    const written = repository.textOf(span.source).slice(span.start, span.end);
    const pointer = toPointer(path.slice(at.length));
    if (written === text.slice(0, 10)) findings.push(rewritten(written, text, span, tool, pointer));
  }
  return findings;
}

function rewritten(written: string, time: string, span: Span, tool: string, pointer: string): Finding {
  const said = {
    problem: `The chart gets "${time}" for this date`,
    why: `${tool} reads a date without quotes as a time and writes it out again.`,
    help: `Quote it: "${written}".`,
  };
  const edits = [{ span, text: `"${written}"` }];
  return {
    ...manifestFinding('date-rewritten', 'warning', atAlias(span), said, pointer),
    fix: { title: 'Quote the date', safe: true, edits, paths: [pointer] },
  };
}
